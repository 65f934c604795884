namespace CfGen.Generator.Overlays.JsonPath;

/// <summary>Parses the characters in brackets of a pattern, such as <c>[^a-z\-]</c>.</summary>
internal sealed class PatternBracketParser(string text, int start)
{
    private int _at = start;

    /// <summary>Parses from the opening bracket.</summary>
    /// <param name="end">The index after the closing bracket.</param>
    /// <exception cref="FormatException">The brackets are not as RFC 9485 wants them.</exception>
    public CharacterSet Parse(out int end)
    {
        _at++;
        bool isNegated = IsAt('^');
        if (isNegated)
            _at++;
        CharacterSet set = new() { IsNegated = isNegated };
        int first = _at;
        while (!IsAt(']'))
        {
            if (_at >= text.Length)
                throw new FormatException("a bracket is not closed");
            if (IsAt('-'))
                AddHyphen(set, first);
            else
                AddPart(set);
        }

        if (_at == first)
            throw new FormatException("brackets are empty");
        end = _at + 1;
        return set;
    }

    private bool IsAt(char c) => _at < text.Length && text[_at] == c;

    private void AddHyphen(CharacterSet set, int first)
    {
        bool isLast = _at + 1 < text.Length && text[_at + 1] == ']';
        if (_at != first && !isLast)
            throw new FormatException("a hyphen in brackets has to be first, last, or escaped as '\\-'");
        set.AddRange('-', '-');
        _at++;
    }

    private void AddPart(CharacterSet set)
    {
        if (PatternEscapes.TryReadCategory(text, ref _at, out string category, out bool isNegated))
        {
            set.AddCategory(category, isNegated);
            return;
        }

        int first = ReadCharacter();
        int last = first;
        if (IsAt('-') && _at + 1 < text.Length && text[_at + 1] != ']')
        {
            _at++;
            last = ReadCharacter();
        }

        if (last < first)
            throw new FormatException("a range in brackets ends before it starts");
        set.AddRange(first, last);
    }

    private int ReadCharacter()
    {
        if (IsAt('['))
            throw new FormatException("a '[' in brackets has to be escaped as '\\['");
        return PatternEscapes.ReadCharacter(text, ref _at);
    }
}
