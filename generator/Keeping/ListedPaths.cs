namespace CfGen.Generator.Keeping;

/// <summary>
/// The resources of a listing by those of the naming rules. A new operation goes where most of the listed operations are that the rules put
/// into its resource, or into the next one above it.
/// </summary>
internal sealed class ListedPaths
{
    private readonly Dictionary<string, IReadOnlyList<string>> _paths = new(StringComparer.Ordinal);

    /// <param name="pairs">The path of the rules and the path of the listing, of each listed operation.</param>
    public ListedPaths(IEnumerable<(IReadOnlyList<string> Rules, IReadOnlyList<string> Listed)> pairs)
    {
        foreach (
            IGrouping<string, (IReadOnlyList<string> Rules, IReadOnlyList<string> Listed)> same in pairs.GroupBy(
                p => KeptOperationNames.GetKey(p.Rules),
                StringComparer.Ordinal
            )
        )
        {
            IReadOnlyList<string> most = same.GroupBy(p => KeptOperationNames.GetKey(p.Listed), StringComparer.Ordinal)
                .OrderByDescending(g => g.Count())
                .ThenBy(g => g.Key, StringComparer.Ordinal)
                .First()
                .First()
                .Listed;
            _paths.Add(same.Key, most);
        }
    }

    /// <summary>Returns the path of the listing for a path of the rules.</summary>
    public IReadOnlyList<string> Map(IReadOnlyList<string> path)
    {
        for (int length = path.Count; length > 0; length--)
        {
            if (_paths.TryGetValue(KeptOperationNames.GetKey([.. path.Take(length)]), out IReadOnlyList<string>? listed))
                return [.. listed, .. path.Skip(length)];
        }

        return path;
    }
}
