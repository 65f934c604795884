using System.Globalization;
using System.Text;

namespace CfGen.Generator.Overlays.JsonPath;

/// <summary>Reads the words of a JSONPath query: names, strings and numbers.</summary>
internal sealed class JsonPathReader(string text)
{
    // I-JSON: integers that every JSON implementation keeps.
    private const long MaximumInteger = 9007199254740991;

    /// <summary>The whole text.</summary>
    public string Text { get; } = text;

    /// <summary>The index of the next character.</summary>
    public int At { get; set; }

    /// <summary>True if all characters are read.</summary>
    public bool IsAtEnd => At >= Text.Length;

    /// <summary>The next character; <c>\0</c> at the end.</summary>
    public char Next => Peek(0);

    /// <summary>Returns a character after the next one; <c>\0</c> after the end.</summary>
    public char Peek(int distance) => At + distance < Text.Length ? Text[At + distance] : '\0';

    public bool TryRead(string word)
    {
        if (string.CompareOrdinal(Text, At, word, 0, word.Length) != 0)
            return false;
        At += word.Length;
        return true;
    }

    /// <summary>Reads a character that has to be there.</summary>
    public void Read(char c, string reason)
    {
        if (Next != c || IsAtEnd)
            throw Fail(reason);
        At++;
    }

    public void SkipSpace()
    {
        while (Next is ' ' or '\t' or '\n' or '\r')
            At++;
    }

    /// <summary>Creates the exception for the next character.</summary>
    public JsonPathException Fail(string reason) => new(reason, At);

    /// <summary>Creates the exception for the characters from a start to the next one.</summary>
    public JsonPathException FailFrom(int start, string reason) => new(reason, start, Math.Max(1, At - start));

    /// <summary>True for a character that a name without quotes can start with.</summary>
    public static bool IsNameStart(char c) => c is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or '_' or >= '\u0080';

    /// <summary>True for a character that a name without quotes can have after its first one.</summary>
    public static bool IsNamePart(char c) => IsNameStart(c) || c is >= '0' and <= '9';

    /// <summary>Reads an integer that every JSON implementation keeps; null where there is none.</summary>
    public long? TryReadInteger()
    {
        int start = At;
        if (Next == '-')
            At++;
        int digits = At;
        SkipDigits();
        if (At == digits)
        {
            At = start;
            return null;
        }

        if (Text[digits] == '0' && (At - digits > 1 || digits > start))
            throw FailFrom(start, "an integer has no leading zero and no sign before a zero");
        bool isNumber = long.TryParse(
            Text.Substring(start, At - start),
            NumberStyles.AllowLeadingSign,
            CultureInfo.InvariantCulture,
            out long number
        );
        if (!isNumber || number is > MaximumInteger or < -MaximumInteger)
            throw FailFrom(start, "an integer is between -9007199254740991 and 9007199254740991");
        return number;
    }

    /// <summary>Reads a number as JSON writes it. The next character is a digit or a minus.</summary>
    public string ReadNumber()
    {
        int start = At;
        if (Next == '-')
            At++;
        int digits = At;
        SkipDigits();
        if (At == digits)
            throw FailFrom(start, "a minus has a digit after it");
        if (Text[digits] == '0' && At - digits > 1)
            throw FailFrom(start, "a number has no leading zero");
        if (Next == '.')
        {
            At++;
            ReadDigits(start);
        }

        if (Next is 'e' or 'E')
        {
            At++;
            if (Next is '+' or '-')
                At++;
            ReadDigits(start);
        }

        return Text.Substring(start, At - start);
    }

    /// <summary>Reads a string in quotes. The next character is one.</summary>
    public string ReadString()
    {
        int start = At;
        char quote = Next;
        At++;
        StringBuilder value = new();
        while (Next != quote || IsAtEnd)
        {
            if (IsAtEnd)
                throw FailFrom(start, "the string is not closed");
            if (Next < ' ')
                throw Fail("a control character in a string is escaped, as in '\\n'");
            if (Next == '\\')
                ReadEscape(quote, value);
            else if (char.IsSurrogate(Next) && !char.IsSurrogatePair(Next, Peek(1)))
                throw Fail("the string has half a surrogate pair");
            else
                Append(char.IsSurrogate(Next) ? 2 : 1);
        }

        At++;
        return value.ToString();

        void Append(int count)
        {
            value.Append(Text, At, count);
            At += count;
        }
    }

    private void ReadEscape(char quote, StringBuilder value)
    {
        int start = At;
        char escaped = Peek(1);
        At += 2;
        switch (escaped)
        {
            case 'b':
                value.Append('\b');
                break;
            case 'f':
                value.Append('\f');
                break;
            case 'n':
                value.Append('\n');
                break;
            case 'r':
                value.Append('\r');
                break;
            case 't':
                value.Append('\t');
                break;
            case '/' or '\\':
                value.Append(escaped);
                break;
            case 'u':
                ReadUnicodeEscape(start, value);
                break;
            default:
                if (escaped != quote)
                    throw FailFrom(start, "a string cannot have this escape");
                value.Append(escaped);
                break;
        }
    }

    private void ReadUnicodeEscape(int start, StringBuilder value)
    {
        char first = ReadHexDigits(start);
        if (!char.IsSurrogate(first))
        {
            value.Append(first);
            return;
        }

        if (char.IsLowSurrogate(first) || !TryRead("\\u"))
            throw FailFrom(start, "half a surrogate pair is escaped");
        char second = ReadHexDigits(start);
        if (!char.IsLowSurrogate(second))
            throw FailFrom(start, "half a surrogate pair is escaped");
        value.Append(first).Append(second);
    }

    private char ReadHexDigits(int start)
    {
        int value = 0;
        for (int i = 0; i < 4; i++)
        {
            int digit = Next switch
            {
                >= '0' and <= '9' => Next - '0',
                >= 'a' and <= 'f' => Next - 'a' + 10,
                >= 'A' and <= 'F' => Next - 'A' + 10,
                _ => throw FailFrom(start, "an escape '\\u' has four hexadecimal digits"),
            };
            value = (value << 4) | digit;
            At++;
        }

        return (char)value;
    }

    private void ReadDigits(int start)
    {
        int digits = At;
        SkipDigits();
        if (At == digits)
            throw FailFrom(start, "a number has a digit after its point or exponent");
    }

    private void SkipDigits()
    {
        while (Next is >= '0' and <= '9')
            At++;
    }
}
