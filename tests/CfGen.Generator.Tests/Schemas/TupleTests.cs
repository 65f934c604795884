using CfGen.Generator.Tests.Hosting;
using Microsoft.CodeAnalysis;

namespace CfGen.Generator.Tests.Schemas;

/// <summary>The members of an array whose positions have types of their own.</summary>
public class TupleTests
{
    [Theory]
    [InlineData("prefixItems: [{ type: string }, { type: integer }], items: false", "required string Item1, required long Item2")]
    [InlineData("prefixItems: [{ type: string }, { type: integer }], maxItems: 2", "required string Item1, required long Item2")]
    [InlineData(
        "prefixItems: [{ type: string }, { type: integer }], unevaluatedItems: false",
        "required string Item1, required long Item2"
    )]
    [InlineData("type: array, prefixItems: [{ type: string }], minItems: 0, items: false", "string? Item1")]
    [InlineData(
        "prefixItems: [{ type: string }, { type: [boolean, 'null'] }], minItems: 1, items: false",
        "required string Item1, bool? Item2"
    )]
    [InlineData("prefixItems: [{ type: [string, 'null'] }], items: false", "required string? Item1")]
    [InlineData("prefixItems: [{ type: string }]", "required string Item1, IReadOnlyList<JsonElement> Rest")]
    [InlineData("prefixItems: [{ type: string }], items: true", "required string Item1, IReadOnlyList<JsonElement> Rest")]
    [InlineData("prefixItems: [{ type: string }], items: { type: integer }", "required string Item1, IReadOnlyList<long> Rest")]
    [InlineData(
        "prefixItems: [{ type: string, title: Rest }], items: { type: [integer, 'null'] }",
        "required string Rest, IReadOnlyList<long?> RestItems"
    )]
    [InlineData("items: [{ type: string }], additionalItems: false", "required string Item1")]
    [InlineData("items: [{ type: string }], additionalItems: { type: integer }", "required string Item1, IReadOnlyList<long> Rest")]
    [InlineData("items: [{ type: string }]", "required string Item1, IReadOnlyList<JsonElement> Rest")]
    [InlineData(
        "prefixItems: [{ type: string, title: first name }, { type: string, title: first name }, { type: string, title: Equals }], items: false",
        "required string FirstName, required string Item2, required string Item3"
    )]
    [InlineData("prefixItems: [{ const: circle }, true], items: false", "string Item1, required JsonElement Item2")]
    [InlineData(
        "allOf: [{ prefixItems: [{ type: string }] }, { prefixItems: [{ minLength: 1 }, { type: integer }], items: false }]",
        "required string Item1, required long Item2"
    )]
    [InlineData("prefixItems: [{ type: string }, { type: integer }], minItems: 1, maxItems: 1", "required string Item1")]
    public void Positions_are_members(string schema, string members)
    {
        foreach (string models in (string[])["record", "class"])
        {
            GeneratorRun run = GeneratorHost.Generate(CreateDocument(schema).With("Models", models)).AssertCompiles();

            Assert.Equal(members, string.Join(", ", FindProperties(run, "Thing").Select(Format)));
            Assert.Empty(run.Diagnostics);
        }
    }

    [Theory]
    [InlineData("prefixItems: []", "IReadOnlyList<JsonElement>")]
    [InlineData("type: array, prefixItems: 1", "IReadOnlyList<JsonElement>")]
    public void A_list_without_positions_stays_a_list(string schema, string type)
    {
        GeneratorRun run = GeneratorHost
            .Generate(CreateDocument($"type: object, properties: {{ list: {{ {schema}, type: array }} }}"))
            .AssertCompiles();

        Assert.Equal(type + "? List", Format(Assert.Single(FindProperties(run, "Thing"))));
    }

    [Fact]
    public void Only_equal_tuples_become_one_type()
    {
        GeneratorRun run = GeneratorHost
            .Generate(
                TestDocument.FromPaths(
                    """
                    /things/a: { get: { responses: { '200': { description: ok, content: { application/json: { schema: { type: object, properties: { size: { prefixItems: [{ type: integer }] }, from: { prefixItems: [{ type: integer }] } } } } } } } } }
                    /things/b: { get: { responses: { '200': { description: ok, content: { application/json: { schema: { type: object, properties: { size: { prefixItems: [{ type: integer }] }, from: { prefixItems: [{ type: string }] } } } } } } } } }
                    """
                )
            )
            .AssertCompiles();

        IEnumerable<string> tuples = run
            .Output.GetSymbolsWithName(
                n => n.EndsWith("Size", StringComparison.Ordinal) || n.EndsWith("From", StringComparison.Ordinal),
                SymbolFilter.Type
            )
            .Select(t => $"{t.Name}: {Format(FindProperties(run, t.Name)[0])}");
        Assert.Equal(
            ["ThingsAResponseFrom: required long Item1", "ThingsBResponseFrom: required string Item1", "ThingsSize: required long Item1"],
            tuples.Order(StringComparer.Ordinal)
        );
    }

    private static TestDocument CreateDocument(string schema) =>
        new(
            "/project/api.yaml",
            $$"""
            openapi: 3.1.0
            info: { title: Sample, version: '1' }
            paths:
              /things:
                post:
                  requestBody: { content: { application/json: { schema: { $ref: '#/components/schemas/Thing' } } } }
                  responses: { '200': { description: ok, content: { application/json: { schema: { $ref: '#/components/schemas/Thing' } } } } }
            components: { schemas: { Thing: { {{schema}} } } }
            """
        );

    private static List<IPropertySymbol> FindProperties(GeneratorRun run, string type) =>
        [
            .. run
                .Output.GetSymbolsWithName(type, SymbolFilter.Type)
                .OfType<INamedTypeSymbol>()
                .Single()
                .GetMembers()
                .OfType<IPropertySymbol>()
                .Where(p => p.DeclaredAccessibility == Accessibility.Public),
        ];

    private static string Format(IPropertySymbol property) =>
        (property.IsRequired ? "required " : "")
        + property.Type.ToDisplayString(
            SymbolDisplayFormat.MinimallyQualifiedFormat.WithMiscellaneousOptions(
                SymbolDisplayMiscellaneousOptions.UseSpecialTypes | SymbolDisplayMiscellaneousOptions.IncludeNullableReferenceTypeModifier
            )
        )
        + " "
        + property.Name;

    /// <summary>Neither a tuple that builds on itself nor an extension of the document ends the operation.</summary>
    [Theory]
    [InlineData("{ allOf: [{ $ref: '#/components/schemas/Thing' }], discriminator: { propertyName: value }, prefixItems: [{}] }")]
    [InlineData("{ x-cfgen-tuple: prefixItems }")]
    public void A_tuple_without_positions_is_generated(string schema)
    {
        GeneratorRun run = GeneratorHost.Generate(
            new TestDocument(
                "/project/api.yaml",
                $$"""
                openapi: 3.1.0
                info: { title: Sample, version: '1' }
                paths:
                  /things: { get: { responses: { 200: { description: ok, content: { application/json: { schema: {
                    type: object, properties: { thing: { $ref: '#/components/schemas/Thing' } } } } } } } } }
                components: { schemas: { Thing: {{schema}} } }
                """
            )
        );

        Assert.DoesNotContain(run.Diagnostics, d => d.Id == "CFG0099");
        run.AssertCompiles();
    }
}
