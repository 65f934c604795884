namespace CfGen.Tasks.Updating;

/// <summary>The lines that an update prints of the changes of clients with a listing, by class.</summary>
internal static class ChangeReport
{
    private const int MaximumLines = 50;

    // As the messages name them; the last one is that of the numbers of all classes.
    private static readonly KeyValuePair<string, string>[] s_classes =
    [
        new("This breaks the source,", "Breaks the source:"),
        new("This breaks at run time only,", "Breaks at run time only:"),
        new("This is safe,", "Is safe:"),
        new("", "In all:"),
    ];

    /// <summary>Returns the lines. None where nothing changed, or no client has a listing.</summary>
    /// <param name="getTarget">Returns the path of a file for that of its copy.</param>
    public static List<string> Format(GenerationReview review, Func<string, string> getTarget)
    {
        ILookup<string, string> changes = review
            .FindChanges()
            .ToLookup(
                c => s_classes.First(s => c.Message.IndexOf(s.Key, StringComparison.Ordinal) >= 0).Value,
                c => $"  {getTarget(c.Path)}({c.Line}): {c.Id}: {GetText(c.Message)}"
            );
        List<string> lines = [];
        foreach (string title in s_classes.Select(s => s.Value).Where(changes.Contains))
        {
            lines.Add(title);
            lines.AddRange(changes[title].Take(MaximumLines));
            int more = changes[title].Count() - MaximumLines;
            if (more > 0)
                lines.Add($"  and {more} more");
        }

        return lines;
    }

    // The sentences about the listing are for a build: an update writes it.
    private static string GetText(string message)
    {
        int end = message.IndexOf(". Read the other diagnostics", StringComparison.Ordinal);
        return end < 0 ? message : message.Substring(0, end + 1);
    }
}
