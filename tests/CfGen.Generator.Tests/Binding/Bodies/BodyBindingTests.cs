using System.Globalization;
using CfGen.Generator.Tests.Hosting;

namespace CfGen.Generator.Tests.Binding.Bodies;

/// <summary>The C# of media types, and the findings where it leaves out a part of the document.</summary>
public class BodyBindingTests
{
    [Theory]
    [InlineData(
        "application/json",
        "{ type: object, properties: { a: { type: string } } }",
        "_api::ThingsSendRequest body",
        ".WithJsonBody(body, true)"
    )]
    [InlineData(
        "application/vnd.api+json",
        "{ type: boolean }",
        "bool body",
        ".WithJsonBody<bool, _core::BooleanCodec>(body, true, \"application/vnd.api+json\")"
    )]
    [InlineData(
        "application/json",
        "{ type: string, format: binary }",
        "global::System.IO.Stream body",
        ".WithStreamBody(body, true, \"application/json\")"
    )]
    [InlineData(
        "'*/*'",
        "{ type: string, format: binary }",
        "global::System.IO.Stream body",
        ".WithStreamBody(body, true, \"application/octet-stream\")"
    )]
    [InlineData("'image/*'", "{}", "global::System.IO.Stream body", ".WithStreamBody(body, true, \"application/octet-stream\")")]
    [InlineData(
        "application/x-tar",
        "{ type: string }",
        "global::System.IO.Stream body",
        ".WithStreamBody(body, true, \"application/x-tar\")"
    )]
    [InlineData("application/javascript", "{ type: string }", "string body", ".WithTextBody(body, true, \"application/javascript\")")]
    [InlineData(
        "text/vtt",
        "{ type: string, format: binary }",
        "global::System.IO.Stream body",
        ".WithStreamBody(body, true, \"text/vtt\")"
    )]
    [InlineData("application/soap+xml", "{ type: string }", "string body", ".WithTextBody(body, true, \"application/soap+xml\")")]
    [InlineData("string", "{ example: a }", "string body", ".WithTextBody(body, true, \"text/plain\")")]
    [InlineData(
        "undefined",
        "{ type: object, properties: { a: { type: string } } }",
        "_api::ThingsSendRequest body",
        ".WithJsonBody(body, true)"
    )]
    [InlineData("application/x-ndjson", "{ type: string }", "string body", ".WithTextBody(body, true, \"application/x-ndjson\")")]
    [InlineData(
        "application/x-ndjson",
        "{ type: string, format: binary }",
        "global::System.IO.Stream body",
        ".WithStreamBody(body, true, \"application/x-ndjson\")"
    )]
    [InlineData(
        "application/jsonl",
        "{ type: array, items: { type: integer } }",
        "_generic::IAsyncEnumerable<long> body",
        ".WithJsonLinesBody<long, _core::Int64Codec>(body, true, \"application/jsonl\")"
    )]
    public void Body_is_bound_to_parameter_and_call(string mediaType, string schema, string parameter, string call)
    {
        string code = GenerateResource(
            $"requestBody: {{ required: true, content: {{ {mediaType}: {{ schema: {schema} }} }} }}",
            "'204': { description: none }"
        );

        Assert.Contains($"SendAsync({parameter}, ", code, StringComparison.Ordinal);
        Assert.Contains(call, code, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("'200': { description: a, content: { image/png: {} } }", "Task<global::System.IO.Stream> SendAsync")]
    [InlineData(
        "'200': { description: a, content: { text/event-stream: { schema: { type: string } } } }",
        "Task<global::System.IO.Stream> SendAsync"
    )]
    [InlineData(
        "'200': { description: a, content: { text/event-stream: { schema: { type: array, items: { type: integer } } } } }",
        "virtual _generic::IAsyncEnumerable<long> SendAsync"
    )]
    [InlineData(
        "'200': { description: a, content: { text/event-stream: { schema: { type: integer } }, image/png: {} } }",
        "Task<global::System.IO.Stream> SendAsync"
    )]
    [InlineData(
        "'200': { description: a, content: { text/event-stream: { schema: { type: integer } }, image/png: {} } }",
        "IAsyncEnumerable<long> SendStreamingAsync"
    )]
    [InlineData("'200': { description: a, content: { text/html: { schema: { type: string } } } }", "Task<string> SendAsync")]
    [InlineData("'200': { description: a, content: { application/json: {} } }", "Task<_json::JsonElement> SendAsync")]
    [InlineData(
        "'200': { description: a, content: { application/jsonl: { schema: { type: integer } } } }",
        "virtual _generic::IAsyncEnumerable<long> SendAsync"
    )]
    [InlineData(
        "2XX: { description: a, content: { text/csv: {} } }, 4XX: { description: b, content: { application/json: {} } }",
        "Task<string> SendAsync"
    )]
    [InlineData("default: { description: a, content: { application/json: { schema: { type: integer } } } }", "Task<long> SendAsync")]
    [InlineData("'204': { description: a, content: { application/json: { schema: { type: integer } } } }", "_tasks::Task SendAsync")]
    [InlineData(
        "'200': { description: a, content: { application/json: { schema: { type: integer } } } }, '202': { description: b }",
        "Task<long?> SendAsync"
    )]
    [InlineData(
        "'200': { description: a, content: { application/json: { schema: { type: integer } } } }, '201': { description: b, content: { application/json: { schema: { type: integer } } } }",
        "Task<long> SendAsync"
    )]
    [InlineData(
        "'200': { description: a, content: { application/pdf: {} } }, '202': { description: b, content: { application/json: {} } }",
        "Task<global::System.IO.Stream?> SendAsync"
    )]
    public void Responses_are_bound_to_signature(string responses, string signature) =>
        Assert.Contains(signature, GenerateResource("", responses), StringComparison.Ordinal);

    // The constraints of a union of a value and null apply, and those of the items of a list.
    [Theory]
    [InlineData(
        "anyOf: [{ type: number, maximum: 2 }, { type: 'null' }]",
        "v.Number(\"value\", Value, \"#/components/schemas/Thing/properties/value\", maximum: 2D);"
    )]
    [InlineData(
        "oneOf: [{ type: string, maxLength: 3 }]",
        "v.String(\"value\", Value, \"#/components/schemas/Thing/properties/value\", maxLength: 3);"
    )]
    [InlineData(
        "type: array, maxItems: 9, items: { type: string, pattern: '^a' }",
        "v.Items(\"value\", Value, \"#/components/schemas/Thing/properties/value\", maxItems: 9);\n        v.Strings(\"value\", Value, \"#/components/schemas/Thing/properties/value\", pattern: \"^a\");"
    )]
    [InlineData(
        "type: array, items: { anyOf: [{ type: string, minLength: 2 }] }",
        "v.Strings(\"value\", Value, \"#/components/schemas/Thing/properties/value\", minLength: 2);"
    )]
    public void Body_constraints_are_checked(string schema, string check)
    {
        GeneratorRun run = GeneratorHost
            .Generate(
                TestDocument
                    .FromPaths(
                        "/things: { put: { operationId: put-thing, requestBody: { required: true, content: { application/json: { schema: { $ref: '#/components/schemas/Thing' } } } }, responses: { '204': { description: ok } } } }",
                        $"components:\n  schemas:\n    Thing: {{ type: object, properties: {{ value: {{ {schema} }} }} }}"
                    )
                    .Replace("openapi: 3.0.3", "openapi: 3.1.0")
            )
            .AssertCompiles();

        Assert.Contains(check, string.Concat(run.Sources.Values), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("schema: { $ref: '#/components/schemas/Piece' }", "<_api::Piece>(_core::SsePayload.Data, ")]
    [InlineData(
        "itemSchema: { type: object, properties: { data: { $ref: '#/components/schemas/Piece' } } }",
        "<_api::ThingsSendEvent>(_core::SsePayload.Fields, "
    )]
    [InlineData(
        "itemSchema: { type: object, properties: { data: { type: string }, more: { type: string } } }",
        "<_api::ThingsSendEvent>(_core::SsePayload.TextFields, "
    )]
    [InlineData(
        "schema: { anyOf: [{ $ref: '#/components/schemas/Said' }, { $ref: '#/components/schemas/Done' }] }",
        "<_api::ThingsSendEvent>(_core::SsePayload.Fields, "
    )]
    [InlineData(
        "schema: { anyOf: [{ $ref: '#/components/schemas/Said' }, { $ref: '#/components/schemas/Piece' }] }",
        "<_api::ThingsSendEvent>(_core::SsePayload.Data, "
    )]
    public void Event_streams_are_bound(string content, string call)
    {
        GeneratorRun run = GeneratorHost
            .Generate(
                TestDocument
                    .FromPaths(
                        $"/things: {{ post: {{ x-cfgen-name: things.send, operationId: send-thing, responses: {{ '200': {{ description: a, content: {{ application/json: {{ schema: {{ type: integer }} }}, text/event-stream: {{ {content} }} }} }} }} }} }}",
                        "components:\n  schemas:\n    Piece: { type: object, properties: { text: { type: string } } }\n    Said: { type: object, properties: { event: { const: said }, data: { $ref: '#/components/schemas/Piece' } } }\n"
                            + "    Done: { type: object, properties: { event: { const: done }, data: { enum: ['[DONE]'] } } }"
                    )
                    .Replace("openapi: 3.0.3", "openapi: 3.2.0")
            )
            .AssertCompiles();

        string code = string.Concat(run.Sources.Values);
        Assert.Contains("Task<long> SendAsync(", code, StringComparison.Ordinal);
        Assert.True(
            code.Contains(".StreamEvents" + call, StringComparison.Ordinal),
            string.Join("\n", code.Split("\n").Where(l => l.Contains("StreamEvents<")))
        );
        Assert.Contains("SendStreamingAsync(", code, StringComparison.Ordinal);
        Assert.DoesNotContain(run.Diagnostics, d => d.Id.StartsWith("CFG101", StringComparison.Ordinal));
    }

    [Fact]
    public void Method_variants_do_not_rename_other_operations()
    {
        const string Both =
            "{ '200': { description: a, content: { application/json: { schema: { type: integer } }, text/event-stream: { schema: { type: integer } } } } }";
        GeneratorRun run = GeneratorHost
            .Generate(
                TestDocument.FromPaths(
                    $"/a: {{ post: {{ x-cfgen-name: things.send, operationId: a, parameters: [{{ name: q, in: query, schema: {{ type: string }} }}], requestBody: {{ content: {{ application/json: {{ schema: {{ type: integer }} }}, "
                        + $"multipart/form-data: {{ schema: {{ type: object, properties: {{ file: {{ type: string }} }} }} }} }} }}, responses: {Both} }} }}\n"
                        + "/b: { get: { x-cfgen-name: things.sendStreaming, operationId: b, responses: { '204': { description: b } } } }"
                )
            )
            .AssertCompiles();

        string code = string.Concat(run.Sources.Values);
        foreach (
            string method in (string[])
                [
                    "Task<long> SendAsync(long?",
                    "IAsyncEnumerable<long> SendStreamingPostAsync(long?",
                    "Task<long> SendWithFilesAsync(_api::ThingsSendForm?",
                    "IAsyncEnumerable<long> SendWithFilesStreamingAsync(_api::ThingsSendForm?",
                    "_tasks::Task SendStreamingAsync(_cfgen::RequestOptions?",
                ]
        )
            Assert.Contains(method, code, StringComparison.Ordinal);
        Assert.Single(System.Text.RegularExpressions.Regex.Matches(code, "record ThingsSendParameters"));
        Assert.Contains("Same as SendAsync, but sends a form with files and streams server-sent events.", code, StringComparison.Ordinal);
    }

    // A float has 24 bits, and would round integers beside it.
    [Theory]
    [InlineData("{ type: string }, { type: integer }, { type: number, format: float }", "double")]
    [InlineData("{ type: string }, { type: number, format: float }, { type: number, format: double }", "double")]
    [InlineData("{ type: string }, { type: number, format: float }", "float")]
    public void Numeric_union_type_holds_all_alternatives(string alternatives, string type)
    {
        GeneratorRun run = GeneratorHost
            .Generate(
                TestDocument.FromPaths(
                    $"/things: {{ get: {{ operationId: get-thing, responses: {{ '200': {{ description: ok, content: {{ application/json: {{ schema: {{ oneOf: [{alternatives}] }} }} }} }} }} }} }}"
                )
            )
            .AssertCompiles();

        Assert.Contains($"({type} value)", string.Concat(run.Sources.Values), StringComparison.Ordinal);
    }

    // 3.0 has a format where 3.1 has the encoding of the text.
    [Theory]
    [InlineData("multipart/form-data", "type: string, contentEncoding: binary", "_cfgen::ApiFile")]
    [InlineData("multipart/form-data", "type: string, contentMediaType: image/png", "_cfgen::ApiFile")]
    [InlineData("multipart/form-data", "type: string, contentMediaType: text/csv", "string")]
    [InlineData("multipart/form-data", "type: string, contentMediaType: image/png, contentEncoding: quoted-printable", "string")]
    [InlineData("application/json", "type: string, contentMediaType: image/png, contentEncoding: base64", "byte[]")]
    public void Content_encoding_selects_type(string mediaType, string schema, string type)
    {
        GeneratorRun run = GeneratorHost
            .Generate(
                TestDocument
                    .FromPaths(
                        $"/things: {{ post: {{ operationId: post-thing, requestBody: {{ required: true, content: {{ {mediaType}: {{ schema: {{ type: object, properties: {{ avatar: {{ {schema} }} }} }} }} }} }}, responses: {{ '204': {{ description: ok }} }} }} }}"
                    )
                    .Replace("openapi: 3.0.3", "openapi: 3.1.0")
            )
            .AssertCompiles();

        Assert.Contains($"public {type}? Avatar ", string.Concat(run.Sources.Values), StringComparison.Ordinal);
    }

    [Fact]
    public void Unused_media_types_are_reported()
    {
        GeneratorRun run = Generate(
            "requestBody: { content: { application/xml: { schema: { type: object } }, application/json: { schema: { type: integer } } } }",
            "'200': { description: a, content: { string: {} } }, '206': { description: b, content: { application/json: {} } }"
        );

        Assert.Equal(
            [
                "CFG1010 The media type 'string' at #/paths/~1things/post/responses/200/content/string is not valid. The body is handled as text; write a media type such as application/json.",
                "CFG1013 The request body at #/paths/~1things/post/requestBody/content/application~1xml can also be sent as 'application/xml'. The method sends 'application/json'.",
                "CFG1014 The response 206 at #/paths/~1things/post/responses/206/content/application~1json has the media type 'application/json', and the method reads 'string' of other responses. It returns null for the response 206.",
            ],
            run.Diagnostics.Select(d => $"{d.Id} {d.GetMessage(CultureInfo.InvariantCulture)}").Order(StringComparer.Ordinal)
        );
    }

    [Theory]
    [InlineData("{ type: object, properties: { file: { type: string } } }", "_cfgen::ApiFile? File")]
    [InlineData("{ type: object, properties: { proof: { type: string, example: '@proof.pdf' } } }", "_cfgen::ApiFile? Proof")]
    [InlineData("{ type: object, properties: { image: { format: binary } } }", "_cfgen::ApiFile? Image")]
    [InlineData("{ type: object, properties: { typed: { type: string } } }", "_cfgen::ApiFile? Typed")]
    [InlineData("{ type: object, properties: { file: { type: string, enum: [a] } } }", "string? File")]
    [InlineData("{ type: object, properties: { name: { type: string } } }", "string? Name")]
    [InlineData(
        "{ type: object, required: [id], properties: { id: { type: integer } }, additionalProperties: { type: integer } }",
        "IReadOnlyDictionary<string, long>? Parts"
    )]
    [InlineData("{ type: object }", "IReadOnlyDictionary<string, _cfgen::ApiFile>? Parts")]
    [InlineData(
        "{ anyOf: [{ type: object, required: [a, b], properties: { a: { type: string }, b: { type: string } } }, { type: object, required: [a], properties: { a: { type: string } } }] }",
        "required string A"
    )]
    public void Multipart_parts_are_bound(string schema, string member)
    {
        string code = GenerateResource(
            $"requestBody: {{ required: true, content: {{ multipart/form-data: {{ encoding: {{ typed: {{ contentType: image/png }} }}, schema: {schema} }} }} }}",
            "'204': { description: none }"
        );

        Assert.Contains(member + " { get; init; }", code, StringComparison.Ordinal);
    }

    [Fact]
    public void Empty_form_has_no_body()
    {
        string code = GenerateResource(
            "requestBody: { content: { application/x-www-form-urlencoded: { schema: { type: object, properties: {} } } } }",
            "'204': { description: none }"
        );

        Assert.Contains("SendAsync(_cfgen::RequestOptions? options", code, StringComparison.Ordinal);
    }

    private static string GenerateResource(string body, string responses)
    {
        GeneratorRun run = Generate(body, responses);
        Assert.DoesNotContain(run.Diagnostics, d => d.Id is "CFG1002" or "CFG1017" or "CFG0099");
        run.AssertCompiles();
        return string.Join('\n', run.Sources.Values);
    }

    private static GeneratorRun Generate(string body, string responses) =>
        GeneratorHost.Generate(
            TestDocument.FromPaths($"/things:\n  post:\n    x-cfgen-name: things.send\n    {body}\n    responses: {{ {responses} }}")
        );
}
