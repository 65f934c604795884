using System.Globalization;
using CfGen.Generator.Tests.Hosting;
using Microsoft.CodeAnalysis;

namespace CfGen.Generator.Tests.Schemas;

/// <summary>All the ways in which documents say that a value may be null, and what else they say beside a reference.</summary>
public class NullabilityTests
{
    private const string Other = "$ref: '#/components/schemas/Other'";

    [Theory]
    [InlineData("3.0.3", "type: string, nullable: true", "string?")]
    [InlineData("3.0.3", "type: string, x-nullable: true", "string?")]
    [InlineData("3.0.3", Other + ", nullable: true", "Other?")]
    [InlineData("3.0.3", Other + ", nullable: false", "Other")]
    [InlineData("3.0.3", Other + ", x-nullable: true", "Other?")]
    [InlineData("3.0.3", "nullable: true, allOf: [{ " + Other + " }]", "Other?")]
    [InlineData("3.0.3", "nullable: true, oneOf: [{ " + Other + " }]", "Other?")]
    [InlineData("3.0.3", "nullable: true, anyOf: [{ " + Other + " }, { type: string }]", "ThingValue?")]
    [InlineData("3.0.3", "nullable: true, enum: [a, b]", "ThingValue?")]
    [InlineData("3.0.3", "nullable: true, properties: { a: { type: string } }", "ThingValue?")]
    [InlineData("3.0.3", "nullable: true, items: { type: string }", "IReadOnlyList<string>?")]
    [InlineData("3.0.3", "allOf: [{ " + Other + " }]", "Other")]
    [InlineData("3.0.3", "nullable: true", "JsonElement")]
    [InlineData("3.0.3", "nullable: true, description: anything", "JsonElement")]
    // By 3.0 a reference stands alone; what nobody can mean to add to a component does not count.
    [InlineData("3.0.3", Other + ", nullable: true, type: object, additionalProperties: false, required: [a]", "Other?")]
    [InlineData("3.1.0", Other + ", nullable: true", "Other?")]
    [InlineData("3.1.0", Other + ", type: [object, 'null']", "Other?")]
    [InlineData("3.1.0", Other + ", type: object", "Other")]
    [InlineData("3.1.0", "type: [string, 'null']", "string?")]
    [InlineData("3.1.0", "anyOf: [{ " + Other + " }, { type: 'null' }]", "Other?")]
    [InlineData("3.1.0", "oneOf: [{ " + Other + " }, { type: 'null' }, { type: string }]", "ThingValue?")]
    public void A_nullable_schema_gives_a_nullable_property(string version, string schema, string type) =>
        Assert.Equal(type, GetPropertyType(CreateDocument(version, schema)));

    [Theory]
    [InlineData("type: string, x-nullable: true", "string?")]
    [InlineData("$ref: '#/definitions/Other', x-nullable: true", "Other?")]
    [InlineData("x-nullable: true, allOf: [{ $ref: '#/definitions/Other' }]", "Other?")]
    [InlineData("$ref: '#/definitions/Other'", "Other")]
    public void A_nullable_schema_gives_a_nullable_property_in_2_0(string schema, string type) =>
        Assert.Equal(
            type,
            GetPropertyType(
                new TestDocument(
                    "/project/api.yaml",
                    $$"""
                    swagger: '2.0'
                    info: { title: Sample, version: '1' }
                    produces: [application/json]
                    paths:
                      /things: { get: { operationId: get-thing, responses: { '200': { description: ok, schema: { $ref: '#/definitions/Thing' } } } } }
                    definitions:
                      Thing: { type: object, required: [value], properties: { value: { {{schema}} } } }
                      Other: { type: object, properties: { a: { type: string } } }
                    """
                )
            )
        );

    [Fact]
    public void Nullability_beside_a_reference_applies_to_the_property()
    {
        const string Words = Other + ", description: Only here., deprecated: true, readOnly: true";
        ISymbol value = FindMember(
            GeneratorHost.Generate(CreateDocument("3.0.3", Words).Replace("required: [value], ", "")).AssertCompiles(),
            "Value"
        )!;
        Assert.Contains("Only here.", value.GetDocumentationCommentXml(), StringComparison.Ordinal);
        Assert.Contains(value.GetAttributes(), a => a.AttributeClass!.Name == "ObsoleteAttribute");

        // What the server alone says is no part of a request.
        Assert.Null(FindMember(GeneratorHost.Generate(CreateDocument("3.0.3", Words, "put")).AssertCompiles(), "Value"));
    }

    [Fact]
    public void Keywords_beside_a_reference_apply_in_3_1()
    {
        GeneratorRun run = GeneratorHost
            .Generate(CreateDocument("3.1.0", Other + ", properties: { more: { type: integer } }, required: [a, more]"))
            .AssertCompiles();

        Assert.Equal("ThingValue", GetTypeName(run));
        Assert.Equal(
            ["A", "More"],
            run.Output.GetTypeByMetadataName("Acme.Cloudflare.ThingValue")!
                .GetMembers()
                .OfType<IPropertySymbol>()
                .Where(p => p.IsRequired)
                .Select(p => p.Name)
                .Order(StringComparer.Ordinal)
        );
    }

    // Nobody has read it so far, and it may be anything.
    [Theory]
    [InlineData("deprecated: use another, nullable: true")]
    [InlineData("readOnly: 'yes', nullable: true")]
    [InlineData("in: body, description: Body., nullable: true")]
    [InlineData("discriminator: kind, xml: x, maxProperties: many, nullable: true")]
    [InlineData("description: { no: text }, nullable: true")]
    public void Annotations_beside_a_reference_change_no_type(string junk)
    {
        GeneratorRun run = GeneratorHost.Generate(CreateDocument("3.0.3", Other + ", " + junk)).AssertCompiles();

        Assert.Equal("Other?", GetTypeName(run));
        Assert.Empty(run.Diagnostics);
    }

    [Fact]
    public void A_broken_reference_with_sibling_keywords_is_reported_at_its_line()
    {
        Diagnostic broken = Assert.Single(
            GeneratorHost.Generate(CreateDocument("3.0.3", "$ref: '#/components/schemas/Gone', description: d")).Diagnostics,
            d => d.Id == "CFG0005"
        );

        Assert.StartsWith(
            "The reference '#/components/schemas/Gone' at #/components/schemas/Thing/properties/value/$ref ",
            broken.GetMessage(CultureInfo.InvariantCulture),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void A_reference_with_sibling_keywords_to_itself_is_a_cycle() =>
        Assert.Single(
            GeneratorHost
                .Generate(CreateDocument("3.0.3", "$ref: '#/components/schemas/Thing/properties/value', description: d"))
                .Diagnostics,
            d => d.Id == "CFG0017"
        );

    // Whichever of the two references is followed first.
    [Theory]
    [InlineData("aa")]
    [InlineData("zz")]
    public void A_reference_to_a_reference_with_sibling_keywords_includes_them(string name)
    {
        GeneratorRun run = GeneratorHost
            .Generate(
                CreateDocument("3.0.3", Other + ", nullable: true")
                    .Replace("value:", $"{name}: {{ $ref: '#/components/schemas/Thing/properties/value' }}, value:")
            )
            .AssertCompiles();

        Assert.Equal("Other?", GetTypeName(run));
    }

    // Whichever of the two references is followed first.
    [Theory]
    [InlineData("aa")]
    [InlineData("zz")]
    public void A_pointer_through_a_reference_with_sibling_keywords_resolves(string name)
    {
        TestDocument document = CreateDocument("3.0.3", Other + ", nullable: true")
            .Replace("value:", $"{name}: {{ $ref: '#/components/schemas/Thing/properties/value/properties/a' }}, value:");

        GeneratorRun run = GeneratorHost.Generate(document).AssertCompiles();
        Assert.Empty(run.Diagnostics.Where(d => d.Severity > DiagnosticSeverity.Info));
        Assert.Equal(
            "string?",
            ((IPropertySymbol)FindMember(run, char.ToUpperInvariant(name[0]) + name[1..])!).Type.ToDisplayString(
                SymbolDisplayFormat.MinimallyQualifiedFormat
            )
        );
    }

    private static string GetPropertyType(TestDocument document) =>
        GetTypeName(GeneratorHost.Generate(document.With("Namespace", "Acme.Cloudflare")).AssertCompiles());

    private static string GetTypeName(GeneratorRun run) =>
        ((IPropertySymbol)FindMember(run, "Value")!).Type.ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat);

    private static ISymbol? FindMember(GeneratorRun run, string name) =>
        run.Output.GetTypeByMetadataName("Acme.Cloudflare.Thing")!.GetMembers(name).SingleOrDefault();

    private static TestDocument CreateDocument(string version, string schema, string method = "get") =>
        TestDocument
            .FromPaths(
                method == "get"
                    ? "/things: { get: { operationId: get-thing, responses: { '200': { description: ok, content: { application/json: { schema: { $ref: '#/components/schemas/Thing' } } } } } } }"
                    : "/things: { put: { operationId: put-thing, requestBody: { required: true, content: { application/json: { schema: { $ref: '#/components/schemas/Thing' } } } }, responses: { '204': { description: ok } } } }",
                $"components:\n  schemas:\n    Thing: {{ type: object, required: [value], properties: {{ value: {{ {schema} }} }} }}\n    Other: {{ type: object, properties: {{ a: {{ type: string }} }} }}"
            )
            .Replace("openapi: 3.0.3", "openapi: " + version)
            .With("Namespace", "Acme.Cloudflare");
}
