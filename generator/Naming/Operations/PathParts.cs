namespace CfGen.Generator.Naming.Operations;

/// <summary>A path cut into what owns the resource and what leads to it.</summary>
/// <param name="Owner">The first segment of <c>/zones/{zone_id}/things</c>; null where the path has no owner before its resource.</param>
/// <param name="Resources">The static segments that may be resources, versions left out.</param>
internal sealed record PathParts(PathNode? Owner, IReadOnlyList<PathNode> Resources)
{
    /// <summary>The first segment of the resource; null where the path is all parameters.</summary>
    public PathNode? FirstSegment => Resources.Count > 0 ? Resources[0] : null;

    public static PathParts Split(PathNode node)
    {
        List<PathNode> way = PathTree.GetAncestors(node);
        int start = 0;
        while (start < way.Count - 1 && !way[start + 1].IsParameter && (way[start].IsVersion || way[start].Segment is "api" or "rest"))
            start++;
        PathNode? kept =
            start > 0 && way[start - 1].IsVersion && IsInSeveralVersions(way[start - 1], way[start].Segment) ? way[start - 1] : null;
        PathNode? scope = null;
        if (
            kept is null
            && way.Count - start >= 3
            && !way[start].IsParameter
            && !way[start].IsVersion
            && way[start + 1].IsParameter
            && !way[start + 2].IsParameter
        )
        {
            scope = way[start];
            start += 2;
        }

        List<PathNode> resources = kept is null ? [] : [kept];
        for (int i = start; i < way.Count; i++)
        {
            if (!way[i].IsParameter && way[i].Words.Count > 0 && !(way[i].IsVersion && !HasSiblingVersion(way[i])))
                resources.Add(way[i]);
        }

        return new PathParts(scope, resources);
    }

    private static bool HasSiblingVersion(PathNode node) => node.Parent is { Versions.Count: > 1 };

    // At the start of all paths two versions are two APIs; what has its like in the other needs the version in its name.
    private static bool IsInSeveralVersions(PathNode version, string next) =>
        version.Parent is { } parent && parent.Versions.Any(v => v != version && v.Children.ContainsKey(next));
}
