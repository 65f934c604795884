using System.Net;
using Acme.Media;
using CfGen.Runtime.Tests.Support;
using Microsoft.AspNetCore.Http;

namespace CfGen.Client.Tests;

/// <summary>Responses that are not one JSON value.</summary>
public class ResponseTests
{
    [Fact]
    public async Task A_stream_is_returned_before_the_body_ends()
    {
        TaskCompletionSource more = new();
        await using TestServer server = await StartTwoPartServerAsync("application/octet-stream", "first", more.Task, " second");
        using MediaClient client = server.CreateMediaClient(o => o.MaxResponseBytes = 4);

        using Stream stream = await client.Objects.GetAsync("a");
        byte[] buffer = new byte[5];
        await stream.ReadExactlyAsync(buffer);
        Assert.Equal("first"u8, buffer);
        more.SetResult();

        Assert.Equal(" second", await stream.ReadTextAsync());
        Assert.Equal("application/octet-stream", server.SingleRequest["Accept"]);
    }

    [Fact]
    public async Task WithResponse_returns_the_content_headers()
    {
        await using TestServer server = await TestServer.StartAsync(
            200,
            "bytes",
            "application/x-thing",
            ("Content-Disposition", "attachment; filename=a.bin"),
            ("cf-ray", "8a")
        );
        using MediaClient client = server.CreateMediaClient();

        ApiResponse<Stream> response = await client.Objects.GetWithResponseAsync("a");

        Assert.Equal(
            ("application/x-thing", "a.bin", "8a", true),
            (
                response.ContentHeaders!.ContentType!.MediaType,
                response.ContentHeaders.ContentDisposition!.FileName,
                response.RequestId,
                response.HasValue
            )
        );
        Assert.Equal("bytes", await response.Value!.ReadTextAsync());
    }

    [Fact]
    public async Task An_error_status_of_a_stream_is_a_status_exception()
    {
        await using TestServer server = await TestServer.StartAsync(404, """{"errors":[{"code":7,"message":"no such object"}]}""");
        using MediaClient client = server.CreateMediaClient();

        ApiNotFoundException refused = await Assert.ThrowsAsync<ApiNotFoundException>(() => client.Objects.GetAsync("a"));

        Assert.Equal(7, Assert.Single(refused.Errors).Code);
    }

    [Fact]
    public async Task A_success_status_with_another_body_has_no_value()
    {
        await using TestServer server = await TestServer.StartAsync(
            TestServer.Respond(202, """{"text":"wait"}"""),
            context => TestServer.RespondAsync(context, 200, "PNG", "image/png")
        );
        using MediaClient client = server.CreateMediaClient();

        ApiResponse<Stream> waiting = await client.Objects.ThumbnailWithResponseAsync("a", new RequestOptions { IncludeRawBody = true });
        using Stream? picture = await client.Objects.ThumbnailAsync("a");

        Assert.Equal(
            (HttpStatusCode.Accepted, false, null, """{"text":"wait"}"""),
            (waiting.StatusCode, waiting.HasValue, waiting.Value, waiting.RawBody)
        );
        Assert.Equal("PNG", await picture!.ReadTextAsync());
        Assert.All(server.Requests, r => Assert.Equal("image/png, application/json", r["Accept"]));
    }

    [Fact]
    public async Task Text_is_decoded_by_its_charset()
    {
        await using TestServer server = await TestServer.StartAsync(async context =>
        {
            context.Response.ContentType = "text/csv; charset=iso-8859-1";
            await context.Response.Body.WriteAsync(System.Text.Encoding.Latin1.GetBytes("Grüße"));
        });
        using MediaClient client = server.CreateMediaClient();

        Assert.Equal("Grüße", await client.Notes.CreateAsync("x"));
    }

    [Fact]
    public async Task Text_may_be_empty_and_without_a_media_type()
    {
        await using TestServer server = await TestServer.StartAsync(200, "");
        using MediaClient client = server.CreateMediaClient();

        Assert.Equal("", await client.Notes.GetAsync());
        ApiResponse<string> response = await client.Notes.GetWithResponseAsync();
        Assert.Equal(("", false), (response.Value, response.HasValue));
        Assert.All(server.Requests, r => Assert.Equal("*/*", r["Accept"]));
    }

    [Fact]
    public async Task Lines_are_returned_as_they_arrive()
    {
        TaskCompletionSource more = new();
        await using TestServer server = await StartTwoPartServerAsync(
            "application/x-ndjson",
            "{\"text\":\"one\"}\r\n\n{\"text\":",
            more.Task,
            "\"two\"}"
        );
        using MediaClient client = server.CreateMediaClient();

        List<string> texts = [];
        await foreach (Reason line in client.Lines.SendAsync(JsonLines.Of(Array.Empty<Reason>())))
        {
            texts.Add(line.Text);
            more.TrySetResult();
        }

        Assert.Equal(["one", "two"], texts);
    }

    [Fact]
    public async Task A_malformed_line_and_an_endless_line_are_exceptions()
    {
        await using TestServer server = await TestServer.StartAsync(
            context => TestServer.RespondAsync(context, 200, "{\"text\":\"one\"}\n{\"text\":1}\n", "application/x-ndjson"),
            context => TestServer.RespondAsync(context, 200, new string(' ', 2000), "application/x-ndjson")
        );
        using MediaClient client = server.CreateMediaClient(o => o.MaxResponseBytes = 1000);

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
    public async Task The_wider_of_two_response_types_reads_both()
    {
        await using TestServer server = await TestServer.StartAsync(
            TestServer.Respond(202, """{"id":"7"}"""),
            TestServer.Respond(200, """{"id":"7","file":"f"}"""),
            TestServer.Respond(204, "")
        );
        using MediaClient client = server.CreateMediaClient();

        JobsRunResponse? running = await client.Jobs.RunAsync();
        JobsRunResponse? done = await client.Jobs.RunAsync();

        Assert.Equal(("7", null, "f"), (running!.Id, running.File, done!.File));
        Assert.Null(await client.Jobs.RunAsync());
    }

    private static Task<TestServer> StartTwoPartServerAsync(string mediaType, string first, Task between, string second) =>
        TestServer.StartAsync(async context =>
        {
            context.Response.ContentType = mediaType;
            await context.Response.WriteAsync(first);
            await context.Response.Body.FlushAsync();
            await between;
            await context.Response.WriteAsync(second);
        });
}
