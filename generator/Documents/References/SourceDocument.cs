using System.Text.Json.Nodes;
using CfGen.Generator.Diagnostics;
using CfGen.Generator.Parsing;

namespace CfGen.Generator.Documents.References;

/// <summary>A parsed document of a set.</summary>
internal sealed class SourceDocument(string name, ParsedText parsed, bool isMain)
{
    private Dictionary<string, string>? _anchors;

    /// <summary>The path with <c>/</c>, and without <c>.</c> and <c>..</c>.</summary>
    public string Name { get; } = name;

    public ParsedText Parsed { get; } = parsed;

    public JsonNode? Root => Parsed.Root;

    public SourceMap SourceMap => Parsed.SourceMap;

    public bool IsMain { get; } = isMain;

    /// <summary>The identifiers of the document, whose references are rewritten by them; null where there are none.</summary>
    public IdentifierReferences? Identifiers { get; init; }

    /// <summary>Returns a pointer as messages show it. The name of the file precedes a pointer of another document.</summary>
    public string FormatPointer(string pointer) => IsMain ? pointer : Name.Substring(Name.LastIndexOf('/') + 1) + pointer;

    /// <summary>Gives a finding of this document its location, where the main document does not have the pointer.</summary>
    public Finding Locate(Finding finding) =>
        IsMain ? finding : finding with { Pointer = FormatPointer(finding.Pointer), Location = SourceMap.GetLocation(finding.Pointer) };

    /// <summary>Returns the pointer of the schema with <c>$anchor: name</c> or <c>$id: name</c>; null where there is none.</summary>
    public string? FindAnchor(string name)
    {
        if (_anchors is null)
        {
            _anchors = new Dictionary<string, string>(StringComparer.Ordinal);
            CollectAnchors(Root, JsonPointer.Root, _anchors);
        }

        return _anchors.TryGetValue(name, out string? pointer) ? pointer : null;
    }

    private static void CollectAnchors(JsonNode? node, string pointer, Dictionary<string, string> anchors)
    {
        switch (node)
        {
            case JsonObject value:
                foreach (KeyValuePair<string, JsonNode?> member in value)
                {
                    if (
                        member.Key is "$anchor" or "$dynamicAnchor" or "$id"
                        && member.Value is JsonValue text
                        && text.TryGetValue(out string? name)
                        && !anchors.ContainsKey(name)
                    )
                        anchors.Add(name, pointer);
                    else
                        CollectAnchors(member.Value, JsonPointer.Append(pointer, member.Key), anchors);
                }

                break;
            case JsonArray list:
                for (int i = 0; i < list.Count; i++)
                    CollectAnchors(list[i], JsonPointer.Append(pointer, i), anchors);
                break;
        }
    }
}
