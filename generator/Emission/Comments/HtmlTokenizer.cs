using System.Net;

namespace CfGen.Generator.Emission.Comments;

/// <summary>Splits HTML into tags and text.</summary>
internal static class HtmlTokenizer
{
    private const int MaxTagLength = 1_000;

    /// <summary>Reads text with tags. Comments are left out.</summary>
    public static void Read(string html, List<DocToken> tokens)
    {
        int from = 0;
        int at = html.IndexOf('<');
        while (at >= 0)
        {
            (HtmlTag? tag, int end) = ReadTag(html, at);
            if (end > at)
            {
                AddText(at);
                if (tag is not null)
                    tokens.Add(new DocToken(DocTokenKind.Html, html.Substring(at, end - at), Tag: tag));
                from = end;
            }

            int next = Math.Max(end, at + 1);
            at = next < html.Length ? html.IndexOf('<', next) : -1;
        }

        AddText(html.Length);

        void AddText(int to)
        {
            if (to > from)
                tokens.Add(new DocToken(DocTokenKind.Text, WebUtility.HtmlDecode(html.Substring(from, to - from))));
        }
    }

    /// <summary>Reads a tag or a comment; the end is the start if it is neither.</summary>
    private static (HtmlTag? Tag, int End) ReadTag(string html, int at)
    {
        if (string.CompareOrdinal(html, at, "<!--", 0, 4) == 0)
        {
            int close = html.IndexOf("-->", at + 2, StringComparison.Ordinal);
            return (null, close < 0 ? html.Length : close + 3);
        }

        bool isEnd = at + 1 < html.Length && html[at + 1] == '/';
        int start = isEnd ? at + 2 : at + 1;
        int stop = start;
        while (stop < html.Length && html[stop] is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or (>= '0' and <= '9'))
            stop++;
        if (stop == start || stop == html.Length || (html[stop] is not ('>' or '/') && !char.IsWhiteSpace(html[stop])))
            return (null, at);
        int end = FindEnd(html, stop);
        if (end < 0)
            return (null, at);
        string written = html.Substring(start, stop - start);
        string name = written.ToLowerInvariant();
        string target = name == "a" && !isEnd ? ReadTarget(html.Substring(stop, end - stop)) : "";
        return (new HtmlTag(name, isEnd, written == name, target), end + 1);
    }

    // A quoted value may contain the sign.
    private static int FindEnd(string html, int from)
    {
        char quote = '\0';
        int last = Math.Min(html.Length, from + MaxTagLength);
        for (int i = from; i < last; i++)
        {
            char c = html[i];
            if (quote != '\0')
                quote = c == quote ? '\0' : quote;
            else if (c is '"' or '\'')
                quote = c;
            else if (c == '>')
                return i;
            else if (c == '<')
                return -1;
        }

        return -1;
    }

    private static string ReadTarget(string attributes)
    {
        int value = attributes.IndexOf("href=", StringComparison.OrdinalIgnoreCase) + 5;
        if (value < 5 || value >= attributes.Length)
            return "";
        char quote = attributes[value];
        if (quote is not ('"' or '\''))
            return WebUtility.HtmlDecode(attributes.Substring(value).Split(' ')[0]);
        int close = attributes.IndexOf(quote, value + 1);
        return close < 0 ? "" : WebUtility.HtmlDecode(attributes.Substring(value + 1, close - value - 1));
    }
}
