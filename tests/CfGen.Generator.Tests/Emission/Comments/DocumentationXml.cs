using System.Xml.Linq;
using CfGen.Generator.Emission;
using CfGen.Generator.Emission.Comments;

namespace CfGen.Generator.Tests.Emission.Comments;

/// <summary>The XML documentation of a description.</summary>
internal static class DocumentationXml
{
    /// <summary>Returns the lines between the tags of the summary.</summary>
    public static string Convert(string text)
    {
        string xml = ConvertWithTags(text);
        return xml["<summary>".Length..^"</summary>".Length].Trim('\n');
    }

    /// <summary>Returns the parsed summary. Throws if it is not well-formed.</summary>
    public static XElement Parse(string text) => XElement.Parse(ConvertWithTags(text), LoadOptions.PreserveWhitespace);

    private static string ConvertWithTags(string text)
    {
        CodeWriter writer = new();
        writer.WriteSummary(DocText.FromMarkdown(text));
        string[] lines = writer.ToString().TrimEnd('\n').Split('\n');
        Assert.All(lines, line => Assert.StartsWith("///", line, StringComparison.Ordinal));
        return string.Join("\n", lines.Select(line => line.Length > 3 ? line[4..] : ""));
    }
}
