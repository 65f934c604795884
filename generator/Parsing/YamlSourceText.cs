namespace CfGen.Generator.Parsing;

/// <summary>
/// The text of a YAML document in a form that YamlDotNet reads correctly. It has the same length as the original, so that offsets are
/// equal. Two things are rearranged: spaces in blank lines at the start of a block scalar move behind its header, where they mean nothing,
/// and U+0085, U+2028 and U+2029, which are line ends in YAML 1.1 and text in 1.2, are private characters while it reads.
/// </summary>
internal sealed class YamlSourceText
{
    private const string Separators = "\u0085\u2028\u2029";

    // The private characters, and the text that each of them replaces.
    private readonly List<(char Substitute, string Meaning)> _substitutes;

    private YamlSourceText(string text, List<(char Substitute, string Meaning)> substitutes)
    {
        Text = text;
        _substitutes = substitutes;
    }

    public string Text { get; }

    public static YamlSourceText Prepare(string text)
    {
        List<(char Substitute, string Meaning)> substitutes = [];
        foreach (char separator in Separators)
        {
            if (text.IndexOf(separator) < 0)
                continue;
            char substitute = FindUnusedCharacter(text, substitutes);
            substitutes.Add((substitute, separator.ToString()));
            text = text.Replace(separator, substitute);
        }

        // A byte order mark is not text, but it counts as a character.
        if (text.Length > 0 && text[0] == '\uFEFF')
            text = "\n" + text.Substring(1);
        return new YamlSourceText(MoveLeadingBlankLines(text), substitutes);
    }

    /// <summary>Returns a value with its original characters.</summary>
    public string RestoreText(string value)
    {
        foreach ((char substitute, string meaning) in _substitutes)
        {
            if (value.IndexOf(substitute) >= 0)
                value = value.Replace(substitute.ToString(), meaning);
        }

        return value;
    }

    /// <summary>
    /// Returns the text with the double-quoted scalar at an offset on one line. YamlDotNet rejects a scalar whose further lines are not
    /// indented enough, which other parsers accept.
    /// </summary>
    /// <returns>The new text; null where there is nothing to join.</returns>
    public YamlSourceText? JoinQuotedLines(int start)
    {
        if (start >= Text.Length || Text[start] != '"')
            return null;
        char filler = GetSubstitute("");
        char lineEnd = GetSubstitute("\n");
        char[] text = Text.ToCharArray();
        bool joined = false;
        for (int i = start + 1; i < text.Length && text[i] != '"'; i++)
        {
            bool isEscape = text[i] == '\\';
            int end = i;
            int lines = 0;
            if (isEscape)
                end++;
            while (end < text.Length && text[end] is ' ' or '\t' or '\r' or '\n')
            {
                if (text[end] == '\n')
                    lines++;
                end++;
                if (isEscape && lines == 0 && text[end - 1] != '\r')
                    break;
            }

            if (lines == 0)
            {
                if (isEscape)
                    i++;
                continue;
            }

            // One line end is a space, each further one is a line end, and an escaped one is nothing.
            for (int at = i; at < end; at++)
            {
                text[at] =
                    lines > 1 && at - i < lines - 1 ? lineEnd
                    : at == i && !isEscape ? ' '
                    : filler;
            }

            joined = true;
            i = end - 1;
        }

        return joined ? new YamlSourceText(new string(text), _substitutes) : null;
    }

    private char GetSubstitute(string meaning)
    {
        foreach ((char known, string other) in _substitutes)
        {
            if (other == meaning)
                return known;
        }

        char substitute = FindUnusedCharacter(Text, _substitutes);
        _substitutes.Add((substitute, meaning));
        return substitute;
    }

    // No real text has all 6,400 private characters.
    private static char FindUnusedCharacter(string text, List<(char Substitute, string Meaning)> taken)
    {
        char c = '\uE000';
        while (c < '\uF8FF' && (text.IndexOf(c) >= 0 || taken.Exists(t => t.Substitute == c)))
            c++;
        return c;
    }

    private static string MoveLeadingBlankLines(string text)
    {
        char[]? result = null;
        int headerEnd = -1;
        for (int start = 0; start < text.Length; )
        {
            int end = text.IndexOf('\n', start);
            if (end < 0)
                end = text.Length;
            int content = end;
            while (content > start && text[content - 1] is ' ' or '\t' or '\r')
                content--;
            bool isBlank = content == start;
            if (!isBlank)
            {
                headerEnd = IsBlockHeader(text, start, content) ? content : -1;
            }
            else if (headerEnd >= 0 && end > start && text[start] is ' ' or '\t')
            {
                result ??= text.ToCharArray();
                MoveSpaces(result, headerEnd, Math.Min(end + 1, text.Length));
            }

            start = end + 1;
        }

        return result is null ? text : new string(result);
    }

    // The range from the header to the end of the blank line gets all spaces first, then all line ends.
    private static void MoveSpaces(char[] text, int start, int end)
    {
        int spaces = 0;
        for (int i = start; i < end; i++)
        {
            if (text[i] is not ('\r' or '\n'))
                spaces++;
        }

        string lineEnds = new([.. text.Skip(start).Take(end - start).Where(c => c is '\r' or '\n')]);
        for (int i = 0; i < spaces; i++)
            text[start + i] = ' ';
        lineEnds.CopyTo(0, text, start + spaces, lineEnds.Length);
    }

    /// <summary>True for a line that ends with the header of a block scalar: <c>|</c> or <c>&gt;</c> and its indicators.</summary>
    private static bool IsBlockHeader(string text, int start, int end)
    {
        int at = end - 1;
        while (at > start && text[at] is '+' or '-' or (>= '0' and <= '9'))
            at--;
        if (text[at] is not ('|' or '>'))
            return false;
        if (at == start)
            return true;
        if (text[at - 1] is not (' ' or '\t'))
            return false;
        for (at--; at > start && text[at] is ' ' or '\t'; at--)
        {
            // Skip to the last character before the header.
        }

        if (text[at] is ':' or '-' or '?')
            return true;
        int word = text.LastIndexOfAny([' ', '\t'], at, at - start + 1) + 1;
        return text[Math.Max(word, start)] is '&' or '!';
    }
}
