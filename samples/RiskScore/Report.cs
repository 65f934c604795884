using System.Globalization;
using RiskScore.Cloudflare;
using Spectre.Console;

namespace RiskScore;

/// <summary>Prints the risk score of one user.</summary>
internal static class Report
{
    internal static void Write(IAnsiConsole console, string userId, RiskScoringGetResponse score)
    {
        Grid head = new Grid().AddColumn(new GridColumn().NoWrap().PadRight(2)).AddColumn();
        head.AddRow(new Text("User"), new Text($"{score.Name} <{score.Email}>"));
        head.AddRow(new Text("Id"), new Text(userId));
        head.AddRow(new Text("Risk level"), score.RiskLevel is { } level ? FormatLevel(level) : new Text("none yet"));
        head.AddRow(new Text("Last reset"), new Text(score.LastResetTime is { } reset ? FormatTime(reset) : "never"));

        console.Write(new Rule("Zero Trust risk score").LeftJustified());
        console.Write(head);
        console.WriteLine();
        if (score.Events.Count == 0)
        {
            console.WriteLine("No events.");
            return;
        }

        Table events = new Table().RoundedBorder().AddColumn("When", c => c.NoWrap()).AddColumn("Risk").AddColumn("Event").AddColumn("Id");
        foreach (Event one in score.Events)
            events.AddRow(new Text(FormatTime(one.Timestamp)), FormatLevel(one.RiskLevel), new Text(one.Name), new Text(one.Id));
        console.Write(events);
    }

    // Writes to the plain writer: line breaks of the console would break the commands that people copy.
    internal static void WriteHowToCallTheApi(TextWriter console, Arguments arguments)
    {
        console.WriteLine();
        console.WriteLine(
            "This data comes from the example server. To call the real API, use a token with the permission `Zero Trust: PII Read`:"
        );
        console.WriteLine();
        console.WriteLine("  CLOUDFLARE_API_TOKEN=<token> dotnet run --project samples/RiskScore -- <account id> <user id>");
        if (arguments.UserId != Arguments.BusyUserId)
        {
            console.WriteLine();
            console.WriteLine("To see an example with more events:");
            console.WriteLine();
            console.WriteLine($"  dotnet run --project samples/RiskScore -- {arguments.AccountId} {Arguments.BusyUserId}");
        }
    }

    // An open enum: a level that the document does not list is shown as received.
    private static Text FormatLevel(RiskLevel level) =>
        new(
            level.Value,
            level.AsKnown switch
            {
                RiskLevel.Known.Low => new Style(Color.Green),
                RiskLevel.Known.Medium => new Style(Color.Yellow),
                RiskLevel.Known.High => new Style(Color.Red, decoration: Decoration.Bold),
                _ => Style.Plain,
            }
        );

    private static string FormatTime(DateTimeOffset time) =>
        time.ToUniversalTime().ToString("yyyy-MM-dd HH:mm:ss 'UTC'", CultureInfo.InvariantCulture);
}
