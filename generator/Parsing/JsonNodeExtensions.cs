using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.OpenApi;

namespace CfGen.Generator.Parsing;

internal static class JsonNodeExtensions
{
    // The text that the OpenAPI library uses for a null value.
    private static readonly string s_null = JsonNullSentinel.JsonNull.GetValue<string>();

    /// <summary>Returns the names of the members in their order, without the pairs that the object enumerates.</summary>
    public static ICollection<string> GetMemberNames(this JsonObject node) => ((IDictionary<string, JsonNode?>)node).Keys;

    /// <summary>Returns the member or item that a token of a pointer names; null where there is none.</summary>
    public static JsonNode? GetChild(this JsonNode? node, string token) =>
        node switch
        {
            JsonObject value when value.TryGetPropertyValue(token, out JsonNode? child) => child,
            JsonArray list when int.TryParse(token, NumberStyles.None, CultureInfo.InvariantCulture, out int index) && index < list.Count =>
                list[index],
            _ => null,
        };

    /// <summary>Returns the text of a string; null for any other value.</summary>
    public static string? AsString(this JsonNode? node) => node is JsonValue value && value.TryGetValue(out string? text) ? text : null;

    /// <summary>True if the value is <c>true</c>.</summary>
    public static bool IsTrue(this JsonNode? node) => node is JsonValue value && value.TryGetValue(out bool truth) && truth;

    /// <summary>Returns the text of a string, or the JSON of any other value.</summary>
    public static string ToPlainText(this JsonNode node) =>
        node.GetValueKind() == JsonValueKind.String ? node.GetValue<string>() : node.ToJsonString();

    /// <summary>
    /// True if the value is null, which the OpenAPI library writes as a sentinel string. It is compared in place, because most values are
    /// strings of the document.
    /// </summary>
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

    /// <summary>True if the value is a number that fits a long.</summary>
    public static bool IsInteger(this JsonValue value) =>
        value.GetValueKind() == JsonValueKind.Number
        && long.TryParse(value.ToJsonString(), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out _);
}
