using CfGen.Generator.Documents;
using Microsoft.OpenApi;

namespace CfGen.Generator.Tests.Documents.ObjectModel;

/// <summary>Values that the OpenAPI library rejects, or at which it throws.</summary>
public class OpenApiLibraryErrorTests
{
    private const string Head = "openapi: 3.0.3\ninfo: {title: x, version: '1'}\n";

    [Fact]
    public void A_value_that_the_library_rejects_is_reported_at_its_place()
    {
        LoadedDocument read = DocumentLoading.Load(
            Head
                + """
                paths:
                  /a: {get: {descriptoin: x, responses: {200: {description: d, content: {a/b: {schema: {type: lizt}}}}}}}
                  /b: {get: {responses: {4xx: {description: d}, 200: {description: d, content: {undefined: {schema: {nullable: true}}}}}}}
                """
        );
        Assert.Equal(["get /a", "get /b"], read.FormatOperations());
        Assert.Equal(["CFG1003 (4,27)-(4,28)", "CFG1153 (4,95)-(4,99)"], read.FormatLocations().Order(StringComparer.Ordinal));
    }

    [Fact]
    public void An_exception_of_the_library_skips_only_the_value()
    {
        const string Text =
            Head
            + """
                paths:
                  /a: {get: {operationId: a, responses: {}}}
                  /b: {get: {operationId: b, deprecated: maybe, responses: {}}}
                  /c: {get: {responses: {200: {$ref: '#/components/responses/R'}}}, put: {responses: {200: {description: d, content: {a/b: {schema: {$ref: '#/components/schemas/S'}}}}}}}
                  /d: {parameters: [{name: p, in: query, required: maybe, schema: {type: string}}], get: {responses: {}}, put: {responses: {}}}
                components:
                  responses:
                    R: {description: d, content: {a/b: {schema: {$ref: '#/components/schemas/S'}}}}
                  schemas:
                    S: {type: object, properties: {a: {type: string, maxLength: '1.5', minLength: many}, required: [a]}, required: [a]}
                """;
        LoadedDocument read = DocumentLoading.Load(Text);

        Assert.Equal(["get /a", "get /b", "get /c", "put /c", "get /d", "put /d"], read.FormatOperations());
        Assert.Equal(
            [
                "CFG0010 (12,65)-(12,70)",
                "CFG0010 (12,83)-(12,87)",
                "CFG0010 (12,90)-(12,98)",
                "CFG0010 (5,42)-(5,47)",
                "CFG0010 (7,52)-(7,57)",
            ],
            read.FormatLocations().Order(StringComparer.Ordinal)
        );
        Assert.Contains(
            read.FormatMessages(),
            m =>
                m.StartsWith("The value at #/components/schemas/S/properties/required ", StringComparison.Ordinal)
                && m.Contains("[\"a\"] is not allowed here", StringComparison.Ordinal)
        );
        var schema = (OpenApiSchema)read.Document!.Components!.Schemas!["S"];
        Assert.Equal(["a"], schema.Properties!.Keys);
        Assert.Equal(["a"], schema.Required!);
        Assert.Equal("p", Assert.Single(read.Document.Paths["/d"].Parameters!).Name);
    }

    [Fact]
    public void An_exception_of_the_library_outside_of_operations_skips_only_the_value()
    {
        LoadedDocument read = DocumentLoading.Load(
            "swagger: '2.0'\ninfo: {title: x, version: '1'}\nhost: 'api.example.com:port'\npaths: {/a: {get: {responses: {}}}}\n"
        );

        Assert.Equal(["get /a"], read.FormatOperations());
        Assert.Equal(["CFG1110 (3,7)-(3,29)"], read.FormatLocations());
    }

    [Fact]
    public void A_value_that_the_library_rejects_outside_of_operations_skips_no_operation()
    {
        LoadedDocument read = DocumentLoading.Load(
            "openapi: 3.0.3\ninfo: {title: x, version: '1', contact: {url: 'http://[x'}}\nservers: [{url: x, variables: {v: {enum: {}}}}]\npaths: {/a: {get: {responses: {}}}}\n"
        );
        Assert.All(read.Findings, f => Assert.Equal("CFG0010", f.Id));
        Assert.Single(read.Operations);
    }

    [Fact]
    public void A_scalar_where_a_schema_belongs_is_any_value()
    {
        LoadedDocument read = DocumentLoading.Load(
            """
            swagger: '2.0'
            info: {title: x, version: '1'}
            paths:
              /c: {get: {operationId: c, parameters: [{name: p, in: query, type: array , collectionFormat: xsv}], responses: {200: {description: d, schema: {properties: {p: integer, q: }}}}}}
            """
        );
        Assert.Equal(["get /c"], read.FormatOperations());
        Assert.Equal(["CFG1008 (4,96)-(4,99)", "CFG1007 (4,162)-(4,169)", "CFG1007 (4,171)-(4,172)"], read.FormatLocations());
    }

    // Of many schemas the components are read beside the paths: what comes of it has to be the same.
    // Size: the document is part of the test.
    [Theory]
    [InlineData("{type: string}")]
    // The library dislikes it, throws at it.
    [InlineData("{type: lizt}")]
    [InlineData("{type: string, maxLength: '1.5'}")]
    public void A_document_of_many_schemas_reads_as_one_of_few_does(string schema)
    {
        LoadedDocument few = DocumentLoading.Load(Document(schema, 20));
        LoadedDocument many = DocumentLoading.Load(Document(schema, 600));

        Assert.Equal(few.FormatMessages(), many.FormatMessages());
        Assert.Equal(few.FormatOperations(), many.FormatOperations());
        Assert.Equal(few.Document!.Paths.Keys, many.Document!.Paths.Keys);
        foreach ((string path, IOpenApiPathItem item) in many.Document.Paths)
        {
            IOpenApiPathItem same = few.Document.Paths[path];
            Assert.Equal(Words(same), Words(item));
            // Whichever half it was read in: one component is one object.
            if (item.Operations![HttpMethod.Get].Responses!.TryGetValue("200", out IOpenApiResponse? response))
                Assert.All(
                    response.Content!.Values,
                    media => Assert.Same(many.Document.Components!.Schemas!["S"], ((OpenApiSchemaReference)media.Schema!).Target)
                );
        }

        static string[] Words(IOpenApiPathItem item) =>
            [
                .. item.Operations![HttpMethod.Get].Parameters!.Select(p => $"{p.Name} {p.Schema?.Type}"),
                .. item.Operations[HttpMethod.Get]
                    .Responses!.Select(r =>
                        $"{r.Key} {r.Value.Description} {string.Join(' ', r.Value.Content!.Select(c => $"{c.Key} {c.Value.Schema?.Type}"))}"
                    ),
            ];

        static string Document(string schema, int schemas)
        {
            string alternatives = string.Join(", ", Enumerable.Range(0, schemas).Select(i => $"{{$ref: '#/components/schemas/S{i}'}}"));
            string list = $"{{type: array, items: {{anyOf: [{alternatives}]}}}}";
            string components = string.Join('\n', Enumerable.Range(0, schemas).Select(i => $"    S{i}: {{type: string}}"));
            string paths = string.Join(
                '\n',
                Enumerable
                    .Range(0, 12)
                    .Select(i =>
                        $"  /{i}: {{get: {{parameters: [{{$ref: '#/components/parameters/P'}}], responses: {{200: {Response("{$ref: '#/components/schemas/S'}")}, 404: {{$ref: '#/components/responses/R'}}}}}}}}"
                    )
            );
            return string.Join(
                '\n',
                Head + "paths:",
                paths,
                $"  /all: {{get: {{parameters: [], responses: {{404: {Response(list)}}}}}}}",
                $"  /own: {{get: {{parameters: [], responses: {{404: {Response(schema)}}}}}}}",
                "components:",
                "  parameters:",
                "    P: {name: p, in: query, schema: {$ref: '#/components/schemas/S0'}}",
                "  responses:",
                "    R: " + Response("{$ref: '#/components/schemas/S1'}"),
                "  schemas:",
                "    S: " + schema,
                components
            );
        }

        static string Response(string schema) => $"{{description: d, content: {{a/b: {{schema: {schema}}}}}}}";
    }
}
