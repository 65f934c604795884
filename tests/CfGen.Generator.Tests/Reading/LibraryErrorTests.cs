using CfGen.Generator.Reading;

namespace CfGen.Generator.Tests.Reading;

/// <summary>What the OpenAPI library dislikes or throws at.</summary>
public class LibraryErrorTests
{
    private const string Head = "openapi: 3.0.3\ninfo: {title: x, version: '1'}\n";

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
}
