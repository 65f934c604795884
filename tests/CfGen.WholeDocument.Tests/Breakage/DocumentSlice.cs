using System.Text.Json.Nodes;
using CfGen.WholeDocument.Tests.Schemas;

namespace CfGen.WholeDocument.Tests.Breakage;

/// <summary>Some tags of a document with all that they refer to, as a document of its own.</summary>
internal static class DocumentSlice
{
    public static JsonObject SelectTags(JsonObject root, params string[] tags)
    {
        RawDocument document = new(root);
        JsonObject slice = new()
        {
            ["openapi"] = root["openapi"]?.DeepClone(),
            ["info"] = root["info"]?.DeepClone(),
            ["servers"] = root["servers"]?.DeepClone(),
            ["security"] = root["security"]?.DeepClone(),
        };
        JsonObject paths = [];
        foreach ((string path, JsonNode? item) in root["paths"]!.AsObject())
        {
            if (
                item!
                    .AsObject()
                    .Any(o =>
                        o.Value is JsonObject operation
                        && operation["tags"] is JsonArray named
                        && named.Any(t => tags.Contains(t!.GetValue<string>()))
                    )
            )
                paths[path] = item.DeepClone();
        }

        slice["paths"] = paths;
        slice["components"] = new JsonObject { ["securitySchemes"] = root["components"]!["securitySchemes"]?.DeepClone() };
        foreach (string pointer in ReferenceGraph.FindReachable(document, paths))
        {
            // #/components/schemas/name
            string[] steps = pointer.Split('/');
            JsonObject group = slice["components"]!.AsObject();
            group[steps[2]] ??= new JsonObject();
            group[steps[2]]![Unescape(steps[3])] = document.FindNode(pointer).Node!.DeepClone();
        }

        return slice;
    }

    private static string Unescape(string token) =>
        token.Replace("~1", "/", StringComparison.Ordinal).Replace("~0", "~", StringComparison.Ordinal);
}

/// <summary>Finds the parts that a part of a document refers to.</summary>
internal static class ReferenceGraph
{
    /// <summary>The pointers of all references below a node, and below what they lead to.</summary>
    public static HashSet<string> FindReachable(RawDocument document, params IEnumerable<JsonNode?> nodes)
    {
        HashSet<string> found = [];
        Stack<JsonNode?> open = new(nodes);
        while (open.TryPop(out JsonNode? node))
        {
            switch (node)
            {
                case JsonArray items:
                    foreach (JsonNode? item in items)
                        open.Push(item);
                    break;
                case JsonObject members:
                    foreach ((string name, JsonNode? member) in members)
                    {
                        if (
                            name == "$ref"
                            && member is JsonValue value
                            && value.TryGetValue(out string? pointer)
                            && pointer.StartsWith('#')
                            && found.Add(pointer)
                        )
                            open.Push(document.FindNode(pointer).Node);
                        else
                            open.Push(member);
                    }

                    break;
            }
        }

        return found;
    }

    /// <summary>True if what is at or below one pointer is at or below the other.</summary>
    public static bool Overlaps(string pointer, string other) =>
        (pointer + "/").StartsWith(other + "/", StringComparison.Ordinal)
        || (other + "/").StartsWith(pointer + "/", StringComparison.Ordinal);
}
