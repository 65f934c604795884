using System.Net;
using Acme.Media;
using CfGen.Runtime.Tests.Support;
using Microsoft.AspNetCore.Http;

namespace CfGen.Client.Tests;

/// <summary>Answers that are not one JSON value.</summary>
public class AnswerTests
{
    [Fact]
    public async Task A_stream_is_given_before_its_end()
    {
        TaskCompletionSource more = new();
        await using Server server = await InTwoAsync("application/octet-stream", "first", more.Task, " second");
        using MediaClient client = server.Media(o => o.MaxResponseBytes = 4);

        using Stream stream = await client.Objects.GetAsync("a");
        byte[] buffer = new byte[5];
        await stream.ReadExactlyAsync(buffer);
        Assert.Equal("first"u8, buffer);
        more.SetResult();

        Assert.Equal(" second", await stream.TextAsync());
        Assert.Equal("application/octet-stream", server.Only["Accept"]);
    }

    [Fact]
    public async Task The_twin_gives_the_headers_of_the_body()
    {
        await using Server server = await Server.StartAsync(200, "bytes", "application/x-thing", ("Content-Disposition", "attachment; filename=a.bin"), ("cf-ray", "8a"));
        using MediaClient client = server.Media();

        ApiResponse<Stream> response = await client.Objects.GetWithResponseAsync("a");

        Assert.Equal(("application/x-thing", "a.bin", "8a", true), (response.ContentHeaders!.ContentType!.MediaType, response.ContentHeaders.ContentDisposition!.FileName, response.RequestId, response.HasValue));
        Assert.Equal("bytes", await response.Value!.TextAsync());
    }

    [Fact]
    public async Task A_refusal_of_a_stream_is_the_usual_exception()
    {
        await using Server server = await Server.StartAsync(404, """{"errors":[{"code":7,"message":"no such object"}]}""");
        using MediaClient client = server.Media();

        ApiNotFoundException refused = await Assert.ThrowsAsync<ApiNotFoundException>(() => client.Objects.GetAsync("a"));

        Assert.Equal(7, Assert.Single(refused.Errors).Code);
    }

    [Fact]
    public async Task Another_success_that_has_another_body_is_no_value()
    {
        await using Server server = await Server.StartAsync(Server.Says(202, """{"text":"wait"}"""), context => Server.Answer(context, 200, "PNG", "image/png"));
        using MediaClient client = server.Media();

        ApiResponse<Stream> waiting = await client.Objects.ThumbnailWithResponseAsync("a", new RequestOptions { IncludeRawBody = true });
        using Stream? picture = await client.Objects.ThumbnailAsync("a");

        Assert.Equal((HttpStatusCode.Accepted, false, null, """{"text":"wait"}"""), (waiting.StatusCode, waiting.HasValue, waiting.Value, waiting.RawBody));
        Assert.Equal("PNG", await picture!.TextAsync());
        Assert.All(server.Requests, r => Assert.Equal("image/png, application/json", r["Accept"]));
    }

    [Fact]
    public async Task A_text_is_read_by_its_encoding()
    {
        await using Server server = await Server.StartAsync(async context =>
        {
            context.Response.ContentType = "text/csv; charset=iso-8859-1";
            await context.Response.Body.WriteAsync(System.Text.Encoding.Latin1.GetBytes("Grüße"));
        });
        using MediaClient client = server.Media();

        Assert.Equal("Grüße", await client.Notes.CreateAsync("x"));
    }

    [Fact]
    public async Task A_text_may_be_empty_and_of_no_media_type()
    {
        await using Server server = await Server.StartAsync(200, "");
        using MediaClient client = server.Media();

        Assert.Equal("", await client.Notes.GetAsync());
        ApiResponse<string> response = await client.Notes.GetWithResponseAsync();
        Assert.Equal(("", false), (response.Value, response.HasValue));
        Assert.All(server.Requests, r => Assert.Equal("*/*", r["Accept"]));
    }

    [Fact]
    public async Task Lines_are_given_as_they_come()
    {
        TaskCompletionSource more = new();
        await using Server server = await InTwoAsync("application/x-ndjson", "{\"text\":\"one\"}\r\n\n{\"text\":", more.Task, "\"two\"}");
        using MediaClient client = server.Media();

        List<string> texts = [];
        await foreach (Reason line in client.Lines.SendAsync(JsonLines.Of(Array.Empty<Reason>())))
        {
            texts.Add(line.Text);
            more.TrySetResult();
        }

        Assert.Equal(["one", "two"], texts);
    }

    [Fact]
    public async Task A_broken_line_is_told_and_a_line_without_end_is_cut_off()
    {
        await using Server server = await Server.StartAsync(context => Server.Answer(context, 200, "{\"text\":\"one\"}\n{\"text\":1}\n", "application/x-ndjson"), context => Server.Answer(context, 200, new string(' ', 2000), "application/x-ndjson"));
        using MediaClient client = server.Media(o => o.MaxResponseBytes = 1000);

        List<string> texts = [];
        ApiResponseFormatException broken = await Assert.ThrowsAsync<ApiResponseFormatException>(() => ReadAsync(texts));
        Assert.Equal("one", Assert.Single(texts));
        Assert.Equal("$.text", broken.JsonPath);
        ApiResponseFormatException endless = await Assert.ThrowsAsync<ApiResponseFormatException>(() => ReadAsync(texts));
        Assert.Contains("MaxResponseBytes", endless.Message, StringComparison.Ordinal);

        async Task ReadAsync(List<string> to)
        {
            await foreach (Reason line in client.Lines.SendAsync(JsonLines.Of(Array.Empty<Reason>())))
                to.Add(line.Text);
        }
    }

    [Fact]
    public async Task The_wider_of_two_answers_reads_both()
    {
        await using Server server = await Server.StartAsync(Server.Says(202, """{"id":"7"}"""), Server.Says(200, """{"id":"7","file":"f"}"""), Server.Says(204, ""));
        using MediaClient client = server.Media();

        JobsRunResponse? running = await client.Jobs.RunAsync();
        JobsRunResponse? done = await client.Jobs.RunAsync();

        Assert.Equal(("7", null, "f"), (running!.Id, running.File, done!.File));
        Assert.Null(await client.Jobs.RunAsync());
    }

    private static Task<Server> InTwoAsync(string mediaType, string first, Task between, string second) => Server.StartAsync(async context =>
    {
        context.Response.ContentType = mediaType;
        await context.Response.WriteAsync(first);
        await context.Response.Body.FlushAsync();
        await between;
        await context.Response.WriteAsync(second);
    });
}
