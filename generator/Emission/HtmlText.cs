using System.Net;
using System.Text;

namespace CfGen.Generator.Emission;

/// <summary>
/// CommonMark may hold HTML, and many documents write little else; XML documentation would show it as it stands. Elements become what they
/// stand for in a text: ends of lines, `code`, the address behind a link. What is no HTML (<c>List&lt;string&gt;</c>) stays.
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

    // Written without an end by many; of all others one that has no end is a sign for a value: <table>, <DD>.
    private static readonly HashSet<string> s_unclosed = new(["p", "li", "br", "hr"], StringComparer.Ordinal);

    /// <summary>The text without HTML; the same one where there is none in it.</summary>
    public static string ToPlainText(string text)
    {
        if (text.IndexOf('<') < 0 && text.IndexOf('&') < 0)
            return text;
        StringBuilder result = new(text.Length);
        string link = "";
        HashSet<string> open = new(StringComparer.Ordinal);
        HashSet<string> endless = new(StringComparer.Ordinal);
        int from = 0;
        for (int i = 0; i < text.Length; i++)
        {
            if (text[i] == '`')
            {
                // Code of CommonMark is as it stands, to the next sign of as many.
                int length = 1;
                while (i + length < text.Length && text[i + length] == '`')
                    length++;
                int close = text.IndexOf(text.Substring(i, length), i + length, StringComparison.Ordinal);
                if (close < 0)
                {
                    i += length - 1;
                    continue;
                }

                Words(i);
                result.Append(text, i, close + length - i);
                i = close + length - 1;
                from = i + 1;
            }
            else if (text[i] == '<' && ReadTag(text, i, open, endless) is var (name, end) && name.Length > 0)
            {
                Words(i);
                bool closes = text[i + 1] == '/';
                if (s_blocks.Contains(name))
                    result.Append("\n\n");
                else if (s_lineBreaks.Contains(name))
                    result.Append(
                        closes ? ""
                        : name == "li" ? "\n- "
                        : "\n"
                    );
                else if (name is "td" or "th")
                    result.Append(' ');
                else if (name is "code" or "tt" or "kbd" or "samp")
                    result.Append('`');
                else if (name == "a")
                    link = ReadLink(text, i, end, closes, link, result);
                i = end;
                from = i + 1;
            }
        }

        Words(text.Length);
        return result.ToString();

        void Words(int to) => result.Append(WebUtility.HtmlDecode(text.Substring(from, to - from)));
    }

    /// <summary>The name of the element that begins or ends here, and the end of its tag; no name where it is none that is known.</summary>
    /// <param name="open">The elements that have begun, and end.</param>
    /// <param name="endless">Those of which no end follows: looked for once, since texts are long and may be anybody's.</param>
    private static (string Name, int End) ReadTag(string text, int at, HashSet<string> open, HashSet<string> endless)
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
                && (open.Contains(name) || (start == at + 1 && Ends()))
            );
        return (isKnown ? name : "", end);

        bool Ends()
        {
            if (endless.Contains(name))
                return false;
            int found = end;
            do found = text.IndexOf("</" + name, found + 1, StringComparison.OrdinalIgnoreCase);
            while (found >= 0 && found + name.Length + 2 < text.Length && char.IsLetterOrDigit(text[found + name.Length + 2]));
            (found >= 0 ? open : endless).Add(name);
            return found >= 0;
        }
    }

    /// <summary>Remembers where a link goes, and says it behind its words where it is an address of its own.</summary>
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
