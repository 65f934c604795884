using System.Text.Json.Nodes;
using CfGen.Generator.Parsing;

namespace CfGen.Generator.Documents.Normalization;

/// <summary>
/// Marks a list of types, which the OpenAPI library reads as it reads an anyOf of types, and rewrites it in documents before 3.1, which
/// have none but write it: <c>type: [string, "null"]</c>.
/// </summary>
internal static class TypeListNormalizer
{
    /// <summary>The extension of a schema with a list of types.</summary>
    public const string TypeListExtension = "x-cfgen-type-list";

    public static bool AppliesTo(string key, JsonNode? value) => key == "type" && value is JsonArray;

    /// <summary>Writes one type as the type, several as an anyOf, and null as nullable, in documents before 3.1.</summary>
    public static void Normalize(JsonObject schema, SpecVersion version)
    {
        List<string> types = [.. ((JsonArray)schema["type"]!).Select(t => t.AsString()).OfType<string>()];
        if (!version.IsSwagger2 && version.Minor > 0)
        {
            if (types.Count(t => t != "null") > 1)
                schema[TypeListExtension] = true;
            return;
        }

        schema.Remove("type");
        if (types.Remove("null"))
            schema[NullableNormalizer.NullableExtension] = true;
        if (types.Count == 1)
        {
            schema["type"] = types[0];
        }
        else if (types.Count > 1 && !schema.ContainsKey("anyOf"))
        {
            schema["anyOf"] = new JsonArray([
                .. types.Distinct(StringComparer.Ordinal).Select(t => (JsonNode)new JsonObject { ["type"] = t }),
            ]);
            schema[TypeListExtension] = true;
        }
    }
}
