namespace CfGen.Generator.Overlays.JsonPath;

/// <summary>The values that an expression of a filter can use.</summary>
/// <param name="Root">The whole document, <c>$</c>.</param>
/// <param name="Current">The child that the filter looks at, <c>@</c>.</param>
/// <param name="Budget">The steps that are left.</param>
internal readonly record struct FilterContext(JsonPathNode Root, JsonPathNode Current, WorkBudget Budget);

/// <summary>A logical expression of a filter.</summary>
internal abstract class FilterExpression
{
    /// <summary>Evaluates the expression for a child.</summary>
    public abstract bool IsTrue(FilterContext context);
}

/// <summary>True if one of the operands is true.</summary>
internal sealed class OrExpression(IReadOnlyList<FilterExpression> operands) : FilterExpression
{
    public override bool IsTrue(FilterContext context)
    {
        foreach (FilterExpression operand in operands)
        {
            if (operand.IsTrue(context))
                return true;
        }

        return false;
    }
}

/// <summary>True if all operands are true.</summary>
internal sealed class AndExpression(IReadOnlyList<FilterExpression> operands) : FilterExpression
{
    public override bool IsTrue(FilterContext context)
    {
        foreach (FilterExpression operand in operands)
        {
            if (!operand.IsTrue(context))
                return false;
        }

        return true;
    }
}

/// <summary>True if the operand is not.</summary>
internal sealed class NotExpression(FilterExpression operand) : FilterExpression
{
    public override bool IsTrue(FilterContext context) => !operand.IsTrue(context);
}

/// <summary>True if a query selects something.</summary>
internal sealed class ExistenceExpression(JsonPathQuery query) : FilterExpression
{
    public override bool IsTrue(FilterContext context) => query.Select(context.Root, context.Current, context.Budget).Count > 0;
}

/// <summary>True if the comparison of two values holds.</summary>
internal sealed class ComparisonExpression(ValueExpression left, ComparisonOperator comparison, ValueExpression right) : FilterExpression
{
    public override bool IsTrue(FilterContext context)
    {
        PathValue one = left.Evaluate(context);
        PathValue other = right.Evaluate(context);
        return comparison switch
        {
            ComparisonOperator.Equal => ValueComparison.AreEqual(one, other, context.Budget),
            ComparisonOperator.NotEqual => !ValueComparison.AreEqual(one, other, context.Budget),
            ComparisonOperator.Less => ValueComparison.IsLess(one, other),
            ComparisonOperator.Greater => ValueComparison.IsLess(other, one),
            ComparisonOperator.LessOrEqual => ValueComparison.IsLess(one, other) || ValueComparison.AreEqual(one, other, context.Budget),
            _ => ValueComparison.IsLess(other, one) || ValueComparison.AreEqual(one, other, context.Budget),
        };
    }
}

/// <summary>The operators between two values.</summary>
internal enum ComparisonOperator
{
    Equal,
    NotEqual,
    Less,
    LessOrEqual,
    Greater,
    GreaterOrEqual,
}
