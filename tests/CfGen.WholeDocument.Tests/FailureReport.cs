using System.Text.RegularExpressions;

namespace CfGen.WholeDocument.Tests;

/// <summary>Failures grouped by cause, compared with the known failures. A known failure that no longer occurs is a failure, too.</summary>
internal sealed partial class FailureReport(IReadOnlyDictionary<string, string> known)
{
    private readonly SortedDictionary<string, (int Count, string First)> _causes = new(StringComparer.Ordinal);

    /// <param name="subject">The type or operation.</param>
    /// <param name="message">The place in the value, and the problem.</param>
    /// <param name="more">Further places to look at.</param>
    public void Add(string subject, string message, string more)
    {
        string cause = $"{subject}: {PlacePattern().Replace(message, "$$$1")}";
        (int count, string first) = _causes.GetValueOrDefault(cause, (0, $"{message} ({more})"));
        _causes[cause] = (count + 1, first);
    }

    public void AssertKnown(int checks)
    {
        Assert.True(checks > 0, "Nothing was checked.");
        List<string> wrong =
        [
            .. _causes
                .Where(c => !known.Keys.Any(k => c.Key.StartsWith(k, StringComparison.Ordinal)))
                .Select(c => $"{c.Key} [{c.Value.Count} times]\n    {Shorten(c.Value.First)}"),
        ];
        List<string> stale = [.. known.Keys.Where(k => !_causes.Keys.Any(c => c.StartsWith(k, StringComparison.Ordinal)))];
        Assert.True(wrong.Count == 0, $"{wrong.Count} causes:\n{string.Join('\n', wrong)}");
        Assert.True(stale.Count == 0, $"No longer fails; take it off the list:\n{string.Join('\n', stale)}");
    }

    private static string Shorten(string text) => text.Length <= 400 ? text : text[..400] + "...";

    // Of a path the last step says enough.
    [GeneratedRegex(@"^\$[^:\s]*?([^.\[\]:\s]*)(\[\d+\])*(?=:| )")]
    private static partial Regex PlacePattern();
}
