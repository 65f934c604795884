using System.Text.Json;
using System.Text.Json.Nodes;
using CfGen.Generator.Diagnostics;
using CfGen.Generator.Documents.Normalization;
using CfGen.Generator.Parsing;

namespace CfGen.Generator.Documents;

/// <summary>The version of OpenAPI that a document states.</summary>
/// <param name="Text">The version as the document writes it, such as <c>3.0.3</c>.</param>
/// <param name="IsSwagger2">The version is Swagger 2.0.</param>
/// <param name="Minor">The minor version of 3.x.</param>
internal sealed record SpecVersion(string Text, bool IsSwagger2, int Minor)
{
    /// <summary>Reads the version of a document. Returns a finding where it has none, or one that is not supported.</summary>
    public static (SpecVersion? Version, Finding? Finding) Read(JsonNode? root)
    {
        if (root is not JsonObject document)
            return (null, DocumentFindings.RootNotAnObject(JsonPointer.Root));

        string key = document.ContainsKey("openapi") ? "openapi" : "swagger";
        if (!document.TryGetPropertyValue(key, out JsonNode? node))
            return (null, DocumentFindings.MissingVersion(JsonPointer.Root));

        string pointer = JsonPointer.Append(JsonPointer.Root, key);
        if (node is not JsonValue value || value.GetValueKind() is not (JsonValueKind.String or JsonValueKind.Number))
            return (null, DocumentFindings.VersionNotAString(pointer));

        string text = value.ToPlainText();
        if (key == "swagger")
            return text.Trim() is "2.0" or "2" ? (new SpecVersion(text, true, 0), null) : CreateUnsupported(pointer, text);
        string[] parts = text.Trim().Split('.');
        return parts.Length >= 2 && parts[0] == "3" && parts[1] is "0" or "1" or "2"
            ? (new SpecVersion(text, false, parts[1][0] - '0'), null)
            : CreateUnsupported(pointer, text);
    }

    /// <summary>
    /// Writes the version as the OpenAPI library expects it: <c>3.0</c>, a number in YAML, becomes <c>3.0.0</c>. Rewrites components that
    /// are booleans.
    /// </summary>
    public void Normalize(JsonObject root)
    {
        BooleanSchemaNormalizer.NormalizeComponents(root, this);
        if (IsSwagger2)
            root["swagger"] = "2.0";
        else if (root["openapi"]!.GetValueKind() != JsonValueKind.String || Text.Trim().Split('.').Length < 3)
            root["openapi"] = "3." + NumberFormat.ToInvariantString(Minor) + ".0";
    }

    private static (SpecVersion? Version, Finding? Finding) CreateUnsupported(string pointer, string text) =>
        (null, DocumentFindings.UnsupportedVersion(pointer, text));
}
