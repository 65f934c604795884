using CfGen.Corpus;
using CfGen.Generator.Diagnostics;
using CfGen.Generator.Documents;
using CfGen.Generator.Parsing;
using CfGen.Generator.Tests.Hosting;
using Microsoft.CodeAnalysis.Text;

namespace CfGen.Generator.Tests.Corpus;

public class LoosenedTypesTests
{
    // A list of itself has no type of C#.
    private const string Components = """
        components:
          schemas:
            Nested: { type: array, items: { $ref: '#/components/schemas/Nested' } }
            Item:
              type: object
              properties:
                name: { type: string }
                any: {}
                object: { type: object }
                many: { type: array, items: { type: string } }
                nested: { $ref: '#/components/schemas/Nested' }
        """;

    [Fact]
    public void A_property_is_loosened_where_its_schema_says_more()
    {
        ClientStages stages = Generate("$ref: '#/components/schemas/Item'");
        LoosenedType loosened = Assert.Single(LoosenedTypes.Find(stages));
        Assert.Equal(new LoosenedType("#/components/schemas/Item/properties/nested", IsSilent: false), loosened);
    }

    [Fact]
    public void A_loosened_type_without_a_diagnostic_is_silent()
    {
        ClientStages stages = Generate("$ref: '#/components/schemas/Item'");
        LoadedDocument loaded = stages.Loaded!;
        Assert.NotEmpty(loaded.Findings);
        LoadedDocument quiet = new()
        {
            SourceMap = loaded.SourceMap,
            Root = loaded.Root,
            Findings = new FindingCollector(),
        };
        Assert.True(Assert.Single(LoosenedTypes.Find(stages with { Loaded = quiet })).IsSilent);
    }

    [Theory]
    [InlineData("type: string", 0)]
    [InlineData("{}", 0)]
    [InlineData("type: array, items: {}", 0)]
    [InlineData("$ref: '#/components/schemas/Nested'", 1)]
    public void A_result_is_loosened_where_its_schema_says_more(string schema, int expected) =>
        Assert.Equal(
            expected,
            LoosenedTypes.Find(Generate(schema)).Count(l => l.Pointer.EndsWith("/get/responses", StringComparison.Ordinal))
        );

    private static ClientStages Generate(string schema)
    {
        string text = schema == "{}" ? schema : "{ " + schema + " }";
        TestDocument document = TestDocument.FromPaths(
            $"/items: {{ get: {{ responses: {{ '200': {{ description: ok, content: {{ application/json: {{ schema: {text} }} }} }} }} }} }}",
            Components
        );
        return DocumentCompiler.Generate(new DocumentText(document.Path, SourceText.From(document.Text)), []).Stages;
    }
}
