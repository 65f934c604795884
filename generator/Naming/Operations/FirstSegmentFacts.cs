namespace CfGen.Generator.Naming.Operations;

/// <summary>
/// The facts that the operations of one first segment show together, whoever owns them: how their tags write the segment, and to which
/// product family it belongs. All operations have to be added before the first fact is asked for.
/// </summary>
internal sealed class FirstSegmentFacts(PathNode firstSegment)
{
    private readonly HashSet<string> _distinctTags = new(StringComparer.Ordinal);
    private readonly List<IReadOnlyList<string>> _tags = [];
    private readonly HashSet<string> _ownerFamilies = new(StringComparer.Ordinal);
    private readonly HashSet<PathNode> _ownersInTags = [];
    private readonly HashSet<string> _pathWords = new(StringComparer.Ordinal);
    private readonly HashSet<string> _secondSegments = new(StringComparer.Ordinal);
    private readonly Dictionary<string, HashSet<string>> _tagsBySecondSegment = new(StringComparer.Ordinal);
    private IReadOnlyList<string>? _productFamily;
    private IReadOnlyList<string>? _spelling;
    private string? _secondSegment;

    /// <summary>
    /// The two words of a product family: words that none of the paths has, and that two or more of the tags start with ("Zero Trust
    /// Gateway rules" and "Zero Trust lists" under <c>/gateway</c>), or a tag that otherwise only names the owner ("Zero Trust accounts"
    /// under <c>/accounts/{}/devices</c>). Empty where there is none.
    /// </summary>
    public IReadOnlyList<string> ProductFamily => _productFamily ??= FindFamily();

    /// <summary>
    /// The words that the segment abbreviates to initials (<c>mnm</c>, tagged "Magic Network Monitoring Rules") or joins (<c>pagerules</c>,
    /// tagged "Page Rules"). Empty where it does neither.
    /// </summary>
    public IReadOnlyList<string> Spelling => _spelling ??= FindInitials() ?? FindJoinedWords() ?? [];

    /// <summary>
    /// The segment below, where both are one product: <c>/email/routing</c> where nothing else is below <c>/email</c>, and the tags are
    /// "Email Routing settings" and "Email Routing destination addresses". Empty where they are not.
    /// </summary>
    public string SecondSegment => _secondSegment ??= FindSecondSegment();

    /// <summary>The owners that the tags name: "Account Rulesets", "Zone Rulesets".</summary>
    public IEnumerable<PathNode> OwnersInTags => _ownersInTags;

    /// <summary>
    /// Finds the longer name of a product below the segment: <c>/workers/dispatch</c>, tagged "Workers for Platforms". Empty where there is
    /// none.
    /// </summary>
    /// <param name="second">The first segment of the product.</param>
    public IReadOnlyList<string> FindProductName(PathNode second) =>
        _tagsBySecondSegment.TryGetValue(second.Segment, out HashSet<string>? tags)
        && tags.Count == 1
        && _tagsBySecondSegment.Values.Any(t => !t.Overlaps(tags))
        && English.SplitWords(tags.First()) is { } tag
        && tag.Count == firstSegment.Words.Count + 2
        && tag[firstSegment.Words.Count] == "for"
        && tag.Take(firstSegment.Words.Count).SequenceEqual(firstSegment.Words)
            ? tag
            : [];

    public void Add(PathOperation operation, PathParts parts)
    {
        IReadOnlyList<PathNode> resources = parts.Resources;
        foreach (PathNode node in resources)
            _pathWords.UnionWith(node.Words);
        _secondSegments.Add(resources.Count > 1 && resources[1].Parent == parts.FirstSegment ? resources[1].Segment : "");
        if (resources.Count > 1)
        {
            if (!_tagsBySecondSegment.TryGetValue(resources[1].Segment, out HashSet<string>? tags))
                _tagsBySecondSegment.Add(resources[1].Segment, tags = new(StringComparer.Ordinal));
            tags.Add(operation.Outline.Tag ?? "");
        }

        IReadOnlyList<string> tag = parts.Owner is { } owner ? AddOwner(operation.TagWords, owner) : operation.TagWords;
        if (tag.Count >= 2 && _distinctTags.Add(string.Join(" ", tag)))
            _tags.Add(tag);
    }

    /// <returns>The tag without "Zone-Level" in front of it.</returns>
    private IReadOnlyList<string> AddOwner(IReadOnlyList<string> tag, PathNode owner)
    {
        if (OwnerFacts.StartsWithOwner(tag, owner) && tag.Count > owner.Words.Count)
            _ownersInTags.Add(owner);
        if (
            tag.Count == 3
            && English.ShareStem(tag[2], owner.LastWord)
            && !tag.Take(2).Any(t => owner.Words.Any(w => English.ShareStem(t, w)))
        )
            _ownerFamilies.Add(GetFirstTwoWords(tag));
        // "Zone-Level Access groups"
        return tag.Count > 2 && tag[1] == "level" && English.ShareStem(tag[0], owner.LastWord) ? [.. tag.Skip(2)] : tag;
    }

    private List<string>? FindInitials() =>
        _tags
            .Where(IsInitials)
            .OrderBy(t => string.Join(" ", t), StringComparer.Ordinal)
            .FirstOrDefault()
            ?.Take(firstSegment.Words[0].Length)
            .ToList();

    private List<string>? FindJoinedWords()
    {
        if (firstSegment.Words is not [{ } word])
            return null;
        foreach (IReadOnlyList<string> tag in _tags.OrderBy(t => string.Join(" ", t), StringComparer.Ordinal))
        {
            string joined = tag[0];
            for (int i = 1; i < tag.Count && joined.Length < word.Length; i++)
            {
                joined += tag[i];
                if (joined == word)
                    return [.. tag.Take(i + 1)];
            }
        }

        return null;
    }

    private List<string> FindFamily() =>
        _tags
            .Where(t => t.Count >= 3)
            .GroupBy(GetFirstTwoWords, StringComparer.Ordinal)
            .Where(g =>
                (g.Count() >= 2 || _ownerFamilies.Contains(g.Key))
                && !IsInitials(g.First())
                && !g.First().Take(2).Any(w => _pathWords.Any(p => English.ShareStem(w, p)))
            )
            .OrderByDescending(g => g.Count())
            .ThenBy(g => g.Key, StringComparer.Ordinal)
            .Select(g => g.First().Take(2).ToList())
            .FirstOrDefault()
        ?? [];

    private string FindSecondSegment()
    {
        if (_secondSegments.Count != 1 || _secondSegments.First() is not { Length: > 0 } second)
            return "";
        List<string> both = [.. firstSegment.Words, .. English.SplitWords(second)];
        return _tags.Count > 1 && _tags.TrueForAll(t => t.Count > both.Count && t.Take(both.Count).SequenceEqual(both)) ? second : "";
    }

    private bool IsInitials(IReadOnlyList<string> tag) =>
        firstSegment.Words is [{ Length: > 1 } word]
        && tag.Count >= 3
        && tag.Count >= word.Length
        && word == Words.GetInitials(tag, word.Length);

    private static string GetFirstTwoWords(IReadOnlyList<string> tag) => tag[0] + " " + tag[1];
}
