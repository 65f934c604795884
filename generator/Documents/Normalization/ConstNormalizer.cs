using System.Text.Json;
using System.Text.Json.Nodes;

namespace CfGen.Generator.Documents.Normalization;

/// <summary>
/// Rewrites a <c>const</c> that is a number or a boolean. The OpenAPI library reads it as a string, and 1 is not "1" in JSON.
/// </summary>
internal static class ConstNormalizer
{
    public static bool AppliesTo(string key, JsonNode? value) =>
        key == "const"
        && value is JsonValue constant
        && constant.GetValueKind() is JsonValueKind.Number or JsonValueKind.True or JsonValueKind.False;

    /// <summary>Writes the constant as the only value of <c>enum</c>, which the library keeps as it is.</summary>
    public static void Normalize(JsonObject schema)
    {
        JsonNode? value = schema["const"];
        schema.Remove("const");
        schema["enum"] = new JsonArray(value);
    }
}
