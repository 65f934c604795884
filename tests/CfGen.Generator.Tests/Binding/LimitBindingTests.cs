using CfGen.Generator.Tests.Hosting;

namespace CfGen.Generator.Tests.Binding;

/// <summary>Limits that several branches of an allOf state: all of them hold, and so the narrowest.</summary>
public class LimitBindingTests
{
    [Theory]
    [InlineData("type: integer", "maximum: 5", "maximum: 9", "maximum: 5")]
    [InlineData("type: integer", "minimum: 5", "minimum: 9", "minimum: 9")]
    [InlineData("type: string", "maxLength: 5", "maxLength: 9", "maxLength: 5")]
    [InlineData("type: string", "minLength: 5", "minLength: 9", "minLength: 9")]
    public void The_narrowest_limit_holds_in_both_orders(string type, string one, string other, string expected)
    {
        foreach ((string first, string second) in ((string, string)[])[(one, other), (other, one)])
        {
            string code = Code($"allOf: [{{ {type}, {first} }}, {{ {second} }}]");

            Assert.Contains(", " + expected, code, StringComparison.Ordinal);
            string lost = expected == one ? other : one;
            Assert.DoesNotContain(", " + lost, code, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("maxItems: 5", "maxItems: 9", "maxItems: 5")]
    [InlineData("minItems: 5", "minItems: 9", "minItems: 9")]
    public void The_stricter_limit_of_a_list_wins(string one, string other, string expected)
    {
        foreach ((string first, string second) in ((string, string)[])[(one, other), (other, one)])
            Assert.Contains(
                ", " + expected,
                Code($"allOf: [{{ type: array, items: {{ type: string }}, {first} }}, {{ {second} }}]"),
                StringComparison.Ordinal
            );
    }

    [Fact]
    public void A_limit_beside_an_allOf_narrows_it_too()
    {
        Assert.Contains(", maximum: 5", Code("type: integer, maximum: 9, allOf: [{ maximum: 5 }]"), StringComparison.Ordinal);
        Assert.Contains(", maximum: 5", Code("type: integer, maximum: 5, allOf: [{ maximum: 9 }]"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("type: integer, maximum: 5, exclusiveMaximum: true", "maximum: 4L")]
    [InlineData("type: integer, minimum: 5, exclusiveMinimum: true", "minimum: 6L")]
    [InlineData("type: integer, maximum: 5.5", "maximum: 5L")]
    [InlineData("type: integer, minimum: 5.5", "minimum: 6L")]
    [InlineData("type: integer, maximum: 5, allOf: [{ maximum: 5, exclusiveMaximum: true }]", "maximum: 4L")]
    [InlineData("type: integer, maximum: 3, allOf: [{ maximum: 5, exclusiveMaximum: true }]", "maximum: 3L")]
    [InlineData("type: number, maximum: 5, exclusiveMaximum: true", "maximum: 5D, exclusiveMaximum: true")]
    public void A_limit_of_a_property_is_the_narrowest_value_that_is_allowed(string schema, string expected)
    {
        string code = string.Concat(
            GeneratorHost
                .Generate(
                    TestDocument.FromPaths(
                        $"/things: {{ put: {{ operationId: put-thing, requestBody: {{ required: true, content: {{ application/json: {{ schema: {{ type: object, properties: {{ value: {{ {schema} }} }} }} }} }} }}, responses: {{ '204': {{ description: ok }} }} }} }}"
                    )
                )
                .AssertNoDiagnostics()
                .AssertCompiles()
                .Sources.Values
        );

        Assert.Matches($"""v\.\w+\("value", Value, "[^"]*", {expected}\);""", code);
    }

    private static string Code(string schema)
    {
        GeneratorRun run = GeneratorHost.Generate(
            TestDocument.FromPaths(
                $"/things: {{ get: {{ operationId: list-things, parameters: [{{ name: value, in: query, schema: {{ {schema} }} }}], responses: {{ '204': {{ description: ok }} }} }} }}"
            )
        );
        return string.Concat(run.AssertNoDiagnostics().AssertCompiles().Sources.Values);
    }
}
