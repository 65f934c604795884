using CfGen.Generator.Tests.Hosting;

namespace CfGen.Generator.Tests.Binding.Responses;

/// <summary>The type of an operation with several responses: one that reads all of them.</summary>
public class CommonResultTests
{
    [Fact]
    public void Partial_response_is_read_as_the_complete_type()
    {
        string code = GenerateResource(
            $"'200': {Response("state: { type: string, enum: [done] }, url: { type: string }")}, '202': {Response("state: { type: string, enum: [running] }")}"
        );

        static string Response(string members) =>
            "{ description: a, content: { application/json: { schema: { type: object, required: [success, errors], properties: "
            + "{ success: { type: boolean }, errors: { type: array, items: {} }, result: { type: object, properties: { "
            + members
            + " } } } } } } }";

        Assert.Contains("Task<_api::ThingsSendResponse> SendAsync", code, StringComparison.Ordinal);
        Assert.Contains("public string? Url", code, StringComparison.Ordinal);
        Assert.Contains("OpenEnumTable(\"done\", \"running\")", code, StringComparison.Ordinal);
        Assert.Contains("Envelope = _core::EnvelopeKind.Result", code, StringComparison.Ordinal);
    }

    [Theory]
    // The enum has the values of all responses. Where one of them has no enum, there is none.
    [InlineData("{ enum: [a, b], type: string }", "{ enum: [b, c], type: string }", "OpenEnumTable(\"a\", \"b\", \"c\")")]
    [InlineData("{ enum: [a], type: string }", "{ type: string }", "public string? State { get; init; }")]
    [InlineData("{ type: string }", "{ enum: [a], type: string }", "public string? State { get; init; }")]
    [InlineData(
        "{ type: array, items: { enum: [a], type: string } }",
        "{ type: array, items: { enum: [z], type: string } }",
        "OpenEnumTable(\"a\", \"z\")"
    )]
    [InlineData(
        "{ type: object, properties: { deep: { enum: [1], type: integer } } }",
        "{ type: object, properties: { deep: { enum: [2], type: integer } } }",
        "static ThingsDeep Value2 =>"
    )]
    public void Enum_values_of_several_responses_are_merged(string whole, string lesser, string emitted)
    {
        string code = GenerateResource(
            $"'200': {Response("url: { type: string }, state: " + whole)}, '202': {Response("state: " + lesser)}"
        );

        Assert.Contains(emitted, code, StringComparison.Ordinal);

        static string Response(string members) =>
            $"{{ description: a, content: {{ application/json: {{ schema: {{ type: object, properties: {{ {members} }} }} }} }} }}";
    }

    // Both schemas lead back to themselves by several paths: a comparison of all paths would not end.
    [Theory]
    [InlineData("{ enum: [a, b], type: string }", "{ enum: [a, c], type: string }", "OpenEnumTable(\"a\", \"b\", \"c\")")]
    [InlineData("{ enum: [a, b], type: string }", "{ enum: [a, b], type: string }", "OpenEnumTable(\"a\", \"b\")")]
    public void Recursive_responses_share_one_type(string whole, string lesser, string emitted)
    {
        GeneratorRun run = GeneratorHost
            .Generate(
                TestDocument.FromPaths(
                    "/things: { post: { operationId: send-thing, responses: { '200': { description: a, content: { application/json: { schema: { $ref: '#/components/schemas/One' } } } }, '202': { description: b, content: { application/json: { schema: { $ref: '#/components/schemas/Other' } } } } } } }",
                    $"components:\n  schemas:\n    One: {Node("One", whole)}\n    Other: {Node("Other", lesser)}"
                )
            )
            .AssertCompiles();

        Assert.Contains(emitted, string.Join('\n', run.Sources.Values), StringComparison.Ordinal);
        Assert.True(run.Sources.Values.Sum(s => s.Length) < 100_000);

        static string Node(string name, string kind) =>
            $"{{ type: object, properties: {{ kind: {kind}, {string.Join(", ", "abcdefgh".Select(m => $"{m}: {{ $ref: '#/components/schemas/{name}' }}"))}, all: {{ type: array, items: {{ $ref: '#/components/schemas/{name}' }} }} }} }}";
    }

    private static string GenerateResource(string responses)
    {
        GeneratorRun run = GeneratorHost
            .Generate(TestDocument.FromPaths($"/things:\n  post:\n    x-cfgen-name: things.send\n    responses: {{ {responses} }}"))
            .AssertCompiles();
        Assert.DoesNotContain(run.Diagnostics, d => d.Id is "CFG1002" or "CFG1017" or "CFG0099");
        return string.Join('\n', run.Sources.Values);
    }
}
