using System.Text.Json.Nodes;
using Microsoft.OpenApi;

namespace CfGen.Generator.Binding;

/// <summary>Reads <c>x-</c> extensions of the object model.</summary>
internal static class Extensions
{
    public static JsonNode? Node(this IDictionary<string, IOpenApiExtension>? extensions, string name) =>
        extensions is not null && extensions.TryGetValue(name, out IOpenApiExtension? extension) ? (extension as JsonNodeExtension)?.Node : null;

    public static string? Text(this IDictionary<string, IOpenApiExtension>? extensions, string name) =>
        Text(Node(extensions, name));

    public static string? Text(JsonNode? extension) =>
        extension is JsonValue value && value.TryGetValue(out string? text) && text.Length > 0 ? text : null;

    /// <summary>A list of strings, whether the extension is one string or an array of them.</summary>
    public static IReadOnlyList<string> Texts(this IDictionary<string, IOpenApiExtension>? extensions, string name) => Texts(Node(extensions, name));

    public static IReadOnlyList<string> Texts(JsonNode? extension) => extension switch
    {
        JsonArray array => [.. array.OfType<JsonValue>().Select(v => v.TryGetValue(out string? text) ? text : "").Where(t => t.Length > 0)],
        JsonValue value when value.TryGetValue(out string? text) && text.Length > 0 => [text],
        _ => [],
    };
}
