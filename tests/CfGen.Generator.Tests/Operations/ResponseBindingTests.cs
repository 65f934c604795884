using CfGen.Generator.Tests.Generation;

namespace CfGen.Generator.Tests.Operations;

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
    public void An_answer_without_a_schema_is_bytes_where_nothing_else_is_given(string produces, string method, string accept)
    {
        GeneratorRun run = GeneratorHost.Generate(new Document("/project/api.yaml", $$"""
            swagger: '2.0'
            info: { title: Sample, version: '1' }
            paths:
              /export:
                get:
                  produces: [{{produces}}]
                  responses: { 200: { description: no error } }
            """)).AssertNoDiagnostics().AssertCompiles();

        string code = string.Concat(run.Sources.Values);
        Assert.Contains(method, code, StringComparison.Ordinal);
        Assert.Contains(accept, code, StringComparison.Ordinal);
    }
}
