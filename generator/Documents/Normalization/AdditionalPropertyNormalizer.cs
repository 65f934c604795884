using System.Text.Json.Nodes;
using CfGen.Generator.Parsing;

namespace CfGen.Generator.Documents.Normalization;

/// <summary>
/// Keeps <c>additionalProperties: true</c> beside properties, which the OpenAPI library does not tell from a schema without it. Who writes
/// it means properties that callers read and send. <c>unevaluatedProperties</c> means the same for a schema that is merged with others.
/// </summary>
internal static class AdditionalPropertyNormalizer
{
    private const string Keyword = "additionalProperties";
    private const string Unevaluated = "unevaluatedProperties";

    public static bool AppliesTo(string key) => key is Keyword or Unevaluated;

    public static void Normalize(JsonObject schema)
    {
        if (!schema.ContainsKey(Keyword) && schema[Unevaluated] is { } unevaluated && (unevaluated is JsonObject || unevaluated.IsTrue()))
        {
            schema.Remove(Unevaluated);
            schema[Keyword] = unevaluated;
        }

        if (schema[Keyword].IsTrue() && schema["properties"] is JsonObject { Count: > 0 })
            schema[Keyword] = new JsonObject();
    }
}
