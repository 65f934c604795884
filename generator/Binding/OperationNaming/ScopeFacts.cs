namespace CfGen.Generator.Binding.OperationNaming;

/// <summary>Whether a segment such as <c>/zones/{zone_id}</c> only says whose the resources below are, or what they belong to.</summary>
internal sealed class ScopeFacts(PathNode scope)
{
    private readonly HashSet<string> _foreign = new(StringComparer.Ordinal);

    public void Add(PathOperation operation, PathParts parts)
    {
        if (parts.Head is { } head && Shares(operation.Tag, parts) && !Mentions(operation.Tag))
            _foreign.Add(head.Segment);
    }

    /// <summary>Whether it has things with names of their own, which are not parts of it.</summary>
    public bool IsMereOwner => _foreign.Count >= 2;

    /// <summary>Whether the scope belongs into the names of this operation.</summary>
    /// <param name="isShared">Whether what the operation is of has several such owners.</param>
    public bool Names(PathOperation operation, PathParts parts, bool isShared)
    {
        if (operation.Tag.Count == 0 || parts.Head is not { } head)
            return true;
        // The nearest operations of the head speak for all below it, so that one resource is not torn in two.
        if (!isShared
            && head.Nearest.Any(o => Begins(o.Tag, scope) && o.Tag.Skip(scope.Words.Count).All(w => head.Words.Any(h => English.Singular(h) == English.Singular(w)))))
            return true;
        // Things with names of their own hang below it: so does this, unless its tag says nothing but the scope.
        return !IsMereOwner && !Shares(operation.Tag, parts);
    }

    public static bool Begins(IReadOnlyList<string> tag, PathNode scope)
    {
        if (scope.Words.Count == 0 || tag.Count < scope.Words.Count)
            return false;
        for (int i = 0; i < scope.Words.Count; i++)
        {
            if (English.Singular(scope.Words[i]) != English.Singular(tag[i]))
                return false;
        }

        return true;
    }

    private bool Mentions(IReadOnlyList<string> tag) => tag.Any(w => scope.Words.Any(s => English.Singular(s) == English.Singular(w)));

    private static bool Shares(IReadOnlyList<string> tag, PathParts parts) => tag.Any(w => parts.Resources.Any(n => n.Words.Any(p => English.Akin(p, w))));
}
