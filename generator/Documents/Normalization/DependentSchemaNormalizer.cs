using System.Text.Json.Nodes;
using CfGen.Generator.Parsing;

namespace CfGen.Generator.Documents.Normalization;

/// <summary>
/// Makes members of the properties that only <c>dependentSchemas</c> declare: they are there where another property is, and optional to the
/// type.
/// </summary>
internal static class DependentSchemaNormalizer
{
    private const string Keyword = "dependentSchemas";

    public static bool AppliesTo(JsonObject schema) => schema[Keyword] is JsonObject;

    public static void Normalize(JsonObject schema)
    {
        if (TupleNormalizer.IsTuple(schema))
            return;
        foreach (KeyValuePair<string, JsonNode?> dependent in (JsonObject)schema[Keyword]!)
        {
            if ((dependent.Value as JsonObject)?["properties"] is not JsonObject declared)
                continue;
            if (schema["properties"] is not JsonObject properties)
                schema["properties"] = properties = [];
            foreach (string name in declared.GetMemberNames().Where(n => !properties.ContainsKey(n)).ToList())
            {
                JsonNode? property = declared[name];
                declared.Remove(name);
                properties.Add(name, property);
            }
        }
    }
}
