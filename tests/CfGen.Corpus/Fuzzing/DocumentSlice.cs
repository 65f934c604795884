using System.Text.Json.Nodes;

namespace CfGen.Corpus.Fuzzing;

/// <summary>One operation of a document, with the components that it needs.</summary>
internal static class DocumentSlice
{
    private const int MaximumComponents = 40;

    public static JsonObject Create(JsonObject document, SeededRandom random)
    {
        JsonObject slice = [];
        foreach (
            string name in (string[])
                [
                    "openapi",
                    "swagger",
                    "info",
                    "servers",
                    "host",
                    "basePath",
                    "schemes",
                    "consumes",
                    "produces",
                    "security",
                    "securityDefinitions",
                ]
        )
        {
            if (document[name] is { } value)
                slice[name] = value.DeepClone();
        }

        if (document["paths"] is not JsonObject { Count: > 0 } paths)
            return slice;
        KeyValuePair<string, JsonNode?> path = paths.ElementAt(random.Next(paths.Count));
        slice["paths"] = new JsonObject { [path.Key] = path.Value?.DeepClone() };
        AddComponents(slice, new SchemaContent(document));
        return slice;
    }

    private static void AddComponents(JsonObject slice, SchemaContent document)
    {
        HashSet<string> added = [];
        Queue<JsonNode> open = new([slice]);
        while (open.TryDequeue(out JsonNode? next) && added.Count < MaximumComponents)
        {
            foreach (string reference in FindReferences(next).ToList())
            {
                if (added.Count >= MaximumComponents || !added.Add(reference) || document.Find(reference)?.DeepClone() is not { } target)
                    continue;
                Set(slice, reference, target);
                open.Enqueue(target);
            }
        }
    }

    private static void Set(JsonObject slice, string reference, JsonNode target)
    {
        JsonObject place = slice;
        string[] names = CfGen.Generator.Parsing.JsonPointer.Split(reference);
        foreach (string name in names.SkipLast(1))
        {
            if (place[name] is null)
                place[name] = new JsonObject();
            if (place[name] is not JsonObject inner)
                return;
            place = inner;
        }

        if (names.Length > 0)
            place[names[^1]] = target;
    }

    private static IEnumerable<string> FindReferences(JsonNode? node) =>
        node switch
        {
            JsonObject members => members.SelectMany(m =>
                m.Key == "$ref"
                && m.Value is JsonValue value
                && value.TryGetValue(out string? text)
                && text.StartsWith("#/", StringComparison.Ordinal)
                    ? [text]
                    : FindReferences(m.Value)
            ),
            JsonArray items => items.SelectMany(FindReferences),
            _ => [],
        };
}
