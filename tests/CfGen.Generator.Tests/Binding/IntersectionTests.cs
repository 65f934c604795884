using CfGen.Generator.Tests.Hosting;
using Microsoft.CodeAnalysis;

namespace CfGen.Generator.Tests.Binding;

/// <summary>An allOf means all of its branches at once, in whichever order they stand.</summary>
public class IntersectionTests
{
    private const string Wide = "{ type: string, enum: [a, b, c] }";
    private const string Narrow = "{ type: string, enum: [b, c, d] }";

    [Theory]
    [InlineData(Wide, Narrow)]
    [InlineData(Narrow, Wide)]
    public void An_enum_has_the_values_that_all_branches_list(string first, string second)
    {
        GeneratorRun run = Run($"value: {{ allOf: [{first}, {second}] }}");

        Assert.Equal(
            ["B", "C"],
            Members(run, "Acme.Sample.ThingValue")
                .OfType<IPropertySymbol>()
                .Where(p => p is { IsStatic: true, DeclaredAccessibility: Accessibility.Public })
                .Select(p => p.Name)
        );
    }

    [Theory]
    [InlineData("{ type: object, properties: { x: { type: string } } }", "{ properties: { x: { maxLength: 5 } } }")]
    [InlineData("{ properties: { x: { maxLength: 5 } } }", "{ type: object, properties: { x: { type: string } } }")]
    public void A_property_is_what_all_branches_say_of_it(string first, string second)
    {
        GeneratorRun run = Run($"value: {{ allOf: [{first}, {second}] }}");

        IPropertySymbol x = Assert.Single(Members(run, "Acme.Sample.ThingValue").OfType<IPropertySymbol>(), p => p.Name == "X");
        Assert.Equal("string?", x.Type.ToDisplayString());
        Assert.Contains(run.Sources.Values, s => s.Contains("maxLength: 5", StringComparison.Ordinal));
    }

    [Fact]
    public void A_property_is_required_where_one_branch_requires_it()
    {
        const string Two = "{ type: object, properties: { x: { type: string }, y: { type: string }, z: { type: string } }, required: [x] }";

        GeneratorRun run = Run($"value: {{ allOf: [{Two}, {{ required: [y] }}] }}");

        Assert.Equal(
            ["X", "Y"],
            Members(run, "Acme.Sample.ThingValue").OfType<IPropertySymbol>().Where(p => p.IsRequired).Select(p => p.Name)
        );
    }

    private static System.Collections.Immutable.ImmutableArray<ISymbol> Members(GeneratorRun run, string type) =>
        run.Output.GetTypeByMetadataName(type)!.GetMembers();

    private static GeneratorRun Run(string property) =>
        GeneratorHost
            .Generate(
                TestDocument
                    .FromPaths(
                        "/things: { put: { operationId: put-thing, requestBody: { required: true, content: { application/json: { schema: { $ref: '#/components/schemas/Thing' } } } }, responses: { '204': { description: ok } } } }",
                        $"components:\n  schemas:\n    Thing: {{ type: object, properties: {{ {property} }} }}"
                    )
                    .With("Namespace", "Acme.Sample")
            )
            .AssertCompiles();
}
