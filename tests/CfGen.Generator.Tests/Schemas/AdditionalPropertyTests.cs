using CfGen.Generator.Tests.Hosting;
using Microsoft.CodeAnalysis;

namespace CfGen.Generator.Tests.Schemas;

/// <summary>The properties that a document types without naming them, as a member of the type and in its JSON.</summary>
public class AdditionalPropertyTests
{
    [Theory]
    [InlineData("{ type: integer }", "long")]
    [InlineData("{ type: integer, nullable: true }", "long?")]
    [InlineData("{ type: string }", "string")]
    [InlineData("{ type: string, nullable: true }", "string?")]
    [InlineData("{ type: string, enum: [a, b] }", "ThingAdditionalProperty")]
    [InlineData("{ type: array, items: { type: string } }", "IReadOnlyList<string>")]
    [InlineData("{ type: object, additionalProperties: { type: boolean } }", "IReadOnlyDictionary<string, bool>")]
    [InlineData("{ type: object, properties: { a: { type: string, maxLength: 3 } } }", "ThingAdditionalProperty")]
    [InlineData("{ oneOf: [{ type: string }, { type: integer }] }", "ThingAdditionalProperty")]
    [InlineData("{ $ref: '#/components/schemas/Thing' }", "Thing")]
    [InlineData("{ type: string, format: binary }", "string")]
    [InlineData("{}", "JsonElement")]
    [InlineData("true", "JsonElement")]
    public void Typed_additional_properties_are_a_map(string element, string type)
    {
        foreach (string models in (string[])["record", "class"])
        {
            GeneratorRun run = GeneratorHost
                .Generate(
                    CreateDocument($"properties: {{ id: {{ type: string }} }}, additionalProperties: {element}").With("Models", models)
                )
                .AssertCompiles();

            var rest = Assert.IsAssignableFrom<IPropertySymbol>(FindMember(run, "Thing", "AdditionalProperties"));
            Assert.Equal($"IReadOnlyDictionary<string, {type}>", rest.Type.ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat));
            Assert.Null(FindMember(run, "Thing", "_extras"));
        }
    }

    [Theory]
    [InlineData("properties: { id: { type: string } }")]
    [InlineData("properties: { id: { type: string } }, additionalProperties: false")]
    [InlineData(
        "allOf: [{ properties: { id: { type: string } }, additionalProperties: { type: string } }, { additionalProperties: false }]"
    )]
    public void Untyped_additional_properties_give_no_map(string schema)
    {
        GeneratorRun run = GeneratorHost.Generate(CreateDocument(schema)).AssertCompiles();

        Assert.Null(FindMember(run, "Thing", "AdditionalProperties"));
    }

    [Theory]
    [InlineData("", "string")]
    [InlineData("patternProperties: { '^x-': { type: string } },", "string")]
    // Some of what is not named is of another type.
    [InlineData("patternProperties: { '^x-': { type: integer } },", "ThingAdditionalProperty")]
    public void Pattern_properties_are_in_the_map(string patterns, string type)
    {
        TestDocument document = CreateDocument(
                $"properties: {{ id: {{ type: string }} }}, {patterns} additionalProperties: {{ type: string }}"
            )
            .Replace("openapi: 3.0.3", "openapi: 3.1.0");

        var rest = Assert.IsAssignableFrom<IPropertySymbol>(
            FindMember(GeneratorHost.Generate(document).AssertCompiles(), "Thing", "AdditionalProperties")
        );
        Assert.Equal($"IReadOnlyDictionary<string, {type}>", rest.Type.ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat));
    }

    [Fact]
    public void The_map_avoids_names_of_members_and_types()
    {
        GeneratorRun run = GeneratorHost
            .Generate(
                CreateDocument(
                    "properties: { additional_properties: { $ref: '#/components/schemas/AdditionalProperties' }, rest: { type: string }, outer: { type: string } }, additionalProperties: { type: integer }",
                    """
                    AdditionalProperties: { type: object, properties: { id: { type: string } }, additionalProperties: { type: string } }
                    """
                )
            )
            .AssertCompiles();

        Assert.NotNull(FindMember(run, "Thing", "AdditionalPropertiesValue"));
        Assert.NotNull(FindMember(run, "AdditionalProperties", "AdditionalPropertiesValue"));
    }

    [Fact]
    public void The_map_excludes_members_of_the_other_direction()
    {
        GeneratorRun run = GeneratorHost
            .Generate(
                TestDocument.FromPaths(
                    "/things: { get: { operationId: get-things, responses: { '200': { description: ok, content: { application/json: { schema: { $ref: '#/components/schemas/Thing' } } } } } } }",
                    "components: { schemas: { Thing: { type: object, properties: { secret: { type: object, writeOnly: true, properties: { a: { type: integer } } } }, additionalProperties: { type: string } } } }"
                )
            )
            .AssertCompiles();

        Assert.NotNull(FindMember(run, "Thing", "Secret"));
    }

    private static TestDocument CreateDocument(string schema, string more = "") =>
        TestDocument.FromPaths(
            "/things: { put: { operationId: put-thing, requestBody: { required: true, content: { application/json: { schema: { $ref: '#/components/schemas/Thing' } } } }, responses: { '200': { description: ok, content: { application/json: { schema: { $ref: '#/components/schemas/Thing' } } } } } } }",
            $"components:\n  schemas:\n    Thing: {{ type: object, {schema} }}\n    {more}"
        );

    private static ISymbol? FindMember(GeneratorRun run, string type, string name) =>
        ((INamedTypeSymbol)run.Output.GetSymbolsWithName(type, SymbolFilter.Type).Single()).GetMembers(name).SingleOrDefault();
}
