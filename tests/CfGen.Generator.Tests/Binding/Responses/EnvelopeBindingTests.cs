using CfGen.Generator.Tests.Hosting;

namespace CfGen.Generator.Tests.Binding.Responses;

/// <summary>
/// Recognizes envelopes: an object with a boolean <c>success</c> and a list of <c>errors</c>, and nothing that only looks like it.
/// </summary>
public class EnvelopeBindingTests
{
    [Theory]
    [InlineData("boolean", "type: integer")]
    [InlineData("boolean", "type: string")]
    [InlineData("boolean", "type: object, properties: { code: { type: integer } }")]
    [InlineData("integer", "type: array, items: { type: string }")]
    [InlineData("string", "type: array, items: { type: string }")]
    public void An_object_whose_success_or_errors_is_of_another_type_is_the_value(string success, string errors)
    {
        string code = Code($"success: {{ type: {success} }}, errors: {{ {errors} }}, result: {{ type: string }}");

        Assert.DoesNotContain("Envelope = ", code, StringComparison.Ordinal);
        Assert.Contains("Task<_api::ThingsGetResponse> GetAsync(", code, StringComparison.Ordinal);
    }

    [Fact]
    public void An_object_without_errors_is_the_value()
    {
        string code = Code("success: { type: boolean }, result: { type: string }");

        Assert.DoesNotContain("Envelope = ", code, StringComparison.Ordinal);
        Assert.Contains("Task<_api::ThingsGetResponse> GetAsync(", code, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(", result: { type: string }", "Result", "Task<string> GetAsync(")]
    [InlineData("", "NoResult", "Task GetAsync(")]
    public void An_object_with_a_list_of_errors_is_an_envelope(string result, string kind, string method)
    {
        string code = Code("success: { type: boolean }, errors: { type: array, items: { type: string } }" + result);

        Assert.Contains($"EnvelopeKind.{kind},", code, StringComparison.Ordinal);
        Assert.Contains(method, code, StringComparison.Ordinal);
    }

    private static string Code(string properties)
    {
        GeneratorRun run = GeneratorHost.Generate(
            TestDocument.FromPaths(
                $"/things: {{ get: {{ operationId: get-things, tags: [Things], responses: {{ '200': {{ description: ok, content: {{ application/json: {{ schema: {{ type: object, properties: {{ {properties} }} }} }} }} }} }} }} }}"
            )
        );
        return string.Concat(run.AssertCompiles().Sources.Values);
    }
}
