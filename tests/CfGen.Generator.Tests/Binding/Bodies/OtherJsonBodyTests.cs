using CfGen.Generator.Tests.Hosting;

namespace CfGen.Generator.Tests.Binding.Bodies;

/// <summary>Bodies of several JSON media types, of which a method sends one.</summary>
public class OtherJsonBodyTests
{
    private const string Reference = "{ $ref: '#/components/schemas/Patch' }";

    /// <summary>A merge patch is not what a JSON patch is. The same schema under several names is no choice.</summary>
    [Theory]
    [InlineData("{ type: array, items: { type: object } }", Reference, 1)]
    [InlineData(Reference, Reference, 0)]
    public void JSON_of_another_schema_is_reported(string patch, string merge, int count)
    {
        GeneratorRun run = GeneratorHost
            .Generate(
                TestDocument.FromPaths(
                    "/things: { patch: { operationId: patch-thing, requestBody: { content: { "
                        + $"application/json-patch+json: {{ schema: {patch} }}, application/merge-patch+json: {{ schema: {merge} }} }} }}, "
                        + "responses: { '204': { description: ok } } } }",
                    "components: { schemas: { Patch: { type: object, properties: { a: { type: string } } } } }"
                )
            )
            .AssertCompiles();

        Assert.Equal(Enumerable.Repeat("CFG1013", count), run.Diagnostics.Select(d => d.Id));
    }
}
