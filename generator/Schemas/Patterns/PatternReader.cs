using System.Globalization;

namespace CfGen.Generator.Schemas.Patterns;

/// <summary>Reads a pattern from its start to its end.</summary>
internal sealed class PatternReader(string pattern)
{
    private int _at;

    /// <summary>True where nothing is left.</summary>
    public bool IsAtEnd => _at >= pattern.Length;

    /// <summary>Returns the next character and stays before it; NUL at the end.</summary>
    public char Peek(int offset = 0) => _at + offset < pattern.Length ? pattern[_at + offset] : '\0';

    public void Skip(int count) => _at += count;

    public bool TryRead(out char c)
    {
        c = Peek();
        if (IsAtEnd)
            return false;
        _at++;
        return true;
    }

    /// <exception cref="UnsupportedPatternException">Nothing is left.</exception>
    public char Read() => TryRead(out char c) ? c : throw new UnsupportedPatternException("it ends too early");

    /// <summary>Reads the first of the texts that comes next; null where none does.</summary>
    public string? TryReadAny(params string[] texts)
    {
        foreach (string text in texts)
        {
            if (string.CompareOrdinal(pattern, _at, text, 0, text.Length) == 0)
            {
                _at += text.Length;
                return text;
            }
        }

        return null;
    }

    /// <summary>Reads the text before a character, and the character.</summary>
    /// <exception cref="UnsupportedPatternException">The character does not come.</exception>
    public string ReadUntil(char end)
    {
        int found = pattern.IndexOf(end, Math.Min(_at, pattern.Length));
        if (found < 0)
            throw new UnsupportedPatternException($"'{end}' is missing");
        string text = pattern.Substring(_at, found - _at);
        _at = found + 1;
        return text;
    }

    /// <summary>Reads the name of <c>\k&lt;name&gt;</c>.</summary>
    public string ReadGroupName() => TryReadAny("<") is null ? throw new UnsupportedPatternException(@"\k names no group") : ReadUntil('>');

    public string ReadFlags()
    {
        int start = _at;
        while (Peek() is 'i' or 'm' or 's')
            _at++;
        return pattern.Substring(start, _at - start);
    }

    /// <summary>Reads the low half of a pair; null where another character comes.</summary>
    public char? TryReadLowSurrogate() => char.IsLowSurrogate(Peek()) ? Read() : null;

    /// <summary>Reads exactly so many hexadecimal digits; null, and nothing read, where there are fewer.</summary>
    public int? TryReadHex(int count)
    {
        for (int i = 0; i < count; i++)
        {
            if (!Uri.IsHexDigit(Peek(i)))
                return null;
        }

        int value = int.Parse(pattern.Substring(_at, count), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture);
        _at += count;
        return value;
    }

    /// <summary>Returns the decimal number that comes next, and stays before it; null where it is too large for a group.</summary>
    public int? PeekNumber()
    {
        int length = 0;
        while (Peek(length) is >= '0' and <= '9')
            length++;
        return length is > 0 and < 6 ? int.Parse(pattern.Substring(_at, length), CultureInfo.InvariantCulture) : null;
    }

    /// <summary>
    /// Reads <c>3}</c>, <c>3,}</c> or <c>3,5}</c> and gives it with its brace; null, and nothing read, where another text follows the
    /// brace.
    /// </summary>
    public string? TryReadQuantifier()
    {
        int at = SkipDigits(0);
        if (at == 0)
            return null;
        if (Peek(at) == ',')
            at = SkipDigits(at + 1);
        if (Peek(at) != '}')
            return null;
        string text = "{" + pattern.Substring(_at, at + 1);
        _at += at + 1;
        return text;
    }

    private int SkipDigits(int offset)
    {
        while (Peek(offset) is >= '0' and <= '9')
            offset++;
        return offset;
    }
}
