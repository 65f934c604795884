using Microsoft.CodeAnalysis;

namespace CfGen.Generator.Tests.Generation;

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
    public void Are_a_map_of_their_type(string element, string type)
    {
        foreach (string models in (string[])["record", "class"])
        {
            GeneratorRun run = GeneratorHost.Generate(Of($"properties: {{ id: {{ type: string }} }}, additionalProperties: {element}").With("Models", models)).AssertCompiles();

            var rest = Assert.IsAssignableFrom<IPropertySymbol>(Member(run, "Thing", "AdditionalProperties"));
            Assert.Equal($"IReadOnlyDictionary<string, {type}>", rest.Type.ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat));
            Assert.Null(Member(run, "Thing", "_extras"));
        }
    }

    [Theory]
    [InlineData("properties: { id: { type: string } }")]
    [InlineData("properties: { id: { type: string } }, additionalProperties: true")]
    [InlineData("properties: { id: { type: string } }, additionalProperties: false")]
    [InlineData("allOf: [{ properties: { id: { type: string } }, additionalProperties: { type: string } }, { additionalProperties: false }]")]
    public void Are_none_where_the_document_types_none(string schema)
    {
        GeneratorRun run = GeneratorHost.Generate(Of(schema)).AssertCompiles();

        Assert.Null(Member(run, "Thing", "AdditionalProperties"));
    }

    [Theory]
    [InlineData("", true)]
    // Some of what is not named is of another type.
    [InlineData("patternProperties: { '^x-': { type: integer } },", false)]
    public void Are_none_beside_patterns(string patterns, bool typed)
    {
        Document document = Of($"properties: {{ id: {{ type: string }} }}, {patterns} additionalProperties: {{ type: string }}").Replace("openapi: 3.0.3", "openapi: 3.1.0");

        Assert.Equal(typed, Member(GeneratorHost.Generate(document).AssertCompiles(), "Thing", "AdditionalProperties") is not null);
    }

    [Fact]
    public void Make_room_for_members_and_types_of_their_name()
    {
        GeneratorRun run = GeneratorHost.Generate(Of("properties: { additional_properties: { $ref: '#/components/schemas/AdditionalProperties' }, rest: { type: string }, outer: { type: string } }, additionalProperties: { type: integer }", """
            AdditionalProperties: { type: object, properties: { id: { type: string } }, additionalProperties: { type: string } }
            """)).AssertCompiles();

        Assert.NotNull(Member(run, "Thing", "AdditionalPropertiesValue"));
        Assert.NotNull(Member(run, "AdditionalProperties", "AdditionalPropertiesValue"));
    }

    [Fact]
    public void Take_no_member_that_only_the_other_direction_has()
    {
        GeneratorRun run = GeneratorHost.Generate(Document.OfPaths(
            "/things: { get: { operationId: get-things, responses: { '200': { description: ok, content: { application/json: { schema: { $ref: '#/components/schemas/Thing' } } } } } } }",
            "components: { schemas: { Thing: { type: object, properties: { secret: { type: object, writeOnly: true, properties: { a: { type: integer } } } }, additionalProperties: { type: string } } } }")).AssertCompiles();

        Assert.NotNull(Member(run, "Thing", "Secret"));
    }

    private static Document Of(string schema, string more = "") => Document.OfPaths(
        "/things: { put: { operationId: put-thing, requestBody: { required: true, content: { application/json: { schema: { $ref: '#/components/schemas/Thing' } } } }, responses: { '200': { description: ok, content: { application/json: { schema: { $ref: '#/components/schemas/Thing' } } } } } } }",
        $"components:\n  schemas:\n    Thing: {{ type: object, {schema} }}\n    {more}");

    private static ISymbol? Member(GeneratorRun run, string type, string name) =>
        ((INamedTypeSymbol)run.Output.GetSymbolsWithName(type, SymbolFilter.Type).Single()).GetMembers(name).SingleOrDefault();
}
