using CfGen.Generator.Documents;
using CfGen.Generator.Tests.Documents;

namespace CfGen.Generator.Tests.Documents.References;

/// <summary>
/// References into the component that they are: the way leads through the reference itself. Each test fails by not ending, too.
/// </summary>
public class SelfReferenceTests
{
    private const string Head = "openapi: 3.0.3\ninfo: {title: x, version: '1'}\n";

    [Theory]
    [InlineData("A: {$ref: '#/components/schemas/A/properties/x'}")]
    [InlineData("A: {$ref: '#/components/schemas/A/properties/x/properties/y'}")]
    [InlineData("A: {$ref: '#/components/schemas/B/properties/x'}, B: {$ref: '#/components/schemas/A/properties/x'}")]
    public void Circular_references_skip_the_operations_that_need_them(string schemas)
    {
        LoadedDocument read = DocumentLoading.Load(Document(schemas));

        Assert.Equal(["get /b"], read.FormatOperations());
        Assert.All(read.Findings, f => Assert.Equal("CFG0017", f.Id));
        Assert.All(read.FormatMessages(), m => Assert.Contains("is part of a cycle", m, StringComparison.Ordinal));
        Assert.Contains(read.FormatMessages(), m => m.Contains("Skipped: GET /a.", StringComparison.Ordinal));
        Assert.NotNull(read.Document);
    }

    [Fact]
    public void An_operation_that_refers_into_itself_is_read_and_located()
    {
        LoadedDocument read = DocumentLoading.Load(
            Head + "paths: {/a: {get: {$ref: '#/paths/~1a/get/responses', responses: {'200': {description: ok}}}}}\n"
        );

        Assert.Equal(["get /a"], read.FormatOperations());
        Assert.Equal(2, read.SourceMap.GetLocation("#/paths/~1a/get/responses/200").LineNumber - 1);
    }

    [Theory]
    [InlineData("A: {properties: {x: {$ref: '#/components/schemas/A/properties/x/properties/x'}}}", "properties/x")]
    [InlineData("A: {allOf: [{$ref: '#/components/schemas/A/allOf/0/properties/x'}]}", "allOf/0")]
    [InlineData(
        "A: {properties: {x: {$ref: '#/components/schemas/D/properties/y'}}}, D: {properties: {y: {$ref: '#/components/schemas/D/properties/y'}}}",
        "properties/x"
    )]
    public void A_circular_reference_in_a_schema_makes_its_place_accept_any_json(string schemas, string place)
    {
        LoadedDocument read = DocumentLoading.Load(Document(schemas));

        Assert.Equal(["get /a", "get /b"], read.FormatOperations());
        Assert.Equal("CFG0017", Assert.Single(read.Findings).Id);
        Assert.Contains(
            $"is part of a cycle. Any JSON is accepted at #/components/schemas/A/{place}.",
            read.FormatMessages()[0],
            StringComparison.Ordinal
        );
        Assert.NotNull(read.Document);
    }

    [Fact]
    public void In_copies_of_themselves_leave_other_copies()
    {
        LoadedDocument read = DocumentLoading.Load(
            Head
                + """
                paths:
                  /a: {get: {responses: {200: {description: {$ref: '#/components/schemas/A'}}}}}
                  /b: {get: {responses: {200: {description: {$ref: '#/x-texts/ok'}}}}}
                components: {schemas: {A: {format: {a: {$ref: '#/components/schemas/A'}, b: {$ref: '#/components/schemas/A'}}}}}
                x-texts: {ok: Fine}
                """
        );

        Assert.Equal("Fine", read.Root!["paths"]!["/b"]!["get"]!["responses"]!["200"]!["description"]!.ToString());
        Assert.Equal(
            ["CFG1005 (6,47)-(6,71)", "CFG1005 (6,84)-(6,108)"],
            read.FormatLocations().Where(l => l.StartsWith("CFG1005", StringComparison.Ordinal))
        );
    }

    [Fact]
    public void Are_reported_once_at_their_text()
    {
        LoadedDocument read = DocumentLoading.Load(Document("A: {$ref: '#/components/schemas/A/properties/x'}"));

        Assert.Equal(["CFG0017 (8,17)-(8,54)"], read.FormatLocations());
        Assert.StartsWith(
            "The reference '#/components/schemas/A/properties/x' at #/components/schemas/A/$ref ",
            Assert.Single(read.FormatMessages()),
            StringComparison.Ordinal
        );
    }

    /// <summary>A property beside the reference is the target of the reference.</summary>
    [Fact]
    public void Lead_to_their_sibling_keywords()
    {
        LoadedDocument read = DocumentLoading.Load(
            Document("A: {$ref: '#/components/schemas/A/properties/x', properties: {x: {type: string}}}")
        );

        Assert.Equal(["get /a", "get /b"], read.FormatOperations());
        Assert.Empty(read.Findings);
    }

    private static string Document(string schemas) =>
        Head
        + $$"""
            paths:
              /a: {get: {responses: {200: {description: d, content: {a/b: {schema: {$ref: '#/components/schemas/A'} } } } } } }
              /b: {get: {responses: {} } }
            components:
              schemas:
                { {{schemas}} }
            """;
}
