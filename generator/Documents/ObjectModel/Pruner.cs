using System.Text.Json.Nodes;

namespace CfGen.Generator.Documents.ObjectModel;

/// <summary>Removes everything from the tree that the selected operations do not reach.</summary>
internal static class Pruner
{
    public static void Prune(JsonObject root, SpecVersion version, HashSet<JsonNode> operations, Func<JsonNode, bool> isKept)
    {
        // Webhooks are calls that the service makes. No code is generated from them.
        root.Remove("webhooks");
        if (root["paths"] is JsonObject paths)
        {
            RetainMembers(paths, item => item is JsonObject value && RetainOperations(value, operations));
        }
        else
        {
            // The library requires it, and a document with components only has none.
            root["paths"] = new JsonObject();
        }

        if (version.IsSwagger2)
        {
            PruneSections(root, version, isKept);
        }
        else if (root["components"] is JsonObject components)
        {
            PruneSections(components, version, isKept);
        }
    }

    private static void PruneSections(JsonObject holder, SpecVersion version, Func<JsonNode, bool> isKept)
    {
        foreach (KeyValuePair<string, JsonNode?> section in holder.ToArray())
        {
            if (!OpenApiKeywords.IsComponentSection(section.Key, version))
                continue;
            if (section.Value is JsonObject members)
                RetainMembers(members, isKept);
            if (section.Value is not JsonObject { Count: > 0 })
                holder.Remove(section.Key);
        }
    }

    private static bool RetainOperations(JsonObject item, HashSet<JsonNode> operations)
    {
        bool any = false;
        foreach (KeyValuePair<string, JsonNode?> member in item.ToArray())
        {
            if (OpenApiKeywords.IsHttpMethod(member.Key))
            {
                if (member.Value is not null && operations.Contains(member.Value))
                    any = true;
                else
                    item.Remove(member.Key);
            }
            else if (member.Key == "additionalOperations")
            {
                if (member.Value is JsonObject others)
                    RetainMembers(others, operations.Contains);
                if (member.Value is JsonObject { Count: > 0 })
                    any = true;
                else
                    item.Remove(member.Key);
            }
        }

        return any;
    }

    // Removing members one by one would move the others each time.
    private static void RetainMembers(JsonObject members, Func<JsonNode, bool> isKept)
    {
        List<string> names = [];
        List<JsonNode> kept = [];
        foreach (KeyValuePair<string, JsonNode?> member in members)
        {
            if (member.Value is null || !isKept(member.Value))
                continue;
            names.Add(member.Key);
            kept.Add(member.Value);
        }

        if (kept.Count == members.Count)
            return;
        members.Clear();
        for (int i = 0; i < kept.Count; i++)
            members.Add(names[i], kept[i]);
    }
}
