using System.Text.Json.Nodes;

namespace CfGen.Generator.Overlays.JsonPath;

/// <summary>A segment of a query: selectors for the children of a value, or for those of all its descendants and itself.</summary>
internal sealed class PathSegment(bool isDescendant, IReadOnlyList<PathSelector> selectors)
{
    /// <summary>True if the segment selects at most one child.</summary>
    public bool IsSingular { get; } = !isDescendant && selectors.Count == 1 && selectors[0].IsSingular;

    /// <summary>Selects from each of the nodes.</summary>
    public List<JsonPathNode> Select(List<JsonPathNode> nodes, JsonPathNode root, WorkBudget budget)
    {
        List<JsonPathNode> results = [];
        foreach (JsonPathNode node in nodes)
        {
            if (isDescendant)
                SelectBelow(node, root, budget, results);
            else
                SelectChildren(node, root, budget, results);
        }

        return results;
    }

    private void SelectChildren(JsonPathNode node, JsonPathNode root, WorkBudget budget, List<JsonPathNode> results)
    {
        foreach (PathSelector selector in selectors)
        {
            budget.Spend();
            selector.Select(node, root, budget, results);
        }
    }

    // A stack of its own: filters within filters would add up to more levels than a thread of the compiler has room for.
    private void SelectBelow(JsonPathNode start, JsonPathNode root, WorkBudget budget, List<JsonPathNode> results)
    {
        Stack<JsonPathNode> open = new();
        List<JsonPathNode> children = [];
        open.Push(start);
        while (open.Count > 0)
        {
            JsonPathNode node = open.Pop();
            if (node.Value is not (JsonObject or JsonArray))
                continue;
            SelectChildren(node, root, budget, results);
            children.Clear();
            WildcardSelector.Instance.Select(node, root, budget, children);
            for (int i = children.Count - 1; i >= 0; i--)
                open.Push(children[i]);
        }
    }
}
