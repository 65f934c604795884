using System.Text.Json.Nodes;
using CfGen.Generator.Parsing;

namespace CfGen.Generator.Documents.Normalization;

/// <summary>
/// Keeps <c>nullable: true</c> beside oneOf, anyOf, allOf or enum where there is no <c>type</c>. OpenAPI 3.0 gives it no meaning there,
/// and the OpenAPI library drops it, but APIs that write it do return null.
/// </summary>
internal static class NullableNormalizer
{
    /// <summary>The extension that replaces it in the tree, because the library keeps extensions.</summary>
    public const string NullableExtension = "x-cfgen-nullable";

    /// <summary>Tells a member that makes a schema nullable: the keyword of 3.0, or the extension that Swagger 2.0 documents use.</summary>
    public static bool AppliesTo(string key, JsonNode? value) => key is "nullable" or "x-nullable" && value.IsTrue();

    /// <summary>Adds the extension to a nullable schema without a type. A schema without any other keyword allows null already.</summary>
    public static void Normalize(JsonObject schema)
    {
        if (schema.ContainsKey("type"))
            return;
        foreach (string key in (string[])["allOf", "oneOf", "anyOf", "enum", "properties", "items", "additionalProperties"])
        {
            if (!schema.ContainsKey(key))
                continue;
            schema[NullableExtension] = true;
            return;
        }
    }
}
