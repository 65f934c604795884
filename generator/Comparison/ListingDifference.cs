using CfGen.Generator.Listing;

namespace CfGen.Generator.Comparison;

/// <summary>
/// The lines that two listings do not share. Equal lines are not read, so that the cost follows from the number of lines where nothing
/// changed, and from that of changes otherwise.
/// </summary>
/// <param name="Gone">The lines that only the old listing has.</param>
/// <param name="Come">The lines that only the current one has.</param>
/// <param name="InvalidLine">The first line of the old listing that is not valid; null where all are.</param>
internal sealed record ListingDifference(
    Surface Old,
    Surface Current,
    IReadOnlyList<ListedMember> Gone,
    IReadOnlyList<ListedMember> Come,
    string? InvalidLine
)
{
    /// <returns>Null where all lines are equal.</returns>
    public static ListingDifference? Find(ApiListing old, ApiListing current)
    {
        if (ReferenceEquals(old, current))
            return null;
        (List<ListingLine> goneLines, List<ListingLine> comeLines) =
            old.IsSorted && current.IsSorted ? Merge(old.Lines, current.Lines) : (Subtract(old, current), Subtract(current, old));
        bool isEqual = goneLines.Count == 0 && comeLines.Count == 0;
        if (isEqual && old.IsSorted)
            return null;
        var oldSurface = Surface.Create(old);
        // In another order, a line can be there twice.
        if (isEqual && oldSurface.InvalidLine is null)
            return null;
        var newSurface = Surface.Create(current);
        List<ListedMember> gone = Read(oldSurface, goneLines);
        List<ListedMember> come = Read(newSurface, comeLines);
        return new ListingDifference(oldSurface, newSurface, gone, come, oldSurface.InvalidLine);
    }

    /// <summary>Finds the lines that only one of two sorted lists has.</summary>
    private static (List<ListingLine> Gone, List<ListingLine> Come) Merge(
        IReadOnlyList<ListingLine> old,
        IReadOnlyList<ListingLine> current
    )
    {
        List<ListingLine> gone = [];
        List<ListingLine> come = [];
        int i = 0;
        int j = 0;
        while (i < old.Count && j < current.Count)
        {
            int order = string.CompareOrdinal(old[i].Text, current[j].Text);
            if (order < 0)
                gone.Add(old[i++]);
            else if (order > 0)
                come.Add(current[j++]);
            else
            {
                i++;
                j++;
            }
        }

        for (; i < old.Count; i++)
            gone.Add(old[i]);
        for (; j < current.Count; j++)
            come.Add(current[j]);
        return (gone, come);
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
