using System.Text.Json.Nodes;
using CfGen.Generator.Parsing;
using Microsoft.OpenApi;

namespace CfGen.Generator.Documents.Normalization;

/// <summary>
/// Keeps <c>dependentRequired</c>, and the lists of <c>dependencies</c> of earlier drafts of JSON Schema, in an extension: the OpenAPI
/// library reads the first in documents of 3.1 only, and the second never.
/// </summary>
internal static class DependencyNormalizer
{
    /// <summary>The keyword of JSON Schema before 2019-09, which also has schemas.</summary>
    public const string OldKeyword = "dependencies";

    private const string Extension = "x-cfgen-dependencies";

    private static readonly string[] s_keywords = ["dependentRequired", OldKeyword];

    public static bool AppliesTo(string key) => Array.IndexOf(s_keywords, key) >= 0;

    /// <summary>Copies the rules to the extension: for each keyword, the names by the property that requires them.</summary>
    public static void Normalize(JsonObject schema)
    {
        var copies = new JsonObject();
        foreach (string keyword in s_keywords)
        {
            if (schema[keyword] is JsonObject rules)
                copies.Add(keyword, rules.DeepClone());
        }

        schema[Extension] = copies;
    }

    /// <summary>Reads the rules of a schema: the other property, the one that it requires, and the pointer below the schema.</summary>
    public static IEnumerable<(string Other, string Name, string Pointer)> Read(IOpenApiSchema schema)
    {
        if (schema.Extensions.GetNode(Extension) is not JsonObject copies)
            yield break;
        foreach (KeyValuePair<string, JsonNode?> keyword in copies)
        {
            foreach (KeyValuePair<string, JsonNode?> rule in (JsonObject)keyword.Value!)
            {
                foreach (JsonNode? name in rule.Value as JsonArray ?? [])
                {
                    if (name.AsString() is { } required)
                        yield return (rule.Key, required, $"/{keyword.Key}/{JsonPointer.Escape(rule.Key)}");
                }
            }
        }
    }
}
