using CfGen.Generator.Tests.Hosting;
using CfGen.Generator.Tests.Keeping;

namespace CfGen.Generator.Tests.Documents.Normalization;

/// <summary>The order of the keys of Swagger 2.0, which the OpenAPI library reads one after the other.</summary>
public class Swagger2OrderTests
{
    private const string Parameters = """
              parameters:
                - { name: id, in: path, required: true, type: string }
                - { name: note, in: body, required: true, schema: { $ref: '#/definitions/Note' } }
        """;

    private const string Operations = """
              post:
                responses: { '204': { description: ok }, '404': { $ref: '#/responses/Missing' } }
              put:
                produces: [application/octet-stream]
                responses: { '200': { description: ok, schema: { type: file } }, '404': { $ref: '#/responses/Missing' } }
        """;

    private const string Schema = "schema: { $ref: '#/definitions/Problem' }";
    private const string Examples = "examples: { application/json: { reason: gone } }";

    [Theory]
    [InlineData(Parameters, Operations, Schema, Examples)]
    [InlineData(Operations, Parameters, Schema, Examples)]
    [InlineData(Parameters, Operations, Examples, Schema)]
    public void Is_of_no_meaning(string first, string second, string schema, string example)
    {
        string[] lines = Generate(first, second, schema, example).Split('\n');

        Assert.Equal(2, lines.Count(l => l.Contains("[404] error type=Problem", StringComparison.Ordinal)));
        Assert.Equal(2, lines.Count(l => l.Contains(" body type=Note content=Json required", StringComparison.Ordinal)));
        Assert.Equal(Generate(Parameters, Operations, Schema, Examples).Split('\n'), lines);
    }

    /// <summary>Returns the listing of the client.</summary>
    private static string Generate(string first, string second, string schema, string example)
    {
        TestDocument document = new(
            "/project/api.yaml",
            $$"""
            swagger: '2.0'
            info: { title: Sample, version: '1' }
            paths:
              /notes/{id}:
            {{first}}
            {{second}}
            responses:
              Missing: { {{schema}}, {{example}}, description: missing }
            definitions:
              Note: { type: object, properties: { text: { type: string } } }
              Problem: { type: object, properties: { reason: { type: string } } }
            """
        );
        return KeptNameTests.List(document.With("ApiListing", "/project/client.api.txt")).Text;
    }
}
