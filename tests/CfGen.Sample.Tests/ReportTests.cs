using System.Globalization;
using RiskScore;
using RiskScore.Cloudflare;
using Spectre.Console;

namespace CfGen.Sample.Tests;

/// <summary>The report fits into a narrow terminal.</summary>
public sealed class ReportTests
{
    [Theory]
    [InlineData(50)]
    [InlineData(80)]
    [InlineData(115)]
    [InlineData(116)]
    public async Task No_line_is_wider_than_the_terminal(int width)
    {
        await using ExampleServer server = await ExampleServer.StartAsync();
        using CloudflareClient client = new(new() { BaseUrl = server.BaseUrl, ApiToken = ExampleServer.Token });
        RiskScoringGetResponse score = await client.ZeroTrust.RiskScoring.GetAsync(Arguments.ExampleAccountId, Arguments.ExampleUserId);
        using StringWriter text = new(CultureInfo.InvariantCulture) { NewLine = "\n" };
        IAnsiConsole console = Terminal.Create(text, redirected: true, width);

        Report.WriteHeading(console, isExample: true);
        Report.Write(console, Arguments.ExampleUserId, score);
        Report.WriteHowToCallTheApi(console);

        string[] lines = text.ToString().ReplaceLineEndings("\n").Split('\n');
        Assert.All(lines, line => Assert.True(line.Length <= width, line));
        // Ids, times and names are whole, so that they can be read and copied.
        string[] whole =
        [
            Arguments.ExampleUserId,
            .. score.Events.Select(e => e.Id),
            .. score.Events.Select(e => e.Name),
            "2025-03-04 07:41:09 UTC",
        ];
        Assert.All(whole, part => Assert.Contains(lines, line => line.Contains(part, StringComparison.Ordinal)));
    }

    [Fact]
    public void The_usage_fits_into_50_columns() => Assert.All(Arguments.Usage.Split('\n'), line => Assert.True(line.Length <= 50, line));
}
