using System.Text.Json.Nodes;

namespace CfGen.Generator.Overlays.JsonPath;

/// <summary>
/// A JSONPath query of RFC 9535: <c>$</c> or <c>@</c> and segments, each of which selects from what the one before it selected.
/// </summary>
internal sealed class JsonPathQuery(bool isRelative, IReadOnlyList<PathSegment> segments)
{
    /// <summary>True if the query starts with <c>@</c>, the value that a filter looks at.</summary>
    public bool IsRelative { get; } = isRelative;

    /// <summary>True if the query selects at most one value, whatever the document is.</summary>
    public bool IsSingular { get; } = segments.All(s => s.IsSingular);

    /// <summary>The parts that the parser read in a lenient way.</summary>
    public IReadOnlyList<JsonPathNote> Notes { get; init; } = [];

    /// <summary>Parses a query.</summary>
    /// <param name="text">The whole text.</param>
    /// <param name="allowHyphens">Reads <c>.x-name</c> as <c>['x-name']</c>, as most libraries do, and adds a note.</param>
    /// <exception cref="JsonPathException">The text is not a query.</exception>
    public static JsonPathQuery Parse(string text, bool allowHyphens = false) => new JsonPathParser(text, allowHyphens).ParseWhole();

    /// <summary>Selects values of a document, in the order of the document.</summary>
    /// <exception cref="WorkLimitException">The evaluation takes too many steps.</exception>
    public List<JsonPathNode> Select(JsonNode? document, WorkBudget budget)
    {
        JsonPathNode root = JsonPathNode.CreateRoot(document);
        return Select(root, root, budget);
    }

    /// <summary>Selects values within a filter.</summary>
    public List<JsonPathNode> Select(JsonPathNode root, JsonPathNode current, WorkBudget budget)
    {
        List<JsonPathNode> nodes = [IsRelative ? current : root];
        foreach (PathSegment segment in segments)
        {
            if (nodes.Count == 0)
                break;
            nodes = segment.Select(nodes, root, budget);
        }

        return nodes;
    }
}
