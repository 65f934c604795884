namespace CfGen.Generator.Schemas.Patterns;

/// <summary>The meaning of a backslash and what follows it, where that is a character or a set of characters.</summary>
internal sealed class PatternEscape
{
    private const string Digits = "0-9";
    private const string WordCharacters = "0-9A-Z_a-z";
    private static readonly IReadOnlyList<(int First, int Last)> s_digits = PatternText.ParseRanges("0030-0039");
    private static readonly IReadOnlyList<(int First, int Last)> s_wordCharacters = PatternText.ParseRanges(
        "0030-0039 0041-005A 005F 0061-007A"
    );
    private static readonly IReadOnlyList<(int First, int Last)> s_spaces = PatternText.ParseRanges(
        "0009-000D 0020 00A0 1680 2000-200A 2028-2029 202F 205F 3000 FEFF"
    );

    private readonly string? _expression;

    /// <summary>Creates a character.</summary>
    /// <param name="text">The text of the character, which is the same in a class and outside of it.</param>
    public PatternEscape(int codePoint, string text)
    {
        CodePoint = codePoint;
        Text = text;
        _expression = codePoint > 0xFFFF ? PatternText.FormatCharacter(codePoint) : text;
    }

    private PatternEscape(string classText, string? expression)
    {
        CodePoint = -1;
        Text = classText;
        _expression = expression;
    }

    /// <summary>The character; -1 for a set.</summary>
    public int CodePoint { get; }

    /// <summary>The text in a class.</summary>
    public string Text { get; }

    /// <summary>Returns the expression outside of a class.</summary>
    public string ToExpression() => _expression ?? $"[{Text}]";

    /// <summary>Reads what follows the backslash.</summary>
    /// <exception cref="UnsupportedPatternException">It has no meaning, or none in .NET.</exception>
    public static PatternEscape Read(PatternReader reader)
    {
        char c = reader.Read();
        switch (c)
        {
            case 'd':
                return new(Digits, null);
            case 'D':
                return CreateComplement(s_digits, Digits);
            case 'w':
                return new(WordCharacters, null);
            case 'W':
                return CreateComplement(s_wordCharacters, WordCharacters);
            case 's':
                return new(PatternText.FormatRanges(s_spaces), null);
            case 'S':
                return CreateComplement(s_spaces, PatternText.FormatRanges(s_spaces));
            case 't' or 'n' or 'v' or 'f' or 'r':
                return new("\t\n\v\f\r"["tnvfr".IndexOf(c)], "\\" + c);
            case 'p' or 'P':
                return ReadProperty(reader, isNegated: c == 'P');
            case 'c' when char.ToUpperInvariant(reader.Peek()) is >= 'A' and <= 'Z':
                return FromCodePoint(reader.Read() & 31);
            case 'x':
                return FromCodePoint(reader.TryReadHex(2) ?? ReadBraced(reader, c));
            case 'u':
                return FromCodePoint(reader.TryReadHex(4) is { } unit ? ReadPair(reader, unit) : ReadBraced(reader, c));
            case >= '0' and <= '7':
                return FromCodePoint(ReadOctal(reader, c - '0'));
            case '_' or '8' or '9':
                return new(c, c.ToString());
            default:
                return ReadIdentity(reader, c);
        }
    }

    /// <summary>Creates a set of characters.</summary>
    /// <param name="text">The set as the content of a class.</param>
    public static PatternEscape FromSet(string text) => new(text, null);

    public static PatternEscape FromCodePoint(int codePoint) => new(codePoint, PatternText.Format(codePoint & 0xFFFF));

    private static PatternEscape CreateComplement(IReadOnlyList<(int First, int Last)> ranges, string excluded) =>
        new(PatternText.FormatRanges(PatternText.Complement(ranges)), $"[^{excluded}]");

    /// <summary>
    /// Reads a character that stands for itself. A letter does not: one that ECMAScript gives no meaning has one elsewhere.
    /// </summary>
    private static PatternEscape ReadIdentity(PatternReader reader, char c)
    {
        if (c is (>= 'A' and <= 'Z') or (>= 'a' and <= 'z'))
            throw new UnsupportedPatternException($@"'\{c}' has no meaning in ECMAScript");
        if (char.IsHighSurrogate(c) && reader.TryReadLowSurrogate() is { } low)
            return FromCodePoint(char.ConvertToUtf32(c, low));
        return c < 0x7F ? new(c, "\\" + c) : FromCodePoint(c);
    }

    private static int ReadPair(PatternReader reader, int high)
    {
        if (high is < 0xD800 or > 0xDBFF || reader.Peek() != '\\' || reader.Peek(1) != 'u' || reader.Peek(2) is not ('d' or 'D'))
            return high;
        reader.Skip(2);
        int low = reader.TryReadHex(4) ?? throw new UnsupportedPatternException(@"'\u' is not followed by four digits");
        return low >= 0xDC00
            ? char.ConvertToUtf32((char)high, (char)low)
            : throw new UnsupportedPatternException("it has half a character");
    }

    private static int ReadBraced(PatternReader reader, char kind)
    {
        if (reader.TryReadAny("{") is null)
            throw new UnsupportedPatternException($@"'\{kind}' is not followed by hexadecimal digits");
        string digits = reader.ReadUntil('}').TrimStart('0');
        PatternReader number = new(digits);
        int value =
            digits.Length == 0 ? 0
            : digits.Length > 6 ? -1
            : number.TryReadHex(digits.Length) ?? -1;
        return value is >= 0 and <= 0x10FFFF
            ? value
            : throw new UnsupportedPatternException($@"'\{kind}{{...}}' does not hold the number of a character");
    }

    private static int ReadOctal(PatternReader reader, int value)
    {
        for (int i = 0; i < 2 && reader.Peek() is >= '0' and <= '7' && value * 8 + (reader.Peek() - '0') <= 255; i++)
            value = value * 8 + (reader.Read() - '0');
        return value;
    }

    private static PatternEscape ReadProperty(PatternReader reader, bool isNegated)
    {
        string name = reader.TryReadAny("{") is null ? reader.Read().ToString() : reader.ReadUntil('}');
        if (UnicodeProperties.FindRanges(name) is { } ranges)
            return new(PatternText.FormatRanges(isNegated ? PatternText.Complement(ranges) : ranges), null);
        string property = $@"\{(isNegated ? 'P' : 'p')}{{{UnicodeProperties.GetName(name)}}}";
        return new(property, property);
    }
}
