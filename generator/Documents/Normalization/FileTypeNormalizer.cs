using System.Text.Json.Nodes;
using CfGen.Generator.Parsing;

namespace CfGen.Generator.Documents.Normalization;

/// <summary>Writes <c>type: file</c> of Swagger 2.0, which some later documents keep, as binary content.</summary>
internal static class FileTypeNormalizer
{
    public static bool AppliesTo(string key, JsonNode? value) => key == "type" && value.AsString() == "file";

    public static void Normalize(JsonObject schema)
    {
        schema["type"] = "string";
        schema["format"] = "binary";
    }
}
