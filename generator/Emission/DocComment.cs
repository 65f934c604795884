using System.Text;
using CfGen.Generator.Model;

namespace CfGen.Generator.Emission;

/// <summary>The document's words as XML documentation, escaped, and split into lines wherever any compiler might see a line end.</summary>
internal static class DocComment
{
    public const string ObsoleteAttribute = "[global::System.Obsolete(\"Deprecated in the API's document.\")]";

    private static readonly char[] s_lineEnds = ['\n', '\r', '\u0085', '\u2028', '\u2029', '\v', '\f'];

    public static void WriteSummary(this CodeWriter writer, string text) => WriteElement(writer, "summary", text);

    /// <summary>Writes summary, remarks and pointer of a type or property.</summary>
    /// <param name="fallback">The summary if the document has none.</param>
    public static void WriteDocs(this CodeWriter writer, Documentation docs, string fallback)
    {
        docs = ToPlainText(docs);
        writer.WriteSummary(AppendSentence(docs.Summary.Length > 0 ? docs.Summary : fallback, DescribeDefault(docs)));
        if (docs.Remarks.Length > 0 || docs.Pointer.Length > 0)
            writer.WriteRemarks(docs.Remarks, ToCodeElement(docs.Pointer));
        if (docs.Deprecated)
            writer.WriteLine(ObsoleteAttribute);
    }

    /// <summary>Removes HTML from the document's words. Values and patterns are not words and stay unchanged.</summary>
    public static Documentation ToPlainText(Documentation docs) =>
        docs with
        {
            Summary = HtmlText.ToPlainText(docs.Summary),
            Remarks = HtmlText.ToPlainText(docs.Remarks),
        };

    public static string DescribeParameter(ParameterModel parameter) =>
        $"The {GetLocationName(parameter.Location)} parameter '{parameter.SerializedName}'.";

    public static string DescribeDefault(Documentation docs) => docs.Default.Length == 0 ? "" : $"Default: {docs.Default}.";

    /// <summary>Appends a sentence to the document's words, whether they end with a full stop or not.</summary>
    public static string AppendSentence(string words, string sentence)
    {
        words = words.TrimEnd();
        return sentence.Length == 0 ? words
            : words.Length == 0 ? sentence
            : char.IsLetterOrDigit(words[words.Length - 1]) ? $"{words}. {sentence}"
            : $"{words} {sentence}";
    }

    /// <param name="text">The document's words.</param>
    /// <param name="xml">Paragraphs that are XML already.</param>
    public static void WriteRemarks(this CodeWriter writer, string text, params string[] xml)
    {
        writer.WriteLine("/// <remarks>");
        foreach (string paragraph in SplitParagraphs(text))
            WriteLines(writer, "<para>" + paragraph + "</para>");
        foreach (string paragraph in xml)
        {
            if (paragraph.Length > 0)
                WriteLines(writer, "<para>" + paragraph + "</para>");
        }

        writer.WriteLine("/// </remarks>");
    }

    public static void WriteParam(this CodeWriter writer, string name, string text) =>
        WriteLines(writer, $"<param name=\"{name}\">{Escape(text.Trim())}</param>");

    public static void WriteElement(CodeWriter writer, string element, string text)
    {
        List<string> paragraphs = SplitParagraphs(text);
        if (paragraphs.Count <= 1)
        {
            WriteLines(writer, $"<{element}>{paragraphs.FirstOrDefault()}</{element}>");
            return;
        }

        writer.WriteLine($"/// <{element}>");
        foreach (string paragraph in paragraphs)
            WriteLines(writer, "<para>" + paragraph + "</para>");
        writer.WriteLine($"/// </{element}>");
    }

    public static string ToCodeElement(string text) => text.Length == 0 ? "" : "<c>" + Escape(text) + "</c>";

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

    private static string GetLocationName(ParameterLocation location) =>
        location switch
        {
            ParameterLocation.Path => "path",
            ParameterLocation.Query => "query",
            ParameterLocation.Header => "header",
            ParameterLocation.QueryString => "query string",
            _ => "cookie",
        };

    private static bool IsLineEnd(char c) => Array.IndexOf(s_lineEnds, c) >= 0;

    /// <summary>Splits a text at blank lines and escapes it.</summary>
    private static List<string> SplitParagraphs(string text)
    {
        if (text.IndexOfAny(s_lineEnds) < 0)
            return text.Trim() is { Length: > 0 } only ? [ConvertInlineCode(Escape(only))] : [];
        List<string> paragraphs = [];
        StringBuilder current = new();
        foreach (string line in text.Replace("\r\n", "\n").Split(s_lineEnds))
        {
            string trimmed = line.Trim();
            if (trimmed.Length == 0)
            {
                Flush();
                continue;
            }

            if (current.Length > 0)
                current.Append('\n');
            current.Append(trimmed);
        }

        Flush();
        return paragraphs;

        void Flush()
        {
            if (current.Length > 0)
                paragraphs.Add(ConvertInlineCode(Escape(current.ToString())));
            current.Clear();
        }
    }

    /// <summary>Turns CommonMark's `code` into an XML element; the rest of CommonMark is readable unchanged.</summary>
    private static string ConvertInlineCode(string escaped)
    {
        if (escaped.IndexOf('`') < 0)
            return escaped;
        StringBuilder result = new(escaped.Length);
        int from = 0;
        while (true)
        {
            int open = escaped.IndexOf('`', from);
            int close = open < 0 ? -1 : escaped.IndexOf('`', open + 1);
            if (close <= open + 1 || escaped.IndexOf('\n', open, close - open) >= 0)
                return result.Append(escaped, from, escaped.Length - from).ToString();
            result.Append(escaped, from, open - from).Append("<c>").Append(escaped, open + 1, close - open - 1).Append("</c>");
            from = close + 1;
        }
    }

    private static void WriteLines(CodeWriter writer, string xml)
    {
        foreach (string line in xml.Split(s_lineEnds))
        {
            string trimmed = line.Trim();
            if (trimmed.Length > 0)
                writer.WriteLine($"/// {trimmed}");
        }
    }
}
