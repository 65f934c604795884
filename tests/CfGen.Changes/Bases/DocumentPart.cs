using System.Text.Json.Nodes;
using CfGen.Changes.Mutations;

namespace CfGen.Changes.Bases;

/// <summary>Cuts random operations out of a large document, with the components that they need.</summary>
internal static class DocumentPart
{
    private const int Operations = 4;
    private const int MaximumComponents = 20;
    private const int Attempts = 20;
    private const string Components = "#/components/";

    /// <summary>Returns a document with a few operations. Null where all that were tried need too many components.</summary>
    public static JsonObject? Cut(JsonObject document, Random random)
    {
        List<(string Path, string Method, JsonObject Operation)> all = [.. DocumentSites.Operations(document)];
        HashSet<(string Path, string Method)> kept = [];
        HashSet<string> components = [];
        for (int i = 0; i < Attempts && kept.Count < Math.Min(Operations, all.Count); i++)
        {
            // Neighbours share resources and types.
            int start = random.Next(all.Count);
            foreach ((string path, string method, JsonObject operation) in all.Skip(start).Take(2))
            {
                HashSet<string> needed = [.. components];
                AddReferences(document, operation, needed);
                foreach (KeyValuePair<string, JsonNode?> member in document["paths"]![path]!.AsObject().Where(m => m.Key == "parameters"))
                    AddReferences(document, member.Value, needed);
                if (needed.Count > MaximumComponents)
                    continue;
                components = needed;
                kept.Add((path, method));
            }
        }

        return kept.Count == 0 ? null : Copy(document, kept, components);
    }

    private static JsonObject Copy(JsonObject document, HashSet<(string Path, string Method)> kept, HashSet<string> components)
    {
        JsonObject part = [];
        foreach (KeyValuePair<string, JsonNode?> member in document)
        {
            if (member.Key is not ("paths" or "components" or "tags" or "webhooks"))
                part[member.Key] = member.Value?.DeepClone();
        }

        JsonObject paths = [];
        part["paths"] = paths;
        foreach ((string path, JsonObject item) in DocumentSites.Paths(document))
        {
            JsonObject copy = [];
            foreach (KeyValuePair<string, JsonNode?> member in item)
            {
                if (kept.Contains((path, member.Key)) || !DocumentSites.IsMethod(member.Key))
                    copy[member.Key] = member.Value?.DeepClone();
            }

            if (kept.Any(k => k.Path == path))
                paths[path] = copy;
        }

        JsonObject copied = [];
        foreach (KeyValuePair<string, JsonNode?> group in document["components"] as JsonObject ?? [])
        {
            JsonObject members = [];
            foreach (KeyValuePair<string, JsonNode?> member in group.Value as JsonObject ?? [])
            {
                if (group.Key == "securitySchemes" || components.Contains($"{Components}{group.Key}/{Escape(member.Key)}"))
                    members[member.Key] = member.Value?.DeepClone();
            }

            if (members.Count > 0)
                copied[group.Key] = members;
        }

        if (copied.Count > 0)
            part["components"] = copied;
        return part;
    }

    // A loop, because components refer to each other in long chains.
    private static void AddReferences(JsonObject document, JsonNode? node, HashSet<string> components)
    {
        Stack<JsonNode?> open = new([node]);
        while (open.Count > 0)
        {
            JsonNode? at = open.Pop();
            foreach (JsonNode? item in at as JsonArray ?? [])
                open.Push(item);
            foreach (KeyValuePair<string, JsonNode?> member in at as JsonObject ?? [])
            {
                open.Push(member.Value);
                // The values of a discriminator are references as well.
                if (
                    member.Value is JsonValue value
                    && value.TryGetValue(out string? text)
                    && GetComponent(text) is { } component
                    && components.Add(component)
                )
                    open.Push(Find(document, component));
            }
        }
    }

    private static string? GetComponent(string text) =>
        text.StartsWith(Components, StringComparison.Ordinal) ? string.Join('/', text.Split('/').Take(4)) : null;

    private static JsonNode? Find(JsonObject document, string component)
    {
        string[] parts = component.Split('/');
        return parts.Length == 4 ? document["components"]?[parts[2]]?[Unescape(parts[3])] : null;
    }

    private static string Escape(string name) => name.Replace("~", "~0").Replace("/", "~1");

    private static string Unescape(string name) => Uri.UnescapeDataString(name).Replace("~1", "/").Replace("~0", "~");
}
