using System.Text.Json.Nodes;
using CfGen.Generator.Parsing;

namespace CfGen.Generator.Documents.Normalization;

/// <summary>
/// Rewrites boolean schemas, which JSON Schema allows wherever it allows a schema and the OpenAPI library does not read: <c>true</c> is any
/// JSON, and <c>false</c> is none.
/// </summary>
internal static class BooleanSchemaNormalizer
{
    /// <summary>True for the keywords whose booleans the library reads.</summary>
    public static bool IsRead(string key) =>
        key is "additionalProperties" or "unevaluatedProperties" or "additionalItems" or "unevaluatedItems";

    /// <summary>Creates the object that means the same as the boolean; null for any other value.</summary>
    public static JsonObject? TryCreate(JsonNode? value) =>
        value is not JsonValue scalar || !scalar.TryGetValue(out bool allowed) ? null
        : allowed ? []
        : new JsonObject { ["not"] = new JsonObject() };

    /// <summary>Rewrites the components that are booleans.</summary>
    public static void NormalizeComponents(JsonObject root, SpecVersion version)
    {
        JsonNode? schemas = version.IsSwagger2 ? root["definitions"] : (root["components"] as JsonObject)?["schemas"];
        if (schemas is not JsonObject members)
            return;
        foreach (string name in members.GetMemberNames())
        {
            if (TryCreate(members[name]) is { } schema)
                members[name] = schema;
        }
    }

    /// <summary>Rewrites a boolean keyword of a schema, parameter or media type.</summary>
    public static void Normalize(JsonObject holder, string key, JsonObject schema)
    {
        // Beside a tuple, `items: false` says that there are no more items.
        if (key == "items" && holder.ContainsKey("prefixItems"))
            holder.Remove(key);
        else
            holder[key] = schema;
    }
}
