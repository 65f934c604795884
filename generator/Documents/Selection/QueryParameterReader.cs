using System.Text.Json.Nodes;
using CfGen.Generator.Documents.References;
using CfGen.Generator.Parsing;

namespace CfGen.Generator.Documents.Selection;

/// <summary>A query parameter, read before pruning.</summary>
/// <param name="IsZeroBased">True where its default is 0, or its minimum where it has no default.</param>
internal sealed record QueryParameterOutline(string Name, bool IsZeroBased);

/// <summary>Reads the query parameters of operations from the original tree.</summary>
internal sealed class QueryParameterReader(ReferenceResolver resolver)
{
    private const string Parameters = "parameters";

    /// <summary>Returns the parameters of the operation and of its path.</summary>
    public IReadOnlyList<QueryParameterOutline> Read(FoundOperation operation) =>
        operation.Content is { } content
            ? [.. Read(operation.Node[Parameters], content.Source), .. Read(operation.PathItem.Node[Parameters], operation.PathItem.Source)]
            : [];

    private IEnumerable<QueryParameterOutline> Read(JsonNode? list, SourceDocument source)
    {
        foreach (JsonNode? entry in list as JsonArray ?? [])
        {
            JsonNode? parameter =
                entry is JsonObject link && link["$ref"].AsString() is { } reference
                    ? resolver.Resolve(source, reference).Target?.Node
                    : entry;
            if (parameter is JsonObject node && node["in"].AsString() == "query" && node["name"].AsString() is { } name)
                yield return new QueryParameterOutline(name, IsZeroBased(node["schema"] as JsonObject ?? node));
        }
    }

    private static bool IsZeroBased(JsonObject schema) => (schema["default"] ?? schema["minimum"])?.ToPlainText() == "0";
}
