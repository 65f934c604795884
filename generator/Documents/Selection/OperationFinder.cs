using System.Text.Json.Nodes;
using CfGen.Generator.Documents.References;
using CfGen.Generator.Parsing;

namespace CfGen.Generator.Documents.Selection;

/// <summary>An operation of the document before selection.</summary>
/// <param name="Operation">The identity of the operation.</param>
/// <param name="PathItem">The path item that holds it.</param>
/// <param name="Node">The object of the operation.</param>
/// <param name="Content">The location of the content; null where the operation is a reference that cannot be resolved.</param>
internal sealed record FoundOperation(
    OperationKey Operation,
    FoundPathItem PathItem,
    JsonObject Node,
    (SourceDocument Source, string Pointer)? Content
)
{
    public IReadOnlyList<string> Tags { get; } =
        Node["tags"] is JsonArray tags ? [.. tags.Select(JsonNodeExtensions.AsString).OfType<string>()] : [];
}

/// <summary>A path item and the location of its content.</summary>
internal sealed record FoundPathItem(string Path, string Pointer, JsonObject Node, SourceDocument Source, string SourcePointer);

/// <summary>Finds all operations under <c>paths</c>, and replaces path items and operations that are references.</summary>
internal static class OperationFinder
{
    public static List<FoundOperation> FindOperations(SourceDocument main, ReferenceLinker linker)
    {
        List<FoundOperation> result = [];
        JsonNode? written = ((JsonObject)main.Root!)["paths"];
        if (written is not JsonObject paths)
        {
            // A document with webhooks only has no paths.
            if (written is not null)
                linker.ReportNonObject(main, "#/paths", "each one");
            return result;
        }

        if (linker.InlineReferences(paths, main, "#/paths", "#/paths") is not { } located)
            return result;
        OperationKeys.NormalizePaths(paths, located.Source, located.Pointer, linker);
        foreach (KeyValuePair<string, JsonNode?> path in paths)
        {
            if (path.Key.StartsWith("x-", StringComparison.OrdinalIgnoreCase))
                continue;
            string pointer = JsonPointer.Append("#/paths", path.Key);
            // A path of a file that the paths refer to, or one whose slash was added, was written elsewhere.
            string origin = linker.FindRedirect(pointer) ?? JsonPointer.Append(located.Pointer, path.Key);
            if (path.Value is not JsonObject item)
            {
                // Some tools write null for a path without operations.
                if (path.Value is not null)
                    linker.ReportNonObject(located.Source, origin, path.Key);
                continue;
            }

            if (linker.InlineReferences(item, located.Source, origin, pointer) is not { } content)
                continue;
            FoundPathItem found = new(path.Key, pointer, item, content.Source, content.Pointer);
            OperationKeys.NormalizeMethods(found, linker);
            AddOperations(result, found, linker);
        }

        return result;
    }

    private static void AddOperations(List<FoundOperation> result, FoundPathItem item, ReferenceLinker linker)
    {
        foreach (KeyValuePair<string, JsonNode?> member in item.Node)
        {
            if (OpenApiKeywords.IsHttpMethod(member.Key))
                Add(member.Value, member.Key, "");
            if (member.Key != "additionalOperations" || member.Value is null)
                continue;
            if (member.Value is not JsonObject others)
            {
                linker.ReportNonObject(item.Source, JsonPointer.Append(item.SourcePointer, member.Key), member.Key + " " + item.Path);
                continue;
            }

            foreach (KeyValuePair<string, JsonNode?> other in others)
                Add(other.Value, other.Key, "/additionalOperations");
        }

        void Add(JsonNode? value, string method, string below)
        {
            if (value is not JsonObject operation)
            {
                linker.ReportNonObject(item.Source, JsonPointer.Append(item.SourcePointer + below, method), method + " " + item.Path);
                return;
            }

            string pointer = JsonPointer.Append(item.Pointer + below, method);
            string written = linker.FindRedirect(pointer) ?? JsonPointer.Append(item.SourcePointer + below, method);
            (SourceDocument Source, string Pointer)? content = linker.InlineReferences(operation, item.Source, written, pointer);
            result.Add(
                new FoundOperation(
                    new OperationKey(item.Path, method, pointer, operation["operationId"].AsString()),
                    item,
                    operation,
                    content
                )
            );
        }
    }
}
