namespace CfGen.Generator.Overlays.JsonPath;

/// <summary>Reads the characters of a pattern and their escapes.</summary>
internal static class PatternEscapes
{
    private const string Escapable = "()*+-.?[\\]^{|}";

    /// <summary>Reads a character or its escape.</summary>
    /// <exception cref="FormatException">The escape is not known in RFC 9485.</exception>
    public static int ReadCharacter(string text, ref int at)
    {
        char c = text[at];
        if (c == '\\')
        {
            if (at + 1 == text.Length)
                throw new FormatException("it ends with a backslash");
            char escaped = text[at + 1];
            at += 2;
            return escaped switch
            {
                'n' => '\n',
                'r' => '\r',
                't' => '\t',
                _ when Escapable.IndexOf(escaped) >= 0 => escaped,
                _ => throw new FormatException("the escape '\\" + escaped + "' is not known in RFC 9485; write '[0-9]' for '\\d'"),
            };
        }

        if (char.IsSurrogatePair(text, at))
        {
            at += 2;
            return char.ConvertToUtf32(text, at - 2);
        }

        at++;
        return c;
    }

    /// <summary>Reads <c>\p{Lu}</c> or <c>\P{Lu}</c>. Returns false, and reads nothing, at anything else.</summary>
    /// <exception cref="FormatException">The category is not known in RFC 9485.</exception>
    public static bool TryReadCategory(string text, ref int at, out string category, out bool isNegated)
    {
        category = "";
        isNegated = false;
        if (at + 1 >= text.Length || text[at] != '\\' || text[at + 1] is not ('p' or 'P'))
            return false;
        isNegated = text[at + 1] == 'P';
        int end = text.IndexOf('}', at);
        if (at + 2 >= text.Length || text[at + 2] != '{' || end < 0)
            throw new FormatException("a category is not of the form '\\p{Lu}'");
        category = text.Substring(at + 3, end - at - 3);
        if (!PatternCategories.IsKnown(category))
            throw new FormatException("the category '" + category + "' is not known in RFC 9485");
        at = end + 1;
        return true;
    }
}
