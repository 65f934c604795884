using CfGen.Generator.Tests.Hosting;

namespace CfGen.Generator.Tests.Binding;

/// <summary>The servers that operations have of their own.</summary>
public class ServerBindingTests
{
    [Theory]
    [InlineData("https://a.example/v1", "https://b.example/v2/", "ServerUrl = \"https://b.example/v2\"")]
    [InlineData("https://a.example/v1", "/v2", "ServerUrl = \"/v2\"")]
    [InlineData("https://a.example/v1", "https://a.example/v1/", null)]
    [InlineData("/v1", "/v2", "ServerUrl = \"/v2\"")]
    [InlineData("/v1", "/v1/", null)]
    [InlineData("/v1", "https://b.example/v2", "ServerUrl = \"https://b.example/v2\"")]
    [InlineData("https://a.example/v1", "https://user@b.example/v2", null)]
    public void Operation_server_is_resolved(string document, string operation, string? emitted)
    {
        GeneratorRun run = GeneratorHost
            .Generate(
                TestDocument.FromPaths(
                    $"/things: {{ get: {{ operationId: get-thing, servers: [{{ url: '{operation}' }}], responses: {{ '204': {{ description: ok }} }} }} }}",
                    $"servers: [{{ url: '{document}' }}]"
                )
            )
            .AssertCompiles();

        string code = string.Concat(run.Sources.Values);
        Assert.Equal(emitted is not null, code.Contains("ServerUrl = ", StringComparison.Ordinal));
        Assert.Contains(emitted ?? "", code, StringComparison.Ordinal);
    }
}
