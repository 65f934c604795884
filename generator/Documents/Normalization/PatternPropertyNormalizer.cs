using System.Text.Json.Nodes;
using CfGen.Generator.Parsing;

namespace CfGen.Generator.Documents.Normalization;

/// <summary>
/// Writes <c>patternProperties</c> as additional properties in documents before 3.1, whose reader of the OpenAPI library does not know the
/// keyword. A value of one of several patterns is one of several types.
/// </summary>
internal static class PatternPropertyNormalizer
{
    private const string Keyword = "patternProperties";
    private const string Additional = "additionalProperties";

    public static bool AppliesTo(JsonObject schema, SpecVersion version) =>
        (version.IsSwagger2 || version.Minor == 0) && schema[Keyword] is JsonObject { Count: > 0 };

    public static void Normalize(JsonObject schema)
    {
        var patterns = (JsonObject)schema[Keyword]!;
        if (schema[Additional].IsTrue())
            return;
        schema.Remove(Keyword);
        List<JsonNode> types = [];
        foreach (string pattern in patterns.GetMemberNames().ToList())
        {
            if (patterns[pattern] is not JsonObject type)
                continue;
            patterns.Remove(pattern);
            types.Add(type);
        }

        if (schema[Additional] is JsonObject others)
        {
            schema.Remove(Additional);
            types.Add(others);
        }

        if (types.Count > 0)
            schema[Additional] = types.Count == 1 ? types[0] : new JsonObject { ["anyOf"] = new JsonArray([.. types]) };
    }
}
