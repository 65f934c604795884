using System.Text.Json.Nodes;
using CfGen.Generator.Diagnostics;
using CfGen.Generator.Documents.References;
using CfGen.Generator.Parsing;

namespace CfGen.Generator.Documents.Selection;

/// <summary>
/// Writes the keys of paths and methods as OpenAPI has them, where their meaning is plain: a path without its slash, a method in upper
/// case.
/// </summary>
internal static class OperationKeys
{
    /// <summary>Adds the slash to the paths that have none.</summary>
    public static void NormalizePaths(JsonObject paths, SourceDocument source, string sourcePointer, ReferenceLinker linker) =>
        Normalize(
            paths,
            source,
            sourcePointer,
            "#/paths",
            linker,
            path =>
                path.Key.Length > 0
                && path.Key[0] != '/'
                && !path.Key.StartsWith("x-", StringComparison.OrdinalIgnoreCase)
                && path.Value is JsonObject item
                && item.Any(member => OpenApiKeywords.IsHttpMethod(member.Key.ToLowerInvariant()) && member.Value is JsonObject)
                    ? "/" + path.Key
                    : null,
            (pointer, written, _) => OperationFindings.PathWithoutSlash(pointer, written)
        );

    /// <summary>Writes the methods of a path item in lower case.</summary>
    public static void NormalizeMethods(FoundPathItem item, ReferenceLinker linker) =>
        Normalize(
            item.Node,
            item.Source,
            item.SourcePointer,
            item.Pointer,
            linker,
            member =>
                member.Value is JsonObject
                && !OpenApiKeywords.IsHttpMethod(member.Key)
                && member.Key.ToLowerInvariant() is var method
                && OpenApiKeywords.IsHttpMethod(method)
                    ? method
                    : null,
            OperationFindings.MethodInOtherCase
        );

    private static void Normalize(
        JsonObject holder,
        SourceDocument source,
        string sourcePointer,
        string treePointer,
        ReferenceLinker linker,
        Func<KeyValuePair<string, JsonNode?>, string?> findKey,
        Func<string, string, string, Finding> report
    )
    {
        if (holder.All(member => findKey(member) is null))
            return;
        List<KeyValuePair<string, JsonNode?>> members = [.. holder];
        HashSet<string> taken = [.. members.Where(member => findKey(member) is null).Select(member => member.Key)];
        holder.Clear();
        foreach (KeyValuePair<string, JsonNode?> member in members)
        {
            if (findKey(member) is not { } key)
            {
                holder.Add(member.Key, member.Value);
                continue;
            }

            string pointer = JsonPointer.Append(sourcePointer, member.Key);
            if (!taken.Add(key))
            {
                linker.Report(source, OperationFindings.DuplicateKey(pointer, member.Key, key));
                continue;
            }

            holder.Add(key, member.Value);
            linker.AddRedirect(JsonPointer.Append(treePointer, key), source, pointer);
            linker.Report(source, report(pointer, member.Key, key));
        }
    }
}
