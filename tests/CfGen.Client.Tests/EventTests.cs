using System.Text;
using Acme.Media;
using CfGen.Runtime.Tests.Support;
using Microsoft.AspNetCore.Http;

namespace CfGen.Client.Tests;

/// <summary>Server-sent events, and the methods of an operation whose body or answer can be of two types.</summary>
public class EventTests
{
    [Fact]
    public async Task Events_are_given_as_they_come_and_done_ends_them()
    {
        TaskCompletionSource more = new();
        await using Server server = await Server.StartAsync(async context =>
        {
            context.Response.ContentType = "text/event-stream; charset=utf-8";
            await context.Response.WriteAsync("\uFEFF: hello\n\ndata: {\"text\":\"one\"}\n\ndata:{\"text\":\r\ndata: \"two\"}\r\nid: 7\r\n\r\n");
            await context.Response.Body.FlushAsync();
            await more.Task;
            await context.Response.WriteAsync("data\n\ndata: {\"text\":\"three\"}\n\ndata: [DONE]\n\ndata: what is no JSON\n\n");
        });
        using MediaClient client = server.Media();

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
        Assert.Equal(("text/event-stream", "{\"text\":\"hi\",\"stream\":true}"), (server.Only["Accept"], server.Only.Body));
    }

    [Theory]
    [InlineData("data: {\"text\":\"a\"}\n\ndata: [DONE]\n\ndata: x\n\n", "a")]
    [InlineData("data: {\"text\":\"a\"}\n\nevent: error\n\ndata: {\"text\":\"b\"}", "a b")] // no data is no event; the end ends one
    [InlineData("retry: 5\nid\ndatum: 1\n: x\n\n", "")]
    [InlineData("", "")]
    public async Task What_is_an_event(string stream, string texts)
    {
        await using Server server = await Server.StartAsync(200, stream, "text/event-stream");
        using MediaClient client = server.Media();

        Assert.Equal(texts, string.Join(' ', (await AllAsync(client.Chats.CreateStreamingAsync(new() { Text = "hi" }))).Select(r => r.Text)));
    }

    [Fact]
    public async Task The_first_method_asks_for_one_value()
    {
        await using Server server = await Server.StartAsync(200, "{\"text\":\"all\"}");
        using MediaClient client = server.Media();

        Assert.Equal("all", (await client.Chats.CreateAsync(new() { Text = "hi" })).Text);
        Assert.Equal(("application/json", "application/json"), (server.Only["Accept"], server.Only["Content-Type"]));
    }

    [Fact]
    public async Task Files_go_in_a_form()
    {
        await using Server server = await Server.StartAsync(Server.Says(200, "{\"text\":\"seen\"}"), context => Server.Answer(context, 200, "data: {\"text\":\"s\"}\n\n", "text/event-stream"));
        using MediaClient client = server.Media();
        ChatsCreateForm form = new() { Text = "look", Picture = new ApiFile(MediaApi.Bytes("png"), "a.png") };

        Assert.Equal("seen", (await client.Chats.CreateWithFilesAsync(form)).Text);
        form = form with { Picture = new ApiFile(MediaApi.Bytes("png"), "a.png") };
        Assert.Equal("s", Assert.Single(await AllAsync(client.Chats.CreateWithFilesStreamingAsync(form))).Text);

        Assert.All(server.Requests, seen => Assert.Contains("filename=\"a.png\"", seen.Parts(), StringComparison.Ordinal));
        Assert.Equal(["application/json", "text/event-stream"], server.Requests.Select(r => r["Accept"]!));
    }

    [Fact]
    public async Task Where_the_document_describes_the_fields_of_events_they_are_members()
    {
        await using Server server = await Server.StartAsync(
            200, "event: said\nid: 1\ndata: {\"text\":\"one\"}\n\nevent: said\ndata: {\"text\":\"two\"}\n\nevent: left\ndata: bye\ndata: bye\n\n", "text/event-stream");
        using MediaClient client = server.Media();

        List<ChatEvent> events = await AllAsync(client.Chats.WatchAsync("7"));

        Assert.Equal(3, events.Count);
        Assert.True(events[0].TryGet(out ChatSaid? first));
        Assert.True(events[1].TryGet(out ChatSaid? second));
        Assert.True(events[2].TryGet(out ChatLeft? left));
        // An id holds until another comes.
        Assert.Equal(("1", "one", "1", "two", "bye\nbye"), (first.Id, first.Data.Text, second.Id, second.Data.Text, left.Data));
    }

    [Fact]
    public async Task Data_that_the_document_calls_a_text_is_one_whatever_it_holds()
    {
        await using Server server = await Server.StartAsync(200, "retry: 50\nevent: tick\ndata: 12\n\ndata:  \u00E9\"\n\n", "text/event-stream");
        using MediaClient client = server.Media();

        List<TicksWatchResponse> ticks = await AllAsync(client.Ticks.WatchAsync());

        Assert.Equal(("tick", "12", 50L), (ticks[0].Event, ticks[0].Data, ticks[0].Retry));
        Assert.Equal((null, " \u00E9\"", null), (ticks[1].Event, ticks[1].Data, ticks[1].Retry));
    }

    [Fact]
    public async Task An_answer_that_is_no_stream_of_events_is_told()
    {
        await using Server server = await Server.StartAsync(200, "{\"text\":\"all\"}");
        using MediaClient client = server.Media();

        ApiResponseFormatException fault = await Assert.ThrowsAsync<ApiResponseFormatException>(() => AllAsync(client.Chats.CreateStreamingAsync(new() { Text = "hi" })));

        Assert.Contains("as application/json, and the body is no stream of events", fault.Message, StringComparison.Ordinal);
        Assert.Contains("'stream'", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_broken_event_is_told_and_one_without_end_is_cut_off()
    {
        string endless = string.Concat(Enumerable.Repeat("data: " + new string('x', 50) + "\n", 40));
        await using Server server = await Server.StartAsync(
            context => Server.Answer(context, 200, "data: {\"text\":\"one\"}\n\ndata: {\"text\":1}\n\n", "text/event-stream"),
            context => Server.Answer(context, 200, endless, "text/event-stream"),
            context => Server.Answer(context, 200, "data: " + new string('x', 2000), "text/event-stream"),
            context => Server.Answer(context, 429, "{\"text\":\"slow\"}"));
        using MediaClient client = server.Media(o => o.MaxResponseBytes = 1000);

        Assert.Equal("$.text", (await Assert.ThrowsAsync<ApiResponseFormatException>(ReadAsync)).JsonPath);
        Assert.Contains("MaxResponseBytes", (await Assert.ThrowsAsync<ApiResponseFormatException>(ReadAsync)).Message, StringComparison.Ordinal);
        Assert.Contains("MaxResponseBytes", (await Assert.ThrowsAsync<ApiResponseFormatException>(ReadAsync)).Message, StringComparison.Ordinal);
        Assert.Equal(429, (int)(await Assert.ThrowsAnyAsync<ApiStatusException>(ReadAsync)).StatusCode);

        Task ReadAsync() => AllAsync(client.Chats.CreateStreamingAsync(new() { Text = "hi" }));
    }

    private static async Task<List<T>> AllAsync<T>(IAsyncEnumerable<T> items)
    {
        List<T> all = [];
        await foreach (T item in items)
            all.Add(item);
        return all;
    }
}
