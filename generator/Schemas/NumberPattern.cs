namespace CfGen.Generator.Schemas;

/// <summary>Recognizes the regular expressions that match the text of numbers and nothing else.</summary>
internal static class NumberPattern
{
    // What pydantic writes before the pattern of a decimal, so that it does not match a sign alone.
    private const string DecimalLookahead = "(?!^[-+.]*$)";

    private static readonly string[] s_digits = ["\\d", "[0-9]", "[1-9]", "0"];
    private static readonly string[] s_signs = ["[+-]", "[-+]", "[+\\-]", "[\\-+]", "\\-", "\\+", "-"];
    private static readonly string[] s_other = ["\\.", "[.]", "[eE]", "[Ee]", "e", "E", "(?:", "(", ")", "|", "*", "+", "?"];

    /// <summary>True where only numbers match, and no text of digits whose zeros at the start count, such as a postal code.</summary>
    public static bool IsStrict(string pattern) => Matches(pattern) && pattern.IndexOf("0|[1-9]", StringComparison.Ordinal) >= 0;

    /// <summary>True where a match may have a fraction.</summary>
    public static bool AllowsFraction(string pattern) => pattern.IndexOf('.') >= 0;

    /// <summary>True where each match is a number, a fixed count of digits aside.</summary>
    public static bool Matches(string pattern)
    {
        if (pattern.Length < 3 || pattern[0] != '^' || pattern[pattern.Length - 1] != '$')
            return false;
        string rest = pattern.Substring(1, pattern.Length - 2);
        if (rest.StartsWith(DecimalLookahead, StringComparison.Ordinal))
            rest = rest.Substring(DecimalLookahead.Length);
        bool hasDigits = false;
        for (int position = 0; position < rest.Length; )
        {
            if (ReadToken(rest, position, s_digits) is > 0 and int digits)
            {
                hasDigits = true;
                position += digits;
            }
            else if (ReadToken(rest, position, s_signs) is > 0 and int sign && rest.IndexOf('?', position) == position + sign)
            {
                position += sign + 1;
            }
            else if (ReadToken(rest, position, s_other) is > 0 and int other)
            {
                position += other;
            }
            else if (ReadOpenCount(rest, position) is > 0 and int count)
            {
                position += count;
            }
            else
            {
                return false;
            }
        }

        return hasDigits;
    }

    private static int ReadToken(string pattern, int position, string[] tokens)
    {
        foreach (string token in tokens)
        {
            if (string.CompareOrdinal(pattern, position, token, 0, token.Length) == 0)
                return token.Length;
        }

        return 0;
    }

    /// <summary>Reads <c>{0,n}</c> or <c>{1,n}</c>. A count of exactly n digits is a code rather than a number.</summary>
    private static int ReadOpenCount(string pattern, int position)
    {
        if (
            position + 3 >= pattern.Length
            || pattern[position] != '{'
            || pattern[position + 1] is not ('0' or '1')
            || pattern[position + 2] != ','
        )
            return 0;
        int end = pattern.IndexOf('}', position);
        for (int i = position + 3; i < end; i++)
        {
            if (pattern[i] is < '0' or > '9')
                return 0;
        }

        return end < 0 ? 0 : end - position + 1;
    }
}
