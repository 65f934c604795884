using System.Text.Json.Nodes;

namespace CfGen.Generator.Overlays.JsonPath;

/// <summary>A selector of a segment: selects children of one value.</summary>
internal abstract class PathSelector
{
    /// <summary>True if the selector selects at most one child.</summary>
    public virtual bool IsSingular => false;

    /// <summary>Adds the children that are selected.</summary>
    public abstract void Select(JsonPathNode node, JsonPathNode root, WorkBudget budget, List<JsonPathNode> results);
}

/// <summary>Selects the member of a name.</summary>
internal sealed class NameSelector(string name) : PathSelector
{
    public override bool IsSingular => true;

    public override void Select(JsonPathNode node, JsonPathNode root, WorkBudget budget, List<JsonPathNode> results)
    {
        if (node.Value is JsonObject members && members.TryGetPropertyValue(name, out JsonNode? value))
            results.Add(node.CreateMember(name, value));
    }
}

/// <summary>Selects the element at an index. A negative index counts from the end.</summary>
internal sealed class IndexSelector(long index) : PathSelector
{
    public override bool IsSingular => true;

    public override void Select(JsonPathNode node, JsonPathNode root, WorkBudget budget, List<JsonPathNode> results)
    {
        if (node.Value is not JsonArray list)
            return;
        long at = index < 0 ? index + list.Count : index;
        if (at >= 0 && at < list.Count)
            results.Add(node.CreateElement((int)at, list[(int)at]));
    }
}

/// <summary>Selects all children.</summary>
internal sealed class WildcardSelector : PathSelector
{
    private WildcardSelector() { }

    public static WildcardSelector Instance { get; } = new();

    public override void Select(JsonPathNode node, JsonPathNode root, WorkBudget budget, List<JsonPathNode> results)
    {
        switch (node.Value)
        {
            case JsonObject members:
                budget.Spend(members.Count);
                foreach (KeyValuePair<string, JsonNode?> member in members)
                    results.Add(node.CreateMember(member.Key, member.Value));
                break;
            case JsonArray list:
                budget.Spend(list.Count);
                for (int i = 0; i < list.Count; i++)
                    results.Add(node.CreateElement(i, list[i]));
                break;
        }
    }
}

/// <summary>Selects the children for which an expression is true.</summary>
internal sealed class FilterSelector(FilterExpression expression) : PathSelector
{
    public override void Select(JsonPathNode node, JsonPathNode root, WorkBudget budget, List<JsonPathNode> results)
    {
        List<JsonPathNode> children = [];
        WildcardSelector.Instance.Select(node, root, budget, children);
        foreach (JsonPathNode child in children)
        {
            if (expression.IsTrue(new FilterContext(root, child, budget)))
                results.Add(child);
        }
    }
}
