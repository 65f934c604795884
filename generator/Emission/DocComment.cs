using System.Text;
using CfGen.Generator.Model;

namespace CfGen.Generator.Emission;

/// <summary>The document's words as XML documentation: escaped, and cut into lines wherever any compiler might see the end of one.</summary>
internal static class DocComment
{
    private static readonly char[] s_lineEnds = ['\n', '\r', '\u0085', '\u2028', '\u2029', '\v', '\f'];

    public static void WriteSummary(this CodeWriter writer, string text) => WriteElement(writer, "summary", text);

    /// <summary>Summary, remarks and pointer of a type or property.</summary>
    /// <param name="fallback">What the summary says where the document says nothing.</param>
    public static void WriteDocs(this CodeWriter writer, Documentation docs, string fallback)
    {
        docs = ToPlainText(docs);
        writer.WriteSummary(AppendSentence(docs.Summary.Length > 0 ? docs.Summary : fallback, DescribeDefault(docs)));
        if (docs.Remarks.Length > 0 || docs.Pointer.Length > 0)
            writer.WriteRemarks(docs.Remarks, ToCodeElement(docs.Pointer));
        if (docs.Deprecated)
            writer.WriteLine("[global::System.Obsolete(\"The API's document marks it deprecated.\")]");
    }

    /// <summary>The document's words without HTML. Values and patterns are none of them, and stay as they are.</summary>
    public static Documentation ToPlainText(Documentation docs) =>
        docs with
        {
            Summary = HtmlText.ToPlainText(docs.Summary),
            Remarks = HtmlText.ToPlainText(docs.Remarks),
        };

    public static string DescribeDefault(Documentation docs) => docs.Default.Length == 0 ? "" : $"Default: {docs.Default}.";

    /// <summary>The document's words and a sentence of ours behind them, whether they end as a sentence does or not.</summary>
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

    // As nearly all texts are.
    private static bool NeedsNoEscape(string text)
    {
        foreach (char c in text)
        {
            if (c is '&' or '<' or '>' or '\uFFFE' or '\uFFFF' || (c < ' ' && c is not ('\t' or '\n' or '\r')) || char.IsSurrogate(c))
                return false;
        }

        return true;
    }

    private static bool IsLineEnd(char c) => Array.IndexOf(s_lineEnds, c) >= 0;

    /// <summary>What blank lines part, escaped.</summary>
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

    /// <summary>CommonMark's `code` as XML documentation has it; the rest of CommonMark reads well as it is.</summary>
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
