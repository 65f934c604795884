using System.Text.Json.Nodes;
using JsonPointer = CfGen.Generator.Parsing.JsonPointer;

namespace CfGen.Corpus;

/// <summary>
/// Reads the schemas of a document, to compare them with the types that were generated. It is written apart from the generator's own
/// reading, so that the two check each other.
/// </summary>
internal sealed class SchemaContent(JsonObject root)
{
    // References and compositions that are deeper than this say nothing here.
    private const int MaximumDepth = 24;

    /// <summary>Finds a value by its pointer; null where there is none. The pointers of 3.x work in a document of 2.0.</summary>
    public JsonNode? Find(string pointer)
    {
        JsonNode? node = root;
        string[] names = JsonPointer.Split(pointer);
        for (int i = 0; i < names.Length && node is not null; i++)
        {
            if (i == 0 && names[0] == "components" && root["components"] is null)
                continue;
            string name =
                i == 1 && names[0] == "components" && names[1] == "schemas" && root["components"] is null ? "definitions" : names[i];
            node = node switch
            {
                // The tree has the positions of a tuple as properties.
                JsonObject members => members[name] ?? (name is "prefixItems" or "items" ? members["properties"] : null),
                JsonArray items when int.TryParse(name, out int index) && index >= 0 && index < items.Count => items[index],
                _ => null,
            };
        }

        return node;
    }

    /// <summary>Follows the references of a value, and adds their pointers to <paramref name="followed"/>.</summary>
    public JsonNode? Follow(JsonNode? node, ICollection<string>? followed = null)
    {
        for (int i = 0; i < MaximumDepth && GetReference(node) is { } reference; i++)
        {
            followed?.Add(reference);
            node = Find(Uri.UnescapeDataString(reference));
        }

        return node;
    }

    /// <summary>Finds a keyword of a schema, of the schema that it refers to, or of one in its <c>allOf</c> or only alternative.</summary>
    public JsonNode? FindKeyword(JsonNode? schema, string keyword, int depth = 0)
    {
        if (depth > MaximumDepth || Follow(schema) is not JsonObject members)
            return null;
        if (members[keyword] is { } value)
            return value;
        IEnumerable<JsonNode?> parts = GetItems(members, "allOf");
        foreach (string union in (string[])["oneOf", "anyOf"])
        {
            if (members[union] is JsonArray { Count: 1 } only)
                parts = parts.Concat(only);
        }

        return parts.Select(p => FindKeyword(p, keyword, depth + 1)).FirstOrDefault(v => v is not null);
    }

    /// <summary>Finds a property of a schema or of the parts of its <c>allOf</c>.</summary>
    public JsonNode? FindProperty(JsonNode? schema, string name, int depth = 0)
    {
        if (depth > MaximumDepth || Follow(schema) is not JsonObject members)
            return null;
        if (members["properties"] is JsonObject properties && properties[name] is { } property)
            return property;
        return GetItems(members, "allOf").Select(p => FindProperty(p, name, depth + 1)).FirstOrDefault(v => v is not null);
    }

    /// <summary>
    /// True if a schema says more than "any JSON value" or "any object": a type, values, a format or pattern, members, elements, or
    /// alternatives that all do.
    /// </summary>
    public bool SaysMore(JsonNode? schema, int depth = 0)
    {
        if (depth > MaximumDepth || Follow(schema) is not JsonObject members)
            return false;
        if (members["const"] is not null || members["enum"] is JsonArray { Count: > 0 } values && values.Any(v => v is not null))
            return true;
        if (members["properties"] is JsonObject { Count: > 0 } || members["patternProperties"] is JsonObject { Count: > 0 })
            return true;
        if (
            members["additionalProperties"] is JsonObject { Count: > 0 }
            || members["items"] is JsonObject
            || members["prefixItems"] is JsonArray
        )
            return true;
        return SaysType(members)
            || GetItems(members, "allOf").Any(p => SaysMore(p, depth + 1))
            || SaysAlternatives(members, "oneOf", depth)
            || SaysAlternatives(members, "anyOf", depth);
    }

    private static bool SaysType(JsonObject members)
    {
        List<string> types =
        [
            .. (members["type"] as JsonArray ?? [members["type"]?.DeepClone()])
                .Select(GetText)
                .OfType<string>()
                .Where(t => t is not "null"),
        ];
        if (types.Count == 0)
            return GetText(members["format"]) is not null || GetText(members["pattern"]) is not null;
        return types.Exists(t => t is not "object");
    }

    private bool SaysAlternatives(JsonObject members, string keyword, int depth)
    {
        List<JsonNode?> alternatives = [.. GetItems(members, keyword).Where(a => !IsNull(a))];
        return alternatives.Count > 0 && alternatives.TrueForAll(a => SaysMore(a, depth + 1));
    }

    // { type: null }, { enum: [null] } and { nullable: true } are alternatives for null only.
    private bool IsNull(JsonNode? schema) =>
        Follow(schema) is JsonObject members
        && (
            GetText(members["type"]) == "null"
            || (members["enum"] is JsonArray values && values.All(v => v is null))
            || (members.Count == 1 && members.ContainsKey("nullable"))
        );

    private static JsonArray GetItems(JsonObject members, string keyword) => members[keyword] as JsonArray ?? [];

    private static string? GetReference(JsonNode? node) =>
        node is JsonObject members && GetText(members["$ref"]) is ['#', ..] reference ? reference : null;

    private static string? GetText(JsonNode? node) => node is JsonValue value && value.TryGetValue(out string? text) ? text : null;
}
