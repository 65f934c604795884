using CfGen.Generator.Binding.Names;

namespace CfGen.Generator.Binding.OperationNaming;

/// <summary>What the operations of one first segment say together: the product family that their tags begin with.</summary>
internal sealed class HeadFacts(PathNode head)
{
    private readonly HashSet<string> _tags = new(StringComparer.Ordinal);
    private readonly List<IReadOnlyList<string>> _distinct = [];
    private readonly HashSet<string> _pathWords = new(StringComparer.Ordinal);
    private IReadOnlyList<string>? _family;
    private IReadOnlyList<string>? _initials;

    /// <summary>
    /// Two words that begin at least two of the tags and stand in none of the paths: "Zero Trust Gateway rules" and
    /// "Zero Trust lists" under <c>/gateway</c>. Empty where there are none; asked for only when all operations are added.
    /// </summary>
    public IReadOnlyList<string> Family => _family ??= FindFamily();

    /// <summary>
    /// The words that the segment is the initials of: <c>mnm</c>, tagged "Magic Network Monitoring Rules". Empty where it is of none; asked
    /// for only when all operations are added.
    /// </summary>
    public IReadOnlyList<string> Initials => _initials ??= FindInitials();

    public void Add(PathOperation operation, PathParts parts)
    {
        foreach (PathNode node in parts.Resources)
            _pathWords.UnionWith(node.Words);
        IReadOnlyList<string> tag = operation.Tag;
        // "Zone-Level Access groups"
        if (parts.Scope is { } scope && tag.Count > 2 && tag[1] == "level" && English.Akin(tag[0], scope.LastWord))
            tag = [.. tag.Skip(2)];
        if (tag.Count >= 3 && _tags.Add(string.Join(" ", tag)))
            _distinct.Add(tag);
    }

    private List<string> FindInitials() => _distinct
        .Where(IsInitials)
        .OrderBy(t => string.Join(" ", t), StringComparer.Ordinal)
        .FirstOrDefault()?.Take(head.Words[0].Length).ToList() ?? [];

    private List<string> FindFamily() => _distinct
        .GroupBy(t => t[0] + " " + t[1], StringComparer.Ordinal)
        .Where(g => g.Count() >= 2 && !IsInitials(g.First()) && !g.First().Take(2).Any(w => _pathWords.Any(p => English.Akin(w, p))))
        .OrderByDescending(g => g.Count())
        .ThenBy(g => g.Key, StringComparer.Ordinal)
        .Select(g => g.First().Take(2).ToList())
        .FirstOrDefault() ?? [];

    private bool IsInitials(IReadOnlyList<string> tag) =>
        head.Words is [{ Length: > 1 } word] && tag.Count >= word.Length && word == Words.Initials(tag, word.Length);
}

/// <summary>Whether a segment such as <c>/zones/{zone_id}</c> only says whose the resources below are, or what they belong to.</summary>
internal sealed class ScopeFacts(PathNode scope)
{
    private readonly HashSet<string> _foreign = new(StringComparer.Ordinal);

    public void Add(PathOperation operation, PathParts parts)
    {
        if (parts.Head is { } head && Shares(operation.Tag, parts) && !Mentions(operation.Tag))
            _foreign.Add(head.Segment);
    }

    /// <summary>Whether the scope belongs into the names of this operation.</summary>
    public bool Names(PathOperation operation, PathParts parts)
    {
        if (operation.Tag.Count == 0 || parts.Head is not { } head)
            return true;
        // The nearest operations of the head speak for all below it, so that one resource is not torn in two.
        if (head.Nearest.Any(o => Begins(o.Tag) && o.Tag.Skip(scope.Words.Count).All(w => head.Words.Any(h => English.Singular(h) == English.Singular(w)))))
            return true;
        // Things with names of their own hang below it: so does this, unless its tag says nothing but the scope.
        return _foreign.Count < 2 && !Shares(operation.Tag, parts);
    }

    private bool Mentions(IReadOnlyList<string> tag) => tag.Any(w => scope.Words.Any(s => English.Singular(s) == English.Singular(w)));

    private bool Begins(IReadOnlyList<string> tag)
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

    private static bool Shares(IReadOnlyList<string> tag, PathParts parts) => tag.Any(w => parts.Resources.Any(n => n.Words.Any(p => English.Akin(p, w))));
}
