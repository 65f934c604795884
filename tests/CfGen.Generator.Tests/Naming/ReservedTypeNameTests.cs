using CfGen.Generator.Tests.Hosting;

namespace CfGen.Generator.Tests.Naming;

/// <summary>Components that are called as types are which every file with implicit usings names.</summary>
public class ReservedTypeNameTests
{
    [Theory]
    [InlineData("Task", "TaskModel")]
    [InlineData("string", "StringModel")]
    [InlineData("http_client", "HttpClientModel")]
    [InlineData("ApiException", "ApiExceptionModel")]
    [InlineData("Value", "ValueModel")]
    [InlineData("Score", "Score")]
    public void Have_another_name(string component, string name)
    {
        GeneratorRun run = GeneratorHost
            .Generate(
                TestDocument
                    .FromPaths(
                        $"/things: {{ get: {{ operationId: get-things, responses: {{ '200': {{ description: ok, content: {{ application/json: {{ schema: {{ $ref: '#/components/schemas/{component}' }} }} }} }} }} }} }}",
                        $"components:\n  schemas:\n    {component}: {{ type: object, properties: {{ a: {{ type: string }} }} }}"
                    )
                    .With("Namespace", "Acme.Sample")
            )
            .AssertCompiles();

        Assert.NotNull(run.Output.GetTypeByMetadataName("Acme.Sample." + name));
    }
}
