namespace CfGen.Generator.Schemas.Patterns;

/// <summary>
/// The capturing groups of a pattern. References to them may come first, so they are found before the pattern is translated.
/// </summary>
internal sealed class PatternGroups
{
    private readonly Dictionary<string, int> _numbers = new(StringComparer.Ordinal);

    /// <summary>The number of groups.</summary>
    public int Count { get; private set; }

    /// <summary>True where the pattern refers to a group.</summary>
    public bool AreReferenced { get; private set; }

    public static PatternGroups Find(string pattern)
    {
        PatternGroups groups = new();
        bool isInClass = false;
        int greatest = int.MaxValue;
        PatternReader reader = new(pattern);
        while (reader.TryRead(out char c))
        {
            if (c == '\\')
            {
                if (!isInClass && reader.Peek() is >= '1' and <= '9' && reader.PeekNumber() is { } number)
                    greatest = Math.Min(greatest, number);
                groups.AreReferenced |= !isInClass && reader.Peek() == 'k';
                reader.Skip(1);
            }
            else if (c is '[' or ']')
            {
                isInClass = c == '[';
            }
            else if (c == '(' && !isInClass)
            {
                groups.Add(reader);
            }
        }

        groups.AreReferenced |= greatest <= groups.Count;
        return groups;
    }

    /// <exception cref="UnsupportedPatternException">No group has the name.</exception>
    public int FindNumber(string name) =>
        _numbers.TryGetValue(name, out int number)
            ? number
            : throw new UnsupportedPatternException("it refers to a group that it does not have");

    private void Add(PatternReader reader)
    {
        if (reader.Peek() != '?')
        {
            Count++;
            return;
        }

        if (reader.TryReadAny("?P=") is not null)
            AreReferenced = true;
        if (reader.TryReadAny("?<=", "?<!") is null && reader.TryReadAny("?P<", "?<") is not null)
            _numbers[reader.ReadUntil('>')] = ++Count;
    }
}
