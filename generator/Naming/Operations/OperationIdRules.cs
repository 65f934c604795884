namespace CfGen.Generator.Naming.Operations;

/// <summary>
/// Names operations as NSwag and Refitter do: the resource is the first tag, and the method is the operation id. An operation without an id
/// has the name that the paths give it.
/// </summary>
internal static class OperationIdRules
{
    /// <returns>Null for an operation whose id names no method, or is that of another operation.</returns>
    public static DerivedName? DeriveName(PathOperation operation)
    {
        if (operation.Key.HasDuplicateId || operation.Key.OperationId is not { } id || Words.Split(id) is not { Count: > 0 } method)
            return null;
        string? resource = FindResource(operation);
        RemoveGroup(method, Words.Split(resource ?? ""));
        if (method.Count > 1 && IsSame(method[method.Count - 1], "Async"))
            method.RemoveAt(method.Count - 1);
        IReadOnlyList<string> path = resource is null ? [] : [Identifiers.ToMemberName(resource)];
        OperationName name = new(path, Identifiers.ToMemberName(string.Join(" ", method)));
        return new DerivedName(operation, name, Owner: null, VersionedPath: null, IsFromId: true);
    }

    /// <summary>The first tag, else the first segment of the path that is no parameter and no version; null where there is none.</summary>
    private static string? FindResource(PathOperation operation)
    {
        if (operation.Outline.Tag is { } tag && Words.Split(tag).Count > 0)
            return tag;
        return PathTree
            .GetAncestors(operation.Node)
            .Find(n => !n.IsParameter && !n.IsVersion && n.Words.Count > 0 && n.Segment is not ("api" or "rest"))
            ?.Segment;
    }

    /// <summary>
    /// Removes the words of the resource from the start of the id: the <c>Pets</c> of <c>Pets_List</c>. A method always stays.
    /// </summary>
    private static void RemoveGroup(List<string> method, List<string> group)
    {
        if (group.Count == 0 || method.Count <= group.Count)
            return;
        for (int i = 0; i < group.Count; i++)
        {
            if (!IsSame(Words.ToSingular(method[i]), Words.ToSingular(group[i])))
                return;
        }

        method.RemoveRange(0, group.Count);
    }

    private static bool IsSame(string one, string other) => string.Equals(one, other, StringComparison.OrdinalIgnoreCase);
}
