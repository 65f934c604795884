namespace CfGen.Generator.Emission.Comments;

/// <summary>Decides whether a text is read as CommonMark. Most texts are plain, and then no library is loaded.</summary>
internal static class MarkupScanner
{
    private const int MaxLength = 200_000;

    // The library takes quadratic time for the brackets and asterisks of one paragraph, and refuses 128 levels of quotes and lists.
    private const int MaxDelimiters = 1_000;
    private const int MaxContainers = 64;

    // Comments of C# and Python carry the indentation of their source. Less is code of CommonMark.
    private const int SourceIndentation = 8;

    /// <summary>Searches for characters that may be markup. Brackets, underscores and signs within words and numbers are none.</summary>
    public static bool HasMarkup(string text)
    {
        bool hasBracket = false;
        bool isLineStart = !IsSingleLine(text);
        for (int i = 0; i < text.Length; i++)
        {
            char c = text[i];
            if (isLineStart && c is not ('\r' or '\n') && StartsWithMarkup(text, i))
                return true;
            if (IsMarkup(text, i))
                return true;
            isLineStart = c is '\r' or '\n';
            hasBracket |= c == '[';
        }

        return hasBracket && (text.IndexOf("](", StringComparison.Ordinal) >= 0 || text.IndexOf("]:", StringComparison.Ordinal) >= 0);
    }

    /// <summary>Escapes a sign at the start of a text of one line: <c>&gt; 0</c> is no quote, <c>1. Payments</c> no list.</summary>
    public static string EscapeFirstSign(string text)
    {
        if (!IsSingleLine(text))
            return text;
        int at = 0;
        while (at < text.Length && text[at] is >= '0' and <= '9')
            at++;
        return
            at < text.Length && (at == 0 ? text[at] is '>' || (text[at] is '-' or '+' or '*' && HasSpaceAfter()) : text[at] is '.' or ')')
            ? text.Insert(at, "\\")
            : text;

        bool HasSpaceAfter() => at + 1 == text.Length || IsSpace(text[at + 1]);
    }

    /// <summary>True for a text that would take too long. It is shown as it is.</summary>
    public static bool IsTooComplex(string text)
    {
        if (text.Length > MaxLength)
            return true;
        int delimiters = 0;
        int containers = 0;
        bool isLineStart = true;
        bool isBlank = true;
        foreach (char c in text)
        {
            if (c is '\n' or '\r')
            {
                if (isBlank)
                    delimiters = 0;
                isLineStart = isBlank = true;
                containers = 0;
                continue;
            }

            isBlank &= c is ' ' or '\t';
            if (isLineStart && c is '>' or '-' or '+' or '*' or '.' or ')' && ++containers > MaxContainers)
                return true;
            isLineStart &= c is '>' or '-' or '+' or '*' or ' ' or '\t' or '.' or ')' or (>= '0' and <= '9');
            if (c is '[' or ']' or '*' or '_' or '<' or '!' or '`' or '|' or '~' && ++delimiters > MaxDelimiters)
                return true;
        }

        return false;
    }

    /// <summary>
    /// Removes the indentation that all lines have, or that all but the first have from the source that the text is a comment of.
    /// </summary>
    public static string RemoveIndentation(string text)
    {
        text = text.Trim('\r', '\n').TrimEnd();
        string[] lines = text.Split('\n');
        int others = int.MaxValue;
        for (int i = 1; i < lines.Length; i++)
            others = Math.Min(others, CountIndentation(lines[i]));
        int first = CountIndentation(lines[0]);
        bool isSource = others is >= SourceIndentation and < int.MaxValue;
        int common = Math.Min(first, others);
        if (!isSource && common == 0)
            return text;
        for (int i = 0; i < lines.Length; i++)
        {
            int removed =
                !isSource ? common
                : i == 0 ? first
                : others;
            lines[i] = removed >= lines[i].Length ? "" : lines[i].Substring(removed);
        }

        return string.Join("\n", lines);
    }

    private static bool IsSingleLine(string text) => text.Trim().IndexOfAny(['\r', '\n']) < 0;

    // A blank line has any indentation.
    private static int CountIndentation(string line)
    {
        for (int i = 0; i < line.Length; i++)
        {
            if (line[i] is not (' ' or '\r'))
                return i;
        }

        return int.MaxValue;
    }

    private static bool IsMarkup(string text, int at)
    {
        char next = at + 1 < text.Length ? text[at + 1] : '\0';
        return text[at] switch
        {
            '`' or '*' => true,
            '<' => IsLetter(next) || next is '/' or '!' or '?',
            '#' => at == 0,
            '\\' => next is '\n' or '\r' || IsPunctuation(next),
            '&' => IsLetter(next) || next == '#',
            '_' => at == 0 || !char.IsLetterOrDigit(text[at - 1]) || !char.IsLetterOrDigit(next),
            ' ' => next == ' ' && at + 2 < text.Length && text[at + 2] is '\n' or '\r',
            _ => false,
        };
    }

    private static bool StartsWithMarkup(string text, int at)
    {
        int start = at;
        while (at < text.Length && text[at] is ' ' or '\t')
            at++;
        if (at == text.Length || text[at] is '\r' or '\n')
            return false;
        char c = text[at];
        char next = at + 1 < text.Length ? text[at + 1] : '\n';
        bool isIndented = at - start >= 4 || text.IndexOf('\t', start, at - start) >= 0;
        return (isIndented && start > 0)
            || c switch
            {
                '#' => next is '#' || IsSpace(next),
                '>' or '|' => true,
                '-' or '+' or '=' or '~' or ':' => next == c || IsSpace(next) || next is '|' or '-',
                >= '0' and <= '9' => StartsNumberedItem(text, at),
                _ => false,
            };
    }

    private static bool StartsNumberedItem(string text, int at)
    {
        while (at < text.Length && text[at] is >= '0' and <= '9')
            at++;
        return at + 1 < text.Length && text[at] is '.' or ')' && IsSpace(text[at + 1]);
    }

    private static bool IsSpace(char c) => c is ' ' or '\t' or '\r' or '\n';

    private static bool IsLetter(char c) => c is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z');

    private static bool IsPunctuation(char c) =>
        c is (>= '!' and <= '/') or (>= ':' and <= '@') or (>= '[' and <= '`') or (>= '{' and <= '~');
}
