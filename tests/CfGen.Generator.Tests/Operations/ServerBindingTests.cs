using CfGen.Generator.Tests.Generation;

namespace CfGen.Generator.Tests.Operations;

/// <summary>Which servers of its own an operation is sent to.</summary>
public class ServerBindingTests
{
    [Theory]
    [InlineData("https://a.example/v1", "https://b.example/v2/", "Server = \"https://b.example/v2\"")]
    [InlineData("https://a.example/v1", "/v2", "Server = \"https://a.example/v2\"")]
    [InlineData("https://a.example/v1", "https://a.example/v1/", null)]
    [InlineData("/v1", "/v2", null)]
    [InlineData("/v1", "https://b.example/v2", "Server = \"https://b.example/v2\"")]
    [InlineData("https://a.example/v1", "https://user@b.example/v2", null)]
    public void Servers_of_an_operation(string document, string operation, string? emitted)
    {
        GeneratorRun run = GeneratorHost.Generate(Document.OfPaths(
            $"/things: {{ get: {{ operationId: get-thing, servers: [{{ url: '{operation}' }}], responses: {{ '204': {{ description: ok }} }} }} }}", $"servers: [{{ url: '{document}' }}]")).AssertCompiles();

        string code = string.Concat(run.Sources.Values);
        Assert.Equal(emitted is not null, code.Contains("Server = ", StringComparison.Ordinal));
        Assert.Contains(emitted ?? "", code, StringComparison.Ordinal);
    }
}
