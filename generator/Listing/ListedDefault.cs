using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using CfGen.Generator.Parsing;

namespace CfGen.Generator.Listing;

/// <summary>Defaults as the lines of a listing have them.</summary>
internal static class ListedDefault
{
    private static readonly JsonSerializerOptions s_json = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        MaxDepth = TextParser.MaximumDepth + 1,
    };

    /// <summary>Returns the JSON with the members of objects in ordinal order: another order is the same default.</summary>
    /// <param name="json">JSON of one line; empty for none.</param>
    public static string Format(string json) =>
        json.Length > 0 && json[0] is '{' or '['
            ? Sort(JsonNode.Parse(json, documentOptions: new() { MaxDepth = s_json.MaxDepth }))!.ToJsonString(s_json)
            : json;

    private static JsonNode? Sort(JsonNode? node) =>
        node switch
        {
            JsonObject members => new JsonObject(
                members.OrderBy(m => m.Key, StringComparer.Ordinal).Select(m => new KeyValuePair<string, JsonNode?>(m.Key, Sort(m.Value)))
            ),
            JsonArray items => new JsonArray([.. items.Select(Sort)]),
            JsonValue value => value.DeepClone(),
            _ => null,
        };
}
