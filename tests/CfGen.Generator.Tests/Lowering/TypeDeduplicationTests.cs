using CfGen.Generator.Tests.Hosting;
using Microsoft.CodeAnalysis;

namespace CfGen.Generator.Tests.Lowering;

/// <summary>Inline types of several operations: equal ones are one type with a short name, others are types of their own.</summary>
public class TypeDeduplicationTests
{
    [Fact]
    public void Equal_types_are_one() => Assert.Equal(1, CountTypes("a: { type: string }", "a: { type: string }"));

    [Theory]
    [InlineData("a: { type: string }", "a: { type: integer }")]
    [InlineData("a: { type: string }", "b: { type: string }")]
    [InlineData("a: { type: string }", "a: { type: string, nullable: true }")]
    [InlineData("a: { type: string }", "a: { type: string, maxLength: 5 }")]
    [InlineData("a: { type: string, maxLength: 4 }", "a: { type: string, maxLength: 5 }")]
    [InlineData("a: { type: string, enum: [x] }", "a: { type: string, enum: [x, y] }")]
    public void Types_that_differ_are_two(string first, string second) => Assert.Equal(2, CountTypes(first, second));

    /// <summary>Counts the types that the two requests have as their property 'filter'.</summary>
    private static int CountTypes(string first, string second)
    {
        GeneratorRun run = GeneratorHost
            .Generate(
                TestDocument.FromPaths(CreatePath("ones", first) + "\n" + CreatePath("twos", second)).With("Namespace", "Acme.Sample")
            )
            .AssertCompiles();
        INamespaceSymbol all = run.Output.GetTypeByMetadataName("Acme.Sample.SampleClient")!.ContainingNamespace;
        IPropertySymbol[] filters = [.. all.GetTypeMembers().SelectMany(t => t.GetMembers("Filter")).OfType<IPropertySymbol>()];

        Assert.Equal(2, filters.Length);
        return filters.Select(f => f.Type.ToDisplayString()).Distinct(StringComparer.Ordinal).Count();

        static string CreatePath(string name, string properties) =>
            $"/things/{name}: {{ put: {{ operationId: put-{name}, requestBody: {{ required: true, content: {{ application/json: {{ schema: {{ type: object, required: [filter, {name}], properties: {{ {name}: {{ type: string }}, filter: {{ type: object, properties: {{ {properties} }} }} }} }} }} }} }}, responses: {{ '204': {{ description: ok }} }} }} }}";
    }
}
