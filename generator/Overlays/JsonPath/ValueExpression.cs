using System.Text.Json.Nodes;

namespace CfGen.Generator.Overlays.JsonPath;

/// <summary>The result of an expression: a JSON value, or nothing.</summary>
/// <param name="Exists">False for nothing, which is not the same as <c>null</c>.</param>
/// <param name="Node">The value.</param>
internal readonly record struct PathValue(bool Exists, JsonNode? Node)
{
    /// <summary>Creates a value that exists.</summary>
    public static PathValue Create(JsonNode? node) => new(true, node);
}

/// <summary>An expression with a value: a literal, a query of one value, or a function.</summary>
internal abstract class ValueExpression
{
    /// <summary>Evaluates the expression for a child.</summary>
    public abstract PathValue Evaluate(FilterContext context);
}

/// <summary>A string, a number, <c>true</c>, <c>false</c> or <c>null</c>.</summary>
internal sealed class LiteralExpression(JsonNode? value) : ValueExpression
{
    /// <summary>The value.</summary>
    public JsonNode? Value { get; } = value;

    public override PathValue Evaluate(FilterContext context) => PathValue.Create(Value);
}

/// <summary>The one value that a query selects, or nothing where it selects none or several.</summary>
internal sealed class QueryValueExpression(JsonPathQuery query) : ValueExpression
{
    public override PathValue Evaluate(FilterContext context)
    {
        List<JsonPathNode> nodes = query.Select(context.Root, context.Current, context.Budget);
        return nodes.Count == 1 ? PathValue.Create(nodes[0].Value) : default;
    }
}
