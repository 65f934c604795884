using System.Text.Json;
using System.Text.Json.Nodes;

namespace CfGen.Changes.Wire;

/// <summary>Brings what has no order into one: the names of a query or form, the members of JSON, the parts of a body.</summary>
internal static class CanonicalText
{
    /// <summary>Returns a URL with the names of its query in order. The values of one name keep theirs.</summary>
    public static string OfUrl(string url) =>
        url.IndexOf('?', StringComparison.Ordinal) is >= 0 and int query ? url[..(query + 1)] + OfPairs(url[(query + 1)..]) : url;

    /// <summary>Returns the text of a body.</summary>
    public static string OfBody(string mediaType, string body)
    {
        if (mediaType == "application/x-www-form-urlencoded")
            return OfPairs(body);
        if (mediaType.StartsWith("multipart/", StringComparison.Ordinal))
            return OfParts(body);
        if (!mediaType.EndsWith("json", StringComparison.Ordinal))
            return body;
        try
        {
            return Sort(JsonNode.Parse(body))?.ToJsonString() ?? body;
        }
        catch (JsonException)
        {
            return body;
        }
    }

    private static string OfPairs(string text) => string.Join('&', text.Split('&').OrderBy(p => p.Split('=')[0], StringComparer.Ordinal));

    private static string OfParts(string body)
    {
        string boundary = body.Split("\r\n")[0];
        return string.Join(boundary, body.Split(boundary).Order(StringComparer.Ordinal));
    }

    private static JsonNode? Sort(JsonNode? node) =>
        node switch
        {
            JsonObject members => new JsonObject(
                members.OrderBy(m => m.Key, StringComparer.Ordinal).Select(m => KeyValuePair.Create(m.Key, Sort(m.Value)))
            ),
            JsonArray items => new JsonArray([.. items.Select(Sort)]),
            null => null,
            _ => node.DeepClone(),
        };
}
