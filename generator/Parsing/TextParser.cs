using CfGen.Generator.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace CfGen.Generator.Parsing;

/// <summary>Tells JSON from YAML and hands over. The content decides, not the extension: an <c>.yaml</c> often holds JSON.</summary>
internal static class TextParser
{
    /// <summary>
    /// How deep values may be nested. The OpenAPI library recurses over the tree; on the 1 MB stack of a compiler thread it
    /// overflowed between 500 and 1,000 levels, which nothing can catch. The deepest real document seen has fewer than 60.
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

    /// <summary>The finding of a value that is nested too deep.</summary>
    public static Finding CreateTooDeepFinding(ParsedText parsed, int index) =>
        ParsingFindings.NestedTooDeeply(
            ShortenPointer(parsed.PositionTree.GetPointer(index)),
            MaximumDepth,
            parsed.SourceMap.GetNodeLocation(index)
        );

    // The pointer of a value 256 levels down says no more than its beginning does.
    private static string ShortenPointer(string pointer) => pointer.Length <= 200 ? pointer : pointer.Substring(0, 200) + "…";
}
