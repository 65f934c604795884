using System.Text;

namespace CfGen.Generator.Emission.Comments;

/// <summary>Text within XML documentation.</summary>
internal static class XmlText
{
    private static readonly char[] s_lineEnds = ['\n', '\r', '\u0085', '\u2028', '\u2029', '\v', '\f'];

    /// <summary>True if any compiler might see a line end.</summary>
    public static bool HasLineEnd(string text)
    {
        // Most texts are shorter than what a search for seven characters takes to begin.
        foreach (char c in text)
        {
            if (IsLineEnd(c))
                return true;
        }

        return false;
    }

    /// <summary>Splits a text wherever any compiler might see a line end.</summary>
    public static string[] SplitLines(string text) => !HasLineEnd(text) ? [text] : text.Replace("\r\n", "\n").Split(s_lineEnds);

    /// <summary>Escapes a text for the content of an element.</summary>
    public static string Escape(string text)
    {
        if (NeedsNoEscape(text))
            return text;
        StringBuilder result = new(text.Length);
        for (int i = 0; i < text.Length; i++)
        {
            char c = text[i];
            if (char.IsHighSurrogate(c) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]))
            {
                result.Append(c).Append(text[++i]);
                continue;
            }

            _ = c switch
            {
                '&' => result.Append("&amp;"),
                '<' => result.Append("&lt;"),
                '>' => result.Append("&gt;"),
                '\t' or '\n' or '\r' => result.Append(c),
                // XML has no way to write these at all.
                _ when c < ' ' || char.IsSurrogate(c) || c is '\uFFFE' or '\uFFFF' => result.Append(IsLineEnd(c) ? '\n' : '\uFFFD'),
                _ => result.Append(c),
            };
        }

        return result.ToString();
    }

    /// <summary>Escapes a text for an attribute in double quotes.</summary>
    public static string EscapeAttribute(string text) => string.Join(" ", SplitLines(Escape(text))).Replace("\"", "&quot;");

    // Nearly all texts need no escape.
    private static bool NeedsNoEscape(string text)
    {
        foreach (char c in text)
        {
            if (c is '&' or '<' or '>' or '\uFFFE' or '\uFFFF' || (c < ' ' && c is not ('\t' or '\n' or '\r')) || char.IsSurrogate(c))
                return false;
        }

        return true;
    }

    private static bool IsLineEnd(char c) => c is (>= '\n' and <= '\r') or '\u0085' or '\u2028' or '\u2029';
}
