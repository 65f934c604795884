using System.Text.Json.Nodes;
using CfGen.Generator.Parsing;

namespace CfGen.Generator.Documents.Normalization;

/// <summary>
/// <c>nullable: true</c> beside a choice, an allOf or an enum and without a <c>type</c>. By the letter of 3.0 it says nothing there, and the
/// OpenAPI library drops it; every API that writes it answers with null.
/// </summary>
internal static class NullableNormalizer
{
    /// <summary>The extension that takes its place in the tree: those come through the library.</summary>
    public const string NullableExtension = "x-cfgen-nullable";

    /// <summary>Whether a member of a schema says that null is one of its values: 3.0 in its own word, 2.0 and many others with the extension.</summary>
    public static bool AppliesTo(string key, JsonNode? value) => key is "nullable" or "x-nullable" && value.IsTrue();

    /// <summary>Marks a schema that says so, where nothing else would tell. One that says nothing else is any value, null or not.</summary>
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
