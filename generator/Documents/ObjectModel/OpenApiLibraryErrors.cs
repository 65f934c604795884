using System.Text.Json.Nodes;
using CfGen.Generator.Diagnostics;
using CfGen.Generator.Parsing;
using Microsoft.OpenApi;

namespace CfGen.Generator.Documents.ObjectModel;

/// <summary>Converts the errors of the OpenAPI library to findings.</summary>
internal static class OpenApiLibraryErrors
{
    private const string UnknownPropertySuffix = " is not a valid property at ";

    // Properties that some version of OpenAPI has and the library does not know. They are not errors.
    private static readonly HashSet<string> s_knownProperties = new(StringComparer.Ordinal)
    {
        "schemes",
        "uniqueItems",
        "collectionFormat",
        "const",
        "patternProperties",
        "externalDocs",
        "deprecated",
        "summary",
        "oneOf",
        "anyOf",
        "not",
        "nullable",
        "examples",
        "title",
        "format",
        "tags",
        "description",
        "consumes",
        "produces",
        "$schema",
        "$id",
        "$comment",
        "if",
        "then",
        "else",
        "contains",
        "prefixItems",
        "dependentSchemas",
        "definitions",
        "$defs",
    };

    public static IEnumerable<Finding> ToFindings(JsonNode root, IEnumerable<OpenApiError> errors)
    {
        HashSet<Finding> seen = [];
        foreach (OpenApiError error in errors)
        {
            Finding? finding = ToFinding(root, error);
            if (finding is not null && seen.Add(finding))
                yield return finding;
        }
    }

    private static Finding? ToFinding(JsonNode root, OpenApiError error)
    {
        string message = DocumentLoader.GetFirstLine(error.Message);
        int at = message.IndexOf(UnknownPropertySuffix, StringComparison.Ordinal);
        if (at < 0)
            return DocumentFindings.InvalidValue(RepairPointer(root, error.Pointer), message);
        string name = message.Substring(0, at);
        if (s_knownProperties.Contains(name))
            return null;
        string pointer = RepairPointer(root, message.Substring(at + UnknownPropertySuffix.Length));
        return OperationFindings.UnknownProperty(
            FindNode(root, JsonPointer.Append(pointer, name)) is null ? pointer : JsonPointer.Append(pointer, name),
            name
        );
    }

    /// <summary>
    /// Repairs a pointer of the library, which can start with tokens of values that the library has left. The last path in it is the
    /// right one, and tokens after it that lead nowhere are skipped.
    /// </summary>
    private static string RepairPointer(JsonNode root, string? pointer)
    {
        if (string.IsNullOrEmpty(pointer))
            return JsonPointer.Root;
        string[] tokens = JsonPointer.Split(pointer!);
        if (tokens.Length == 0)
            return JsonPointer.Root;
        if (FindNode(root, pointer!) is not null)
            return pointer!;
        if (tokens[0] != "paths")
            return AddIndexes(root, tokens);
        JsonNode? node = root["paths"];
        int last = Array.FindLastIndex(tokens, token => node is JsonObject paths && paths.ContainsKey(token));
        if (last < 0)
            return pointer!;
        string repaired = "#/paths";
        for (int i = last; i < tokens.Length; i++)
        {
            if (node.GetChild(tokens[i]) is not { } child)
                continue;
            node = child;
            repaired = JsonPointer.Append(repaired, tokens[i]);
        }

        return repaired;
    }

    /// <summary>
    /// Adds the indexes of lists, which pointers of the library lack outside of paths. The first item that has the rest counts.
    /// </summary>
    private static string AddIndexes(JsonNode root, string[] tokens)
    {
        JsonNode? node = root;
        string result = JsonPointer.Root;
        for (int i = 0; i < tokens.Length; i++)
        {
            if (node is JsonArray list && list.GetChild(tokens[i]) is null)
            {
                string[] rest = [.. tokens.Skip(i)];
                int index = list.ToList()
                    .FindIndex(item =>
                        item is not null && rest.Aggregate(item, (JsonNode? at, string token) => at.GetChild(token)) is not null
                    );
                if (index < 0)
                    break;
                result = JsonPointer.Append(result, index);
                node = list[index];
            }

            node = node.GetChild(tokens[i]);
            result = JsonPointer.Append(result, tokens[i]);
        }

        return result;
    }

    private static JsonNode? FindNode(JsonNode root, string pointer)
    {
        JsonNode? node = root;
        foreach (string token in JsonPointer.Split(pointer))
            node = node.GetChild(token);
        return node;
    }
}
