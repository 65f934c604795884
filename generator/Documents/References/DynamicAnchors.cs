using System.Text.Json.Nodes;
using CfGen.Generator.Parsing;

namespace CfGen.Generator.Documents.References;

/// <summary>The places of <c>$dynamicAnchor</c> in a document, by their names.</summary>
internal sealed class DynamicAnchors
{
    private const string Keyword = "$dynamicAnchor";

    private readonly ILookup<string, string> _anchors;

    public DynamicAnchors(JsonObject root) =>
        _anchors = FindLocated(root)
            .Where(l => l.Schema[Keyword].AsString() is not null)
            .ToLookup(l => l.Schema[Keyword].AsString()!, l => l.Pointer, StringComparer.Ordinal);

    /// <summary>
    /// Finds the anchor that a reference has without a binding: in the outermost schema around it, else the only one of this name. Null
    /// where there is none, or several.
    /// </summary>
    public string? Find(string name, string pointer)
    {
        List<string> all = [.. _anchors[name]];
        string? around = all.Where(a => pointer.StartsWith(GetScope(a) + "/", StringComparison.Ordinal))
            .OrderBy(a => a.Length)
            .FirstOrDefault();
        return around ?? (all.Count == 1 ? all[0] : null);
    }

    /// <summary>
    /// The names that a schema binds for the schemas that it refers to, with their targets: in its <c>$defs</c>, or itself.
    /// </summary>
    public static SortedDictionary<string, string> ReadBindings(JsonObject schema, string pointer)
    {
        SortedDictionary<string, string> bindings = new(StringComparer.Ordinal);
        if (schema[Keyword].AsString() is { } own)
            bindings[own] = pointer;
        if (schema["$defs"] is not JsonObject definitions)
            return bindings;
        foreach (KeyValuePair<string, JsonNode?> member in definitions)
        {
            if (member.Value is not JsonObject definition || definition[Keyword].AsString() is not { } name)
                continue;
            // An anchor beside nothing but a reference is another name of its target.
            bool isAlias = definition.Count == 2 && ReferenceLinker.GetReference(definition) is ['#', '/', ..];
            bindings[name] = isAlias
                ? ReferenceLinker.GetReference(definition)!
                : JsonPointer.Append(JsonPointer.Append(pointer, "$defs"), member.Key);
        }

        return bindings;
    }

    public static IEnumerable<JsonObject> FindObjects(JsonNode? node) => FindLocated(node).Select(l => l.Schema);

    /// <summary>All objects of a value with their pointers, the outer ones first.</summary>
    public static IEnumerable<(JsonObject Schema, string Pointer)> FindLocated(JsonNode? root)
    {
        Stack<(JsonNode? Node, string Pointer)> open = new([(root, JsonPointer.Root)]);
        while (open.Count > 0)
        {
            (JsonNode? node, string pointer) = open.Pop();
            if (node is JsonArray list)
            {
                for (int i = list.Count - 1; i >= 0; i--)
                    open.Push((list[i], JsonPointer.Append(pointer, i)));
            }
            else if (node is JsonObject value)
            {
                yield return (value, pointer);
                foreach (KeyValuePair<string, JsonNode?> member in value.Reverse())
                {
                    if (member.Value is JsonObject or JsonArray)
                        open.Push((member.Value, JsonPointer.Append(pointer, member.Key)));
                }
            }
        }
    }

    /// <summary>The schema in which an anchor counts: the one around its <c>$defs</c>, or itself.</summary>
    private static string GetScope(string anchor)
    {
        int definitions = anchor.LastIndexOf("/$defs/", StringComparison.Ordinal);
        return definitions < 0 ? anchor : anchor.Substring(0, definitions);
    }
}
