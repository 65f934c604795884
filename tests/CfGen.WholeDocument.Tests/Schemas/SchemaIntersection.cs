using System.Text.Json.Nodes;

namespace CfGen.WholeDocument.Tests.Schemas;

/// <summary>Schemas that all hold of one value: a schema, what it refers to, and what its <c>allOf</c> takes in.</summary>
internal sealed class SchemaIntersection
{
    private readonly RawDocument _document;
    private readonly List<DocumentNode> _parts = [];

    public SchemaIntersection(RawDocument document, params IEnumerable<DocumentNode> schemas)
    {
        _document = document;
        DeclaredSchemas = [.. schemas];
        foreach (DocumentNode schema in DeclaredSchemas)
            Add(schema);
    }

    /// <summary>The schemas as they were given.</summary>
    public IReadOnlyList<DocumentNode> DeclaredSchemas { get; }

    /// <summary>The schemas, references followed and <c>allOf</c> unfolded, in the document's order.</summary>
    public IReadOnlyList<DocumentNode> Parts => _parts;

    /// <summary>The value's place in the document.</summary>
    public string Key => string.Join(' ', _parts.Select(p => p.Pointer).Distinct());

    public void Add(DocumentNode schema)
    {
        schema = _document.Resolve(schema);
        if (schema.Schema is null || _parts.Exists(p => p.Pointer == schema.Pointer))
            return;
        _parts.Add(schema);
        foreach (DocumentNode part in schema.GetItems("allOf"))
            Add(part);
    }

    /// <summary>A copy with the branches chosen of all unions, which may have unions in turn.</summary>
    public SchemaIntersection SelectBranches(Func<string, int, int> choose)
    {
        var chosen = new SchemaIntersection(_document, _parts);
        for (int i = 0; i < chosen._parts.Count; i++)
        {
            foreach (string keyword in (string[])["oneOf", "anyOf"])
            {
                List<DocumentNode> branches = [.. chosen._parts[i].GetItems(keyword)];
                if (branches.Count > 0)
                    chosen.Add(branches[choose($"{chosen._parts[i].Pointer}/{keyword}", branches.Count)]);
            }
        }

        return chosen;
    }

    /// <summary>The one type that all parts leave; null where none says any. Unsatisfiable where they contradict each other.</summary>
    public string? GetSchemaType()
    {
        List<string> types = [.. _parts.Select(p => p.GetString("type")).OfType<string>().Distinct()];
        if (types.Contains("integer"))
            types.Remove("number");
        // Whoever writes properties means an object, whatever else the letter allows.
        if (
            types.Count > 0
            && !types.Contains("object")
            && _parts.Exists(p => p["type"] is null && p["properties"] is JsonObject { Count: > 0 })
        )
            types.Add("object");
        return types.Count switch
        {
            0 when _parts.Exists(p => p["properties"] is JsonObject) => "object",
            0 when _parts.Exists(p => p["items"] is JsonObject) => "array",
            0 => null,
            1 => types[0],
            _ => throw new UnsatisfiableException($"{string.Join(" and ", types)} at {Key}"),
        };
    }

    /// <summary>The values that all enums leave; null where there is no enum.</summary>
    public List<JsonNode?>? GetEnumValues()
    {
        List<JsonNode?>? values = null;
        foreach (JsonArray allowed in _parts.Select(p => p["enum"]).OfType<JsonArray>())
            values = values is null ? [.. allowed] : [.. values.Where(v => allowed.Any(a => JsonNode.DeepEquals(a, v)))];
        return values is { Count: 0 } ? throw new UnsatisfiableException($"no value is in all enums at {Key}") : values;
    }

    /// <summary>The members that any part names, in the document's order, with all that is said of each.</summary>
    public IEnumerable<(string Name, SchemaIntersection Schema)> GetProperties() =>
        _parts
            .SelectMany(p => p.GetMembers("properties"))
            .GroupBy(p => p.Name)
            .Select(g => (g.Key, new SchemaIntersection(_document, g.Select(p => p.Place))));

    public HashSet<string> GetRequired() =>
        [.. _parts.SelectMany(p => p["required"] as JsonArray ?? []).Select(n => n!.GetValue<string>())];

    public SchemaIntersection GetItems() => new(_document, _parts.Where(p => p["items"] is JsonObject).Select(p => p.GetChild("items")));

    /// <summary>The schema of additional properties; null if there are none, or any value is allowed.</summary>
    public SchemaIntersection? GetAdditionalProperties() =>
        _parts.Exists(p => p["additionalProperties"] is JsonObject)
            ? new(_document, _parts.Where(p => p["additionalProperties"] is JsonObject).Select(p => p.GetChild("additionalProperties")))
            : null;

    public bool IsClosed => _parts.Exists(p => p["additionalProperties"] is JsonValue allowed && !allowed.GetValue<bool>());

    public bool HasFlag(string keyword) => _parts.Exists(p => p.HasFlag(keyword));

    public decimal? GetLargest(string keyword) => _parts.Max(p => p.GetNumber(keyword));

    public decimal? GetSmallest(string keyword) => _parts.Min(p => p.GetNumber(keyword));

    public IEnumerable<JsonNode?> GetValues(string keyword) => _parts.Where(p => p.Schema!.ContainsKey(keyword)).Select(p => p[keyword]);
}

/// <summary>No value satisfies a schema, or none that is found here.</summary>
internal sealed class UnsatisfiableException(string message) : Exception(message);
