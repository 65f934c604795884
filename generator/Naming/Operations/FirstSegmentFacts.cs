namespace CfGen.Generator.Naming.Operations;

/// <summary>What the operations of one first segment say together, whoever owns them: how their tags write it, and to what product family it belongs.</summary>
internal sealed class FirstSegmentFacts(PathNode firstSegment)
{
    private readonly HashSet<string> _distinctTags = new(StringComparer.Ordinal);
    private readonly List<IReadOnlyList<string>> _tags = [];
    private readonly HashSet<string> _ownerFamilies = new(StringComparer.Ordinal);
    private readonly HashSet<PathNode> _scopesInTags = [];
    private readonly HashSet<string> _pathWords = new(StringComparer.Ordinal);
    private readonly HashSet<string> _secondSegments = new(StringComparer.Ordinal);
    private readonly Dictionary<string, HashSet<string>> _tagsBySecondSegment = new(StringComparer.Ordinal);
    private IReadOnlyList<string>? _productFamily;
    private IReadOnlyList<string>? _spelling;
    private string? _secondSegment;

    // What is found below is asked for only when all operations are added.

    /// <summary>
    /// Two words that stand in none of the paths and begin at least two of the tags, "Zero Trust Gateway rules" and "Zero Trust lists" under
    /// <c>/gateway</c>, or one that says the owner else: "Zero Trust accounts" under <c>/accounts/{}/devices</c>. Empty where there are none.
    /// </summary>
    public IReadOnlyList<string> ProductFamily => _productFamily ??= FindFamily();

    /// <summary>
    /// The words that the segment is the initials of, <c>mnm</c>, tagged "Magic Network Monitoring Rules", or that it runs together:
    /// <c>pagerules</c>, tagged "Page Rules". Empty where it is of none.
    /// </summary>
    public IReadOnlyList<string> Spelling => _spelling ??= FindInitials() ?? FindJoinedWords() ?? [];

    /// <summary>
    /// The segment below, where the two are one product: <c>/email/routing</c> when that is all below <c>/email</c>, and the tags are
    /// "Email Routing settings" and "Email Routing destination addresses". Empty where they are not.
    /// </summary>
    public string SecondSegment => _secondSegment ??= FindSecondSegment();

    /// <summary>
    /// Where a part of what the segment has is a product with a longer name, that: <c>/workers/dispatch</c>, tagged "Workers for Platforms". Else empty.
    /// </summary>
    /// <param name="second">The segment that the part begins with.</param>
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

    /// <summary>The owners of whom the tags say that they have these: "Account Rulesets", "Zone Rulesets".</summary>
    public IEnumerable<PathNode> ScopesInTags => _scopesInTags;

    public void Add(PathOperation operation, PathParts parts)
    {
        foreach (PathNode node in parts.Resources)
            _pathWords.UnionWith(node.Words);
        _secondSegments.Add(parts.Resources.Count > 1 && parts.Resources[1].Parent == parts.FirstSegment ? parts.Resources[1].Segment : "");
        IReadOnlyList<string> tag = operation.TagWords;
        if (parts.Resources.Count > 1)
        {
            if (!_tagsBySecondSegment.TryGetValue(parts.Resources[1].Segment, out HashSet<string>? tags))
                _tagsBySecondSegment.Add(parts.Resources[1].Segment, tags = new(StringComparer.Ordinal));
            tags.Add(operation.Outline.Tag ?? "");
        }

        if (parts.Owner is { } scope)
        {
            if (OwnerFacts.StartsWithOwner(tag, scope) && tag.Count > scope.Words.Count)
                _scopesInTags.Add(scope);
            if (
                tag.Count == 3
                && English.ShareStem(tag[2], scope.LastWord)
                && !tag.Take(2).Any(t => scope.Words.Any(w => English.ShareStem(t, w)))
            )
                _ownerFamilies.Add(GetFirstTwoWords(tag));
            // "Zone-Level Access groups"
            if (tag.Count > 2 && tag[1] == "level" && English.ShareStem(tag[0], scope.LastWord))
                tag = [.. tag.Skip(2)];
        }

        if (tag.Count >= 2 && _distinctTags.Add(string.Join(" ", tag)))
            _tags.Add(tag);
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
            string begun = tag[0];
            for (int i = 1; i < tag.Count && begun.Length < word.Length; i++)
            {
                begun += tag[i];
                if (begun == word)
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
