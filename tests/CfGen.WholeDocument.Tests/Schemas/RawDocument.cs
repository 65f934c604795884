using System.Text.Json.Nodes;

namespace CfGen.WholeDocument.Tests.Schemas;

/// <summary>A schema, or what stands in its place, and its JSON pointer.</summary>
internal readonly record struct Place(JsonNode? Node, string Pointer)
{
    public JsonObject? Schema => Node as JsonObject;

    public JsonNode? this[string keyword] => Schema?[keyword];

    public Place Below(string name) => new(Schema?[name], $"{Pointer}/{Escape(name)}");

    /// <summary>The members of an object below, in the document's order.</summary>
    public IEnumerable<(string Name, Place Place)> Members(string keyword)
    {
        string pointer = $"{Pointer}/{keyword}";
        return this[keyword] is JsonObject members ? members.Select(m => (m.Key, new Place(m.Value, $"{pointer}/{Escape(m.Key)}"))) : [];
    }

    public IEnumerable<Place> Items(string keyword)
    {
        string pointer = $"{Pointer}/{keyword}";
        return this[keyword] is JsonArray items ? items.Select((item, i) => new Place(item, $"{pointer}/{i}")) : [];
    }

    public bool Is(string keyword) => this[keyword] is JsonValue value && value.TryGetValue(out bool set) && set;

    public string? Text(string keyword) => this[keyword] is JsonValue value && value.TryGetValue(out string? text) ? text : null;

    public decimal? Number(string keyword) => this[keyword] is JsonValue value && value.GetValueKind() == System.Text.Json.JsonValueKind.Number ? value.GetValue<decimal>() : null;

    public static string Escape(string name) => name.Replace("~", "~0", StringComparison.Ordinal).Replace("/", "~1", StringComparison.Ordinal);
}

/// <summary>The document as its raw tree: nothing here knows the generator, so that the two check each other.</summary>
internal sealed class RawDocument(JsonObject root)
{
    private static readonly string[] s_methods = ["get", "put", "post", "delete", "options", "head", "patch", "trace"];

    public JsonObject Root { get; } = root;

    public Place Find(string pointer)
    {
        JsonNode? node = Root;
        foreach (string token in pointer.TrimStart('#').Split('/', StringSplitOptions.RemoveEmptyEntries))
        {
            string name = token.Replace("~1", "/", StringComparison.Ordinal).Replace("~0", "~", StringComparison.Ordinal);
            node = node is JsonArray items && int.TryParse(name, out int index) && index < items.Count ? items[index] : (node as JsonObject)?[name];
        }

        return new Place(node, pointer);
    }

    /// <summary>Where a reference leads; what stands beside it does not count in OpenAPI 3.0.</summary>
    public Place Resolve(Place place)
    {
        for (int i = 0; i < 50 && place.Text("$ref") is { } pointer; i++)
            place = Find(pointer);
        return place;
    }

    public IEnumerable<RawOperation> Operations()
    {
        foreach ((string path, Place item) in new Place(Root, "#").Members("paths"))
        {
            foreach (string method in s_methods)
            {
                if (item.Below(method) is { Schema: not null } operation)
                    yield return new RawOperation(this, path, method.ToUpperInvariant(), item, operation);
            }
        }
    }
}

/// <summary>One operation of the document.</summary>
internal sealed class RawOperation(RawDocument document, string path, string method, Place item, Place place)
{
    public string Path => path;

    public string Method => method;

    public string Id => place.Text("operationId") ?? "";

    public string Key => $"{method} {path}";

    /// <summary>Its own parameters in the place of those of the path with the same name and place.</summary>
    public IReadOnlyList<RawParameter> Parameters { get; } =
        [.. item.Items("parameters").Concat(place.Items("parameters")).Select(document.Resolve).Select(p => new RawParameter(p)).GroupBy(p => (p.Name, p.In)).Select(g => g.Last())];

    /// <summary>The request body; null where there is none.</summary>
    public Place? Body => place["requestBody"] is null ? null : document.Resolve(place.Below("requestBody"));

    /// <summary>The documented successes, their statuses and media types; where there is none, one without a body.</summary>
    public IReadOnlyList<(int Status, IReadOnlyList<(string Type, Place Media)> Content)> Successes()
    {
        List<(int Status, IReadOnlyList<(string Type, Place Media)> Content)> successes = [];
        foreach ((string status, Place response) in place.Members("responses"))
        {
            if (status.StartsWith('2'))
                successes.Add((int.TryParse(status, out int code) ? code : 200, [.. document.Resolve(response).Members("content")]));
        }

        return successes.Count > 0 ? successes : [(200, [])];
    }

    /// <summary>The alternatives of the security requirement, each the schemes that go together.</summary>
    public IReadOnlyList<IReadOnlyList<string>> Security =>
        (place["security"] ?? document.Root["security"]) is JsonArray alternatives ? [.. alternatives.Select(a => a!.AsObject().Select(s => s.Key).ToList())] : [];
}

internal sealed class RawParameter(Place place)
{
    public string Name => place.Text("name")!;

    public string In => place.Text("in")!;

    public bool Required => place.Is("required");

    public Place Schema => place.Below("schema");

    public string Style => place.Text("style") ?? (In is "path" or "header" ? "simple" : "form");

    public bool Explode => place["explode"] is null ? Style == "form" : place.Is("explode");
}
