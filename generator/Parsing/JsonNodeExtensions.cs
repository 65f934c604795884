using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.OpenApi;

namespace CfGen.Generator.Parsing;

internal static class JsonNodeExtensions
{
    // How the OpenAPI library writes JSON's null where it is a value.
    private static readonly string s_null = JsonNullSentinel.JsonNull.GetValue<string>();

    /// <summary>The names of the members, in their order: strings, where the object itself enumerates pairs.</summary>
    public static ICollection<string> GetMemberNames(this JsonObject node) => ((IDictionary<string, JsonNode?>)node).Keys;

    /// <summary>The text of a string; null for anything else.</summary>
    public static string? AsString(this JsonNode? node) => node is JsonValue value && value.TryGetValue(out string? text) ? text : null;

    /// <summary>Whether it is JSON's <c>true</c>.</summary>
    public static bool IsTrue(this JsonNode? node) => node is JsonValue value && value.TryGetValue(out bool truth) && truth;

    /// <summary>A string itself, of any other value its JSON.</summary>
    public static string ToPlainText(this JsonNode node) =>
        node.GetValueKind() == JsonValueKind.String ? node.GetValue<string>() : node.ToJsonString();

    /// <summary>Whether the node is JSON's null, which the OpenAPI library writes as a sentinel string. Compares in place: most are strings of the document.</summary>
    public static bool IsJsonNull(this JsonNode? node) =>
        node is null
        || (
            node is JsonValue value
            && (
                value.TryGetValue(out JsonElement element)
                    ? element.ValueKind == JsonValueKind.Null || (element.ValueKind == JsonValueKind.String && element.ValueEquals(s_null))
                    : JsonNullSentinel.IsJsonNullSentinel(node)
            )
        );

    /// <summary>Whether it is a number that a long holds.</summary>
    public static bool IsInteger(this JsonValue value) =>
        value.GetValueKind() == JsonValueKind.Number
        && long.TryParse(value.ToJsonString(), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out _);
}
