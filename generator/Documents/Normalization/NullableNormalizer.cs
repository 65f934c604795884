using System.Text.Json.Nodes;
using CfGen.Generator.Parsing;

namespace CfGen.Generator.Documents.Normalization;

/// <summary>
/// Keeps <c>nullable: true</c> where there is no <c>type</c>, and in versions that do not have it. OpenAPI gives it no meaning there, and
/// the OpenAPI library drops it, but APIs that write it do return null.
/// </summary>
internal static class NullableNormalizer
{
    /// <summary>The extension that replaces it in the tree, because the library keeps extensions.</summary>
    public const string NullableExtension = "x-cfgen-nullable";

    /// <summary>
    /// True for a member that makes a schema nullable: the keyword of 3.0, or the extension that Swagger 2.0 documents use.
    /// </summary>
    public static bool AppliesTo(string key, JsonNode? value) => key is "nullable" or "x-nullable" && value.IsTrue();

    /// <summary>
    /// Adds the extension to a nullable schema, unless the library reads the keyword: <c>nullable</c> beside a type in 3.0.
    /// </summary>
    public static void Normalize(JsonObject schema, SpecVersion version)
    {
        bool isRead = !version.IsSwagger2 && version.Minor == 0 && schema.ContainsKey("type") && schema["nullable"].IsTrue();
        if (!isRead)
            schema[NullableExtension] = true;
    }
}
