namespace CfGen.Generator.Reading;

/// <summary>
/// The text of a YAML document as YamlDotNet can take it, character for character as long as the user's, so that its offsets are theirs.
/// Two things it refuses or misreads are rearranged:
/// blank lines with spaces at the head of a block scalar (the spaces move behind the header, where they mean nothing), and
/// U+0085, U+2028 and U+2029, which YAML 1.1 takes for line ends and 1.2 for text (they are private characters while it reads).
/// </summary>
internal sealed class YamlSource
{
    private const string Separators = "\u0085\u2028\u2029";

    private readonly string? _substitutes;

    private YamlSource(string text, string? substitutes)
    {
        Text = text;
        _substitutes = substitutes;
    }

    public string Text { get; }

    public static YamlSource Prepare(string text)
    {
        string? substitutes = null;
        if (text.IndexOfAny(Separators.ToCharArray()) >= 0)
        {
            // Three private characters that the text does not have; it cannot have all 6,400.
            substitutes = "";
            for (char c = '\uE000'; substitutes.Length < Separators.Length && c < '\uF8FF'; c++)
            {
                if (text.IndexOf(c) < 0) substitutes += c;
            }

            for (int i = 0; i < Separators.Length && i < substitutes.Length; i++) text = text.Replace(Separators[i], substitutes[i]);
        }

        // A byte order mark is no text, but counts as a character of it.
        if (text.Length > 0 && text[0] == '\uFEFF') text = "\n" + text.Substring(1);
        return new YamlSource(MoveBlankHeads(text), substitutes);
    }

    /// <summary>A value as the user wrote it.</summary>
    public string Restore(string value)
    {
        if (_substitutes is null) return value;
        for (int i = 0; i < _substitutes.Length; i++) value = value.Replace(_substitutes[i], Separators[i]);
        return value;
    }

    private static string MoveBlankHeads(string text)
    {
        char[]? result = null;
        int headerEnd = -1;
        for (int start = 0; start < text.Length;)
        {
            int end = text.IndexOf('\n', start);
            if (end < 0) end = text.Length;
            int content = end;
            while (content > start && text[content - 1] is ' ' or '\t' or '\r') content--;
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
            if (text[i] is not ('\r' or '\n')) spaces++;
        }

        string lineEnds = new([.. text.Skip(start).Take(end - start).Where(c => c is '\r' or '\n')]);
        for (int i = 0; i < spaces; i++) text[start + i] = ' ';
        lineEnds.CopyTo(0, text, start + spaces, lineEnds.Length);
    }

    /// <summary>Whether a line ends with <c>|</c> or <c>&gt;</c> and its indicators, after something that a block scalar can follow.</summary>
    private static bool IsBlockHeader(string text, int start, int end)
    {
        int at = end - 1;
        while (at > start && text[at] is '+' or '-' or (>= '0' and <= '9')) at--;
        if (text[at] is not ('|' or '>')) return false;
        if (at == start) return true;
        if (text[at - 1] is not (' ' or '\t')) return false;
        for (at--; at > start && text[at] is ' ' or '\t'; at--)
        {
            // To the last character before the header.
        }

        if (text[at] is ':' or '-' or '?') return true;
        int word = text.LastIndexOfAny([' ', '\t'], at, at - start + 1) + 1;
        return text[Math.Max(word, start)] is '&' or '!';
    }
}
