using System.Text.Json.Nodes;
using CfGen.Corpus;

namespace CfGen.Generator.Tests.Corpus;

public class SchemaContentTests
{
    [Theory]
    [InlineData("{}", false)]
    [InlineData("true", false)]
    [InlineData("""{ "type": "object" }""", false)]
    [InlineData("""{ "type": ["object", "null"] }""", false)]
    [InlineData("""{ "description": "any" }""", false)]
    [InlineData("""{ "enum": [null] }""", false)]
    [InlineData("""{ "additionalProperties": true }""", false)]
    [InlineData("""{ "oneOf": [{ "type": "string" }, {}] }""", false)]
    [InlineData("""{ "anyOf": [{ "nullable": true }] }""", false)]
    [InlineData("""{ "$ref": "#/components/schemas/Any" }""", false)]
    [InlineData("""{ "$ref": "#/components/schemas/Circle" }""", false)]
    [InlineData("""{ "$ref": "#/components/schemas/Missing" }""", false)]
    [InlineData("""{ "type": "string" }""", true)]
    [InlineData("""{ "type": ["integer", "string"] }""", true)]
    [InlineData("""{ "format": "uuid" }""", true)]
    [InlineData("""{ "enum": ["a", null] }""", true)]
    [InlineData("""{ "properties": { "a": {} } }""", true)]
    [InlineData("""{ "patternProperties": { "^x": {} } }""", true)]
    [InlineData("""{ "additionalProperties": { "type": "string" } }""", true)]
    [InlineData("""{ "oneOf": [{ "type": "string" }, { "type": "null" }] }""", true)]
    [InlineData("""{ "anyOf": [{ "$ref": "#/components/schemas/Name" }, { "nullable": true }] }""", true)]
    [InlineData("""{ "allOf": [{}, { "$ref": "#/components/schemas/Name" }] }""", true)]
    public void A_schema_says_more_than_any_value(string schema, bool expected)
    {
        JsonNode root = JsonNode.Parse(
            $$"""
            {
              "components": {
                "schemas": {
                  "Any": { "description": "any" },
                  "Name": { "type": "string" },
                  "Circle": { "$ref": "#/components/schemas/Circle" },
                  "Subject": {{schema}}
                }
              }
            }
            """
        )!;
        SchemaContent schemas = new(root.AsObject());
        Assert.Equal(expected, schemas.SaysMore(schemas.Find("#/components/schemas/Subject")));
    }

    [Fact]
    public void Components_are_found_in_documents_of_2_0()
    {
        SchemaContent schemas = new(JsonNode.Parse("""{ "definitions": { "a/b": { "type": "string" } } }""")!.AsObject());
        Assert.True(schemas.SaysMore(schemas.Find("#/components/schemas/a~1b")));
    }
}
