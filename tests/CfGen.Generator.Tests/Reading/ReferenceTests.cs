using System.Text.Json.Nodes;
using CfGen.Generator.Reading;
using Microsoft.OpenApi;

namespace CfGen.Generator.Tests.Reading;

public class ReferenceTests
{
    private const string Head = "openapi: 3.0.3\ninfo: {title: x, version: '1'}\n";

    [Fact]
    public void Only_what_the_selected_operations_reach_is_left()
    {
        ReadDocument read = Reads.Document(Head + """
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
            """, "path:GET /a");
        Assert.Equal(["get /a"], read.Names());
        JsonNode components = read.Root!["components"]!;
        Assert.Equal("Enum Loop Base One Two Implicit Deep", Keys(components["schemas"]));
        Assert.Equal("P", Keys(components["parameters"]));
        Assert.Equal("R", Keys(components["responses"]));
        Assert.Equal("H", Keys(components["headers"]));
        Assert.Equal("E", Keys(components["examples"]));
        Assert.Equal("Token", Keys(components["securitySchemes"]));
        Assert.Equal("/a", Keys(read.Root!["paths"]));
        Assert.Equal("parameters get", Keys(read.Root!["paths"]!["/a"]));
        Assert.Equal(["CFG1003", "CFG1003"], read.Findings.Select(f => f.Id));
        Assert.Contains(read.Messages(), m => m.Contains("'gone' leads to 'Gone'", StringComparison.Ordinal));
        Assert.Contains(read.Messages(), m => m.Contains("#/components/schemas/Missing", StringComparison.Ordinal));
    }

    [Fact]
    public void A_missing_target_costs_the_operations_that_need_it_and_no_others()
    {
        ReadDocument read = Reads.Document(Head + """
            paths:
              /a: {get: {responses: {200: {$ref: '#/components/responses/R'}}}}
              /b: {get: {responses: {200: {description: d, content: {a/b: {schema: {$ref: '#/components/schemas/A'}}}}}}, put: {responses: {}}}
              /c: {parameters: [{$ref: '#/components/parameters/None'}], get: {responses: {}}, delete: {responses: {}}}
            components:
              responses: {R: {description: r, content: {a/b: {schema: {$ref: '#/components/schemas/A'}}}}}
              schemas:
                A:
                  properties:
                    b: {$ref: '#/components/schemas/Missing'}
                    c: {$ref: '#/components/schemas/Missing'}
            """);
        Assert.Equal(["CFG0005 (6,28)-(6,58)", "CFG0005 (12,19)-(12,49)"], read.Places());
        Assert.Contains(read.Messages(), m => m.Contains("Left out: GET /a, GET /b.", StringComparison.Ordinal) && m.Contains("#/components/schemas/A/properties/b/$ref", StringComparison.Ordinal));
        Assert.Contains(read.Messages(), m => m.Contains("Left out: GET /c, DELETE /c.", StringComparison.Ordinal));
        Assert.Equal(["put /b"], read.Names());
        Assert.Equal("", Keys(read.Root!["components"]?["schemas"]));
        Assert.Empty(Reads.Document("""{"openapi":"3.0.3","info":{"title":"x","version":"1"},"paths":{"/a":{"get":{"responses":{"200":{"$ref":"#/nope"}}}}}}""").Operations);
    }

    [Fact]
    public void A_missing_target_in_json_is_reported_at_its_text()
    {
        const string Text = "{\"openapi\":\"3.0.3\",\"info\":{\"title\":\"x\",\"version\":\"1\"},\"paths\":{\"/a\":{\"get\":{\"responses\":{\n  \"200\": { \"$ref\": \"#/nope\" }}}}}}";
        Assert.Equal(["CFG0005 (2,20)-(2,28)"], Reads.Document(Text).Places());
    }

    [Theory]
    [InlineData("A: {$ref: '#/components/schemas/A'}")]
    [InlineData("A: {$ref: '#/components/schemas/B'}, B: {$ref: '#/components/schemas/C'}, C: {$ref: '#/components/schemas/B'}")]
    [InlineData("A: {properties: {x: {$ref: '#/components/schemas/D/properties/y'}}}, D: {properties: {y: {$ref: '#/components/schemas/D/properties/y'}}}")]
    public void References_in_a_circle_cost_the_operations_that_need_them(string schemas)
    {
        ReadDocument read = Reads.Document(Head + $$"""
            paths:
              /a: {get: {responses: {200: {description: d, content: {a/b: {schema: {$ref: '#/components/schemas/A'} } } } } } }
              /b: {get: {responses: {} } }
            components:
              schemas: { {{schemas}} }
            """);
        Assert.Equal(["get /b"], read.Names());
        Assert.Equal("CFG0005", Assert.Single(read.Findings).Id);
        Assert.Contains("goes in a circle", read.Messages()[0], StringComparison.Ordinal);
        Assert.NotNull(read.Document);
    }

    [Fact]
    public void Aliases_and_recursion_are_no_circles()
    {
        ReadDocument read = Reads.Document(Head + """
            paths:
              /a: {get: {responses: {200: {description: d, content: {a/b: {schema: {$ref: '#/components/schemas/A'}}}}}}}
            components:
              schemas:
                A: {$ref: '#/components/schemas/B'}
                B: {properties: {a: {$ref: '#/components/schemas/A'}, b: {$ref: '#/components/schemas/B'}}}
            """);
        Assert.Empty(read.Findings);
        Assert.Equal(["get /a"], read.Names());
    }

    [Fact]
    public void A_document_that_is_not_declared_is_named_with_the_line_to_add()
    {
        ReadDocument read = Reads.Document(Head + """
            paths:
              /a: {get: {responses: {200: {description: d, content: {a/b: {schema: {$ref: '../common/./types.yaml#/A'}}}}}}}
              /b: {get: {responses: {200: {description: d, content: {a/b: {schema: {$ref: '../common/types.yaml#/B'}}}}}}}
              /c: {get: {responses: {200: {$ref: 'https://example.com/x.yaml'}}}}
              /d: {$ref: paths/d.yaml}
              /e: {get: {responses: {}}}
            """);
        Assert.Equal(["get /e"], read.Names());
        Assert.Equal(["CFG0007 (7,14)-(7,26)", "CFG0007 (4,79)-(4,106)", "CFG0007 (6,38)-(6,66)"], read.Places());
        Assert.Contains("Left out: GET /a, GET /b. Add to the project: <OpenApiClient Include=\"common/types.yaml\" Reference=\"true\" />.", read.Messages()[1], StringComparison.Ordinal);
        Assert.Contains("Left out: all of /d.", read.Messages()[0], StringComparison.Ordinal);
        Assert.Contains("the generator opens no network", read.Messages()[2], StringComparison.Ordinal);
    }

    [Fact]
    public void The_line_to_add_is_relative_to_the_project()
    {
        var options = new ReadingOptions([]) { ProjectDirectory = "C:\\work\\app\\" };
        DocumentText document = Reads.Text(Head + "paths: {/a: {get: {responses: {200: {$ref: 'x.yaml'}}}}}", "C:\\work\\app\\specs\\api.yaml");
        ReadDocument read = DocumentReader.Read(document, [], options, default);
        Assert.Contains("Include=\"specs/x.yaml\"", read.Messages()[0], StringComparison.Ordinal);
    }

    [Fact]
    public void Declared_documents_are_taken_in_as_components()
    {
        const string Types = """
            components:
              schemas:
                Error: {type: object, properties: {next: {$ref: '#/components/schemas/Error'}, pet: {$ref: 'Pet.yaml'}, back: {$ref: '../specs/api.yaml#/components/schemas/Own'}}}
              parameters:
                Limit: {name: limit, in: query, schema: {type: integer, maximum: 9}}
            """;
        const string Pet = "type: object\nproperties:\n  owner: {$ref: 'types.yaml#/components/schemas/Error'}\n  self: {$ref: '#'}\n  tag: {$ref: '#/$defs/Tag'}\n$defs: {Tag: {type: string}}\n";
        const string Text = Head + """
            paths:
              /a:
                get:
                  parameters: [{$ref: '..\common\types.yaml#/components/parameters/Limit'}]
                  responses: {default: {description: d, content: {a/b: {schema: {$ref: '../common/types.yaml#/components/schemas/Error'}}}}}
              /b: {$ref: '../common/b.yaml#/~1b'}
              /c: {get: {$ref: '../common/c.json'}}
            components:
              schemas:
                Own: {type: string}
                Pet: {type: integer}
            """;
        ReadDocument read = Reads.With(
            Text,
            ("common/types.yaml", Types),
            ("common/Pet.yaml", Pet),
            ("common/b.yaml", "/b:\n  parameters: [{$ref: 'types.yaml#/components/parameters/Limit'}]\n  post: {operationId: postB, responses: {}}\n"),
            ("common/c.json", "{\"operationId\": \"getC\", \"responses\": {\"200\": {\"description\": \"d\", \"content\": {\"a/b\": {\"schema\": {\"$ref\": \"Pet.yaml#/properties/tag\"}}}}}}"));
        Assert.Empty(read.Messages());
        Assert.Equal(["get /a", "post /b", "get /c"], read.Names());
        Assert.Equal(["postB", "getC"], read.Operations.Skip(1).Select(o => o.OperationId));

        // The main document's own Pet keeps its name; the file's one gets another.
        Assert.Contains("Error", Keys(read.Root!["components"]!["schemas"]), StringComparison.Ordinal);
        Assert.Contains("Pet_Pet", Keys(read.Root!["components"]!["schemas"]), StringComparison.Ordinal);
        IOpenApiSchema error = read.Document!.Components!.Schemas!["Error"];
        Assert.Equal("#/components/schemas/Pet_Pet", read.Root!["components"]!["schemas"]!["Error"]!["properties"]!["pet"]!["$ref"]!.GetValue<string>());
        Assert.Equal(JsonSchemaType.Object, error.Properties!["pet"].Type);
        Assert.Equal(JsonSchemaType.String, error.Properties["back"].Type);
        Assert.Equal(JsonSchemaType.String, error.Properties["pet"].Properties!["tag"].Type);

        // Places are in the files that the things were written in.
        DocumentPlace place = read.Positions.Find("#/components/schemas/Error/properties/next");
        Assert.Equal(("common/types.yaml", 2, 39), (place.Path, place.Line, place.Column));
        place = read.Positions.Find("#/components/parameters/Limit/schema/maximum");
        Assert.Equal(("common/types.yaml", 4, 69), (place.Path, place.Line, place.Column));
        place = read.Positions.Find("#/paths/~1b/post/operationId");
        Assert.Equal(("common/b.yaml", 2, 22), (place.Path, place.Line, place.Column));
        place = read.Positions.Find("#/paths/~1a/get");
        Assert.Equal(("specs/api.yaml", 4, 4), (place.Path, place.Line, place.Column));
    }

    [Fact]
    public void What_is_wrong_in_a_declared_document_is_reported_there()
    {
        ReadDocument read = Reads.With(
            Head + "paths:\n  /a: {get: {responses: {200: {$ref: 'r.yaml#/R'}}}}\n  /b: {get: {responses: {200: {$ref: 'bad.json#/R'}}}}\n  /c: {get: {responses: {}}}\n",
            ("specs/r.yaml", "R:\n  description: d\n  content: {a/b: {schema: {$ref: '#/Nope'}}}\n"),
            ("specs/bad.json", "{\n  \"R\": ,\n}"));
        Assert.Equal(["get /c"], read.Names());
        Assert.Equal(["CFG0001", "CFG0005", "CFG0005"], read.Findings.Select(f => f.Id).Order(StringComparer.Ordinal));
        Assert.Equal("specs/bad.json", read.Findings[0].Place!.Value.Path);
        Finding missing = read.Findings.Single(f => f.Arguments[0] == "#/Nope");
        Assert.Equal("r.yaml#/R/content/a~1b/schema/$ref", missing.Pointer);
        Assert.Equal(("specs/r.yaml", 2, 33), (missing.Place!.Value.Path, missing.Place.Value.Line, missing.Place.Value.Column));
    }

    [Fact]
    public void References_into_the_middle_of_things_become_components()
    {
        const string Text = Head + """
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
        ReadDocument read = Reads.Document(Text, "path:/b/**");
        Assert.Empty(read.Messages());
        Assert.Equal("a_get_200_application_json Own_x_y", Keys(read.Root!["components"]!["schemas"]));
        Assert.Equal("a_get_200", Keys(read.Root!["components"]!["responses"]));
        OpenApiOperation operation = read.Document!.Paths["/b/{c}"].Operations!.Single().Value;
        Assert.Equal(JsonSchemaType.Object, operation.Responses!["200"].Content!["a/b"].Schema!.Type);
        Assert.Equal(JsonSchemaType.Integer, operation.Responses["201"].Content!["a/b"].Schema!.Type);
        Assert.Equal(JsonSchemaType.Object, operation.Responses["202"].Content!["application/json"].Schema!.Type);
        Assert.Equal("x y", read.At(Text, "#/components/schemas/Own_x_y"));

        // With both, the place that was moved refers to the component too.
        read = Reads.Document(Text);
        Assert.Empty(read.Messages());
        Assert.Equal(JsonSchemaType.Object, read.Document!.Paths["/a"].Operations!.Single().Value.Responses!["200"].Content!["application/json"].Schema!.Type);
    }

    [Fact]
    public void Whole_maps_and_prose_by_reference_are_copied_in()
    {
        const string Text = Head + "tags: [{name: t, description: {$ref: d.md}}]\npaths:\n  /a: {get: {description: {$ref: d.md}, responses: {200: {description: d, content: {a/b: {schema: {properties: {$ref: 'p.yaml'}}}}}}}}\n";
        ReadDocument read = Reads.With(Text, ("specs/p.yaml", "a: {type: string}\nb: {$ref: '#/a'}\n"), ("specs/d.md", "Some text"));
        Assert.Empty(read.Messages());
        Assert.Equal("Some text", read.Document!.Tags!.Single().Description);
        OpenApiOperation operation = read.Document!.Paths["/a"].Operations!.Single().Value;
        Assert.Equal("Some text", operation.Description);
        IOpenApiSchema schema = operation.Responses!["200"].Content!["a/b"].Schema!;
        Assert.Equal(JsonSchemaType.String, schema.Properties!["a"].Type);
        Assert.Equal(JsonSchemaType.String, schema.Properties["b"].Type);
    }

    [Fact]
    public void A_map_that_contains_itself_costs_the_operation()
    {
        ReadDocument read = Reads.With(
            Head + "paths:\n  /a: {get: {responses: {200: {description: d, content: {a/b: {schema: {properties: {$ref: 'p.yaml'}}}}}}}}\n  /b: {get: {responses: {}}}\n",
            ("specs/p.yaml", "c: {properties: {$ref: 'p.yaml'}}\nd: {properties: {$ref: 'p.yaml'}}\n"));
        Assert.Equal(["get /b"], read.Names());
        Assert.All(read.Findings, f => Assert.Equal("CFG0005", f.Id));
    }

    [Fact]
    public void What_only_documents_may_be_missing()
    {
        ReadDocument read = Reads.Document(Head + """
            paths:
              /a:
                get:
                  callbacks: {done: {'{$url}': {post: {responses: {200: {$ref: '#/nope'}}}}}}
                  responses:
                    200: {description: d, links: {l: {$ref: '#/gone'}}, content: {a/b: {schema: {type: string}, examples: {e: {$ref: 'e.json'}}}}}
            """);
        Assert.Equal(["get /a"], read.Names());
        Assert.All(read.Findings, f => Assert.Equal("CFG1003", f.Id));
        Assert.Equal(3, read.Findings.Count);
        OpenApiOperation operation = read.Document!.Paths["/a"].Operations!.Single().Value;
        Assert.Empty(operation.Callbacks ?? new Dictionary<string, IOpenApiCallback>());
    }

    [Fact]
    public void What_the_library_dislikes_is_reported_at_its_place()
    {
        ReadDocument read = Reads.Document(Head + """
            paths:
              /a: {get: {descriptoin: x, responses: {200: {description: d, content: {a/b: {schema: {type: lizt}}}}}}}
              /b: {get: {responses: {4xx: {description: d}, 200: {description: d, content: {undefined: {schema: {nullable: true}}}}}}}
            """);
        Assert.Equal(["get /a", "get /b"], read.Names());
        Assert.Equal(["CFG0010 (4,95)-(4,99)", "CFG1003 (4,27)-(4,28)"], read.Places().Order(StringComparer.Ordinal));
    }

    [Fact]
    public void What_the_library_throws_at_costs_the_operations_that_need_it()
    {
        const string Text = Head + """
            paths:
              /a: {get: {operationId: a, responses: {}}}
              /b: {get: {operationId: b, deprecated: maybe, responses: {}}}
              /c: {get: {responses: {200: {$ref: '#/components/responses/R'}}}, put: {responses: {200: {description: d, content: {a/b: {schema: {$ref: '#/components/schemas/S'}}}}}}}
              /d: {get: {responses: {200: {description: d, content: {a/b: {schema: {$ref: '#/components/schemas/T'}}}}}}}
            components:
              responses:
                R: {description: d, content: {a/b: {schema: {$ref: '#/components/schemas/S'}}}}
              schemas:
                S: {type: string, maxLength: '1.5'}
                T: {type: string}
            """;
        ReadDocument read = Reads.Document(Text);
        Assert.Equal(["get /a", "get /d"], read.Names());
        Assert.Equal(["CFG0010 (5,8)-(5,11)", "CFG0010 (12,5)-(12,6)"], read.Places());
        Assert.Contains("Left out: GET /b.", read.Messages()[0], StringComparison.Ordinal);
        Assert.Contains("Left out: GET /c, PUT /c.", read.Messages()[1], StringComparison.Ordinal);
        Assert.Equal(["/a", "/d"], read.Document!.Paths.Keys);
        Assert.Equal(["T"], read.Document.Components!.Schemas!.Keys);
    }

    [Fact]
    public void What_the_library_throws_at_outside_of_operations_costs_the_document_only()
    {
        ReadDocument read = Reads.Document("openapi: 3.0.3\ninfo: {title: x, version: '1', contact: {url: 'http://[x'}}\nservers: [{url: x, variables: {v: {enum: {}}}}]\npaths: {/a: {get: {responses: {}}}}\n");
        Assert.All(read.Findings, f => Assert.Contains(f.Id, (string[])["CFG0010", "CFG0099"]));
        Assert.Equal(read.Document is null ? 0 : 1, read.Operations.Count);
    }

    [Fact]
    public void A_scalar_where_a_schema_belongs_is_any_value()
    {
        ReadDocument read = Reads.Document("""
            swagger: '2.0'
            info: {title: x, version: '1'}
            paths:
              /c: {get: {operationId: c, parameters: [{name: p, in: query, type: string, collectionFormat: tsv}], responses: {200: {description: d, schema: {properties: {p: integer, q: }}}}}}
            """);
        Assert.Equal(["get /c"], read.Names());
        Assert.Equal(["CFG1003 (4,96)-(4,99)", "CFG1003 (4,162)-(4,169)", "CFG1003 (4,171)-(4,172)"], read.Places());
    }

    [Fact]
    public void A_reference_to_the_name_of_a_definition_is_that_definition()
    {
        ReadDocument read = Reads.Document("swagger: '2.0'\ninfo: {title: x, version: '1'}\npaths: {/a: {get: {responses: {200: {description: d, schema: {$ref: Pet}}}}}}\ndefinitions: {Pet: {type: object}}\n");
        Assert.Empty(read.Messages());
        Assert.Equal(["get /a"], read.Names());
    }

    private static string Keys(JsonNode? node) => node is null ? "" : string.Join(' ', ((JsonObject)node).Select(m => m.Key));
}
