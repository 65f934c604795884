using CfGen.Infrastructure;
using CfGen.Runtime.Tests.Support;
using Microsoft.AspNetCore.Http;

namespace CfGen.Runtime.Tests.Sending;

/// <summary>What is read while it is sent, and what becomes of it when it has to be sent again.</summary>
public class StreamBodyTests
{
    private static readonly ApiOperationInfo s_put = Ops.Make(HttpMethod.Put);

    private static readonly Func<HttpContext, Task> s_done = Server.Says(204, "");

    [Fact]
    public async Task A_stream_that_can_seek_is_sent_again_from_where_it_stood()
    {
        await using Server server = await Server.StartAsync(Server.Says(503, ""), Server.HangUp, s_done);
        using TestClient client = server.Client();
        using Stream body = Bytes("0123456789");
        body.Position = 3;

        await SendAsync(client, body);

        Assert.Equal(["3456789", "3456789", "3456789"], server.Requests.Select(r => r.Body));
        Assert.All(server.Requests, r => Assert.Equal("7", r["Content-Length"]));
    }

    [Fact]
    public async Task A_stream_that_cannot_seek_is_sent_once()
    {
        await using Server server = await Server.StartAsync(Server.Says(503, ""), s_done);
        using TestClient client = server.Client();

        ApiServerException failed = await Assert.ThrowsAsync<ApiServerException>(() => SendAsync(client, new OneWay("body")));

        Assert.Equal(1, failed.Attempts);
        Assert.Equal(("body", null, "chunked"), (server.Only.Body, server.Only["Content-Length"], server.Only["Transfer-Encoding"]));
    }

    [Fact]
    public async Task A_stream_that_was_not_begun_can_wait_for_a_connection()
    {
        await using Server server = await Server.StartAsync(s_done);
        int calls = 0;
        using var handler = new NotAtFirst(() => calls++ == 0);
        using var client = new TestClient(handler, server.Options());

        await SendAsync(client, new OneWay("body"));

        Assert.Equal("body", server.Only.Body);
    }

    [Theory]
    [InlineData(307)]
    [InlineData(308)]
    public async Task A_redirect_takes_along_only_what_can_be_read_again(int status)
    {
        await using Server server = await Server.StartAsync(context =>
        {
            context.Response.StatusCode = context.Request.Path.Value!.EndsWith("/moved", StringComparison.Ordinal) ? 204 : status;
            context.Response.Headers.Location = "/moved";
            return Task.CompletedTask;
        });
        using TestClient client = server.Client();

        await SendAsync(client, Bytes("again"));
        ApiConnectionException refused = await Assert.ThrowsAsync<ApiConnectionException>(() => SendAsync(client, new OneWay("once")));

        Assert.Equal(["again", "again", "once"], server.Requests.Select(r => r.Body));
        Assert.Contains("can be read only once", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_refused_token_is_not_asked_for_again_where_the_body_is_gone()
    {
        await using Server server = await Server.StartAsync(Server.Says(401, ""), s_done);
        int asked = 0;
        using TestClient client = server.Client(o =>
        {
            o.ApiToken = null;
            o.AccessTokenProvider = _ => new ValueTask<string>($"token-{++asked}");
        });

        ApiOperationInfo operation = Ops.Make(HttpMethod.Put, security: [0b1000_0000]);
        await Assert.ThrowsAsync<ApiUnauthorizedException>(() => client.Call(operation).Stream(new OneWay("once"), true, "text/x").SendAsync(CancellationToken.None));

        Assert.Equal(1, asked);
        Assert.Single(server.Requests);
    }

    [Fact]
    public async Task What_the_callers_stream_throws_is_told_and_not_tried_again()
    {
        await using Server server = await Server.StartAsync(s_done);
        using TestClient client = server.Client();

        ApiConnectionException failed = await Assert.ThrowsAsync<ApiConnectionException>(() => SendAsync(client, new Broken()));

        Assert.Equal((1, "its own fault"), (failed.Attempts, failed.InnerException?.Message));
    }

    [Fact]
    public async Task A_stream_that_cannot_be_read_is_a_violation()
    {
        using TestClient client = new(new TestClientOptions { BaseUrl = new Uri("https://api.test/") });
        Stream closed = Bytes("x");
        await closed.DisposeAsync();

        Assert.Equal("readable", Assert.Single((await Assert.ThrowsAsync<ApiValidationException>(() => SendAsync(client, closed))).Violations).Rule);
        Assert.Equal("required", Assert.Single((await Assert.ThrowsAsync<ApiValidationException>(() => SendAsync(client, null))).Violations).Rule);
    }

    [Fact]
    public async Task Parts_are_sent_again_where_all_of_them_can_be()
    {
        await using Server server = await Server.StartAsync(Server.Says(503, ""), s_done, Server.Says(503, ""), s_done);
        using TestClient client = server.Client();

        await client.Call(s_put).Multipart(new Upload(new ApiFile(Bytes("a")), ApiFile.FromText("b")), true).SendAsync(CancellationToken.None);
        await Assert.ThrowsAsync<ApiServerException>(() => client.Call(s_put).Multipart(new Upload(new ApiFile(new OneWay("a")), ApiFile.FromText("b")), true).SendAsync(CancellationToken.None));

        Seen[] seen = [.. server.Requests];
        Assert.Equal(seen[0].Body, seen[1].Body);
        Assert.Equal(3, seen.Length);
        Assert.Null(seen[2]["Content-Length"]);
    }

    [Fact]
    public async Task Lines_of_a_collection_are_sent_again_and_others_once()
    {
        await using Server server = await Server.StartAsync(Server.Says(503, ""), s_done, Server.Says(503, ""), s_done);
        using TestClient client = server.Client();

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
    public async Task A_stream_that_grew_is_sent_as_long_as_it_was()
    {
        await using Server server = await Server.StartAsync(s_done);
        using TestClient client = server.Client();
        using MemoryStream body = new();
        body.Write("four"u8);
        body.Position = 0;
        ApiCall call = client.Call(s_put).Stream(body, true, "text/x");
        body.Position = 4;
        body.Write("teen"u8);

        await call.SendAsync(CancellationToken.None);

        Assert.Equal("four", server.Only.Body);
    }

    [Fact]
    public async Task A_stream_of_an_answer_is_outside_of_the_timeout_and_holds_its_connection_until_it_is_disposed()
    {
        await using Server server = await Server.StartAsync(async context =>
        {
            await context.Response.WriteAsync("begun");
            await context.Response.Body.FlushAsync();
            await Task.Delay(TimeSpan.FromSeconds(1.3));
            await context.Response.WriteAsync(" and ended");
        });
        using TestClient client = server.Client(o =>
        {
            o.TimeProvider = TimeProvider.System;
            o.Timeout = TimeSpan.FromSeconds(1);
            o.MaxRetries = 0;
        });

        using Stream answer = await client.Call(Ops.Get).StreamAsync(CancellationToken.None);
        using var reader = new StreamReader(answer);

        Assert.Equal("begun and ended", await reader.ReadToEndAsync());
    }

    private static Task SendAsync(TestClient client, Stream? body) => client.Call(s_put).Stream(body, true, "application/octet-stream").SendAsync(CancellationToken.None);

    private static Task SendLinesAsync(TestClient client, IAsyncEnumerable<long> lines) => client.Call(s_put).JsonLines<long, Int64Codec>(lines, true, "application/x-ndjson").SendAsync(CancellationToken.None);

    private static MemoryStream Bytes(string text) => new(System.Text.Encoding.UTF8.GetBytes(text));

    private sealed record Upload(ApiFile One, ApiFile Two) : IMultipartModel
    {
        void IMultipartModel.Write(MultipartWriter w)
        {
            w.File("one", One);
            w.File("two", Two);
        }
    }

    private sealed class OneWay(string text) : MemoryStream(System.Text.Encoding.UTF8.GetBytes(text))
    {
        public override bool CanSeek => false;
    }

    private sealed class Broken : MemoryStream
    {
        public override bool CanSeek => false;

        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) => throw new IOException("its own fault");
    }

    /// <summary>A network that is not there at first.</summary>
    private sealed class NotAtFirst(Func<bool> isFirst) : DelegatingHandler(new SocketsHttpHandler())
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) => isFirst()
            ? throw new HttpRequestException(HttpRequestError.ConnectionError)
            : base.SendAsync(request, cancellationToken);
    }
}
