using CfGen.CodeGen;
using CfGen.Runtime.Tests.Support;
using Microsoft.AspNetCore.Http;

namespace CfGen.Runtime.Tests.Serialization;

/// <summary>Bodies that are read while they are sent, and that may have to be sent again.</summary>
public class StreamBodyTests
{
    private static readonly ApiOperationInfo s_put = TestOperations.Create(HttpMethod.Put);

    private static readonly Func<HttpContext, Task> s_done = TestServer.Respond(204, "");

    [Fact]
    public async Task A_seekable_stream_is_replayed_from_its_position()
    {
        await using TestServer server = await TestServer.StartAsync(TestServer.Respond(503, ""), TestServer.Disconnect, s_done);
        using TestClient client = server.CreateClient();
        using Stream body = CreateStream("0123456789");
        body.Position = 3;

        await SendAsync(client, body);

        Assert.Equal(["3456789", "3456789", "3456789"], server.Requests.Select(r => r.Body));
        Assert.All(server.Requests, r => Assert.Equal("7", r["Content-Length"]));
    }

    [Fact]
    public async Task A_stream_that_cannot_seek_is_sent_once()
    {
        await using TestServer server = await TestServer.StartAsync(TestServer.Respond(503, ""), s_done);
        using TestClient client = server.CreateClient();

        ApiServerException failed = await Assert.ThrowsAsync<ApiServerException>(() => SendAsync(client, new UnseekableStream("body")));

        Assert.Equal(1, failed.Attempts);
        Assert.Equal(
            ("body", null, "chunked"),
            (server.SingleRequest.Body, server.SingleRequest["Content-Length"], server.SingleRequest["Transfer-Encoding"])
        );
    }

    [Fact]
    public async Task A_stream_that_has_not_been_read_is_retried()
    {
        await using TestServer server = await TestServer.StartAsync(s_done);
        int calls = 0;
        using var handler = new FailFirstHandler(() => calls++ == 0);
        using var client = new TestClient(handler, server.CreateOptions());

        await SendAsync(client, new UnseekableStream("body"));

        Assert.Equal("body", server.SingleRequest.Body);
    }

    [Theory]
    [InlineData(307)]
    [InlineData(308)]
    public async Task A_redirect_sends_only_replayable_bodies(int status)
    {
        await using TestServer server = await TestServer.StartAsync(context =>
        {
            context.Response.StatusCode = context.Request.Path.Value!.EndsWith("/moved", StringComparison.Ordinal) ? 204 : status;
            context.Response.Headers.Location = "/moved";
            return Task.CompletedTask;
        });
        using TestClient client = server.CreateClient();

        await SendAsync(client, CreateStream("again"));
        ApiConnectionException refused = await Assert.ThrowsAsync<ApiConnectionException>(() =>
            SendAsync(client, new UnseekableStream("once"))
        );

        Assert.Equal(["again", "again", "once"], server.Requests.Select(r => r.Body));
        Assert.Contains("cannot be read again", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_token_is_not_renewed_if_the_body_cannot_be_replayed()
    {
        await using TestServer server = await TestServer.StartAsync(TestServer.Respond(401, ""), s_done);
        int asked = 0;
        using TestClient client = server.CreateClient(o =>
        {
            o.ApiToken = null;
            o.AccessTokenProvider = _ => new ValueTask<string>($"token-{++asked}");
        });

        ApiOperationInfo operation = TestOperations.Create(HttpMethod.Put, security: [0b1000_0000]);
        await Assert.ThrowsAsync<ApiUnauthorizedException>(() =>
            client.Call(operation).WithStreamBody(new UnseekableStream("once"), true, "text/x").SendAsync(CancellationToken.None)
        );

        Assert.Equal(1, asked);
        Assert.Single(server.Requests);
    }

    [Fact]
    public async Task An_exception_of_the_callers_stream_is_reported_and_not_retried()
    {
        await using TestServer server = await TestServer.StartAsync(s_done);
        using TestClient client = server.CreateClient();

        ApiConnectionException failed = await Assert.ThrowsAsync<ApiConnectionException>(() => SendAsync(client, new FailingStream()));

        Assert.Equal((1, "its own fault"), (failed.Attempts, failed.InnerException?.Message));
    }

    [Fact]
    public async Task A_stream_that_cannot_be_read_is_a_violation()
    {
        using TestClient client = new(new TestClientOptions { BaseUrl = new Uri("https://api.test/") });
        Stream closed = CreateStream("x");
        await closed.DisposeAsync();

        Assert.Equal(
            "readable",
            Assert.Single((await Assert.ThrowsAsync<ApiValidationException>(() => SendAsync(client, closed))).Violations).Rule
        );
        Assert.Equal(
            "required",
            Assert.Single((await Assert.ThrowsAsync<ApiValidationException>(() => SendAsync(client, null))).Violations).Rule
        );
    }

    [Fact]
    public async Task Multipart_bodies_are_replayed_if_all_parts_can_be()
    {
        await using TestServer server = await TestServer.StartAsync(
            TestServer.Respond(503, ""),
            s_done,
            TestServer.Respond(503, ""),
            s_done
        );
        using TestClient client = server.CreateClient();

        await client
            .Call(s_put)
            .WithMultipartBody(new Upload(new ApiFile(CreateStream("a")), ApiFile.FromText("b")), true)
            .SendAsync(CancellationToken.None);
        await Assert.ThrowsAsync<ApiServerException>(() =>
            client
                .Call(s_put)
                .WithMultipartBody(new Upload(new ApiFile(new UnseekableStream("a")), ApiFile.FromText("b")), true)
                .SendAsync(CancellationToken.None)
        );

        ReceivedRequest[] seen = [.. server.Requests];
        Assert.Equal(seen[0].Body, seen[1].Body);
        Assert.Equal(3, seen.Length);
        Assert.Null(seen[2]["Content-Length"]);
    }

    [Fact]
    public async Task Lines_of_a_collection_are_replayed_and_others_sent_once()
    {
        await using TestServer server = await TestServer.StartAsync(
            TestServer.Respond(503, ""),
            s_done,
            TestServer.Respond(503, ""),
            s_done
        );
        using TestClient client = server.CreateClient();

        await SendLinesAsync(client, JsonLines.Of([1L, 2L]));
        await Assert.ThrowsAsync<ApiServerException>(() => SendLinesAsync(client, JsonLines.Of(Numbers())));

        Assert.Equal(["1\n2\n", "1\n2\n", "1\n2\n"], server.Requests.Select(r => r.Body));

        static IEnumerable<long> Numbers()
        {
            yield return 1;
            yield return 2;
        }
    }

    [Fact]
    public async Task A_stream_that_grew_is_sent_with_its_original_length()
    {
        await using TestServer server = await TestServer.StartAsync(s_done);
        using TestClient client = server.CreateClient();
        using MemoryStream body = new();
        body.Write("four"u8);
        body.Position = 0;
        ApiRequestBuilder call = client.Call(s_put).WithStreamBody(body, true, "text/x");
        body.Position = 4;
        body.Write("teen"u8);

        await call.SendAsync(CancellationToken.None);

        Assert.Equal("four", server.SingleRequest.Body);
    }

    [Fact]
    public async Task A_response_stream_is_not_limited_by_the_timeout_and_holds_its_connection_until_disposed()
    {
        await using TestServer server = await TestServer.StartAsync(async context =>
        {
            await context.Response.WriteAsync("begun");
            await context.Response.Body.FlushAsync();
            await Task.Delay(TimeSpan.FromSeconds(1.3));
            await context.Response.WriteAsync(" and ended");
        });
        using TestClient client = server.CreateClient(o =>
        {
            o.TimeProvider = TimeProvider.System;
            o.Timeout = TimeSpan.FromSeconds(1);
            o.MaxRetries = 0;
        });

        using Stream response = await client.Call(TestOperations.Get).SendForStreamAsync(CancellationToken.None);
        using var reader = new StreamReader(response);

        Assert.Equal("begun and ended", await reader.ReadToEndAsync());
    }

    private static Task SendAsync(TestClient client, Stream? body) =>
        client.Call(s_put).WithStreamBody(body, true, "application/octet-stream").SendAsync(CancellationToken.None);

    private static Task SendLinesAsync(TestClient client, IAsyncEnumerable<long> lines) =>
        client.Call(s_put).WithJsonLinesBody<long, Int64Codec>(lines, true, "application/x-ndjson").SendAsync(CancellationToken.None);

    private static MemoryStream CreateStream(string text) => new(System.Text.Encoding.UTF8.GetBytes(text));

    private sealed record Upload(ApiFile One, ApiFile Two) : IMultipartModel
    {
        void IMultipartModel.Write(MultipartWriter w)
        {
            w.File("one", One);
            w.File("two", Two);
        }
    }

    private sealed class UnseekableStream(string text) : MemoryStream(System.Text.Encoding.UTF8.GetBytes(text))
    {
        public override bool CanSeek => false;
    }

    private sealed class FailingStream : MemoryStream
    {
        public override bool CanSeek => false;

        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
            throw new IOException("its own fault");
    }

    /// <summary>A network that is not there at first.</summary>
    private sealed class FailFirstHandler(Func<bool> isFirst) : DelegatingHandler(new SocketsHttpHandler())
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
            isFirst() ? throw new HttpRequestException(HttpRequestError.ConnectionError) : base.SendAsync(request, cancellationToken);
    }
}
