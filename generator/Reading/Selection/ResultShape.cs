using System.Text.Json.Nodes;
using CfGen.Generator.Reading.References;

namespace CfGen.Generator.Reading.Selection;

/// <summary>What an operation answers, as far as its name depends on it.</summary>
/// <param name="IsList">An array, by itself or as the payload of an envelope.</param>
/// <param name="Arrays">Properties of the payload that are arrays: <c>{ "datasets": [...] }</c> lists datasets.</param>
internal sealed record ResultShape(bool IsList, ICollection<string> Arrays)
{
    public static ResultShape None { get; } = new(false, []);
}

/// <summary>Looks at answers in the tree as it was written, while it is whole: before references are rewritten and the rest is pruned.</summary>
internal sealed class ResultReader(ReferenceResolver resolver)
{
    private const int Deepest = 8;
    private const string Array = "array";
    private const string Object = "object";

    // What APIs call the payload of an envelope.
    private static readonly string[] s_payloads = ["result", "data", "items", "results", "entries", "value", "values"];

    /// <summary>The first successful answer that has a body; of its bodies the JSON one.</summary>
    public ResultShape Of(FoundOperation operation)
    {
        if (operation.Content is not { } content || Follow(operation.Node["responses"], content.Source) is not { } responses)
            return ResultShape.None;
        foreach (string status in responses.Node.Names().Where(n => n.StartsWith("2", StringComparison.Ordinal)).OrderBy(n => n, StringComparer.Ordinal))
        {
            if (Follow(responses.Node[status], responses.Source) is not { } answer)
                continue;
            // Swagger 2.0 has the schema right there.
            if (Follow(answer.Node["schema"] ?? Media(answer), answer.Source) is { } schema)
                return Of(schema);
        }

        return ResultShape.None;
    }

    private JsonNode? Media(Place answer)
    {
        if (Follow(answer.Node["content"], answer.Source) is not { Node.Count: > 0 } content)
            return null;
        string mediaType = content.Node.Names()
            .OrderBy(n => n.IndexOf("json", StringComparison.OrdinalIgnoreCase) >= 0 ? 0 : 1)
            .ThenBy(n => n, StringComparer.Ordinal)
            .First();
        return Follow(content.Node[mediaType], content.Source)?.Node["schema"];
    }

    private ResultShape Of(Place schema)
    {
        if (Kind(schema, 0) == Array)
            return new ResultShape(true, []);
        Dictionary<string, List<Place>> properties = new(StringComparer.Ordinal);
        Collect(schema, properties, 0);
        foreach (string name in s_payloads)
        {
            if (!properties.TryGetValue(name, out List<Place>? payload))
                continue;
            string? kind = Kind(payload);
            if (kind == Array)
                return new ResultShape(true, []);
            if (kind != Object)
                continue;
            Dictionary<string, List<Place>> inner = new(StringComparer.Ordinal);
            foreach (Place part in payload)
                Collect(part, inner, 0);
            return new ResultShape(false, Arrays(inner));
        }

        return new ResultShape(false, Arrays(properties));

        HashSet<string> Arrays(Dictionary<string, List<Place>> properties) =>
            new(properties.Keys.Where(name => Kind(properties[name]) == Array), StringComparer.Ordinal);
    }

    private string? Kind(IEnumerable<Place> all) => all.Select(s => Kind(s, 0)).LastOrDefault(k => k is not null);

    private string? Kind(Place schema, int depth)
    {
        if (depth > Deepest)
            return null;
        if (Type(schema.Node["type"]) is { } type)
            return type;
        if (schema.Node["items"] is JsonObject)
            return Array;
        if (schema.Node["properties"] is JsonObject { Count: > 0 })
            return Object;
        return Branches(schema, "allOf").Concat(Branches(schema, "oneOf")).Concat(Branches(schema, "anyOf"))
            .Select(b => Kind(b, depth + 1)).LastOrDefault(k => k is not null);
    }

    private static string? Type(JsonNode? type)
    {
        if (type is not JsonArray several)
            return OperationFinder.Text(type) is { } one and not "null" ? one : null;
        string[] kinds = [.. several.Select(OperationFinder.Text).OfType<string>().Where(t => t != "null").Distinct(StringComparer.Ordinal)];
        return kinds.Length == 0 ? null : string.Join("|", kinds);
    }

    private IEnumerable<Place> Branches(Place schema, string key)
    {
        foreach (JsonNode? branch in schema.Node[key] as JsonArray ?? [])
        {
            if (Follow(branch, schema.Source) is { } target)
                yield return target;
        }
    }

    private void Collect(Place schema, Dictionary<string, List<Place>> into, int depth)
    {
        if (depth > Deepest)
            return;
        foreach (Place part in Branches(schema, "allOf"))
            Collect(part, into, depth + 1);
        foreach (KeyValuePair<string, JsonNode?> property in schema.Node["properties"] as JsonObject ?? [])
        {
            if (Follow(property.Value, schema.Source) is not { } target)
                continue;
            if (!into.TryGetValue(property.Key, out List<Place>? all))
                into.Add(property.Key, all = []);
            all.Add(target);
        }
    }

    /// <summary>The object, or what it refers to; null where that is none.</summary>
    private Place? Follow(JsonNode? node, Source source)
    {
        for (int hops = 0; node is JsonObject value && hops <= Deepest; hops++)
        {
            if (OperationFinder.Text(value["$ref"]) is not { } reference)
                return new Place(value, source);
            if (resolver.Resolve(source, reference).Target is not { } target)
                return null;
            (node, source) = (target.Node, target.Source);
        }

        return null;
    }

    private sealed record Place(JsonObject Node, Source Source);
}
