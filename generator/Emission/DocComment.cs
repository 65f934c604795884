using CfGen.Generator.Emission.Comments;
using CfGen.Generator.Model;

namespace CfGen.Generator.Emission;

/// <summary>The XML documentation of emitted code.</summary>
internal static class DocComment
{
    public const string ObsoleteAttribute = "[global::System.Obsolete(\"Deprecated in the API's document.\")]";

    /// <summary>Writes a summary of words that are no markup.</summary>
    public static void WriteSummary(this CodeWriter writer, string text) => writer.WriteSummary(DocText.FromPlainText(text));

    public static void WriteSummary(this CodeWriter writer, DocText text) => WriteElement(writer, "summary", "", text);

    /// <summary>Writes summary, remarks and pointer of a type or property.</summary>
    /// <param name="fallback">The summary if the document has none.</param>
    /// <param name="note">Sentences after the summary.</param>
    /// <param name="remark">A paragraph after the remarks, in XML.</param>
    public static void WriteDocs(this CodeWriter writer, Documentation docs, string fallback, string note = "", string remark = "")
    {
        writer.WriteSummary(ToText(docs, fallback).AppendSentence(note));
        DocText remarks = DocText.FromMarkdown(docs.Remarks);
        if (!remarks.IsEmpty || docs.Pointer.Length + remark.Length > 0)
            writer.WriteRemarks(remarks, remark, ToCodeElement(docs.Pointer));
        if (docs.Deprecated)
            writer.WriteLine(ObsoleteAttribute);
    }

    /// <summary>Converts a description of the document.</summary>
    /// <param name="fallback">The words if the description has none.</param>
    public static DocText ToText(string description, string fallback) =>
        DocText.FromMarkdown(description) is { IsEmpty: false } text ? text : DocText.FromPlainText(fallback);

    /// <summary>Converts the summary with the default value. Values are no markup.</summary>
    /// <param name="fallback">The words if the document has none.</param>
    public static DocText ToText(Documentation docs, string fallback)
    {
        DocText text = DocText.FromMarkdown(docs.Summary);
        return (text.IsEmpty ? DocText.FromPlainText(fallback) : text).AppendSentence(DescribeDefault(docs));
    }

    public static string DescribeParameter(ParameterModel parameter) =>
        $"The {GetLocationName(parameter.Location)} parameter '{parameter.SerializedName}'.";

    public static string DescribeDefault(Documentation docs) =>
        docs.OnlyValue.Length > 0 ? $"The only value: {docs.OnlyValue}."
        : docs.Default.Length > 0 ? $"Default: {docs.Default}."
        : "";

    /// <param name="xml">Paragraphs that are XML already.</param>
    public static void WriteRemarks(this CodeWriter writer, DocText text, params string[] xml)
    {
        writer.WriteLine("/// <remarks>");
        foreach (DocBlock block in text.Blocks)
            WriteLines(writer, block.ToXml());
        foreach (string paragraph in xml)
        {
            if (paragraph.Length > 0)
                WriteLines(writer, "<para>" + paragraph + "</para>");
        }

        writer.WriteLine("/// </remarks>");
    }

    /// <summary>Writes a parameter with words that are no markup.</summary>
    public static void WriteParam(this CodeWriter writer, string name, string text) => writer.WriteParam(name, DocText.FromPlainText(text));

    public static void WriteParam(this CodeWriter writer, string name, DocText text) =>
        WriteElement(writer, "param", $" name=\"{name}\"", text);

    public static string ToCodeElement(string text) => text.Length == 0 ? "" : "<c>" + XmlText.Escape(text) + "</c>";

    private static string GetLocationName(ParameterLocation location) =>
        location switch
        {
            ParameterLocation.Path => "path",
            ParameterLocation.Query => "query",
            ParameterLocation.Header => "header",
            ParameterLocation.QueryString => "query string",
            _ => "cookie",
        };

    private static void WriteElement(CodeWriter writer, string name, string attribute, DocText text)
    {
        if (text.IsEmpty || (text.Blocks.Count == 1 && text.Blocks[0].IsParagraph))
        {
            string content = text.IsEmpty ? "" : text.Blocks[0].Xml;
            if (XmlText.HasLineEnd(content))
                WriteLines(writer, $"<{name}{attribute}>{content}</{name}>");
            else
                writer.WriteLine($"/// <{name}{attribute}>{content}</{name}>");
            return;
        }

        writer.WriteLine($"/// <{name}{attribute}>");
        foreach (DocBlock block in text.Blocks)
            WriteLines(writer, block.ToXml());
        writer.WriteLine($"/// </{name}>");
    }

    // Lines of code begin with their indentation, and some are empty.
    private static void WriteLines(CodeWriter writer, string xml)
    {
        if (xml.Length > 0 && !XmlText.HasLineEnd(xml))
        {
            writer.WriteLine($"/// {xml}");
            return;
        }

        foreach (string line in XmlText.SplitLines(xml))
            writer.WriteLine(line.Length == 0 ? "///" : $"/// {line}");
    }
}
