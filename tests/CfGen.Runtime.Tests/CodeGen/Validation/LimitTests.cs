using CfGen.CodeGen;
using CfGen.Validation;

namespace CfGen.Runtime.Tests.CodeGen.Validation;

/// <summary>Values on a limit and beside it.</summary>
public class LimitTests
{
    [Theory]
    [InlineData(0.9, false, "minimum: 1")]
    [InlineData(1, false, null)]
    [InlineData(9, false, null)]
    [InlineData(9.1, false, "maximum: 9")]
    [InlineData(0.9, true, "minimum: 1")]
    [InlineData(1, true, "exclusiveMinimum: 1")]
    [InlineData(1.1, true, null)]
    [InlineData(8.9, true, null)]
    [InlineData(9, true, "exclusiveMaximum: 9")]
    [InlineData(9.1, true, "maximum: 9")]
    public void A_member_may_be_its_limit_unless_that_is_exclusive(double value, bool isExclusive, string? rule)
    {
        var doubles = new BodyValidator("body", null, new PatternChecks(isDeferring: false));
        var decimals = new BodyValidator("body", null, new PatternChecks(isDeferring: false));

        doubles.Number("n", value, "#/n", 1, 9, isExclusive, isExclusive);
        decimals.Number("n", (decimal)value, "#/n", 1, 9, isExclusive, isExclusive);

        Assert.Equal(rule, doubles.FoundViolations?.All.Single().Rule);
        Assert.Equal(rule, decimals.FoundViolations?.All.Single().Rule);
    }
}
