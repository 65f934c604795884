using System.Text;

namespace CfGen.Generator.Schemas.Patterns;

/// <summary>Translates a class: what is between <c>[</c> and <c>]</c>.</summary>
internal sealed class PatternClass
{
    private static readonly Dictionary<string, string> s_posixClasses = new(StringComparer.Ordinal)
    {
        ["alnum"] = "0-9A-Za-z",
        ["alpha"] = "A-Za-z",
        ["ascii"] = @"\u0000-\u007F",
        ["blank"] = @" \t",
        ["cntrl"] = @"\u0000-\u001F\u007F",
        ["digit"] = "0-9",
        ["graph"] = @"\u0021-\u007E",
        ["lower"] = "a-z",
        ["print"] = @"\u0020-\u007E",
        ["punct"] = @"\u0021-\u002F\u003A-\u0040\u005B-\u0060\u007B-\u007E",
        ["space"] = @" \t\n\v\f\r",
        ["upper"] = "A-Z",
        ["word"] = "0-9A-Z_a-z",
        ["xdigit"] = "0-9A-Fa-f",
    };

    private readonly PatternReader _reader;
    private readonly StringBuilder _text = new();
    private readonly List<string> _pairs = [];

    private PatternClass(PatternReader reader) => _reader = reader;

    /// <summary>Reads a class after its bracket and returns it as an expression.</summary>
    public static string Translate(PatternReader reader)
    {
        bool isNegated = reader.TryReadAny("^") is not null;
        // An empty class is one in ECMAScript: none of the characters, or any of them.
        if (reader.TryReadAny("]") is not null)
            return isNegated ? @"[\s\S]" : "(?!)";
        PatternClass content = new(reader);
        content.ReadItems();
        return content.ToExpression(isNegated);
    }

    private void ReadItems()
    {
        for (bool isFirst = true; _reader.TryReadAny("]") is null; isFirst = false)
        {
            PatternEscape first = ReadItem(isFirst);
            if (_reader.Peek() != '-' || _reader.Peek(1) == ']' || first.CodePoint < 0 || _reader.Peek(1) == '\0')
            {
                Append(first);
                continue;
            }

            _reader.Skip(1);
            PatternEscape last = ReadItem(isFirst: false);
            if (last.CodePoint >= 0)
            {
                AppendRange(first, last);
                continue;
            }

            Append(first);
            _text.Append(@"\-");
            Append(last);
        }
    }

    private PatternEscape ReadItem(bool isFirst)
    {
        char c = _reader.Read();
        switch (c)
        {
            case '\\' when _reader.Peek() == 'b':
                _reader.Skip(1);
                return PatternEscape.FromCodePoint('\b');
            case '\\':
                return PatternEscape.Read(_reader);
            case '[' when _reader.Peek() == ':' && ReadPosixClass() is { } set:
                return PatternEscape.FromSet(set);
            case '[':
                return new('[', @"\["); // .NET reads -[ as the beginning of a subtraction
            case '-':
                return new('-', isFirst || _reader.Peek() == ']' ? "-" : @"\-");
            case var _ when char.IsHighSurrogate(c) && _reader.TryReadLowSurrogate() is { } low:
                return PatternEscape.FromCodePoint(char.ConvertToUtf32(c, low));
            default:
                return new(
                    c,
                    c == '^' && !isFirst ? "^"
                        : c == '^' ? @"\^"
                        : c.ToString()
                );
        }
    }

    private string? ReadPosixClass()
    {
        foreach (KeyValuePair<string, string> known in s_posixClasses)
        {
            if (_reader.TryReadAny($":{known.Key}:]") is not null)
                return known.Value;
        }

        return null;
    }

    private void Append(PatternEscape item)
    {
        if (item.CodePoint > 0xFFFF)
            _pairs.Add(PatternText.FormatCharacter(item.CodePoint));
        else
            _text.Append(item.Text);
    }

    private void AppendRange(PatternEscape first, PatternEscape last)
    {
        if (first.CodePoint > last.CodePoint)
            throw new UnsupportedPatternException("a range of a class ends before it begins");
        if (last.CodePoint <= 0xFFFF)
        {
            _text.Append(first.Text).Append('-').Append(last.Text);
            return;
        }

        if (first.CodePoint <= 0xFFFF)
            _text.Append(first.Text).Append(@"-\uFFFF");
        AppendPairs(Math.Max(first.CodePoint, 0x10000), last.CodePoint);
    }

    /// <summary>Adds a range beyond U+FFFF: the pairs of the first and the last high half, and all pairs of those between.</summary>
    private void AppendPairs(int first, int last)
    {
        (string from, string to) = (char.ConvertFromUtf32(first), char.ConvertFromUtf32(last));
        if (from[0] == to[0])
        {
            AppendPairs(from[0], from[0], from[1], to[1]);
            return;
        }

        AppendPairs(from[0], from[0], from[1], '\uDFFF');
        if (to[0] - from[0] > 1)
            AppendPairs((char)(from[0] + 1), (char)(to[0] - 1), '\uDC00', '\uDFFF');
        AppendPairs(to[0], to[0], '\uDC00', to[1]);
    }

    private void AppendPairs(char firstHigh, char lastHigh, char firstLow, char lastLow) =>
        _pairs.Add($"[{PatternText.FormatRanges([(firstHigh, lastHigh)])}][{PatternText.FormatRanges([(firstLow, lastLow)])}]");

    private string ToExpression(bool isNegated)
    {
        string characters = _text.Length == 0 ? "" : $"[{(isNegated && _pairs.Count == 0 ? "^" : "")}{_text}]";
        if (_pairs.Count == 0)
            return characters;
        string any = string.Join("|", characters.Length == 0 ? _pairs : [characters, .. _pairs]);
        return isNegated ? $@"(?:(?!{any})(?:[\uD800-\uDBFF][\uDC00-\uDFFF]|[\s\S]))" : $"(?:{any})";
    }
}
