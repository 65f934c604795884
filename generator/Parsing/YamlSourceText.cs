namespace CfGen.Generator.Parsing;

/// <summary>
/// The text of a YAML document as YamlDotNet can take it, character for character as long as the user's, so that its offsets are theirs.
/// What it refuses or misreads is rearranged:
/// blank lines with spaces at the head of a block scalar (the spaces move behind the header, where they mean nothing), and
/// U+0085, U+2028 and U+2029, which YAML 1.1 takes for line ends and 1.2 for text (they are private characters while it reads).
/// </summary>
internal sealed class YamlSourceText
{
    private const string Separators = "\u0085\u2028\u2029";

    // The characters that stand for others while YamlDotNet reads, and what for.
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

        // A byte order mark is no text, but counts as a character of it.
        if (text.Length > 0 && text[0] == '\uFEFF')
            text = "\n" + text.Substring(1);
        return new YamlSourceText(MoveLeadingBlankLines(text), substitutes);
    }

    /// <summary>A value as the user wrote it.</summary>
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
    /// The same with the double-quoted text that begins at an offset on one line. YamlDotNet refuses one whose further lines are not
    /// indented enough; most others read it, and so do people.
    /// </summary>
    /// <returns>Null where there is nothing to join.</returns>
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

            // One line end is a space, each further one a line end; an escaped one is nothing.
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

    // A text that has all 6,400 private characters is none that anybody wrote.
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

    // From the end of the header to the end of the blank line: first all spaces, then all line ends.
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

    /// <summary>Whether a line ends with <c>|</c> or <c>&gt;</c> and its indicators, after something that a block scalar can follow.</summary>
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
            // To the last character before the header.
        }

        if (text[at] is ':' or '-' or '?')
            return true;
        int word = text.LastIndexOfAny([' ', '\t'], at, at - start + 1) + 1;
        return text[Math.Max(word, start)] is '&' or '!';
    }
}
