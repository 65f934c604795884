using CfGen.Generator.Tests.Hosting;

namespace CfGen.Generator.Tests.Schemas;

/// <summary>
/// Discriminators that are numbers or booleans: the mapping gives each case its constant, though the case does not require it.
/// </summary>
public class NumericDiscriminatorTests
{
    [Theory]
    [InlineData("integer, enum: [1]", "\"1\"", "long Kind { get; init; } = 1L;")]
    [InlineData("integer, format: int32", "\"1\"", "int Kind { get; init; } = 1;")]
    [InlineData("number", "\"1.0\"", "double Kind { get; init; } = 1D;")]
    [InlineData("boolean", "\"True\"", "bool Kind { get; init; } = true;")]
    [InlineData("boolean, enum: [true]", "\"true\"", "bool Kind { get; init; } = true;")]
    [InlineData("integer", "\"one\"", "long? Kind { get; init; }")]
    [InlineData("[integer, string]", "\"1\"", "Kind { get; init; }")]
    public void Have_their_value_without_being_set(string type, string key, string expected)
    {
        GeneratorRun run = GeneratorHost
            .Generate(
                new TestDocument(
                    "/project/api.yaml",
                    $$"""
                    openapi: 3.1.0
                    info: { title: Sample, version: '1' }
                    paths:
                      /a:
                        post:
                          requestBody: { required: true, content: { application/json: { schema: { $ref: '#/components/schemas/Base' } } } }
                          responses: { '200': { description: ok } }
                    components:
                      schemas:
                        Base:
                          type: object
                          required: [kind]
                          anyOf: [ { $ref: '#/components/schemas/First' }, { $ref: '#/components/schemas/Second' } ]
                          discriminator: { propertyName: kind, mapping: { {{key}}: '#/components/schemas/First', other: '#/components/schemas/Second' } }
                        First: { properties: { kind: { type: {{type}} }, a: { type: string } } }
                        Second: { properties: { b: { type: string } } }
                    """
                )
            )
            .AssertCompiles();

        Assert.Contains(expected, string.Concat(run.Sources.Values), StringComparison.Ordinal);
    }
}
