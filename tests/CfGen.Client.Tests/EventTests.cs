using System.Text;
using Acme.Media;
using CfGen.Runtime.Tests.Support;
using Microsoft.AspNetCore.Http;

namespace CfGen.Client.Tests;

/// <summary>Server-sent events, and the methods of an operation whose body or response can be of two types.</summary>
public class EventTests
{
    [Fact]
    public async Task Events_are_returned_as_they_arrive_until_DONE()
    {
        TaskCompletionSource more = new();
        await using TestServer server = await TestServer.StartAsync(async context =>
        {
            context.Response.ContentType = "text/event-stream; charset=utf-8";
            await context.Response.WriteAsync(
                "\uFEFF: hello\n\ndata: {\"text\":\"one\"}\n\ndata:{\"text\":\r\ndata: \"two\"}\r\nid: 7\r\n\r\n"
            );
            await context.Response.Body.FlushAsync();
            await more.Task;
            await context.Response.WriteAsync("data\n\ndata: {\"text\":\"three\"}\n\ndata: [DONE]\n\ndata: what is no JSON\n\n");
        });
        using MediaClient client = server.CreateMediaClient();

        List<string> texts = [];
        await foreach (Reason piece in client.Chats.CreateStreamingAsync(new() { Text = "hi", Stream = true }))
        {
            texts.Add(piece.Text);
            if (texts.Count == 2)
            {
                more.TrySetResult();
                break;
            }
        }

        Assert.Equal(["one", "two"], texts);
        Assert.Equal(
            ("text/event-stream", "{\"text\":\"hi\",\"stream\":true}"),
            (server.SingleRequest["Accept"], server.SingleRequest.Body)
        );
    }

    /// <summary>
    /// Every end of a line that the standard allows, in pieces of every size: an end of two characters may be in two pieces.
    /// </summary>
    [Theory]
    [InlineData("\r")]
    [InlineData("\n")]
    [InlineData("\r\n")]
    [InlineData("\r \n")]
    public async Task Lines_end_with_carriage_returns_or_line_feeds(string ends)
    {
        string[] end = ends.Split(' '); // the last one mixes them
        string stream =
            $": hello{end[0]}data: {{\"text\":{end[^1]}data: \"one\"}}{end[0]}{end[0]}data:{{\"text\":\"two\"}}{end[^1]}{end[^1]}{end[0]}data: {{\"text\":\"three\"}}";
        int size = 1;
        await using TestServer server = await TestServer.StartAsync(async context =>
        {
            context.Response.ContentType = "text/event-stream";
            foreach (byte[] piece in Encoding.UTF8.GetBytes(stream).Chunk(size))
            {
                await context.Response.Body.WriteAsync(piece);
                await context.Response.Body.FlushAsync();
            }
        });
        using MediaClient client = server.CreateMediaClient();

        for (; size < 12; size++)
        {
            List<Reason> events = await ReadAllAsync(client.Chats.CreateStreamingAsync(new() { Text = "hi" }));
            Assert.Equal(["one", "two", "three"], events.Select(r => r.Text));
        }
    }

    /// <summary>An event that ends with a carriage return is returned at once: the line feed that may follow is not awaited.</summary>
    [Fact]
    public async Task A_carriage_return_ends_an_event_before_the_next_byte()
    {
        TaskCompletionSource more = new();
        await using TestServer server = await TestServer.StartAsync(async context =>
        {
            context.Response.ContentType = "text/event-stream";
            await context.Response.WriteAsync("data: {\"text\":\"one\"}\r\r");
            await context.Response.Body.FlushAsync();
            await more.Task;
            await context.Response.WriteAsync("\ndata: {\"text\":\"two\"}\r\n\r\n");
        });
        using MediaClient client = server.CreateMediaClient();

        List<string> texts = [];
        await foreach (Reason piece in client.Chats.CreateStreamingAsync(new() { Text = "hi" }))
        {
            texts.Add(piece.Text);
            more.TrySetResult();
        }

        Assert.Equal(["one", "two"], texts);
    }

    [Theory]
    [InlineData("data: {\"text\":\"a\"}\n\ndata: [DONE]\n\ndata: x\n\n", "a")]
    [InlineData("data: {\"text\":\"a\"}\n\nevent: error\n\ndata: {\"text\":\"b\"}", "a b")] // no data is no event; the end ends one
    [InlineData("retry: 5\nid\ndatum: 1\n: x\n\n", "")]
    [InlineData("", "")]
    public async Task Event_stream_fields_are_parsed(string stream, string texts)
    {
        await using TestServer server = await TestServer.StartAsync(200, stream, "text/event-stream");
        using MediaClient client = server.CreateMediaClient();

        Assert.Equal(
            texts,
            string.Join(' ', (await ReadAllAsync(client.Chats.CreateStreamingAsync(new() { Text = "hi" }))).Select(r => r.Text))
        );
    }

    [Fact]
    public async Task The_first_method_requests_a_single_value()
    {
        await using TestServer server = await TestServer.StartAsync(200, "{\"text\":\"all\"}");
        using MediaClient client = server.CreateMediaClient();

        Assert.Equal("all", (await client.Chats.CreateAsync(new() { Text = "hi" })).Text);
        Assert.Equal(("application/json", "application/json"), (server.SingleRequest["Accept"], server.SingleRequest["Content-Type"]));
    }

    [Fact]
    public async Task Files_are_sent_as_a_form()
    {
        await using TestServer server = await TestServer.StartAsync(
            TestServer.Respond(200, "{\"text\":\"seen\"}"),
            context => TestServer.RespondAsync(context, 200, "data: {\"text\":\"s\"}\n\n", "text/event-stream")
        );
        using MediaClient client = server.CreateMediaClient();
        ChatsCreateForm form = new() { Text = "look", Picture = new ApiFile(MediaApi.CreateStream("png"), "a.png") };

        Assert.Equal("seen", (await client.Chats.CreateWithFilesAsync(form)).Text);
        form = form with { Picture = new ApiFile(MediaApi.CreateStream("png"), "a.png") };
        Assert.Equal("s", Assert.Single(await ReadAllAsync(client.Chats.CreateWithFilesStreamingAsync(form))).Text);

        Assert.All(server.Requests, seen => Assert.Contains("filename=\"a.png\"", seen.ReadParts(), StringComparison.Ordinal));
        Assert.Equal(["application/json", "text/event-stream"], server.Requests.Select(r => r["Accept"]!));
    }

    [Fact]
    public async Task Documented_event_fields_are_properties()
    {
        await using TestServer server = await TestServer.StartAsync(
            200,
            "event: said\nid: 1\ndata: {\"text\":\"one\"}\n\nevent: said\ndata: {\"text\":\"two\"}\n\nevent: left\ndata: bye\ndata: bye\n\n",
            "text/event-stream"
        );
        using MediaClient client = server.CreateMediaClient();

        List<ChatEvent> events = await ReadAllAsync(client.Chats.WatchAsync("7"));

        Assert.Equal(3, events.Count);
        Assert.True(events[0].TryGet(out ChatSaid? first));
        Assert.True(events[1].TryGet(out ChatSaid? second));
        Assert.True(events[2].TryGet(out ChatLeft? left));
        // An id holds until another comes.
        Assert.Equal(("1", "one", "1", "two", "bye\nbye"), (first.Id, first.Data.Text, second.Id, second.Data.Text, left.Data));
    }

    [Fact]
    public async Task Data_that_is_documented_as_text_stays_text()
    {
        await using TestServer server = await TestServer.StartAsync(
            200,
            "retry: 50\nevent: tick\ndata: 12\n\ndata:  \u00E9\"\n\n",
            "text/event-stream"
        );
        using MediaClient client = server.CreateMediaClient();

        List<TicksWatchResponse> ticks = await ReadAllAsync(client.Ticks.WatchAsync());

        Assert.Equal(("tick", "12", 50L), (ticks[0].Event, ticks[0].Data, ticks[0].Retry));
        Assert.Equal((null, " \u00E9\"", null), (ticks[1].Event, ticks[1].Data, ticks[1].Retry));
    }

    [Fact]
    public async Task A_response_that_is_not_an_event_stream_is_an_exception()
    {
        await using TestServer server = await TestServer.StartAsync(200, "{\"text\":\"all\"}");
        using MediaClient client = server.CreateMediaClient();

        ApiResponseFormatException fault = await Assert.ThrowsAsync<ApiResponseFormatException>(() =>
            ReadAllAsync(client.Chats.CreateStreamingAsync(new() { Text = "hi" }))
        );

        Assert.Contains("as application/json, and the body is not a stream of server-sent events", fault.Message, StringComparison.Ordinal);
        Assert.Contains("'stream'", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_malformed_event_and_an_endless_event_are_exceptions()
    {
        string endless = string.Concat(Enumerable.Repeat("data: " + new string('x', 50) + "\n", 40));
        await using TestServer server = await TestServer.StartAsync(
            context => TestServer.RespondAsync(context, 200, "data: {\"text\":\"one\"}\n\ndata: {\"text\":1}\n\n", "text/event-stream"),
            context => TestServer.RespondAsync(context, 200, endless, "text/event-stream"),
            context => TestServer.RespondAsync(context, 200, "data: " + new string('x', 2000), "text/event-stream"),
            context => TestServer.RespondAsync(context, 429, "{\"text\":\"slow\"}")
        );
        using MediaClient client = server.CreateMediaClient(o => o.MaxResponseBytes = 1000);

        Assert.Equal("$.text", (await Assert.ThrowsAsync<ApiResponseFormatException>(ReadAsync)).JsonPath);
        Assert.Contains(
            "MaxResponseBytes",
            (await Assert.ThrowsAsync<ApiResponseFormatException>(ReadAsync)).Message,
            StringComparison.Ordinal
        );
        Assert.Contains(
            "MaxResponseBytes",
            (await Assert.ThrowsAsync<ApiResponseFormatException>(ReadAsync)).Message,
            StringComparison.Ordinal
        );
        Assert.Equal(429, (int)(await Assert.ThrowsAnyAsync<ApiStatusException>(ReadAsync)).StatusCode);

        Task ReadAsync() => ReadAllAsync(client.Chats.CreateStreamingAsync(new() { Text = "hi" }));
    }

    private static async Task<List<T>> ReadAllAsync<T>(IAsyncEnumerable<T> items)
    {
        List<T> all = [];
        await foreach (T item in items)
            all.Add(item);
        return all;
    }
}
