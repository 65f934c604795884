using System.Text.Json;
using System.Text.Json.Nodes;
using CfGen.Generator.Tests.Hosting;

namespace CfGen.Generator.Tests.Schemas;

/// <summary>A oneOf whose cases have the same properties and differ in <c>required</c> only.</summary>
public class RequiredOnlyUnionTests
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
                            Holder: { type: object, properties: { key: { $ref: '#/components/schemas/Key' }, swapped: { $ref: '#/components/schemas/Swapped' } } }
                        """
                    )
                    .With("Namespace", "Acme.Sample")
                    .With("Json", "both")
            )
            .Load()
    );

    [Theory]
    [InlineData("key", """{"name":"n"}""", "ByName")]
    [InlineData("key", """{"id":1}""", "ById")]
    [InlineData("key", """{"id":1,"note":"x"}""", "ById")]
    [InlineData("key", """{"note":"x","name":"n"}""", "ByName")]
    [InlineData("key", """{"note":"x"}""", null)]
    [InlineData("key", "{}", null)]
    [InlineData("swapped", """{"name":"n"}""", "ByName")]
    [InlineData("swapped", """{"id":1}""", "ById")]
    [InlineData("swapped", """{"note":"x"}""", null)]
    public void The_case_is_the_one_whose_required_properties_are_there(string property, string json, string? type)
    {
        JsonNode sent = JsonNode.Parse($$"""{"{{property}}":{{json}}}""")!;
        object holder = sent.Deserialize(s_consumer.Value.Type("Acme.Sample.Holder"))!;
        ApiUnion union = Assert.IsAssignableFrom<ApiUnion>(
            holder.GetType().GetProperty(property == "key" ? "Key" : "Swapped")!.GetValue(holder)
        );

        Assert.Equal(type is null, union.IsUnknown);
        Assert.Equal(type ?? nameof(JsonElement), union.Value.GetType().Name);
        Assert.True(JsonNode.DeepEquals(sent, JsonSerializer.SerializeToNode(holder, holder.GetType())));
    }

    /// <summary>Both cases hold: the first of the document is as good as the other, and the same each time.</summary>
    [Theory]
    [InlineData("key", "ByName")]
    [InlineData("swapped", "ById")]
    public void Of_two_that_fit_the_first_is_taken(string property, string type)
    {
        object holder = JsonNode
            .Parse($$$"""{"{{{property}}}":{"id":1,"name":"n"}}""")!
            .Deserialize(s_consumer.Value.Type("Acme.Sample.Holder"))!;
        ApiUnion union = Assert.IsAssignableFrom<ApiUnion>(
            holder.GetType().GetProperty(property == "key" ? "Key" : "Swapped")!.GetValue(holder)
        );

        Assert.Equal(type, union.Value.GetType().Name);
    }
}
