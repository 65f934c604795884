using System.Text.Json.Nodes;

namespace CfGen.Generator.Documents.Normalization;

/// <summary>
/// Writes <c>propertyNames</c> in documents before 3.1 as the extension that the OpenAPI library has for it. Its reader of these versions
/// does not know the keyword.
/// </summary>
internal static class PropertyNameNormalizer
{
    private const string Keyword = "propertyNames";
    private const string Extension = "x-jsonschema-propertyNames";

    public static bool AppliesTo(JsonObject schema, SpecVersion version) =>
        (version.IsSwagger2 || version.Minor == 0) && schema[Keyword] is JsonObject;

    /// <returns>False in Swagger 2.0, whose reader knows no such extension.</returns>
    public static bool Normalize(JsonObject schema, SpecVersion version)
    {
        if (version.IsSwagger2)
            return false;
        JsonNode? rule = schema[Keyword];
        schema.Remove(Keyword);
        schema[Extension] = rule;
        return true;
    }
}
