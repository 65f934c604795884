using System.Globalization;
using RiskScore.Cloudflare;
using Spectre.Console;

namespace RiskScore;

/// <summary>Prints the risk score of one user.</summary>
internal static class Report
{
    // A table with whole ids and times needs so many columns.
    private const int TableWidth = 116;

    /// <summary>Writes the first line, which says where the data comes from.</summary>
    internal static void WriteHeading(IAnsiConsole console, bool isExample) =>
        console.Write(new Rule($"Zero Trust risk score{(isExample ? " (example data)" : "")}").LeftJustified());

    internal static void Write(IAnsiConsole console, string userId, RiskScoringGetResponse score)
    {
        Grid head = new Grid().AddColumn(new GridColumn().NoWrap().PadRight(2)).AddColumn();
        head.AddRow(new Text("User"), new Text($"{score.Name} <{score.Email}>"));
        head.AddRow(new Text("Id"), new Text(userId));
        head.AddRow(new Text("Risk level"), score.RiskLevel is { } level ? FormatLevel(level) : new Text("none yet"));
        head.AddRow(new Text("Last reset"), new Text(score.LastResetTime is { } reset ? FormatTime(reset) : "never"));

        console.Write(head);
        console.WriteLine();
        if (score.Events.Count == 0)
            console.WriteLine("No events.");
        else if (console.Profile.Width < TableWidth)
            WriteList(console, score.Events);
        else
            WriteTable(console, score.Events);
    }

    internal static void WriteHowToCallTheApi(IAnsiConsole console)
    {
        console.WriteLine();
        console.WriteLine(
            "This is an example from a server on this machine. To call the real API, set CLOUDFLARE_API_TOKEN to a token with the permission `Zero Trust: PII Read`, and run it again:"
        );
        console.WriteLine();
        console.WriteLine("  dotnet run --project samples/RiskScore");
    }

    private static void WriteTable(IAnsiConsole console, IReadOnlyList<Event> all)
    {
        Table events = new Table().RoundedBorder().AddColumn("When", c => c.NoWrap()).AddColumn("Risk").AddColumn("Event").AddColumn("Id");
        foreach (Event one in all)
            events.AddRow(new Text(FormatTime(one.Timestamp)), FormatLevel(one.RiskLevel), new Text(one.Name), new Text(one.Id));
        console.Write(events);
    }

    private static void WriteList(IAnsiConsole console, IReadOnlyList<Event> all)
    {
        Grid events = new Grid().AddColumn(new GridColumn().NoWrap().PadRight(2)).AddColumn();
        foreach (Event one in all)
        {
            events.AddRow(FormatLevel(one.RiskLevel), new Text(one.Name));
            events.AddRow(Text.Empty, new Text(FormatTime(one.Timestamp)));
            events.AddRow(Text.Empty, new Text(one.Id));
        }

        console.Write(events);
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
