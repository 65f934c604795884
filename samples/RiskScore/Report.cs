using System.Globalization;
using RiskScore.Cloudflare;
using Spectre.Console;

namespace RiskScore;

/// <summary>The report on one user, for people.</summary>
internal static class Report
{
    internal static void Write(IAnsiConsole console, string userId, RiskScoringGetResponse score)
    {
        Grid head = new Grid().AddColumn(new GridColumn().NoWrap().PadRight(2)).AddColumn();
        head.AddRow(new Text("User"), new Text($"{score.Name} <{score.Email}>"));
        head.AddRow(new Text("Id"), new Text(userId));
        head.AddRow(new Text("Risk level"), score.RiskLevel is { } level ? Level(level) : new Text("none yet"));
        head.AddRow(new Text("Last reset"), new Text(score.LastResetTime is { } reset ? Time(reset) : "never"));

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
            events.AddRow(new Text(Time(one.Timestamp)), Level(one.RiskLevel), new Text(one.Name), new Text(one.Id));
        console.Write(events);
    }

    // Plain lines: a console that breaks them would break commands that are there to be copied.
    internal static void WriteWayToTheRealApi(TextWriter console, Arguments arguments)
    {
        console.WriteLine();
        console.WriteLine("This came from the example server. To ask the real API, with a token that may read `Zero Trust: PII Read`:");
        console.WriteLine();
        console.WriteLine("  CLOUDFLARE_API_TOKEN=<token> dotnet run --project samples/RiskScore -- <account id> <user id>");
        if (arguments.UserId != Arguments.BusyUserId)
        {
            console.WriteLine();
            console.WriteLine("Or look at an example with more events:");
            console.WriteLine();
            console.WriteLine($"  dotnet run --project samples/RiskScore -- {arguments.AccountId} {Arguments.BusyUserId}");
        }
    }

    // An open enum: a level that this build has never heard of is shown as it came.
    private static Text Level(RiskLevel level) =>
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

    private static string Time(DateTimeOffset time) =>
        time.ToUniversalTime().ToString("yyyy-MM-dd HH:mm:ss 'UTC'", CultureInfo.InvariantCulture);
}
