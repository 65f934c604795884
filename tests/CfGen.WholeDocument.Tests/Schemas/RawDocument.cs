using System.Text.Json.Nodes;

namespace CfGen.WholeDocument.Tests.Schemas;

/// <summary>A schema, or what stands in its place, and its JSON pointer.</summary>
internal readonly record struct DocumentNode(JsonNode? Node, string Pointer)
{
    public JsonObject? Schema => Node as JsonObject;

    public JsonNode? this[string keyword] => Schema?[keyword];

    public DocumentNode GetChild(string name) => new(Schema?[name], $"{Pointer}/{Escape(name)}");

    /// <summary>The members of an object below, in the document's order.</summary>
    public IEnumerable<(string Name, DocumentNode Place)> GetMembers(string keyword)
    {
        string pointer = $"{Pointer}/{keyword}";
        return this[keyword] is JsonObject members
            ? members.Select(m => (m.Key, new DocumentNode(m.Value, $"{pointer}/{Escape(m.Key)}")))
            : [];
    }

    public IEnumerable<DocumentNode> GetItems(string keyword)
    {
        string pointer = $"{Pointer}/{keyword}";
        return this[keyword] is JsonArray items ? items.Select((item, i) => new DocumentNode(item, $"{pointer}/{i}")) : [];
    }

    public bool HasFlag(string keyword) => this[keyword] is JsonValue value && value.TryGetValue(out bool set) && set;

    public string? GetString(string keyword) => this[keyword] is JsonValue value && value.TryGetValue(out string? text) ? text : null;

    public decimal? GetNumber(string keyword) =>
        this[keyword] is JsonValue value && value.GetValueKind() == System.Text.Json.JsonValueKind.Number
            ? value.GetValue<decimal>()
            : null;

    public static string Escape(string name) =>
        name.Replace("~", "~0", StringComparison.Ordinal).Replace("/", "~1", StringComparison.Ordinal);
}

/// <summary>The document as its raw tree: nothing here knows the generator, so that the two check each other.</summary>
internal sealed class RawDocument(JsonObject root)
{
    private static readonly string[] s_methods = ["get", "put", "post", "delete", "options", "head", "patch", "trace"];

    public JsonObject Root { get; } = root;

    public DocumentNode FindNode(string pointer)
    {
        JsonNode? node = Root;
        foreach (string token in pointer.TrimStart('#').Split('/', StringSplitOptions.RemoveEmptyEntries))
        {
            string name = token.Replace("~1", "/", StringComparison.Ordinal).Replace("~0", "~", StringComparison.Ordinal);
            node =
                node is JsonArray items && int.TryParse(name, out int index) && index < items.Count
                    ? items[index]
                    : (node as JsonObject)?[name];
        }

        return new DocumentNode(node, pointer);
    }

    /// <summary>Returns the target of a reference. Keywords beside a reference do not count in OpenAPI 3.0.</summary>
    public DocumentNode Resolve(DocumentNode place)
    {
        for (int i = 0; i < 50 && place.GetString("$ref") is { } pointer; i++)
            place = FindNode(pointer);
        return place;
    }

    public IEnumerable<RawOperation> GetOperations()
    {
        foreach ((string path, DocumentNode item) in new DocumentNode(Root, "#").GetMembers("paths"))
        {
            foreach (string method in s_methods)
            {
                if (item.GetChild(method) is { Schema: not null } operation)
                    yield return new RawOperation(this, path, method.ToUpperInvariant(), item, operation);
            }
        }
    }
}

/// <summary>One operation of the document.</summary>
internal sealed class RawOperation(RawDocument document, string path, string method, DocumentNode item, DocumentNode place)
{
    public string Path => path;

    public string Method => method;

    public string Id => place.GetString("operationId") ?? "";

    public string Key => $"{method} {path}";

    /// <summary>Its own parameters in the place of those of the path with the same name and place.</summary>
    public IReadOnlyList<RawParameter> Parameters { get; } =
    [
        .. item.GetItems("parameters")
            .Concat(place.GetItems("parameters"))
            .Select(document.Resolve)
            .Select(p => new RawParameter(p))
            .GroupBy(p => (p.Name, p.Location))
            .Select(g => g.Last()),
    ];

    /// <summary>The request body; null where there is none.</summary>
    public DocumentNode? Body => place["requestBody"] is null ? null : document.Resolve(place.GetChild("requestBody"));

    /// <summary>The documented successes, their statuses and media types; where there is none, one without a body.</summary>
    public IReadOnlyList<(int Status, IReadOnlyList<(string Type, DocumentNode Media)> Content)> GetSuccessResponses()
    {
        List<(int Status, IReadOnlyList<(string Type, DocumentNode Media)> Content)> successes = [];
        foreach ((string status, DocumentNode response) in place.GetMembers("responses"))
        {
            if (status.StartsWith('2'))
                successes.Add((int.TryParse(status, out int code) ? code : 200, [.. document.Resolve(response).GetMembers("content")]));
        }

        return successes.Count > 0 ? successes : [(200, [])];
    }

    /// <summary>The documented errors, by the statuses as the document writes them.</summary>
    public IEnumerable<(string Status, IReadOnlyList<(string Type, DocumentNode Media)> Content)> GetErrorResponses() =>
        place
            .GetMembers("responses")
            .Where(r => !r.Name.StartsWith('2'))
            .Select(r => (r.Name, (IReadOnlyList<(string Type, DocumentNode Media)>)[.. document.Resolve(r.Place).GetMembers("content")]));

    /// <summary>The alternatives of the security requirement, each the schemes that go together.</summary>
    public IReadOnlyList<IReadOnlyList<string>> Security =>
        (place["security"] ?? document.Root["security"]) is JsonArray alternatives
            ? [.. alternatives.Select(a => a!.AsObject().Select(s => s.Key).ToList())]
            : [];
}

internal sealed class RawParameter(DocumentNode place)
{
    public string Name => place.GetString("name")!;

    public string Location => place.GetString("in")!;

    public bool Required => place.HasFlag("required");

    public DocumentNode Schema => place.GetChild("schema");

    public string Style => place.GetString("style") ?? (Location is "path" or "header" ? "simple" : "form");

    public bool Explode => place["explode"] is null ? Style == "form" : place.HasFlag("explode");
}
