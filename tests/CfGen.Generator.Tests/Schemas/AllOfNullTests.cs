using CfGen.Generator.Tests.Hosting;
using Microsoft.CodeAnalysis;

namespace CfGen.Generator.Tests.Schemas;

/// <summary>Null under allOf: every branch must allow it, since every branch holds.</summary>
public class AllOfNullTests
{
    [Theory]
    [InlineData("3.0.3", "allOf: [{ type: string }, { type: string, nullable: true }]", "string")]
    [InlineData("3.0.3", "allOf: [{ type: string, nullable: true }, { type: string }]", "string")]
    [InlineData("3.0.3", "allOf: [{ type: string, nullable: true }, { type: string, nullable: true }]", "string?")]
    [InlineData("3.0.3", "allOf: [{ type: string, nullable: true }, { maxLength: 5 }]", "string?")]
    [InlineData("3.0.3", "allOf: [{ maxLength: 5 }, { type: string, nullable: true }]", "string?")]
    [InlineData("3.1.0", "allOf: [{ type: string }, { type: [string, 'null'] }]", "string")]
    [InlineData("3.1.0", "allOf: [{ type: [string, 'null'] }, { type: string }]", "string")]
    [InlineData("3.1.0", "allOf: [{ type: [string, 'null'] }, { type: [string, 'null'] }]", "string?")]
    [InlineData("3.1.0", "allOf: [{ type: string }, { anyOf: [{ type: string }, { type: 'null' }] }]", "string")]
    public void Is_a_value_where_all_branches_allow_it(string version, string schema, string type)
    {
        GeneratorRun run = GeneratorHost
            .Generate(
                TestDocument
                    .FromPaths(
                        "/things: { get: { operationId: get-thing, responses: { '200': { description: ok, content: { application/json: { schema: { $ref: '#/components/schemas/Thing' } } } } } } }",
                        $"components:\n  schemas:\n    Thing: {{ type: object, required: [value], properties: {{ value: {{ {schema} }} }} }}"
                    )
                    .Replace("openapi: 3.0.3", "openapi: " + version)
                    .With("Namespace", "Acme.Sample")
            )
            .AssertCompiles();

        ISymbol value = Assert.Single(run.Output.GetTypeByMetadataName("Acme.Sample.Thing")!.GetMembers("Value"));
        Assert.Equal(type, ((IPropertySymbol)value).Type.ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat));
    }
}
