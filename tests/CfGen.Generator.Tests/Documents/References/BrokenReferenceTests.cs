using System.Text.Json.Nodes;
using CfGen.Generator.Documents;
using Microsoft.OpenApi;

namespace CfGen.Generator.Tests.Documents.References;

/// <summary>References that lead nowhere, or in a circle, cost the place in a schema, or else the operations that need them.</summary>
public class BrokenReferenceTests
{
    private const string Head = "openapi: 3.0.3\ninfo: {title: x, version: '1'}\n";

    [Fact]
    public void A_missing_target_costs_the_operations_that_need_it_and_no_others()
    {
        LoadedDocument read = DocumentLoading.Load(
            Head
                + """
                paths:
                  /a: {get: {responses: {200: {$ref: '#/components/responses/R'}}}}
                  /b: {get: {responses: {200: {description: d, content: {a/b: {schema: {$ref: '#/components/schemas/A'}}}}}}, put: {responses: {}}}
                  /c: {parameters: [{$ref: '#/components/parameters/None'}], get: {responses: {}}, delete: {responses: {}}}
                components:
                  responses: {R: {description: r, content: {a/b: {schema: {$ref: '#/components/schemas/A'}}}}}
                  schemas:
                    A: {$ref: '#/components/schemas/Missing'}
                """
        );
        Assert.Equal(["CFG0005 (6,28)-(6,58)", "CFG0005 (10,15)-(10,45)"], read.FormatLocations());
        Assert.Contains(
            read.FormatMessages(),
            m =>
                m.Contains("Skipped: GET /a, GET /b.", StringComparison.Ordinal)
                && m.Contains("#/components/schemas/A/$ref", StringComparison.Ordinal)
        );
        Assert.Contains(read.FormatMessages(), m => m.Contains("Skipped: GET /c, DELETE /c.", StringComparison.Ordinal));
        Assert.Equal(["put /b"], read.FormatOperations());
        Assert.Equal("", Keys(read.Root!["components"]?["schemas"]));
        Assert.Empty(
            DocumentLoading
                .Load(
                    """{"openapi":"3.0.3","info":{"title":"x","version":"1"},"paths":{"/a":{"get":{"responses":{"200":{"$ref":"#/nope"}}}}}}"""
                )
                .Operations
        );
    }

    [Fact]
    public void A_missing_target_in_a_schema_costs_its_place()
    {
        LoadedDocument read = DocumentLoading.Load(
            Head
                + """
                paths:
                  /a: {get: {responses: {200: {description: d, content: {a/b: {schema: {$ref: '#/components/schemas/A'}}}}}}}
                components:
                  schemas:
                    A:
                      properties:
                        b: {$ref: '#/components/schemas/Missing'}
                        list: {type: array, items: {$ref: '#/components/schemas/Missing'}}
                        map: {additionalProperties: {$ref: '#/components/schemas/Missing'}}
                        not: {not: {$ref: '#/components/schemas/Missing'}}
                        one: {oneOf: [{$ref: '#/components/schemas/X'}, {$ref: '#/components/schemas/Missing'}]}
                        all: {allOf: [{$ref: '#/components/schemas/X'}, {$ref: '#/components/schemas/Missing'}]}
                        alias: {$ref: '#/components/schemas/Alias'}
                    X: {type: object}
                    Alias: {$ref: '#/components/schemas/Gone'}
                    Unused: {properties: {b: {$ref: '#/components/schemas/Missing'}}}
                """
        );

        Assert.Equal(["get /a"], read.FormatOperations());
        Assert.Equal(["CFG0005 (9,19)-(9,49)", "CFG0005 (17,19)-(17,46)"], read.FormatLocations());
        Assert.Contains(
            "Any JSON is accepted at #/components/schemas/A/properties/b, #/components/schemas/A/properties/list/items",
            read.FormatMessages()[0],
            StringComparison.Ordinal
        );
        Assert.Contains(
            "Any JSON is accepted at #/components/schemas/A/properties/alias.",
            read.FormatMessages()[1],
            StringComparison.Ordinal
        );
        Assert.Equal(
            """{"b":{},"list":{"type":"array","items":{}},"map":{"additionalProperties":{}},"not":{},"one":{"oneOf":[{"$ref":"#/components/schemas/X"},{}]},"all":{"allOf":[{"$ref":"#/components/schemas/X"},{}]},"alias":{}}""",
            read.Root!["components"]!["schemas"]!["A"]!["properties"]!.ToJsonString()
        );
        Assert.Equal("A X", Keys(read.Root["components"]?["schemas"]));
    }

    [Fact]
    public void A_missing_target_in_json_is_reported_at_its_text()
    {
        const string Text =
            "{\"openapi\":\"3.0.3\",\"info\":{\"title\":\"x\",\"version\":\"1\"},\"paths\":{\"/a\":{\"get\":{\"responses\":{\n  \"200\": { \"$ref\": \"#/nope\" }}}}}}";
        Assert.Equal(["CFG0005 (2,20)-(2,28)"], DocumentLoading.Load(Text).FormatLocations());
    }

    [Theory]
    [InlineData("A: {$ref: '#/components/schemas/A'}")]
    [InlineData("A: {$ref: '#/components/schemas/B'}, B: {$ref: '#/components/schemas/C'}, C: {$ref: '#/components/schemas/B'}")]
    public void Circular_references_between_components_skip_the_operations_that_need_them(string schemas)
    {
        LoadedDocument read = DocumentLoading.Load(
            Head
                + $$"""
                paths:
                  /a: {get: {responses: {200: {description: d, content: {a/b: {schema: {$ref: '#/components/schemas/A'} } } } } } }
                  /b: {get: {responses: {} } }
                components:
                  schemas: { {{schemas}} }
                """
        );
        Assert.Equal(["get /b"], read.FormatOperations());
        Assert.Equal("CFG0017", Assert.Single(read.Findings).Id);
        Assert.Contains("is part of a cycle", read.FormatMessages()[0], StringComparison.Ordinal);
        Assert.NotNull(read.Document);
    }

    [Fact]
    public void A_map_that_contains_itself_costs_the_operation()
    {
        LoadedDocument read = DocumentLoading.LoadWithReferences(
            Head
                + "paths:\n  /a: {get: {responses: {200: {description: d, content: {a/b: {schema: {properties: {$ref: 'p.yaml'}}}}}}}}\n  /b: {get: {responses: {}}}\n",
            ("specs/p.yaml", "c: {properties: {$ref: 'p.yaml'}}\nd: {properties: {$ref: 'p.yaml'}}\n")
        );
        Assert.Equal(["get /b"], read.FormatOperations());
        Assert.All(read.Findings, f => Assert.Equal("CFG0017", f.Id));
    }

    [Fact]
    public void A_broken_callback_example_or_link_skips_no_operation()
    {
        LoadedDocument read = DocumentLoading.Load(
            Head
                + """
                paths:
                  /a:
                    get:
                      callbacks: {done: {'{$url}': {post: {responses: {200: {$ref: '#/nope'}}}}}}
                      responses:
                        200: {description: d, links: {l: {$ref: '#/gone'}}, content: {a/b: {schema: {type: string}, examples: {e: {$ref: 'e.json'}}}}}
                """
        );
        Assert.Equal(["get /a"], read.FormatOperations());
        Assert.Equal(["CFG1005", "CFG1005", "CFG1006"], read.Findings.Select(f => f.Id).Order(StringComparer.Ordinal));
        Assert.All(read.Findings, f => Assert.True(f.IsInfo));
        OpenApiOperation operation = read.Document!.Paths["/a"].Operations!.Single().Value;
        Assert.Empty(operation.Callbacks ?? new Dictionary<string, IOpenApiCallback>());
    }

    private static string Keys(JsonNode? node) => node is null ? "" : string.Join(' ', ((JsonObject)node).Select(m => m.Key));
}
