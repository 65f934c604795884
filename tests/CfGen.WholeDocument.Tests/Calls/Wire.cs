using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using CfGen.WholeDocument.Tests.Schemas;

namespace CfGen.WholeDocument.Tests.Calls;

/// <summary>How values stand in a URL or header, by the styles of OpenAPI 3.0.</summary>
internal static class Wire
{
    public static string Text(JsonNode? value) => value?.GetValueKind() == JsonValueKind.String ? value.GetValue<string>() : value?.ToJsonString() ?? "";

    public static bool Same(string expected, string actual) => JsonDifference.SameText(expected, actual)
        || (decimal.TryParse(expected, NumberStyles.Float, CultureInfo.InvariantCulture, out decimal left) && decimal.TryParse(actual, NumberStyles.Float, CultureInfo.InvariantCulture, out decimal right) && left == right);

    /// <summary>Style simple without explode.</summary>
    public static string Simple(JsonNode? value) => value switch
    {
        JsonArray items => string.Join(',', items.Select(Text)),
        JsonObject members => string.Join(',', members.Select(m => $"{m.Key},{Text(m.Value)}")),
        _ => Text(value),
    };

    public static IEnumerable<(string Name, string Value)> Query(RawParameter parameter, JsonNode? value)
    {
        string separator = parameter.Style switch { "spaceDelimited" => " ", "pipeDelimited" => "|", _ => "," };
        return value switch
        {
            JsonArray items when parameter.Explode => items.Select(i => (parameter.Name, Text(i))),
            JsonArray items => [(parameter.Name, string.Join(separator, items.Select(Text)))],
            JsonObject members when parameter.Style == "deepObject" => members.Select(m => ($"{parameter.Name}[{m.Key}]", Text(m.Value))),
            // A list in an object is sent as one in no object would be.
            JsonObject members when parameter.Explode => members.SelectMany(m => m.Value is JsonArray items ? items.Select(i => (m.Key, Text(i))) : [(m.Key, Text(m.Value))]),
            JsonObject members => [(parameter.Name, string.Join(',', members.Select(m => $"{m.Key},{Text(m.Value)}")))],
            _ => [(parameter.Name, Text(value))],
        };
    }
}
