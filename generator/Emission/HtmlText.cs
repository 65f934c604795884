using System.Net;
using System.Text;

namespace CfGen.Generator.Emission;

/// <summary>
/// Removes HTML from descriptions. CommonMark allows HTML, but XML documentation would show its tags. Elements become line breaks, `code` or the
/// address behind a link. Text that only looks like HTML (<c>List&lt;string&gt;</c>) is kept.
/// </summary>
internal static class HtmlText
{
    private const int MaxTagLength = 1_000;

    private static readonly HashSet<string> s_blocks = new(
        [
            "p",
            "div",
            "ul",
            "ol",
            "dl",
            "table",
            "thead",
            "tbody",
            "tfoot",
            "tr",
            "h1",
            "h2",
            "h3",
            "h4",
            "h5",
            "h6",
            "hr",
            "pre",
            "blockquote",
            "section",
            "center",
            "details",
            "summary",
        ],
        StringComparer.Ordinal
    );

    private static readonly HashSet<string> s_lineBreaks = new(["br", "li", "dt", "dd"], StringComparer.Ordinal);

    private static readonly HashSet<string> s_inline = new(
        [
            "a",
            "b",
            "strong",
            "i",
            "em",
            "u",
            "s",
            "del",
            "span",
            "font",
            "sup",
            "sub",
            "small",
            "mark",
            "abbr",
            "td",
            "th",
            "code",
            "tt",
            "kbd",
            "samp",
        ],
        StringComparer.Ordinal
    );

    // Often written without an end tag. Any other element without one is a placeholder: <table>, <DD>.
    private static readonly HashSet<string> s_unclosed = new(["p", "li", "br", "hr"], StringComparer.Ordinal);

    /// <summary>Removes the HTML of a text; returns the same text if it has none.</summary>
    public static string ToPlainText(string text)
    {
        if (text.IndexOf('<') < 0 && text.IndexOf('&') < 0)
            return text;
        StringBuilder result = new(text.Length);
        string link = "";
        HashSet<string> open = new(StringComparer.Ordinal);
        HashSet<string> unclosed = new(StringComparer.Ordinal);
        int from = 0;
        for (int i = 0; i < text.Length; i++)
        {
            if (text[i] == '`')
            {
                (int length, int close) = ReadCode(text, i);
                if (close >= 0)
                {
                    AppendText(i);
                    result.Append(text, i, close + length - i);
                    from = close + length;
                    i = close;
                }

                i += length - 1;
            }
            else if (text[i] == '<' && ReadTag(text, i, open, unclosed) is var (name, end) && name.Length > 0)
            {
                AppendText(i);
                bool closes = text[i + 1] == '/';
                if (name == "a")
                    link = ReadLink(text, i, end, closes, link, result);
                else
                    result.Append(GetReplacement(name, closes));
                i = end;
                from = i + 1;
            }
        }

        AppendText(text.Length);
        return result.ToString();

        void AppendText(int to) => result.Append(WebUtility.HtmlDecode(text.Substring(from, to - from)));
    }

    /// <summary>Reads the start of CommonMark's code, which ends at the next run of as many backticks.</summary>
    private static (int Length, int Close) ReadCode(string text, int start)
    {
        int length = 1;
        while (start + length < text.Length && text[start + length] == '`')
            length++;
        return (length, text.IndexOf(text.Substring(start, length), start + length, StringComparison.Ordinal));
    }

    private static string GetReplacement(string name, bool closes) =>
        s_blocks.Contains(name) ? "\n\n"
        : s_lineBreaks.Contains(name)
            ? (
                closes ? ""
                : name == "li" ? "\n- "
                : "\n"
            )
        : name switch
        {
            "td" or "th" => " ",
            "code" or "tt" or "kbd" or "samp" => "`",
            _ => "",
        };

    /// <summary>Reads the name of the element that starts or ends here, and the end of its tag; the name is empty if it is not a known element.</summary>
    /// <param name="open">The elements that have an end tag.</param>
    /// <param name="unclosed">The elements without an end tag. Each is searched once, because texts are long and not trusted.</param>
    private static (string Name, int End) ReadTag(string text, int at, HashSet<string> open, HashSet<string> unclosed)
    {
        int start = at + 1 < text.Length && text[at + 1] == '/' ? at + 2 : at + 1;
        int stop = start;
        while (stop < text.Length && text[stop] is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or (>= '0' and <= '9'))
            stop++;
        int end = text.IndexOf('>', stop, Math.Min(MaxTagLength, text.Length - stop));
        if (
            end < 0
            || stop == start
            || (text[stop] is not ('>' or '/') && !char.IsWhiteSpace(text[stop]))
            || text.IndexOf('<', stop, end - stop) >= 0
        )
            return ("", at);
        string written = text.Substring(start, stop - start);
        string name = written.ToLowerInvariant();
        bool isKnown =
            (s_unclosed.Contains(name) && (written == name || name is "br" or "hr"))
            || (
                (s_blocks.Contains(name) || s_lineBreaks.Contains(name) || s_inline.Contains(name))
                && (open.Contains(name) || (start == at + 1 && HasEnd()))
            );
        return (isKnown ? name : "", end);

        bool HasEnd()
        {
            if (unclosed.Contains(name))
                return false;
            int found = end;
            do found = text.IndexOf("</" + name, found + 1, StringComparison.OrdinalIgnoreCase);
            while (found >= 0 && found + name.Length + 2 < text.Length && char.IsLetterOrDigit(text[found + name.Length + 2]));
            (found >= 0 ? open : unclosed).Add(name);
            return found >= 0;
        }
    }

    /// <summary>Remembers the target of a link, and appends it at the end of the link unless the text shows it.</summary>
    private static string ReadLink(string text, int at, int end, bool closes, string link, StringBuilder result)
    {
        if (closes)
        {
            if (
                link.StartsWith("http", StringComparison.OrdinalIgnoreCase)
                && !(result.Length >= link.Length && result.ToString(result.Length - link.Length, link.Length) == link)
            )
                result.Append(" (").Append(link).Append(')');
            return "";
        }

        string tag = text.Substring(at, end - at);
        int reference = tag.IndexOf("href=", StringComparison.OrdinalIgnoreCase) + 5;
        if (reference < 5 || reference >= tag.Length)
            return "";
        char quote = tag[reference];
        if (quote is not ('"' or '\''))
            return WebUtility.HtmlDecode(tag.Substring(reference).Split(' ')[0]);
        int close = tag.IndexOf(quote, reference + 1);
        return close < 0 ? "" : WebUtility.HtmlDecode(tag.Substring(reference + 1, close - reference - 1));
    }
}
