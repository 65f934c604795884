using System.Globalization;
using System.Text.Json.Nodes;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace RiskScore;

/// <summary>The status and the body of an answer.</summary>
internal sealed record Answer(int Status, JsonNode Body);

/// <summary>A path of the document that a request fits, with the values in it; no operation: the path does not know the method.</summary>
internal sealed record ExampleMatch(JsonObject PathItem, JsonObject? Operation, IReadOnlyDictionary<string, string> PathValues);

/// <summary>The embedded document, read as data.</summary>
internal sealed class ExampleDocument
{
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

    /// <summary>The path that the request's path fits; one with fewer variables wins.</summary>
    internal ExampleMatch? Find(string method, string path)
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

    internal IEnumerable<JsonObject> Parameters(ExampleMatch match) =>
        new[] { match.PathItem, match.Operation! }.SelectMany(o => o["parameters"] as JsonArray ?? []).Select(p => Resolve(p!).AsObject());

    internal static JsonNode? BodySchema(JsonObject operation) => operation["requestBody"]?["content"]?["application/json"]?["schema"];

    /// <summary>The name of the parameter's example that has this value.</summary>
    internal static string? ExampleNamed(JsonObject parameter, string? value) =>
        (parameter["examples"] as JsonObject)?.FirstOrDefault(e => e.Value!["value"]!.ToString() == value).Key;

    /// <summary>The example of that name among the answers, else the first one of the success.</summary>
    internal Answer Answer(JsonObject operation, string? example)
    {
        foreach ((string status, JsonNode? response) in operation["responses"]!.AsObject())
        {
            if (Examples(response!)[example ?? ""]?["value"] is { } value)
                return new Answer(Status(status), value);
        }

        return new Answer(200, Examples(operation["responses"]!["200"]!).First().Value!["value"]!);
    }

    /// <summary>What a <c>$ref</c> stands for; the node itself where it is none.</summary>
    internal JsonNode Resolve(JsonNode node)
    {
        if (node is not JsonObject { } o || o["$ref"] is not { } reference)
            return node;
        JsonNode target = _root;
        foreach (string step in reference.GetValue<string>()[2..].Split('/'))
            target = target[step]!;
        return Resolve(target);
    }

    private JsonObject Examples(JsonNode response) => Resolve(response)["content"]!["application/json"]!["examples"]!.AsObject();

    // `4XX` says no more than that; the examples under it are of things that are not there.
    private static int Status(string status) =>
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
