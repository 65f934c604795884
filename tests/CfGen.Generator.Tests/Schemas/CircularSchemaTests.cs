using System.Globalization;
using System.Text;
using CfGen.Generator.Tests.Hosting;

namespace CfGen.Generator.Tests.Schemas;

/// <summary>A schema that leads back to itself ends, wherever it is used. A stack overflow would end the compiler.</summary>
public class CircularSchemaTests
{
    [Theory]
    [InlineData("{ oneOf: [{ $ref: '#/components/schemas/A' }, { type: string }] }")]
    [InlineData("{ anyOf: [{ allOf: [{ $ref: '#/components/schemas/A' }] }] }")]
    [InlineData("{ type: array, items: { $ref: '#/components/schemas/A' } }")]
    [InlineData("{ allOf: [{ oneOf: [{ $ref: '#/components/schemas/A' }, { type: integer }] }, { type: integer }] }")]
    public void Circular_schema_terminates(string schema)
    {
        GeneratorRun run = GeneratorHost.Generate(CreateDocument("A", $"    A: {schema}"));

        Assert.DoesNotContain(run.Diagnostics, d => d.Id == "CFG0099");
        Assert.Contains(run.Sources.Values, s => s.Contains("\"GET\", \"/things\"", StringComparison.Ordinal));
    }

    /// <summary>A union that meets itself again adds one more schema each time. A schema that is there already adds no path.</summary>
    [Fact]
    public void Mutually_recursive_unions_terminate()
    {
        GeneratorRun run = GeneratorHost.Generate(
            new TestDocument(
                "/project/rounds.yaml",
                """
                openapi: 3.0.3
                info: { title: Rounds, version: '1' }
                paths:
                  /things:
                    get:
                      operationId: findThings
                      responses: { '200': { description: found, content: { application/json: { schema: { $ref: '#/components/schemas/A' } } } } }
                components:
                  schemas:
                    A:
                      type: object
                      properties: { a: { type: string } }
                      oneOf: [{ $ref: '#/components/schemas/A' }, { $ref: '#/components/schemas/B' }, { type: object, required: [c], properties: { c: { type: string } } }]
                    B:
                      type: object
                      properties: { b: { type: string } }
                      anyOf: [{ $ref: '#/components/schemas/B' }, { $ref: '#/components/schemas/A' }, { type: object, required: [d], properties: { d: { type: string } } }]
                """
            ).With("ClientName", "RoundsClient")
        );

        Assert.Contains(
            run.Sources.Values,
            s => s.Contains("class A", StringComparison.Ordinal) && s.Contains("ApiUnion", StringComparison.Ordinal)
        );
        run.AssertCompiles();
    }

    /// <summary>
    /// There are 26 steps of two schemas, each of which leads to both of the next step: 67 million paths, which the compiler must not
    /// follow. The test fails by not ending.
    /// </summary>
    [Theory]
    [InlineData("{ allOf: [{0}, {1}] }")]
    [InlineData("{ oneOf: [{0}, {1}] }")]
    [InlineData("{ anyOf: [{0}, {1}] }")]
    [InlineData("{ allOf: [{0}], anyOf: [{0}, {1}] }")]
    [InlineData("{ oneOf: [{0}], anyOf: [{0}] }")]
    [InlineData("{ oneOf: [{0}], anyOf: [{1}, { type: 'null' }] }")]
    [InlineData("{ type: object, allOf: [{0}, {1}], properties: { x: {0}, y: {1} } }")]
    [InlineData("{ type: object, properties: { x: { type: object, properties: { p: {0}, q: {1} } } } }")]
    [InlineData("{ type: array, items: { allOf: [{0}, {1}] } }")]
    [InlineData("{ type: object, additionalProperties: { oneOf: [{0}, {1}] } }")]
    public void Exponential_schema_paths_terminate(string schema)
    {
        const int steps = 26;
        StringBuilder schemas = new();
        for (int i = 0; i < steps; i++)
        {
            schemas.Append(Step("A", i, "A", "B")).Append(Step("B", i, "B", "A"));
        }

        schemas.Append(CultureInfo.InvariantCulture, $"    A{steps}: {{ type: object, properties: {{ id: {{ type: string }} }} }}\n");
        schemas.Append(CultureInfo.InvariantCulture, $"    B{steps}: {{ type: object, properties: {{ name: {{ type: string }} }} }}\n");
        GeneratorRun run = GeneratorHost.Generate(CreateDocument("A0", schemas.ToString()));

        Assert.DoesNotContain(run.Diagnostics, d => d.Id == "CFG0099");
        Assert.Contains(run.Sources.Values, s => s.Contains("\"GET\", \"/fine\"", StringComparison.Ordinal));

        string Step(string name, int step, string first, string second) =>
            $"    {name}{step}: {schema.Replace("{0}", Ref(first, step), StringComparison.Ordinal).Replace("{1}", Ref(second, step), StringComparison.Ordinal)}\n";

        static string Ref(string name, int step) => $"{{ $ref: '#/components/schemas/{name}{step + 1}' }}";
    }

    /// <summary>Creates a document with the schema in every place where an operation can have one.</summary>
    private static TestDocument CreateDocument(string name, string schemas)
    {
        string use = $"{{ schema: {{ $ref: '#/components/schemas/{name}' }} }}";
        return new TestDocument(
            "/project/circle.yaml",
            $$"""
            openapi: 3.0.3
            info: { title: Circle, version: '1' }
            paths:
              /things:
                get:
                  operationId: findThings
                  parameters: [{ name: a, in: query, schema: { $ref: '#/components/schemas/{{name}}' } }]
                  responses: { '200': { description: found, content: { application/json: {{use}} } } }
                post:
                  operationId: sendThings
                  requestBody: { content: { multipart/form-data: { schema: { type: object, properties: { a: { $ref: '#/components/schemas/{{name}}' } } } } } }
                  responses: { '204': { description: done } }
                put:
                  operationId: putThings
                  requestBody: { content: { application/x-ndjson: {{use}} } }
                  responses: { '204': { description: done } }
                patch:
                  operationId: patchThings
                  requestBody: { content: { application/json: {{use}}, application/x-www-form-urlencoded: {{use}} } }
                  responses: { '204': { description: done } }
                delete:
                  operationId: dropThings
                  requestBody: { content: { multipart/form-data: {{use}} } }
                  responses: { '204': { description: done } }
              /fine: { get: { operationId: getFine, responses: { '204': { description: done } } } }
            components:
              schemas:
            {{schemas}}
            """
        ).With("ClientName", "CircleClient");
    }
}
