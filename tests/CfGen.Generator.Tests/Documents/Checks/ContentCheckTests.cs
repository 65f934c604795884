using CfGen.Generator.Documents;

namespace CfGen.Generator.Tests.Documents.Checks;

/// <summary>Contradictions of a document, and parts that only look like one.</summary>
public class ContentCheckTests
{
    [Theory]
    [InlineData("{ allOf: [ { type: string }, { type: integer } ] }", "CFG1137")]
    [InlineData("{ type: object, allOf: [ { $ref: '#/components/schemas/Text' } ] }", "CFG1137")]
    [InlineData("{ allOf: [ { anyOf: [ { type: string }, { type: boolean } ] }, { type: array, items: {} } ] }", "CFG1137")]
    [InlineData("{ allOf: [ { type: number }, { type: integer } ] }", null)]
    [InlineData("{ type: string, allOf: [ { $ref: '#/components/schemas/Text' } ] }", null)]
    [InlineData("{ type: string, enum: [ a, null ] }", null)]
    [InlineData("{ type: number, enum: [ 1, 2.5 ] }", null)]
    [InlineData("{ type: integer, enum: [ 1, 2.5 ] }", "CFG1138")]
    [InlineData("{ type: boolean, enum: [ 'true' ] }", "CFG1138")]
    [InlineData("{ type: object, required: [ x ], properties: { a: { type: string } }, additionalProperties: true }", null)]
    [InlineData(
        "{ type: object, required: [ x ], properties: { a: { type: string } }, allOf: [ { $ref: '#/components/schemas/Base' } ] }",
        null
    )]
    [InlineData("{ allOf: [ { type: object, required: [ x ], properties: { a: {} } }, { type: object, properties: { x: {} } } ] }", null)]
    // No contradiction, but a rule that is not checked.
    [InlineData("{ type: object, properties: { a: { type: string } }, not: { required: [ x ], properties: { a: {} } } }", "CFG1158")]
    [InlineData(
        "{ type: object, required: [ y ], properties: { a: { type: string } }, allOf: [ { $ref: '#/components/schemas/Base' } ] }",
        "CFG1139"
    )]
    [InlineData("{ $ref: '#/components/schemas/Tree' }", null)]
    [InlineData("{ $ref: '#/components/schemas/Animal' }", null)]
    public void A_contradiction_is_reported_and_nothing_else(string schema, string? id)
    {
        LoadedDocument read = DocumentLoading.Load(
            $$"""
            openapi: 3.0.3
            info: { title: Sample, version: '1' }
            paths:
              /a: { get: { responses: { '200': { description: ok, content: { application/json: { schema: {{schema}} } } } } } }
            components:
              schemas:
                Text: { type: string }
                Base: { type: object, properties: { x: { type: string } } }
                Tree: { type: object, properties: { children: { type: array, items: { $ref: '#/components/schemas/Tree' } } } }
                Animal: { oneOf: [ { $ref: '#/components/schemas/Cat' } ] }
                Cat: { allOf: [ { $ref: '#/components/schemas/Animal' }, { type: object, properties: { name: { type: string } } } ] }
            """
        );

        Assert.Equal(id is null ? [] : [id], read.Findings.Select(f => f.Id));
    }

    [Theory]
    [InlineData(
        "{ name: q, in: querystring, content: { application/json: { schema: {} } } }, { name: r, in: querystring, content: { application/json: { schema: {} } } }",
        1
    )]
    [InlineData("{ name: q, in: querystring, content: { application/json: { schema: {} } } }, { $ref: '#/components/parameters/Page' }", 1)]
    [InlineData(
        "{ name: q, in: querystring, content: { application/json: { schema: {} } } }, { name: h, in: header, schema: { type: string } }",
        0
    )]
    [InlineData("{ $ref: '#/components/parameters/Page' }, { name: r, in: query, schema: { type: string } }", 0)]
    public void A_request_has_one_query_string(string parameters, int count)
    {
        LoadedDocument read = DocumentLoading.Load(
            $$"""
            openapi: 3.2.0
            info: { title: Sample, version: '1' }
            paths:
              /a: { get: { parameters: [ {{parameters}} ], responses: { '204': { description: ok } } } }
            components:
              parameters:
                Page: { name: page, in: query, schema: { type: integer } }
            """
        );

        Assert.Equal(count, read.Findings.Count(f => f.Id == "CFG1135" && f.Pointer == "#/paths/~1a/get/parameters/1"));
        Assert.Equal(count, read.Findings.Count(f => f.Id == "CFG1135"));
    }

    [Fact]
    public void A_security_scheme_that_is_none_is_reported_at_its_place()
    {
        LoadedDocument read = DocumentLoading.Load(
            """
            openapi: 3.0.3
            info: { title: Sample, version: '1' }
            paths:
              /a: { get: { security: [ { key: [] } ], responses: { '204': { description: ok } } } }
            components:
              securitySchemes: { key: bearer }
            """
        );

        Assert.Equal(["CFG0010 (6,27)-(6,33)"], read.FormatLocations());
        Assert.Equal(["get /a"], read.FormatOperations());
    }
}
