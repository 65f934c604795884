using System.Globalization;
using System.Text;

namespace CfGen.Generator.Schemas.Patterns;

/// <summary>Writes characters and ranges in the syntax of .NET.</summary>
internal static class PatternText
{
    private const int LastCharacter = 0xFFFF;

    /// <summary>Writes one character as an expression: two halves where it is beyond U+FFFF.</summary>
    public static string FormatCharacter(int codePoint)
    {
        if (codePoint <= LastCharacter)
            return Format(codePoint);
        string pair = char.ConvertFromUtf32(codePoint);
        return $"(?:{Format(pair[0])}{Format(pair[1])})";
    }

    public static string Format(int codeUnit) => @"\u" + codeUnit.ToString("X4", CultureInfo.InvariantCulture);

    /// <summary>Writes ranges as the content of a class. They are in ascending order.</summary>
    public static string FormatRanges(IEnumerable<(int First, int Last)> ranges)
    {
        StringBuilder text = new();
        foreach ((int first, int last) in ranges)
        {
            text.Append(Format(first));
            if (last > first)
                text.Append('-').Append(Format(last));
        }

        return text.ToString();
    }

    /// <summary>Returns the ranges of all other characters up to U+FFFF.</summary>
    public static IEnumerable<(int First, int Last)> Complement(IEnumerable<(int First, int Last)> ranges)
    {
        int next = 0;
        foreach ((int first, int last) in ranges)
        {
            if (first > next)
                yield return (next, first - 1);
            next = last + 1;
        }

        if (next <= LastCharacter)
            yield return (next, LastCharacter);
    }

    /// <summary>Parses ranges such as <c>0E01-0E3A 0E40-0E5B</c>.</summary>
    public static IReadOnlyList<(int First, int Last)> ParseRanges(string text) =>
        [.. text.Split(' ').Select(r => r.Split('-')).Select(r => (ParseHex(r[0]), ParseHex(r[r.Length - 1])))];

    private static int ParseHex(string text) => int.Parse(text, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture);
}
