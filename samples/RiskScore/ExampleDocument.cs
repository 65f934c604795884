using System.Globalization;
using System.Text.Json.Nodes;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace RiskScore;

/// <summary>A response of the example server.</summary>
internal sealed record ExampleResponse(int Status, JsonNode Body);

/// <summary>A path of the document that matches a request. <c>Operation</c> is null where the path does not have the method.</summary>
internal sealed record ExampleMatch(JsonObject PathItem, JsonObject? Operation, IReadOnlyDictionary<string, string> PathValues);

/// <summary>The embedded OpenAPI document, read as JSON.</summary>
internal sealed class ExampleDocument
{
    /// <summary>The name of the examples of a user that does not exist.</summary>
    internal const string UnknownUser = "unknown_user";

    private readonly JsonObject _root;

    private ExampleDocument(JsonObject root) => _root = root;

    internal static ExampleDocument Load()
    {
        using Stream stream = typeof(ExampleDocument).Assembly.GetManifestResourceStream("openapi.yaml")!;
        using StreamReader reader = new(stream);
        YamlStream yaml = [];
        yaml.Load(reader);
        return new ExampleDocument((JsonObject)ToJson(yaml.Documents[0].RootNode)!);
    }

    /// <summary>Finds the path template that matches a request. The template with the fewest parameters wins.</summary>
    internal ExampleMatch? FindOperation(string method, string path)
    {
        string[] segments = path[1..].Split('/');
        foreach ((string template, JsonNode? item) in _root["paths"]!.AsObject().OrderBy(p => p.Key.Count(c => c == '{')))
        {
            string[] names = template[1..].Split('/');
            if (names.Length != segments.Length || names.Where((name, i) => name[0] != '{' && name != segments[i]).Any())
                continue;
            Dictionary<string, string> values = [];
            for (int i = 0; i < names.Length; i++)
            {
                if (names[i][0] == '{')
                    values[names[i][1..^1]] = Uri.UnescapeDataString(segments[i]);
            }

            return new ExampleMatch(item!.AsObject(), item[method.ToLowerInvariant()] as JsonObject, values);
        }

        return null;
    }

    internal IEnumerable<JsonObject> GetParameters(ExampleMatch match) =>
        new[] { match.PathItem, match.Operation! }
            .SelectMany(o => o["parameters"] as JsonArray ?? [])
            .Select(p => ResolveReference(p!).AsObject());

    internal static JsonNode? GetBodySchema(JsonObject operation) => operation["requestBody"]?["content"]?["application/json"]?["schema"];

    /// <summary>Finds the name of the parameter's example with this value.</summary>
    internal static string? FindExampleName(JsonObject parameter, string? value) =>
        (parameter["examples"] as JsonObject)?.FirstOrDefault(e => e.Value!["value"]!.ToString() == value).Key;

    /// <summary>Returns the response example with this name, or the first example of the 200 response.</summary>
    internal ExampleResponse GetResponse(JsonObject operation, string? example)
    {
        foreach ((string status, JsonNode? response) in operation["responses"]!.AsObject())
        {
            if (GetExamples(response!)[example ?? ""]?["value"] is { } value)
                return new ExampleResponse(ParseStatus(status), value);
        }

        return new ExampleResponse(200, GetExamples(operation["responses"]!["200"]!).First().Value!["value"]!);
    }

    /// <summary>Follows a <c>$ref</c>. Returns any other node unchanged.</summary>
    internal JsonNode ResolveReference(JsonNode node)
    {
        if (node is not JsonObject { } o || o["$ref"] is not { } reference)
            return node;
        JsonNode target = _root;
        foreach (string step in reference.GetValue<string>()[2..].Split('/'))
            target = target[step]!;
        return ResolveReference(target);
    }

    private JsonObject GetExamples(JsonNode response) =>
        ResolveReference(response)["content"]!["application/json"]!["examples"]!.AsObject();

    // The document's examples under `4XX` describe resources that do not exist.
    private static int ParseStatus(string status) =>
        int.TryParse(status, NumberStyles.None, CultureInfo.InvariantCulture, out int code) ? code : 404;

    private static JsonNode? ToJson(YamlNode node) =>
        node switch
        {
            YamlMappingNode map => new JsonObject(
                map.Children.Select(c => KeyValuePair.Create(((YamlScalarNode)c.Key).Value!, ToJson(c.Value)))
            ),
            YamlSequenceNode list => new JsonArray([.. list.Children.Select(ToJson)]),
            YamlScalarNode { Style: ScalarStyle.Plain, Value: "null" or "" or "~" } => null,
            YamlScalarNode { Style: ScalarStyle.Plain, Value: "true" or "false" } scalar => JsonValue.Create(scalar.Value == "true"),
            YamlScalarNode { Style: ScalarStyle.Plain } scalar
                when long.TryParse(scalar.Value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out long number) =>
                JsonValue.Create(number),
            YamlScalarNode scalar => JsonValue.Create(scalar.Value),
            _ => throw new InvalidDataException($"{node.NodeType} is not used in the document."),
        };
}
