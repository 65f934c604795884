using System.Text.Json;
using System.Text.Json.Nodes;
using CfGen;
using CfGen.Generator.Tests.Hosting;

namespace CfGen.Generator.Tests.Schemas;

/// <summary>Union cases that have the same properties and differ in what they require, or that share a value of an enum.</summary>
public class SimilarUnionCaseTests
{
    private static readonly Lazy<LoadedConsumer> s_consumer = new(() =>
        GeneratorHost
            .Generate(
                TestDocument
                    .FromPaths(
                        "/things: { get: { operationId: get-thing, responses: { '200': { description: ok, content: { application/json: { schema: { $ref: '#/components/schemas/Holder' } } } } } } }",
                        """
                        components:
                          schemas:
                            ByName: { type: object, required: [name], properties: { name: { type: string }, id: { type: integer }, note: { type: string } } }
                            ById: { type: object, required: [id], properties: { name: { type: string }, id: { type: integer }, note: { type: string } } }
                            Key: { oneOf: [{ $ref: '#/components/schemas/ByName' }, { $ref: '#/components/schemas/ById' }] }
                            Swapped: { oneOf: [{ $ref: '#/components/schemas/ById' }, { $ref: '#/components/schemas/ByName' }] }
                            First: { type: object, required: [kind, x], properties: { kind: { type: string, enum: [a, both] }, x: { type: string } } }
                            Second: { type: object, required: [kind, y], properties: { kind: { type: string, enum: [b, both] }, y: { type: string } } }
                            Either: { oneOf: [{ $ref: '#/components/schemas/First' }, { $ref: '#/components/schemas/Second' }] }
                            Holder: { type: object, properties: { key: { $ref: '#/components/schemas/Key' }, swapped: { $ref: '#/components/schemas/Swapped' }, either: { $ref: '#/components/schemas/Either' } } }
                        """
                    )
                    .With("Namespace", "Acme.Sample")
                    .With("Json", "both")
            )
            .Load()
    );

    [Theory]
    [InlineData("Key", """{"name":"n"}""", "ByName")]
    [InlineData("Key", """{"id":1}""", "ById")]
    [InlineData("Key", """{"id":1,"note":"x"}""", "ById")]
    [InlineData("Key", """{"note":"x","name":"n"}""", "ByName")]
    [InlineData("Key", """{"note":"x"}""", null)]
    [InlineData("Key", "{}", null)]
    [InlineData("Swapped", """{"name":"n"}""", "ByName")]
    [InlineData("Swapped", """{"id":1}""", "ById")]
    [InlineData("Swapped", """{"note":"x"}""", null)]
    // Both cases hold: the first of the document is as good as the other, and the same each time.
    [InlineData("Key", """{"id":1,"name":"n"}""", "ByName")]
    [InlineData("Swapped", """{"id":1,"name":"n"}""", "ById")]
    // The property with the shared value does not tell the cases apart, and what else is there does.
    [InlineData("Either", """{"kind":"both","x":"1"}""", "First")]
    [InlineData("Either", """{"kind":"both","y":"1"}""", "Second")]
    [InlineData("Either", """{"y":"1","kind":"both"}""", "Second")]
    [InlineData("Either", """{"kind":"both"}""", null)]
    // A value that a later version of the API may have.
    [InlineData("Either", """{"kind":"new","y":"1"}""", "Second")]
    [InlineData("Either", """{"kind":"new","x":"1"}""", "First")]
    public void The_case_is_the_one_whose_required_properties_are_there(string property, string json, string? type)
    {
        JsonNode sent = JsonNode.Parse($$"""{"{{char.ToLowerInvariant(property[0])}}{{property[1..]}}":{{json}}}""")!;
        object holder = sent.Deserialize(s_consumer.Value.Type("Acme.Sample.Holder"))!;
        ApiUnion union = Assert.IsAssignableFrom<ApiUnion>(holder.GetType().GetProperty(property)!.GetValue(holder));

        Assert.Equal(type is null, union.IsUnknown);
        Assert.Equal(type ?? nameof(JsonElement), union.Value.GetType().Name);
        Assert.True(JsonNode.DeepEquals(sent, JsonSerializer.SerializeToNode(holder, holder.GetType())));
    }

    /// <summary>
    /// Null where none is expected says nothing about the case: the case is selected, and its reader then says what is wrong.
    /// </summary>
    [Fact]
    public void Null_does_not_exclude_a_case()
    {
        JsonException e = Assert.ThrowsAny<JsonException>(() =>
            JsonSerializer.Deserialize("""{"kind":null,"x":"1"}""", s_consumer.Value.Type("Acme.Sample.Either"))
        );

        Assert.Contains("kind", e.Message, StringComparison.Ordinal);
    }
}
