using CfGen.Cases.Tests.Streams;
using CfGen.Runtime.Tests.Support;
using Microsoft.AspNetCore.Http;

namespace CfGen.Cases.Tests;

/// <summary>The member <c>stream</c> of a body, which each method sets to what it reads.</summary>
public class StreamTests
{
    [Fact]
    public async Task The_method_that_streams_asks_for_a_stream()
    {
        await using TestServer server = await StartAsync();
        using CaseClient client = new(server.CreateOptions<CaseClientOptions>());

        Assert.Equal(["one"], await ReadAsync(client.Chats.CreateStreamingAsync(new() { Text = "hi" })));
        Assert.Equal(["one"], await ReadAsync(client.Chats.CreateStreamingAsync(new() { Stream = true })));
        Assert.Equal(["one"], await ReadAsync(client.Chats.CreateStreamingAsync(new())));
        Assert.Equal(["one"], await ReadAsync(client.Replies.CreateStreamingAsync()));

        Assert.Equal(
            ["{\"stream\":true,\"text\":\"hi\"}", "{\"stream\":true}", "{\"stream\":true}", "{\"stream\":true}"],
            server.Requests.Select(r => r.Body)
        );
    }

    [Fact]
    public async Task The_method_that_reads_one_value_asks_for_none()
    {
        await using TestServer server = await StartAsync();
        using CaseClient client = new(server.CreateOptions<CaseClientOptions>());

        Assert.Equal("one", (await client.Chats.CreateAsync(new() { Text = "hi" })).Text);
        Assert.Equal("one", (await client.Chats.CreateAsync(new() { Stream = false })).Text);
        Assert.Equal("one", (await client.Replies.CreateAsync(new() { Text = "hi" })).Text);

        // Without the member, an API whose default is true would stream.
        Assert.Equal(
            ["{\"text\":\"hi\"}", "{\"stream\":false}", "{\"stream\":false,\"text\":\"hi\"}"],
            server.Requests.Select(r => r.Body)
        );
    }

    [Fact]
    public async Task The_opposite_value_is_refused_before_sending()
    {
        await using TestServer server = await StartAsync();
        using CaseClient client = new(server.CreateOptions<CaseClientOptions>());

        ApiValidationException plain = await Assert.ThrowsAsync<ApiValidationException>(() =>
            client.Chats.CreateAsync(new() { Stream = true })
        );
        ApiValidationException streaming = await Assert.ThrowsAsync<ApiValidationException>(() =>
            ReadAsync(client.Chats.CreateStreamingAsync(new() { Stream = false }))
        );
        ApiValidationException parts = await Assert.ThrowsAsync<ApiValidationException>(() =>
            client.Pictures.CreateAsync(new() { Stream = true })
        );

        Assert.Equal(("body.Stream", "/stream"), (Assert.Single(plain.Violations).Parameter, plain.Violations[0].BodyPointer));
        Assert.Contains("is true, but this method reads one value", plain.Message, StringComparison.Ordinal);
        Assert.Contains("is false, but this method reads a stream", streaming.Message, StringComparison.Ordinal);
        Assert.Contains("is true, but this method reads one value", parts.Message, StringComparison.Ordinal);
        Assert.Empty(server.Requests);
    }

    [Fact]
    public async Task Lines_and_parts_are_asked_for_in_the_same_way()
    {
        await using TestServer server = await StartAsync();
        using CaseClient client = new(server.CreateOptions<CaseClientOptions>());

        Assert.Equal(["one"], await ReadAsync(client.Lines.CreateAsync(new() { Text = "hi" })));
        Assert.Equal(["one"], await ReadAsync(client.Pictures.CreateStreamingAsync(new() { Text = "hi" })));
        Assert.Equal("one", (await client.Pictures.CreateAsync(new() { Text = "hi" })).Text);

        string[] bodies = [.. server.Requests.Select(r => r.Body)];
        Assert.Equal("{\"stream\":true,\"text\":\"hi\"}", bodies[0]);
        Assert.Contains("name=\"stream\"\r\nContent-Type: text/plain; charset=utf-8\r\n\r\ntrue\r\n", bodies[1], StringComparison.Ordinal);
        Assert.DoesNotContain("stream", bodies[2], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_member_of_a_body_whose_response_is_no_stream_is_the_callers()
    {
        await using TestServer server = await TestServer.StartAsync(204, "");
        using CaseClient client = new(server.CreateOptions<CaseClientOptions>());

        await client.Videos.CreateAsync(new() { Stream = true });

        Assert.Equal("{\"stream\":true}", server.SingleRequest.Body);
    }

    private static Task<TestServer> StartAsync() =>
        TestServer.StartAsync(async context =>
        {
            const string Value = "{\"text\":\"one\"}";
            bool hasLines = context.Request.Path == "/lines";
            bool hasEvents = context.Request.Headers.Accept == "text/event-stream";
            context.Response.ContentType =
                hasLines ? "application/x-ndjson"
                : hasEvents ? "text/event-stream"
                : "application/json";
            await context.Response.WriteAsync(hasEvents ? $"data: {Value}\n\n" : Value);
        });

    private static async Task<List<string?>> ReadAsync(IAsyncEnumerable<Piece> pieces)
    {
        List<string?> texts = [];
        await foreach (Piece piece in pieces)
            texts.Add(piece.Text);
        return texts;
    }
}
