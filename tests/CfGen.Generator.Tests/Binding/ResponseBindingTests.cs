using CfGen.Generator.Tests.Hosting;

namespace CfGen.Generator.Tests.Binding;

/// <summary>What an answer is, where the document says little of it.</summary>
public class ResponseBindingTests
{
    /// <summary>Swagger 2.0 means no content by an answer without a schema. Docker means bytes, where it says that bytes are all it gives.</summary>
    [Theory]
    [InlineData("application/x-tar", "Task<global::System.IO.Stream> GetAsync(", "application/x-tar")]
    [InlineData("application/octet-stream, image/png", "Task<global::System.IO.Stream> GetAsync(", "application/octet-stream, image/png")]
    [InlineData("application/json", "Task GetAsync(", "")]
    [InlineData("application/xml", "Task GetAsync(", "")]
    [InlineData("application/json, application/octet-stream", "Task GetAsync(", "")]
    [InlineData("", "Task GetAsync(", "")]
    public void Response_without_schema_is_a_stream_when_only_bytes_are_produced(string produces, string method, string accept)
    {
        GeneratorRun run = GeneratorHost
            .Generate(
                new TestDocument(
                    "/project/api.yaml",
                    $$"""
                    swagger: '2.0'
                    info: { title: Sample, version: '1' }
                    paths:
                      /export:
                        get:
                          produces: [{{produces}}]
                          responses: { 200: { description: no error } }
                    """
                )
            )
            .AssertNoDiagnostics()
            .AssertCompiles();

        string code = string.Concat(run.Sources.Values);
        Assert.Contains(method, code, StringComparison.Ordinal);
        Assert.Contains(accept, code, StringComparison.Ordinal);
    }
}
