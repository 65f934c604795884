using CfGen.Generator.Tests.Hosting;

namespace CfGen.Generator.Tests.Binding.Responses;

/// <summary>The type of a response that the document describes in part.</summary>
public class ResponseBindingTests
{
    /// <summary>
    /// In Swagger 2.0, a response without a schema has no content. Docker means bytes, where these are all that an operation produces.
    /// </summary>
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

    [Fact]
    public void Operation_of_Swagger_2_without_media_types_sends_and_accepts_json()
    {
        GeneratorRun run = GeneratorHost
            .Generate(
                new TestDocument(
                    "/project/api.yaml",
                    """
                    swagger: '2.0'
                    info: { title: Sample, version: '1' }
                    paths:
                      /notes:
                        post:
                          parameters: [{ in: body, name: note, required: true, schema: { type: object, properties: { text: { type: string } } } }]
                          responses: { 200: { description: ok, schema: { type: array, items: { type: string } } } }
                    """
                )
            )
            .AssertNoDiagnostics()
            .AssertCompiles();

        string code = string.Concat(run.Sources.Values);
        Assert.Contains("IReadOnlyList<string>> CreateAsync(", code, StringComparison.Ordinal);
        Assert.Contains(".WithJsonBody(", code, StringComparison.Ordinal);
    }
}
