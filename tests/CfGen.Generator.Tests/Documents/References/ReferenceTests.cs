using System.Text.Json.Nodes;
using CfGen.Generator.Documents;
using Microsoft.OpenApi;

namespace CfGen.Generator.Tests.Documents.References;

/// <summary>
/// References that lead somewhere: what they lead to is a component of the one tree afterwards, and nothing else is in it.
/// </summary>
public class ReferenceTests
{
    private const string Head = "openapi: 3.0.3\ninfo: {title: x, version: '1'}\n";

    // Size: the document is part of the test.
    [Fact]
    public void Only_what_the_selected_operations_reach_is_left()
    {
        LoadedDocument read = DocumentLoading.Load(
            Head
                + """
                security: [{Token: []}]
                paths:
                  /a:
                    parameters: [{$ref: '#/components/parameters/P'}]
                    get:
                      responses:
                        200: {$ref: '#/components/responses/R'}
                        default: {description: d, content: {a/b: {schema: {$ref: '#/components/schemas/Base'}, examples: {e: {$ref: '#/components/examples/E'}}}}}
                    put: {security: [{Key: []}], responses: {200: {description: d, content: {a/b: {schema: {$ref: '#/components/schemas/Unused'}}}}}}
                  /b:
                    get: {responses: {}}
                components:
                  parameters:
                    P: {name: p, in: query, schema: {$ref: '#/components/schemas/Enum'}}
                    Q: {name: q, in: query, schema: {type: string}}
                  responses:
                    R: {description: r, headers: {H: {$ref: '#/components/headers/H'}}, content: {a/b: {schema: {$ref: '#/components/schemas/Loop'}}}}
                  headers:
                    H: {schema: {type: string}}
                  examples:
                    E: {value: {$ref: '#/components/schemas/NotAReference'}}
                  schemas:
                    Enum: {type: string, default: {$ref: nothing}}
                    Loop: {type: object, properties: {self: {$ref: '#/components/schemas/Loop'}, $ref: {type: string}}}
                    Base: {type: object, discriminator: {propertyName: kind, mapping: {one: One, two: '#/components/schemas/Two', gone: Gone}}}
                    One: {allOf: [{$ref: '#/components/schemas/Base'}]}
                    Two: {type: object}
                    Implicit: {allOf: [{$ref: '#/components/schemas/Base'}, {$ref: '#/components/schemas/Deep'}]}
                    BrokenSubtype: {allOf: [{$ref: '#/components/schemas/Base'}, {$ref: '#/components/schemas/Missing'}]}
                    Deep: {x-other: {$ref: nothing}}
                    Unused: {$ref: '#/components/schemas/AlsoUnused'}
                    AlsoUnused: {type: string}
                  securitySchemes:
                    Token: {type: http, scheme: bearer}
                    Key: {type: apiKey, in: header, name: k}
                """,
            "path:GET /a"
        );
        Assert.Equal(["get /a"], read.FormatOperations());
        JsonNode components = read.Root!["components"]!;
        Assert.Equal("Enum Loop Base One Two Implicit BrokenSubtype Deep", Keys(components["schemas"]));
        Assert.Equal("P", Keys(components["parameters"]));
        Assert.Equal("R", Keys(components["responses"]));
        Assert.Equal("H", Keys(components["headers"]));
        Assert.Equal("E", Keys(components["examples"]));
        Assert.Equal("Token", Keys(components["securitySchemes"]));
        Assert.Equal("/a", Keys(read.Root!["paths"]));
        Assert.Equal("parameters get", Keys(read.Root!["paths"]!["/a"]));
        Assert.Equal(["CFG1004", "CFG0005"], read.Findings.Select(f => f.Id));
        Assert.Contains(
            read.FormatMessages(),
            m =>
                m.StartsWith("The discriminator value 'gone' at ", StringComparison.Ordinal)
                && m.Contains("leads to 'Gone'", StringComparison.Ordinal)
        );
        Assert.Contains(read.FormatMessages(), m => m.Contains("#/components/schemas/Missing", StringComparison.Ordinal));
    }

    [Fact]
    public void Aliases_and_recursion_are_no_circles()
    {
        LoadedDocument read = DocumentLoading.Load(
            Head
                + """
                paths:
                  /a: {get: {responses: {200: {description: d, content: {a/b: {schema: {$ref: '#/components/schemas/A'}}}}}}}
                components:
                  schemas:
                    A: {$ref: '#/components/schemas/B'}
                    B: {properties: {a: {$ref: '#/components/schemas/A'}, b: {$ref: '#/components/schemas/B'}}}
                """
        );
        Assert.Empty(read.Findings);
        Assert.Equal(["get /a"], read.FormatOperations());
    }

    [Fact]
    public void References_into_the_middle_of_things_become_components()
    {
        const string Text =
            Head
            + """
                paths:
                  /a:
                    get:
                      responses:
                        200: {description: d, content: {application/json: {schema: {type: object, properties: {id: {type: string}}}}}}
                  /b/{c}:
                    get:
                      responses:
                        200: {description: d, content: {a/b: {schema: {$ref: '#/paths/~1a/get/responses/200/content/application~1json/schema'}}}}
                        201: {description: d, content: {a/b: {schema: {$ref: '#/components/schemas/Own/properties/x%20y'}}}}
                        202: {$ref: '#/paths/~1a/get/responses/200'}
                components:
                  schemas:
                    Own: {properties: {x y: {type: integer}, z: {$ref: '#/components/schemas/Own/properties/x%20y'}}}
                """;
        LoadedDocument read = DocumentLoading.Load(Text, "path:/b/**");
        Assert.Empty(read.FormatMessages());
        Assert.Equal("a_get_200_application_json Own_x_y", Keys(read.Root!["components"]!["schemas"]));
        Assert.Equal("a_get_200", Keys(read.Root!["components"]!["responses"]));
        OpenApiOperation operation = read.Document!.Paths["/b/{c}"].Operations!.Single().Value;
        Assert.Equal(JsonSchemaType.Object, operation.Responses!["200"].Content!["a/b"].Schema!.Type);
        Assert.Equal(JsonSchemaType.Integer, operation.Responses["201"].Content!["a/b"].Schema!.Type);
        Assert.Equal(JsonSchemaType.Object, operation.Responses["202"].Content!["application/json"].Schema!.Type);
        Assert.Equal("x y", read.GetTextAt(Text, "#/components/schemas/Own_x_y"));

        // With both, the place that was moved refers to the component too.
        read = DocumentLoading.Load(Text);
        Assert.Empty(read.FormatMessages());
        Assert.Equal(
            JsonSchemaType.Object,
            read.Document!.Paths["/a"].Operations!.Single().Value.Responses!["200"].Content!["application/json"].Schema!.Type
        );
    }

    [Fact]
    public void Whole_maps_and_prose_by_reference_are_copied_in()
    {
        const string Text =
            Head
            + "tags: [{name: t, description: {$ref: d.md}}]\npaths:\n  /a: {get: {description: {$ref: d.md}, responses: {200: {description: d, content: {a/b: {schema: {properties: {$ref: 'p.yaml'}}}}}}}}\n";
        LoadedDocument read = DocumentLoading.LoadWithReferences(
            Text,
            ("specs/p.yaml", "a: {type: string}\nb: {$ref: '#/a'}\n"),
            ("specs/d.md", "Some text")
        );
        Assert.Empty(read.FormatMessages());
        Assert.Equal("Some text", read.Document!.Tags!.Single().Description);
        OpenApiOperation operation = read.Document!.Paths["/a"].Operations!.Single().Value;
        Assert.Equal("Some text", operation.Description);
        IOpenApiSchema schema = operation.Responses!["200"].Content!["a/b"].Schema!;
        Assert.Equal(JsonSchemaType.String, schema.Properties!["a"].Type);
        Assert.Equal(JsonSchemaType.String, schema.Properties["b"].Type);
    }

    [Fact]
    public void A_reference_to_the_name_of_a_definition_is_that_definition()
    {
        LoadedDocument read = DocumentLoading.Load(
            "swagger: '2.0'\ninfo: {title: x, version: '1'}\npaths: {/a: {get: {responses: {200: {description: d, schema: {$ref: Pet}}}}}}\ndefinitions: {Pet: {type: object}}\n"
        );
        Assert.Empty(read.FormatMessages());
        Assert.Equal(["get /a"], read.FormatOperations());
    }

    private static string Keys(JsonNode? node) => node is null ? "" : string.Join(' ', ((JsonObject)node).Select(m => m.Key));
}
