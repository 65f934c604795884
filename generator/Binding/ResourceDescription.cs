using CfGen.Generator.Documents;
using CfGen.Generator.Naming.Operations;
using Microsoft.OpenApi;

namespace CfGen.Generator.Binding;

/// <summary>The description of a resource, and of those below it.</summary>
/// <param name="Path">The names of the resources from the client to this one.</param>
internal sealed record ResourceDescription(IReadOnlyList<string> Path, string Text)
{
    /// <summary>
    /// Finds the descriptions by the tags of all operations of the document, selected or not. A resource has the description of a tag if
    /// all operations at it and below it have this tag, and no resource above it has the description.
    /// </summary>
    public static IReadOnlyList<ResourceDescription> Find(
        IReadOnlyList<OperationOutline> operations,
        Dictionary<OperationKey, OperationName> names,
        IEnumerable<OpenApiTag>? tags
    )
    {
        Dictionary<string, string> texts = ReadTexts(tags);
        if (texts.Count == 0)
            return [];
        Dictionary<string, string?> tagsByPath = FindTags(operations, names);
        Dictionary<string, ResourceDescription> found = new(StringComparer.Ordinal);
        foreach (OperationName name in names.Values)
        {
            string path = "";
            for (int i = 0; i < name.ResourcePath.Count; i++)
            {
                path = Append(path, name.ResourcePath[i]);
                if (tagsByPath.TryGetValue(path, out string? tag) && tag is not null && texts.TryGetValue(tag, out string? text))
                {
                    found[path] = new ResourceDescription([.. name.ResourcePath.Take(i + 1)], text);
                    break;
                }
            }
        }

        return [.. found.Values];
    }

    /// <summary>Finds the tag of each resource; null where operations at it or below it have several.</summary>
    private static Dictionary<string, string?> FindTags(
        IReadOnlyList<OperationOutline> operations,
        Dictionary<OperationKey, OperationName> names
    )
    {
        Dictionary<string, string?> tags = new(StringComparer.Ordinal);
        foreach (OperationOutline operation in operations)
        {
            if (!names.TryGetValue(operation.Operation, out OperationName? name))
                continue;
            string path = "";
            string tag = operation.Tag ?? "";
            foreach (string resource in name.ResourcePath)
            {
                path = Append(path, resource);
                tags[path] = tags.TryGetValue(path, out string? known) && known != tag ? null : tag;
            }
        }

        return tags;
    }

    private static Dictionary<string, string> ReadTexts(IEnumerable<OpenApiTag>? tags)
    {
        Dictionary<string, string> texts = new(StringComparer.Ordinal);
        foreach (OpenApiTag tag in tags ?? [])
        {
            if (tag.Name is { } name && !string.IsNullOrWhiteSpace(tag.Description))
                texts[name] = tag.Description!;
        }

        return texts;
    }

    private static string Append(string path, string name) => path + "." + name;
}
