using System.Text.Json.Nodes;
using Microsoft.OpenApi;

namespace CfGen.Generator.Documents;

/// <summary>Reads <c>x-</c> extensions of the object model.</summary>
internal static class VendorExtensions
{
    public static JsonNode? GetNode(this IDictionary<string, IOpenApiExtension>? extensions, string name) =>
        extensions is not null && extensions.TryGetValue(name, out IOpenApiExtension? extension)
            ? (extension as JsonNodeExtension)?.Node
            : null;

    public static string? GetString(this IDictionary<string, IOpenApiExtension>? extensions, string name) =>
        GetString(GetNode(extensions, name));

    public static string? GetString(JsonNode? extension) =>
        extension is JsonValue value && value.TryGetValue(out string? text) && text.Length > 0 ? text : null;

    /// <summary>Returns a list of strings. The extension can be one string or an array of strings.</summary>
    public static IReadOnlyList<string> GetStrings(this IDictionary<string, IOpenApiExtension>? extensions, string name) =>
        GetStrings(GetNode(extensions, name));

    public static IReadOnlyList<string> GetStrings(JsonNode? extension) =>
        extension switch
        {
            JsonArray array =>
            [
                .. array.OfType<JsonValue>().Select(v => v.TryGetValue(out string? text) ? text : "").Where(t => t.Length > 0),
            ],
            JsonValue value when value.TryGetValue(out string? text) && text.Length > 0 => [text],
            _ => [],
        };
}
