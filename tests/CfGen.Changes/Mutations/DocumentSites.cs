using System.Text.Json.Nodes;

namespace CfGen.Changes.Mutations;

/// <summary>The places of a document that a change can be made at.</summary>
internal static class DocumentSites
{
    private static readonly string[] s_methods = ["get", "put", "post", "delete", "patch", "head", "options"];

    public static IEnumerable<(string Path, JsonObject Item)> Paths(JsonObject root) =>
        root["paths"] is JsonObject paths ? paths.Where(p => p.Value is JsonObject).Select(p => (p.Key, (JsonObject)p.Value!)) : [];

    public static bool IsMethod(string name) => s_methods.Contains(name);

    public static IEnumerable<(string Path, string Method, JsonObject Operation)> Operations(JsonObject root) =>
        Paths(root)
            .SelectMany(p =>
                p.Item.Where(m => s_methods.Contains(m.Key) && m.Value is JsonObject).Select(m => (p.Path, m.Key, (JsonObject)m.Value!))
            );

    public static IEnumerable<JsonObject> Parameters(JsonObject root) =>
        Operations(root)
            .SelectMany(o => o.Operation["parameters"] as JsonArray ?? [])
            .Concat(root["components"]?["parameters"] is JsonObject shared ? shared.Select(p => p.Value) : [])
            .OfType<JsonObject>()
            .Where(p => p.ContainsKey("in"));

    public static IEnumerable<JsonObject> Bodies(JsonObject root) =>
        Operations(root).Select(o => o.Operation["requestBody"]).OfType<JsonObject>().Where(b => b["content"] is JsonObject { Count: > 0 });

    /// <summary>The schemas of the document that are written in place.</summary>
    public static IEnumerable<JsonObject> Schemas(JsonObject root)
    {
        List<JsonObject> found = [];
        if (root["components"]?["schemas"] is JsonObject components)
        {
            foreach (KeyValuePair<string, JsonNode?> schema in components)
                AddSchemas(schema.Value, found);
        }

        foreach ((string _, string _, JsonObject operation) in Operations(root))
        {
            foreach (JsonObject media in Contents(operation["requestBody"]).Concat(Responses(operation).SelectMany(Contents)))
                AddSchemas(media["schema"], found);
        }

        foreach (JsonObject parameter in Parameters(root))
            AddSchemas(parameter["schema"], found);
        return found;
    }

    public static IEnumerable<JsonObject> Responses(JsonObject operation) =>
        operation["responses"] is JsonObject responses ? responses.Select(r => r.Value).OfType<JsonObject>() : [];

    public static IEnumerable<JsonObject> Contents(JsonNode? holder) =>
        holder?["content"] is JsonObject content ? content.Select(c => c.Value).OfType<JsonObject>() : [];

    /// <summary>The properties of object schemas.</summary>
    public static IEnumerable<(JsonObject Schema, string Name, JsonObject Property)> Properties(JsonObject root) =>
        Schemas(root)
            .Where(s => s["properties"] is JsonObject)
            .SelectMany(s =>
                ((JsonObject)s["properties"]!).Where(p => p.Value is JsonObject).Select(p => (s, p.Key, (JsonObject)p.Value!))
            );

    public static bool IsRequired(JsonObject schema, string name) =>
        schema["required"] is JsonArray required && required.Any(r => (string?)r == name);

    public static void Require(JsonObject schema, string name)
    {
        if (schema["required"] is not JsonArray required)
            schema["required"] = required = [];
        required.Add((JsonNode)name);
    }

    public static void Unrequire(JsonObject schema, string name)
    {
        JsonArray required = (JsonArray)schema["required"]!;
        required.Remove(required.First(r => (string?)r == name));
        if (required.Count == 0)
            schema.Remove("required");
    }

    /// <summary>Replaces each text of the document that is equal to the given one.</summary>
    public static void ReplaceTexts(JsonNode? node, string old, string with)
    {
        if (node is JsonObject properties)
        {
            foreach (KeyValuePair<string, JsonNode?> property in properties.ToList())
            {
                if (property.Value is JsonValue value && value.TryGetValue(out string? text) && text == old)
                    properties[property.Key] = with;
                else
                    ReplaceTexts(property.Value, old, with);
            }
        }
        else if (node is JsonArray items)
        {
            foreach (JsonNode? item in items)
                ReplaceTexts(item, old, with);
        }
    }

    private static void AddSchemas(JsonNode? node, List<JsonObject> found)
    {
        if (node is not JsonObject schema)
            return;
        if (!schema.ContainsKey("$ref"))
            found.Add(schema);
        foreach (KeyValuePair<string, JsonNode?> property in schema["properties"] as JsonObject ?? [])
            AddSchemas(property.Value, found);
        AddSchemas(schema["items"], found);
        AddSchemas(schema["additionalProperties"], found);
        foreach (string combination in (string[])["allOf", "oneOf", "anyOf", "prefixItems"])
        {
            foreach (JsonNode? part in schema[combination] as JsonArray ?? [])
                AddSchemas(part, found);
        }
    }
}
