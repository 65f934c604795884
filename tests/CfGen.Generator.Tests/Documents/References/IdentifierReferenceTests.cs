using System.Globalization;
using CfGen.Generator.Documents;
using CfGen.Generator.Tests.Hosting;
using Microsoft.CodeAnalysis;

namespace CfGen.Generator.Tests.Documents.References;

/// <summary>References whose base is the <c>$id</c> of a schema around them.</summary>
public class IdentifierReferenceTests
{
    // The property `item` of Thing has the reference, and each target another type.
    [Theory]
    [InlineData("$id: https://example.com/s/thing", "b", "string?")]
    [InlineData("$id: https://example.com/s/thing", "/s/b", "string?")]
    [InlineData("$id: https://example.com/s/thing", "https://example.com/s/b", "string?")]
    [InlineData("$id: https://example.com/s/thing", "b#/$defs/inner", "int?")]
    [InlineData("$id: https://example.com/s/thing", "b#anchor", "bool?")]
    [InlineData("$id: https://example.com/s/thing", "deep/c", "DateOnly?")]
    [InlineData("$id: https://example.com/s/deep/thing", "c", "DateOnly?")]
    [InlineData("$id: https://example.com/s/deep/thing", "../b", "string?")]
    [InlineData("$id: https://example.com/s/thing", "#", "Thing?")]
    [InlineData("$id: https://example.com/s/thing", "#/$defs/own", "double?")]
    [InlineData("$id: https://example.com/s/thing", "#own", "double?")]
    [InlineData("$id: thing", "relative", "Guid?")]
    [InlineData("$id: thing", "relative#/$defs/inner", "float?")]
    // Without a base of its own, an absolute identifier is found.
    [InlineData("title: none", "https://example.com/s/b#/$defs/inner", "int?")]
    [InlineData("title: none", "relative", "Guid?")]
    [InlineData("$id: 'urn:example:thing'", "urn:example:name", "Uri?")]
    // Authors of OpenAPI mean the document where the schema has no such part.
    [InlineData("$id: https://example.com/s/thing", "#/components/schemas/B", "string?")]
    [InlineData("$id: https://example.com/s/thing", "#elsewhere", "decimal?")]
    public void A_reference_leads_where_its_base_says(string identifier, string reference, string type)
    {
        GeneratorRun run = Generate(identifier, reference);

        Assert.Empty(run.Diagnostics);
        Assert.Equal(type, GetItemType(run));
    }

    [Theory]
    [InlineData("c", "CFG0007")]
    [InlineData("b#/$defs/none", "CFG0005")]
    [InlineData("b#none", "CFG0021")]
    [InlineData("https://example.com/none", "CFG0007")]
    public void A_reference_that_leads_nowhere_is_reported_at_its_place(string reference, string id)
    {
        GeneratorRun run = Generate("$id: https://example.com/s/thing", reference);

        Diagnostic diagnostic = Assert.Single(run.Diagnostics);
        Assert.Equal(id, diagnostic.Id);
        Assert.Equal(
            CreateText("$id: https://example.com/s/thing", reference).IndexOf($"'{reference}'", StringComparison.Ordinal),
            diagnostic.Location.SourceSpan.Start
        );
        Assert.Equal("JsonElement?", GetItemType(run));
    }

    [Fact]
    public void An_inner_identifier_is_the_base_of_what_is_inside_it()
    {
        GeneratorRun run = Generate(
            """
            Thing:
              $id: https://example.com/s/thing
              type: object
              properties:
                item: { $id: deep/part, type: object, properties: { one: { $ref: c }, two: { $ref: '#/$defs/two' } }, $defs: { two: { type: boolean } } }
            """
        );

        Assert.Empty(run.Diagnostics);
        string code = string.Concat(run.Sources.Values);
        Assert.Contains("public global::System.DateOnly? One { get; init; }", code, StringComparison.Ordinal);
        Assert.Contains("public bool? Two { get; init; }", code, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("other", "Integer")]
    [InlineData("https://example.com/s/other", "Integer")]
    [InlineData("other#/$defs/inner", "Boolean")]
    [InlineData("other#marked", "Boolean")]
    public void An_identifier_of_a_declared_file_is_found(string reference, string type)
    {
        LoadedDocument read = DocumentLoading.LoadWithReferences(
            CreateText("$id: https://example.com/s/thing", reference),
            ("specs/first.yaml", "A: { type: string }"),
            (
                "specs/types.yaml",
                "A: { $id: https://example.com/s/other, type: integer, $defs: { inner: { $anchor: marked, type: boolean } } }"
            )
        );

        Assert.Empty(read.FormatMessages());
        Assert.Contains(read.Document!.Components!.Schemas!.Values, s => s.Type.ToString() == type);
    }

    private static GeneratorRun Generate(string identifier, string reference) =>
        GeneratorHost.Generate(new TestDocument("/project/api.yaml", CreateText(identifier, reference))).AssertCompiles();

    private static GeneratorRun Generate(string thing) =>
        GeneratorHost.Generate(new TestDocument("/project/api.yaml", CreateText(thing))).AssertCompiles();

    private static string CreateText(string identifier, string reference) =>
        CreateText(
            $$"""
            Thing:
              {{identifier}}
              type: object
              properties: { item: { $ref: '{{reference}}' } }
              $defs: { own: { $anchor: own, type: number, format: double } }
            """
        );

    private static string CreateText(string thing) =>
        """
            openapi: 3.1.0
            info: { title: Sample, version: '1' }
            paths:
              /things: { get: { responses: { '200': { description: ok, content: { application/json: { schema: { $ref: '#/components/schemas/Thing' } } } } } } }
            components:
              schemas:
                B: { $id: https://example.com/s/b, type: string, $defs: { inner: { type: integer, format: int32 }, marked: { $anchor: anchor, type: boolean } } }
                C: { $id: https://example.com/s/deep/c, type: string, format: date }
                D: { $id: relative, type: string, format: uuid, $defs: { inner: { type: number, format: float } } }
                E: { $id: 'urn:example:name', type: string, format: uri }
                F: { $anchor: elsewhere, type: number, format: decimal }

            """ + string.Join('\n', thing.Split('\n').Select(line => "    " + line));

    private static string GetItemType(GeneratorRun run) => run.GetPropertyType("Thing", "Item");
}
