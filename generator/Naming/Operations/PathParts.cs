namespace CfGen.Generator.Naming.Operations;

/// <summary>A path, split into the owner of the resource and the segments that lead to it.</summary>
/// <param name="Owner">The first segment of <c>/zones/{zone_id}/things</c>; null where the path has no owner before its resource.</param>
/// <param name="Resources">The static segments that may be resources, without versions.</param>
internal sealed record PathParts(PathNode? Owner, IReadOnlyList<PathNode> Resources)
{
    /// <summary>The first segment of the resource; null where the path has parameters only.</summary>
    public PathNode? FirstSegment => Resources.Count > 0 ? Resources[0] : null;

    public static PathParts Split(PathNode node)
    {
        List<PathNode> path = PathTree.GetAncestors(node);
        if (node.IsFormat)
            path.RemoveAt(path.Count - 1);
        int start = 0;
        while (start < path.Count - 1 && !path[start + 1].IsParameter && (path[start].IsVersion || path[start].Segment is "api" or "rest"))
            start++;
        PathNode? version =
            start > 0 && path[start - 1].IsVersion && IsInSeveralVersions(path[start - 1], path[start].Segment) ? path[start - 1] : null;
        PathNode? owner = null;
        if (version is null && StartsWithOwner(path, start))
        {
            owner = path[start];
            start += 2;
        }

        List<PathNode> resources = version is null ? [] : [version];
        for (int i = start; i < path.Count; i++)
        {
            if (!path[i].IsParameter && path[i].Words.Count > 0 && !(path[i].IsVersion && !HasSiblingVersion(path[i])))
                resources.Add(path[i]);
        }

        return new PathParts(owner, resources);
    }

    private static bool StartsWithOwner(List<PathNode> path, int start) =>
        path.Count - start >= 3
        && !path[start].IsParameter
        && !path[start].IsVersion
        && path[start + 1].IsParameter
        && !path[start + 2].IsParameter;

    private static bool HasSiblingVersion(PathNode node) => node.Parent is { Versions.Count: > 1 };

    // Two versions at the start of the paths are two APIs. A resource that both have needs the version in its name.
    private static bool IsInSeveralVersions(PathNode version, string segment) =>
        version.Parent is { } parent && parent.Versions.Any(v => v != version && v.Children.ContainsKey(segment));
}
