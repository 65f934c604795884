using System.Globalization;
using CfGen.Generator.Tests.Hosting;
using Microsoft.CodeAnalysis;

namespace CfGen.Generator.Tests.Documents.References;

/// <summary>References whose target the schema around them binds.</summary>
public class DynamicReferenceTests
{
    [Fact]
    public void A_name_without_a_binding_is_reported_where_several_anchors_have_it()
    {
        GeneratorRun run = Generate(
            """
            Thing: { type: object, properties: { item: { $dynamicRef: '#node' } } }
            LeafA: { $dynamicAnchor: node, type: object }
            LeafB: { $dynamicAnchor: node, type: object }
            """
        );

        Diagnostic diagnostic = Assert.Single(run.Diagnostics);
        Assert.Equal("CFG1157", diagnostic.Id);
        Assert.StartsWith(
            "The reference '#node' at #/components/schemas/Thing/properties/item/$dynamicRef has no binding",
            diagnostic.GetMessage(CultureInfo.InvariantCulture),
            StringComparison.Ordinal
        );
        Assert.Equal("JsonElement?", run.GetPropertyType("Thing", "Item"));
    }

    [Theory]
    [InlineData(
        "Thing: { type: object, properties: { item: { $dynamicRef: '#node' } } }\nLeaf: { $dynamicAnchor: node, type: string }",
        "string?"
    )]
    [InlineData("Thing: { $dynamicAnchor: node, type: object, properties: { item: { $dynamicRef: '#node' } } }", "Thing?")]
    [InlineData(
        "Thing: { $defs: { a: { $dynamicAnchor: node, type: integer } }, type: object, properties: { item: { $dynamicRef: '#node' } } }\nLeaf: { $dynamicAnchor: node, type: string }",
        "long?"
    )]
    [InlineData("Thing: { type: object, properties: { item: { $recursiveRef: '#' } } }", "Thing?")]
    [InlineData("Thing: { type: object, properties: { item: { $ref: '#leaf' } } }\nLeaf: { $anchor: leaf, type: string }", "string?")]
    public void A_name_without_a_binding_is_the_anchor_around_it_or_the_only_one(string schemas, string type)
    {
        GeneratorRun run = Generate(schemas);

        Assert.Empty(run.Diagnostics);
        Assert.Equal(type, run.GetPropertyType("Thing", "Item"));
    }

    [Fact]
    public void Templates_that_bind_each_other_end()
    {
        GeneratorRun run = Generate(
            """
            Thing: { $dynamicAnchor: a, type: object, properties: { item: { $ref: '#/components/schemas/Other' } } }
            Other: { $dynamicAnchor: b, allOf: [{ $ref: '#/components/schemas/Thing' }], properties: { x: { $dynamicRef: '#a' }, y: { $dynamicRef: '#b' } } }
            """
        );

        Assert.DoesNotContain(run.Diagnostics, d => d.Id == "CFG0099");
    }

    private static GeneratorRun Generate(string schemas) =>
        GeneratorHost
            .Generate(
                new TestDocument(
                    "/project/api.yaml",
                    "openapi: 3.1.0\ninfo: { title: Sample, version: '1' }\npaths:\n  /things: { get: { responses: { '200': { description: ok, content: { application/json: { schema: { $ref: '#/components/schemas/Thing' } } } } } } }\ncomponents:\n  schemas:\n    "
                        + schemas.ReplaceLineEndings("\n").Replace("\n", "\n    ", StringComparison.Ordinal)
                        + "\n"
                )
            )
            .AssertCompiles();
}
