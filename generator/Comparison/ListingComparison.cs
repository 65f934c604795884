using CfGen.Generator.Diagnostics;
using CfGen.Generator.Listing;

namespace CfGen.Generator.Comparison;

/// <summary>
/// Compares a listing with that of the client. Equal lines are neither read nor compared, so that the cost follows from the number of lines
/// where nothing changed, and from that of changes otherwise.
/// </summary>
internal static class ListingComparison
{
    /// <summary>Compares two listings.</summary>
    /// <param name="old">The listing that was committed.</param>
    /// <param name="current">The listing of the client.</param>
    public static ComparisonResult Compare(ApiListing old, ApiListing current)
    {
        if (AreEqual(old.Lines, current.Lines))
            return new ComparisonResult([], [], null);
        List<ListingLine> goneLines = Subtract(old, current);
        List<ListingLine> comeLines = Subtract(current, old);
        if (goneLines.Count == 0 && comeLines.Count == 0)
            return new ComparisonResult([], [], null);
        var oldSurface = Surface.Create(old);
        var newSurface = Surface.Create(current);
        List<ListedMember> gone = Read(oldSurface, goneLines);
        List<ListedMember> come = Read(newSurface, comeLines);
        if (oldSurface.InvalidLine is { } invalid)
            return new ComparisonResult([], [], invalid);
        ChangeList changes = new(oldSurface, newSurface);
        Dictionary<string, string> types = TypeRenames.Find(oldSurface, newSurface, gone, come);
        MemberMatcher matcher = new(changes, types, gone, come);
        matcher.Match();
        foreach (MemberPair pair in matcher.Pairs)
            PairComparer.Compare(changes, pair);
        RemainderReport.Report(changes, matcher);
        MethodComparer.CompareCalls(changes, matcher);
        return new ComparisonResult(changes.Changes, changes.FindReached(), null);
    }

    private static bool AreEqual(IReadOnlyList<ListingLine> old, IReadOnlyList<ListingLine> current)
    {
        if (old.Count != current.Count)
            return false;
        for (int i = 0; i < old.Count; i++)
        {
            if (old[i].Text != current[i].Text)
                return false;
        }

        return true;
    }

    private static List<ListingLine> Subtract(ApiListing listing, ApiListing other)
    {
        HashSet<string> known = new(StringComparer.Ordinal);
        foreach (ListingLine line in other.Lines)
            known.Add(line.Text);
        List<ListingLine> rest = [];
        foreach (ListingLine line in listing.Lines)
        {
            if (!known.Contains(line.Text))
                rest.Add(line);
        }

        return rest;
    }

    private static List<ListedMember> Read(Surface surface, List<ListingLine> lines) =>
        [.. lines.Select(l => surface.Read(l.Text)).OfType<ListedMember>()];
}
