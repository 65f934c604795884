using CfGen.Generator.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace CfGen.Generator.Parsing;

/// <summary>
/// Parses a text as JSON or YAML. The content decides, not the extension, because files named <c>.yaml</c> often hold JSON.
/// </summary>
internal static class TextParser
{
    /// <summary>
    /// The maximum depth of values. The OpenAPI library is recursive. On the 1 MB stack of a compiler thread it overflows between 500 and
    /// 1,000 levels, which cannot be caught. The deepest real document known has fewer than 60.
    /// </summary>
    public const int MaximumDepth = 256;

    public static ParsedText Parse(DocumentText document, CancellationToken ct)
    {
        var parsed = new ParsedText(document);
        SourceText text = document.Text;
        int start = 0;
        while (start < text.Length && (char.IsWhiteSpace(text[start]) || text[start] == '\uFEFF'))
            start++;
        if (start == text.Length)
        {
            parsed.FailEmpty();
            return parsed;
        }

        bool isComment = text[start] == '/' && start + 1 < text.Length && text[start + 1] is '/' or '*';
        if (text[start] == '{' || isComment)
            JsonTextParser.Parse(parsed, ct);
        else
            YamlTextParser.Parse(parsed, ct);
        return parsed;
    }

    /// <summary>Creates the finding of a value that is nested too deeply.</summary>
    public static Finding CreateTooDeepFinding(ParsedText parsed, int index) =>
        ParsingFindings.NestedTooDeeply(
            ShortenPointer(parsed.PositionTree.GetPointer(index)),
            MaximumDepth,
            parsed.SourceMap.GetNodeLocation(index)
        );

    // The start of a long pointer is enough.
    private static string ShortenPointer(string pointer) => pointer.Length <= 200 ? pointer : pointer.Substring(0, 200) + "…";
}
