using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using CfGen.WholeDocument.Tests.Schemas;

namespace CfGen.WholeDocument.Tests.Calls;

/// <summary>Formats values for a URL or a header, by the styles of OpenAPI 3.0.</summary>
internal static class WireFormat
{
    public static string ToText(JsonNode? value) =>
        value?.GetValueKind() == JsonValueKind.String ? value.GetValue<string>() : value?.ToJsonString() ?? "";

    public static bool AreEqual(string expected, string actual) =>
        JsonDifference.AreEqualText(expected, actual)
        || (
            decimal.TryParse(expected, NumberStyles.Float, CultureInfo.InvariantCulture, out decimal left)
            && decimal.TryParse(actual, NumberStyles.Float, CultureInfo.InvariantCulture, out decimal right)
            && left == right
        );

    /// <summary>Style simple without explode.</summary>
    public static string FormatSimple(JsonNode? value) =>
        value switch
        {
            JsonArray items => string.Join(',', items.Select(ToText)),
            JsonObject members => string.Join(',', members.Select(m => $"{m.Key},{ToText(m.Value)}")),
            _ => ToText(value),
        };

    public static IEnumerable<(string Name, string Value)> FormatQuery(RawParameter parameter, JsonNode? value)
    {
        string separator = parameter.Style switch
        {
            "spaceDelimited" => " ",
            "pipeDelimited" => "|",
            _ => ",",
        };
        return value switch
        {
            JsonArray items when parameter.Explode => items.Select(i => (parameter.Name, ToText(i))),
            JsonArray items => [(parameter.Name, string.Join(separator, items.Select(ToText)))],
            JsonObject members when parameter.Style == "deepObject" => members.Select(m => ($"{parameter.Name}[{m.Key}]", ToText(m.Value))),
            // A list in an object is sent as one in no object would be.
            JsonObject members when parameter.Explode => members.SelectMany(m =>
                m.Value is JsonArray items ? items.Select(i => (m.Key, ToText(i))) : [(m.Key, ToText(m.Value))]
            ),
            JsonObject members => [(parameter.Name, string.Join(',', members.Select(m => $"{m.Key},{ToText(m.Value)}")))],
            _ => [(parameter.Name, ToText(value))],
        };
    }
}
