using System.Text.Json.Nodes;
using CfGen.Generator.Documents.References;
using CfGen.Generator.Documents.Selection;
using CfGen.Generator.Parsing;

namespace CfGen.Generator.Documents.ObjectModel;

/// <summary>The tree of a document, which can be pruned to operations and everything that they reach.</summary>
internal sealed class DocumentTree(JsonObject root, SpecVersion version, ReferenceLinker linker)
{
    public JsonObject Root => root;

    /// <summary>Prunes the tree in place.</summary>
    public void PruneTo(IReadOnlyList<FoundOperation> operations, Dictionary<FoundOperation, ReferencedElement> elements)
    {
        HashSet<ReferencedElement> kept = Reachability.GetReachable(operations.Select(operation => elements[operation]));
        Pruner.Prune(
            root,
            version,
            [.. operations.Select(operation => operation.Node)],
            node => linker.FindElement(node) is { } element && kept.Contains(element)
        );
    }

    /// <summary>Copies the tree with these operations and components only, and with everything that is neither.</summary>
    public JsonObject CopyOnly(IEnumerable<ReferencedElement> elements)
    {
        HashSet<string> kept = [.. elements.Select(element => element.TreePointer)];
        HashSet<string> wanted = [.. elements.Where(element => element.Operation is not null).Select(element => element.TreePointer)];
        var copy = new JsonObject();
        foreach (KeyValuePair<string, JsonNode?> member in root)
        {
            copy.Add(
                member.Key,
                member switch
                {
                    { Key: "paths", Value: JsonObject paths } => CopyPaths(paths, wanted),
                    { Key: "components", Value: JsonObject components } when !version.IsSwagger2 => CopySections(
                        components,
                        "#/components",
                        kept
                    ),
                    _ => member.Value?.DeepClone(),
                }
            );
        }

        return version.IsSwagger2 ? CopySections(copy, JsonPointer.Root, kept) : copy;
    }

    private static JsonObject CopyPaths(JsonObject paths, HashSet<string> wanted)
    {
        var result = new JsonObject();
        foreach (KeyValuePair<string, JsonNode?> path in paths)
        {
            string pointer = JsonPointer.Append("#/paths", path.Key);
            if (path.Value is not JsonObject item || !wanted.Any(p => p.StartsWith(pointer + "/", StringComparison.Ordinal)))
                continue;
            var copy = new JsonObject();
            foreach (KeyValuePair<string, JsonNode?> member in item)
            {
                string below = JsonPointer.Append(pointer, member.Key);
                if (member is { Key: "additionalOperations", Value: JsonObject others })
                    copy.Add(member.Key, CopyMembers(others, key => wanted.Contains(JsonPointer.Append(below, key))));
                else if (!OpenApiKeywords.IsHttpMethod(member.Key) || wanted.Contains(below))
                    copy.Add(member.Key, member.Value?.DeepClone());
            }

            result.Add(path.Key, copy);
        }

        return result;
    }

    private JsonObject CopySections(JsonObject holder, string pointer, HashSet<string> kept)
    {
        var result = new JsonObject();
        foreach (KeyValuePair<string, JsonNode?> section in holder)
        {
            string below = JsonPointer.Append(pointer, section.Key);
            result.Add(
                section.Key,
                OpenApiKeywords.IsComponentSection(section.Key, version) && section.Value is JsonObject members
                    ? CopyMembers(members, key => kept.Contains(JsonPointer.Append(below, key)))
                    : section.Value?.DeepClone()
            );
        }

        return result;
    }

    private static JsonObject CopyMembers(JsonObject members, Func<string, bool> isWanted)
    {
        var result = new JsonObject();
        foreach (KeyValuePair<string, JsonNode?> member in members)
        {
            if (isWanted(member.Key))
                result.Add(member.Key, member.Value?.DeepClone());
        }

        return result;
    }
}
