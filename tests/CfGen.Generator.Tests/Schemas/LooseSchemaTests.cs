using System.Globalization;
using CfGen.Generator.Tests.Hosting;
using Microsoft.CodeAnalysis;

namespace CfGen.Generator.Tests.Schemas;

/// <summary>Schemas that say more than their type: each is reported at its place, or typed as the author meant.</summary>
public class LooseSchemaTests
{
    // The property `value` has the schema. The text between « and » is the location.
    [Theory]
    [InlineData(
        "{ type: object, «items»: { type: string } }",
        "JsonElement?",
        "CFG1151",
        "describes the type array, and the schema is of type object"
    )]
    [InlineData(
        "{ type: string, «properties»: { a: { type: string } } }",
        "string?",
        "CFG1151",
        "describes the type object, and the schema is of type string"
    )]
    [InlineData(
        "{ type: array, «properties»: { a: { type: string } }, items: { type: string } }",
        "IReadOnlyList<string>?",
        "CFG1151",
        "of type array"
    )]
    [InlineData("{ type: object, «enum»: [ {} ] }", "JsonElement?", "CFG1152", "an object or a list")]
    [InlineData("{ «enum»: [ [ 1 ], a ] }", "JsonElement?", "CFG1152", "an object or a list")]
    [InlineData(
        "{ type: «datetime» }",
        "DateTimeOffset?",
        "CFG1153",
        "The type 'datetime' at #/components/schemas/Thing/properties/value/type does not exist. It is read as 'string' with the format 'date-time'"
    )]
    [InlineData("{ type: «Integer» }", "long?", "CFG1153", "'Integer'")]
    [InlineData("{ type: «int», format: int32 }", "int?", "CFG1153", "It is read as 'integer'")]
    [InlineData("{ type: «bool» }", "bool?", "CFG1153", "It is read as 'boolean'")]
    [InlineData("{ type: «list», items: { type: string } }", "IReadOnlyList<string>?", "CFG1153", "It is read as 'array'")]
    [InlineData("{ type: «whatever» }", "JsonElement?", "CFG1153", "It is read as any value")]
    [InlineData("{ type: «whatever», properties: { a: { type: string } } }", "ThingValue?", "CFG1153", "It is read as any value")]
    [InlineData("{ «anyOf»: [ { type: string }, { type: object } ] }", "JsonElement?", "CFG1156", "objects without properties")]
    public void A_loosened_schema_is_reported_at_its_place(string marked, string type, string id, string message)
    {
        string text = CreateText(marked);
        int start = text.IndexOf('«', StringComparison.Ordinal);
        GeneratorRun run = GeneratorHost
            .Generate(new TestDocument("/project/api.yaml", text.Replace("«", "").Replace("»", "")))
            .AssertCompiles();

        Diagnostic diagnostic = Assert.Single(run.Diagnostics);
        Assert.Equal(id, diagnostic.Id);
        Assert.Contains(message, diagnostic.GetMessage(CultureInfo.InvariantCulture), StringComparison.Ordinal);
        if (id != "CFG1156")
            Assert.Equal(start, diagnostic.Location.SourceSpan.Start);
        Assert.Equal(type, run.GetPropertyType("Thing", "Value"));
    }

    [Theory]
    [InlineData("{ type: string, oneOf: [ { description: one }, { title: two } ] }", "string?")]
    [InlineData("{ type: object, patternProperties: { '.*': { type: string } } }", "IReadOnlyDictionary<string, string>?")]
    [InlineData(
        "{ type: object, patternProperties: { '^a': { type: integer } }, additionalProperties: false }",
        "IReadOnlyDictionary<string, long>?"
    )]
    [InlineData(
        "{ patternProperties: { '^a': { type: integer }, '^b': { type: string } } }",
        "IReadOnlyDictionary<string, ThingValueValue>?"
    )]
    [InlineData(
        "{ patternProperties: { '^a': { type: integer } }, additionalProperties: { type: string } }",
        "IReadOnlyDictionary<string, ThingValueValue>?"
    )]
    [InlineData("{ type: object, items: {} }", "JsonElement?")]
    [InlineData("{ anyOf: [ { type: string }, {} ] }", "JsonElement?")]
    [InlineData("{ type: [ object, array ], items: { type: string }, properties: { a: { type: string } } }", "ThingValue?")]
    public void A_schema_that_is_typed_as_it_says_is_not_reported(string schema, string type)
    {
        GeneratorRun run = GeneratorHost.Generate(new TestDocument("/project/api.yaml", CreateText(schema))).AssertCompiles();

        Assert.Empty(run.Diagnostics);
        Assert.Equal(type, run.GetPropertyType("Thing", "Value"));
    }

    [Theory]
    [InlineData(
        "'200': { description: ok, content: { application/json: { schema: { type: integer } } } }, '202': { description: later, content: { application/json: { schema: { type: object } } } }",
        "CFG1150 The response 202 at #/paths/~1things/get/responses/202/content/application~1json is JSON without a type, and the response 200 has one. The method returns null for the response 202."
    )]
    [InlineData(
        "'200': { description: ok, content: { application/json: { schema: { type: integer } } } }, '202': { description: later, content: { text/plain: {} } }",
        "CFG1014 The response 202 at #/paths/~1things/get/responses/202/content/text~1plain has the media type 'text/plain', and the method reads 'application/json' of other responses. It returns null for the response 202."
    )]
    [InlineData(
        "'200': { description: ok, content: { application/jsonl: { schema: { type: object, properties: { a: { type: string } } } } } }, '202': { description: later, content: { text/plain: {} } }",
        "CFG1014 The response 202 at #/paths/~1things/get/responses/202/content/text~1plain has the media type 'text/plain', and the method reads 'application/jsonl' of other responses. It returns an empty sequence for the response 202."
    )]
    [InlineData(
        "'204': { description: none, content: { application/json: { schema: { type: string } } } }",
        "CFG1154 The response 204 at #/paths/~1things/get/responses/204/content/application~1json has a schema, but HTTP allows no content with this status. Nothing is read; correct the status, for example to 200."
    )]
    [InlineData("'204': { description: none, content: { application/json: { schema: { type: object } } } }", null)]
    [InlineData(
        "'200': { description: ok, content: { application/json: { schema: { type: string, format: binary } } } }",
        "CFG1155 The response at #/paths/~1things/get/responses/200/content/application~1json has the media type 'application/json' and a binary format. The method returns the bytes as they are; write a media type such as application/octet-stream."
    )]
    [InlineData("'200': { description: ok, content: { application/octet-stream: { schema: { type: string, format: binary } } } }", null)]
    public void A_response_that_is_not_read_as_it_says_is_reported(string responses, string? message)
    {
        GeneratorRun run = GeneratorHost
            .Generate(TestDocument.FromPaths($"/things: {{ get: {{ responses: {{ {responses} }} }} }}"))
            .AssertCompiles();

        Assert.Equal(message is null ? [] : [message], run.Diagnostics.Select(d => $"{d.Id} {d.GetMessage(CultureInfo.InvariantCulture)}"));
    }

    [Theory]
    [InlineData("{ type: object, required: [a], properties: { a: { type: string } }, minProperties: 1 }")]
    [InlineData("{ type: object, additionalProperties: { type: string }, minProperties: 0 }")]
    public void A_count_of_properties_that_is_always_kept_is_not_reported(string schema) =>
        GeneratorHost.Generate(new TestDocument("/project/api.yaml", CreateText(schema))).AssertNoDiagnostics().AssertCompiles();

    [Theory]
    [InlineData(
        "{ type: array, items: { type: object, additionalProperties: { type: string }, «propertyNames»: { maxLength: 3 } } }",
        "IReadOnlyList<IReadOnlyDictionary<string, string>>?"
    )]
    [InlineData(
        "{ type: object, additionalProperties: { type: string }, «propertyNames»: { not: { const: a } } }",
        "IReadOnlyDictionary<string, string>?"
    )]
    [InlineData(
        "{ type: object, additionalProperties: { type: string }, dependentRequired: { «a»: [ b ] } }",
        "IReadOnlyDictionary<string, string>?"
    )]
    [InlineData(
        "{ type: object, properties: { a: { type: string } }, additionalProperties: false, dependentRequired: { «a»: [ b ] } }",
        "ThingValue?"
    )]
    [InlineData("{ type: object, properties: { a: { type: string } }, «dependencies»: { a: { required: [ b ] } } }", "ThingValue?")]
    [InlineData(
        "{ type: object, properties: { a: { type: string } }, «dependentSchemas»: { a: { properties: { b: { type: integer } } } } }",
        "ThingValue?"
    )]
    [InlineData("{ type: object, additionalProperties: { type: string }, minProperties: «1» }", "IReadOnlyDictionary<string, string>?")]
    [InlineData("{ type: object, additionalProperties: { type: string }, maxProperties: «9» }", "IReadOnlyDictionary<string, string>?")]
    [InlineData("{ type: array, items: { type: string }, «contains»: { const: a } }", "IReadOnlyList<string>?")]
    [InlineData("{ type: string, «not»: { const: a } }", "string?")]
    [InlineData("{ type: string, «if»: { minLength: 3 }, then: { pattern: a } }", "string?")]
    public void A_rule_that_is_not_checked_is_reported(string marked, string type)
    {
        string text = CreateText(marked).Replace("3.0.3", "3.1.0", StringComparison.Ordinal);
        GeneratorRun run = GeneratorHost
            .Generate(new TestDocument("/project/api.yaml", text.Replace("«", "").Replace("»", "")))
            .AssertCompiles();

        Diagnostic diagnostic = Assert.Single(run.Diagnostics);
        Assert.Equal(("CFG1158", text.IndexOf('«', StringComparison.Ordinal)), (diagnostic.Id, diagnostic.Location.SourceSpan.Start));
        Assert.Equal(type, run.GetPropertyType("Thing", "Value"));
        Assert.Equal(
            marked.Contains("b: { type: integer }", StringComparison.Ordinal),
            string.Concat(run.Sources.Values).Contains("public long? B { get; init; }", StringComparison.Ordinal)
        );
    }

    private static string CreateText(string schema) =>
        $$"""
            openapi: 3.0.3
            info: { title: Sample, version: '1' }
            paths:
              /things: { get: { responses: { '200': { description: ok, content: { application/json: { schema: { $ref: '#/components/schemas/Thing' } } } } } } }
            components:
              schemas:
                Thing: { type: object, properties: { value: {{schema}} } }
            """;
}
