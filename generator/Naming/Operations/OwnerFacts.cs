namespace CfGen.Generator.Naming.Operations;

/// <summary>
/// The facts about an owner such as <c>/zones/{zone_id}</c>: it may only own the resources below it, or these may be parts of it.
/// </summary>
internal sealed class OwnerFacts(PathNode owner)
{
    private readonly HashSet<string> _independentResources = new(StringComparer.Ordinal);

    /// <summary>True where it has resources with names of their own, which are not parts of it.</summary>
    public bool OwnsIndependentResources => _independentResources.Count >= 2;

    public void Add(PathOperation operation, PathParts parts)
    {
        if (parts.FirstSegment is { } firstSegment && SharesPathWord(operation.TagWords, parts) && !MentionsOwner(operation.TagWords))
            _independentResources.Add(firstSegment.Segment);
    }

    /// <summary>True where the names of the operation begin with the owner.</summary>
    /// <param name="hasSeveralOwners">True where the resource of the operation has several such owners.</param>
    public bool BelongsInName(PathOperation operation, PathParts parts, bool hasSeveralOwners)
    {
        if (operation.TagWords.Count == 0 || parts.FirstSegment is not { } firstSegment)
            return true;
        // The nearest operations of the first segment decide for all below it, so that the operations of a resource stay together.
        if (!hasSeveralOwners && firstSegment.NearestOperations.Any(o => IsTagOfOwnerAndResource(o.TagWords, firstSegment)))
            return true;
        // Beside independent resources this one is independent, too, unless its tag has no word of its path.
        return !OwnsIndependentResources && !SharesPathWord(operation.TagWords, parts);
    }

    public static bool StartsWithOwner(IReadOnlyList<string> tag, PathNode owner)
    {
        if (owner.Words.Count == 0 || tag.Count < owner.Words.Count)
            return false;
        for (int i = 0; i < owner.Words.Count; i++)
        {
            if (English.ToSingular(owner.Words[i]) != English.ToSingular(tag[i]))
                return false;
        }

        return true;
    }

    private bool IsTagOfOwnerAndResource(IReadOnlyList<string> tag, PathNode firstSegment) =>
        StartsWithOwner(tag, owner)
        && tag.Skip(owner.Words.Count).All(w => firstSegment.Words.Any(f => English.ToSingular(f) == English.ToSingular(w)));

    private bool MentionsOwner(IReadOnlyList<string> tag) =>
        tag.Any(w => owner.Words.Any(o => English.ToSingular(o) == English.ToSingular(w)));

    private static bool SharesPathWord(IReadOnlyList<string> tag, PathParts parts) =>
        tag.Any(w => parts.Resources.Any(n => n.Words.Any(p => English.ShareStem(p, w))));
}
