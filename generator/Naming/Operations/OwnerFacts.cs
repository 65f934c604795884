namespace CfGen.Generator.Naming.Operations;

/// <summary>Whether a segment such as <c>/zones/{zone_id}</c> only says whose the resources below are, or what they belong to.</summary>
internal sealed class OwnerFacts(PathNode owner)
{
    private readonly HashSet<string> _independentResources = new(StringComparer.Ordinal);

    public void Add(PathOperation operation, PathParts parts)
    {
        if (parts.FirstSegment is { } head && SharesPathWord(operation.TagWords, parts) && !MentionsOwner(operation.TagWords))
            _independentResources.Add(head.Segment);
    }

    /// <summary>Whether it has things with names of their own, which are not parts of it.</summary>
    public bool OwnsIndependentResources => _independentResources.Count >= 2;

    /// <summary>Whether the scope belongs into the names of this operation.</summary>
    /// <param name="isShared">Whether what the operation is of has several such owners.</param>
    public bool BelongsInName(PathOperation operation, PathParts parts, bool isShared)
    {
        if (operation.TagWords.Count == 0 || parts.FirstSegment is not { } head)
            return true;
        // The nearest operations of the head speak for all below it, so that one resource is not torn in two.
        if (
            !isShared
            && head.NearestOperations.Any(o =>
                StartsWithOwner(o.TagWords, owner)
                && o.TagWords.Skip(owner.Words.Count).All(w => head.Words.Any(h => English.ToSingular(h) == English.ToSingular(w)))
            )
        )
            return true;
        // Things with names of their own hang below it: so does this, unless its tag says nothing but the scope.
        return !OwnsIndependentResources && !SharesPathWord(operation.TagWords, parts);
    }

    public static bool StartsWithOwner(IReadOnlyList<string> tag, PathNode scope)
    {
        if (scope.Words.Count == 0 || tag.Count < scope.Words.Count)
            return false;
        for (int i = 0; i < scope.Words.Count; i++)
        {
            if (English.ToSingular(scope.Words[i]) != English.ToSingular(tag[i]))
                return false;
        }

        return true;
    }

    private bool MentionsOwner(IReadOnlyList<string> tag) =>
        tag.Any(w => owner.Words.Any(s => English.ToSingular(s) == English.ToSingular(w)));

    private static bool SharesPathWord(IReadOnlyList<string> tag, PathParts parts) =>
        tag.Any(w => parts.Resources.Any(n => n.Words.Any(p => English.ShareStem(p, w))));
}
