using System.Net;
using System.Reflection;
using System.Text;
using CfGen.Generator.Tests.Hosting;

namespace CfGen.Generator.Tests.Keeping;

/// <summary>The same code against a client and the one of a document that grew: it compiles, and sends the same requests.</summary>
public class OlderCallRunTests
{
    private static readonly TestDocument s_before = TestDocument
        .FromPaths(
            """
            /things:
              get:
                operationId: listThings
                tags: [ things ]
                parameters:
                  - { name: kind, in: query, required: true, schema: { type: string } }
                  - { name: size, in: query, required: true, schema: { type: integer, format: int32 } }
                  - { name: page_token, in: query, schema: { type: string } }
                responses: { '200': { description: ok, content: { application/json: { schema: { $ref: '#/components/schemas/ThingList' } } } } }
              post:
                operationId: createThing
                tags: [ things ]
                parameters: [ { name: dryRun, in: query, schema: { type: boolean } } ]
                requestBody: { required: true, content: { application/json: { schema: { $ref: '#/components/schemas/Thing' } } } }
                responses: { '200': { description: ok, content: { application/json: { schema: { $ref: '#/components/schemas/Thing' } } } } }
            /things/{id}:
              patch:
                operationId: touchThing
                tags: [ things ]
                parameters:
                  - { name: id, in: path, required: true, schema: { type: string, format: uuid } }
                  - { name: note, in: query, schema: { type: string } }
                responses: { '204': { description: ok } }
            /things/{id}/events:
              get:
                operationId: watchThing
                tags: [ things ]
                parameters:
                  - { name: id, in: path, required: true, schema: { type: string } }
                  - { name: since, in: query, required: true, schema: { type: string, format: uuid } }
                responses: { '200': { description: ok, content: { text/event-stream: { itemSchema: { $ref: '#/components/schemas/Thing' } } } } }
            /lines:
              post:
                operationId: sendLines
                tags: [ things ]
                parameters: [ { name: X-Batch, in: header, required: true, schema: { type: string } } ]
                requestBody: { required: true, content: { application/jsonl: { itemSchema: { $ref: '#/components/schemas/Thing' } } } }
                responses: { '204': { description: ok } }
            """,
            """
            components:
              schemas:
                Thing: { type: object, required: [ name ], properties: { name: { type: string } } }
                ThingList: { type: object, required: [ items ], properties: { items: { type: array, items: { $ref: '#/components/schemas/Thing' } }, next_page_token: { type: string } } }
                Kind: { type: string, enum: [ all, some ] }
            """
        )
        .With("ApiListing", OlderCallCase.ListingPath)
        .With("Interfaces", "true");

    private static readonly TestDocument s_after = s_before
        .Replace(
            "{ name: kind, in: query, required: true, schema: { type: string } }",
            "{ name: kind, in: query, schema: { $ref: '#/components/schemas/Kind' } }"
        )
        .Replace(
            "{ name: size, in: query, required: true, schema: { type: integer, format: int32 } }",
            "{ name: size, in: query, schema: { type: integer, format: int64 } }"
        )
        .Replace("requestBody: { required: true, content: { application/json:", "requestBody: { content: { application/json:")
        .Replace("      - { name: note,", "      - { name: tag, in: header, schema: { type: string } }\n        - { name: note,")
        .Replace(
            "schema: { type: string } }\n      responses: { '204': { description: ok } }\n  /things/{id}/events:",
            "schema: { type: string } }\n      requestBody: { content: { application/json: { schema: { $ref: '#/components/schemas/Thing' } } } }\n      responses: { '204': { description: ok } }\n  /things/{id}/events:"
        )
        .Replace("name: since, in: query, required: true", "name: since, in: query")
        .Replace("name: X-Batch, in: header, required: true", "name: X-Batch, in: header");

    private const string Consumer = """
        #nullable enable
        #pragma warning disable CS1591
        using System;
        using System.Collections.Generic;
        using System.Net.Http;
        using System.Threading;
        using System.Threading.Tasks;
        using Acme.Sample;
        using CfGen;

        public static class Calls
        {
            public static async Task RunAsync(HttpClient http)
            {
                SampleClient client = new(http, new SampleClientOptions { BaseUrl = new Uri("http://localhost/") });
                ThingsResource things = client.Things;
                IThingsResource other = things;
                RequestOptions options = new();
                CancellationToken ct = default;
                Guid id = Guid.Parse("9c0bd5a0-2b4c-4e4c-a1e0-5a1f5d5e0c01");

                await foreach (Thing thing in things.ListAsync("all", 3)) { }
                await foreach (Thing thing in things.ListAsync("all", 3, new ThingsListParameters { PageToken = "c" })) { }
                await foreach (Thing thing in things.ListAsync("all", 3, new() { PageToken = "c" }, options, ct)) { }
                await foreach (Thing thing in things.ListAsync("some", 3, options)) { }
                await foreach (Thing thing in things.ListAsync(size: 3, kind: "some", cancellationToken: ct)) { }
                await foreach (Thing thing in other.ListAsync("some", 3, null, ct)) { }
                Pageable<Thing> pages = other.ListAsync("some", 3, null, options, ct);
                await foreach (Thing thing in pages) { }

                Thing made = await things.CreateAsync(new Thing { Name = "a" });
                made = await things.CreateAsync(new() { Name = "a" });
                made = await things.CreateAsync(new Thing { Name = "a" }, options);
                made = await things.CreateAsync(new Thing { Name = "a" }, null, ct);
                made = await things.CreateAsync(new Thing { Name = "a" }, new ThingsCreateParameters { DryRun = true }, options, ct);
                made = await things.CreateAsync(body: new Thing { Name = "a" }, parameters: new() { DryRun = false });
                made = await other.CreateAsync(new Thing { Name = "a" }, options, ct);
                ApiResponse<Thing> response = await things.CreateWithResponseAsync(new Thing { Name = "a" }, options, ct);
                Func<Thing, RequestOptions?, CancellationToken, Task<Thing>> create = things.CreateAsync;
                made = await create(made, null, ct);

                await things.UpdateAsync("9c0bd5a0-2b4c-4e4c-a1e0-5a1f5d5e0c02");
                await things.UpdateAsync(id);
                await things.UpdateAsync(id, null);
                await things.UpdateAsync(id, default, default, default);
                await things.UpdateAsync(id, new ThingsUpdateParameters { Note = "n" });
                await things.UpdateAsync(id, new ThingsUpdateParameters { Note = "n" }, options, ct);
                await things.UpdateAsync(id, options);
                await things.UpdateAsync(id, options, ct);
                await things.UpdateAsync(id, null, ct);
                await things.UpdateAsync("9c0bd5a0-2b4c-4e4c-a1e0-5a1f5d5e0c02", new() { Note = "n" }, options, ct);
                await things.UpdateAsync("9c0bd5a0-2b4c-4e4c-a1e0-5a1f5d5e0c02", parameters: new() { Note = "n" });
                await things.UpdateAsync("9c0bd5a0-2b4c-4e4c-a1e0-5a1f5d5e0c02", null, null, ct);
                await other.UpdateAsync(id, new ThingsUpdateParameters { Note = "n" }, options, ct);
                ApiResponse touched = await things.UpdateWithResponseAsync(id, new ThingsUpdateParameters { Note = "n" }, options, ct);

                await foreach (Thing thing in things.Events.GetAsync("1", id)) { }
                await foreach (Thing thing in things.Events.GetAsync("1", since: id, options: options)) { }
                await foreach (Thing thing in other.Events.GetAsync("1", id, options, ct)) { }

                await client.Lines.CreateAsync(GetLines(), "b");
                await client.Lines.CreateAsync(xBatch: "b", body: GetLines());
                await client.Lines.CreateAsync(GetLines(), "b", options, ct);
                touched = await client.Lines.CreateWithResponseAsync(GetLines(), "b", null, ct);
            }

            private static async IAsyncEnumerable<Thing> GetLines()
            {
                yield return new Thing { Name = "l" };
                await Task.Yield();
                yield return new Thing { Name = "m" };
            }
        }
        """;

    [Theory]
    [InlineData("record")]
    [InlineData("class")]
    public async Task Old_calls_send_the_same(string models)
    {
        TestDocument before = s_before.With("Models", models);
        IReadOnlyList<string> expected = await RunAsync(new GeneratorHost(before));
        IReadOnlyList<string> requests = await RunAsync(new GeneratorHost(s_after.With("Models", models), OlderCallCase.List(before)));

        Assert.Equal(expected, requests);
        Assert.True(expected.Count > 30);
    }

    /// <summary>The case is one only if the code does not compile without the listing.</summary>
    [Fact]
    public void Old_calls_do_not_compile_without_the_listing()
    {
        GeneratorRun run = new GeneratorHost(s_after.With("ApiListing", "")).EditCode(Consumer).Run();
        Assert.Contains(run.CompilerDiagnostics, d => d.Id.StartsWith("CS1", StringComparison.Ordinal));
    }

    private static async Task<IReadOnlyList<string>> RunAsync(GeneratorHost host)
    {
        using LoadedConsumer consumer = host.EditCode(Consumer).Run().Load();
        RecordingHandler handler = new();
        using HttpClient http = new(handler);
        MethodInfo run = consumer.Type("Calls").GetMethod("RunAsync")!;
        await (Task)run.Invoke(null, [http])!;
        return handler.Requests;
    }

    private sealed class RecordingHandler : HttpMessageHandler
    {
        public List<string> Requests { get; } = [];

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken ct)
        {
            string body = request.Content is null ? "" : await request.Content.ReadAsStringAsync(ct);
            string batch = request.Headers.TryGetValues("X-Batch", out IEnumerable<string>? values) ? string.Join(",", values) : "";
            string tag = request.Headers.Contains("tag") ? "tag" : "";
            Requests.Add($"{request.Method} {request.RequestUri!.PathAndQuery} {batch} {tag} {body}");
            string path = request.RequestUri.AbsolutePath;
            (string text, string type) =
                path.EndsWith("/events", StringComparison.Ordinal) ? ("", "text/event-stream")
                : request.Method == HttpMethod.Get ? ("""{ "items": [ { "name": "i" } ] }""", "application/json")
                : ("""{ "name": "r" }""", "application/json");
            bool isEmpty = request.Method == HttpMethod.Patch || path == "/lines";
            return new HttpResponseMessage(isEmpty ? HttpStatusCode.NoContent : HttpStatusCode.OK)
            {
                Content = isEmpty ? new ByteArrayContent([]) : new StringContent(text, Encoding.UTF8, type),
                RequestMessage = request,
            };
        }
    }
}
