using System.Text.Json;
using System.Threading.Channels;
using CfGen.CodeGen;
using CfGen.Runtime.Tests.Support;
using Microsoft.AspNetCore.Http;

namespace CfGen.Runtime.Tests.Pipeline;

/// <summary>Open streams and sequences whose server falls silent. The clock moves when the test says so.</summary>
public class IdleTimeoutTests
{
    private static readonly TimeSpan s_idle = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan s_bound = TimeSpan.FromSeconds(60);

    public static TheoryData<string> Kinds => ["stream", "copy", "synchronous", "lines", "events"];

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task Silence_ends_in_a_timeout(string kind)
    {
        var pieces = Channel.CreateUnbounded<string>();
        await using TestServer server = await StartAsync(pieces.Reader);
        var clock = new SteppedClock();
        using TestClient client = server.CreateClient(o => o.TimeProvider = clock);
        pieces.Writer.TryWrite(Piece(kind));

        Task read = Task.Run(() => ReadAsync(client, kind, null, default));
        await clock.WhenStartedAsync(s_idle).WaitAsync(s_bound);
        Assert.False(read.IsCompleted);
        clock.Advance(s_idle);

        ApiTimeoutException e = await Assert.ThrowsAsync<ApiTimeoutException>(() => read.WaitAsync(s_bound));
        Assert.Equal(
            $"GET /things (op) received nothing more of its response from {server.Url} within 300 s. Set IdleTimeout if the server may be silent for longer.",
            e.Message
        );
        Assert.Equal((s_idle, "op", 1), (e.Timeout, e.OperationId, e.Attempts));
        Assert.Single(server.Requests);
    }

    /// <summary>Each piece starts the time again, so that a slow response may take any time.</summary>
    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task Bytes_start_the_time_again(string kind)
    {
        var pieces = Channel.CreateUnbounded<string>();
        await using TestServer server = await StartAsync(pieces.Reader);
        var clock = new SteppedClock();
        using TestClient client = server.CreateClient(o => o.TimeProvider = clock);

        Task<string> read = Task.Run(() => ReadAsync(client, kind, null, default));
        for (int i = 0; i < 5; i++)
        {
            await clock.WhenStartedAsync(s_idle).WaitAsync(s_bound);
            clock.Advance(s_idle - TimeSpan.FromSeconds(1));
            pieces.Writer.TryWrite(Piece(kind));
        }

        pieces.Writer.Complete();
        Assert.Equal("11111", await read.WaitAsync(s_bound));
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task A_call_can_set_its_own_time(string kind)
    {
        var pieces = Channel.CreateUnbounded<string>();
        await using TestServer server = await StartAsync(pieces.Reader);
        var clock = new SteppedClock();
        using TestClient client = server.CreateClient(o => (o.TimeProvider, o.IdleTimeout) = (clock, Timeout.InfiniteTimeSpan));
        var options = new RequestOptions { IdleTimeout = TimeSpan.FromSeconds(7) };

        Task read = Task.Run(() => ReadAsync(client, kind, options, default));
        await clock.WhenStartedAsync(TimeSpan.FromSeconds(7)).WaitAsync(s_bound);
        clock.Advance(TimeSpan.FromSeconds(7));

        Assert.Contains(
            "within 7 s.",
            (await Assert.ThrowsAsync<ApiTimeoutException>(() => read.WaitAsync(s_bound))).Message,
            StringComparison.Ordinal
        );
    }

    [Theory]
    [InlineData("stream")]
    [InlineData("copy")]
    [InlineData("lines")]
    [InlineData("events")]
    public async Task The_callers_token_ends_a_silent_read(string kind)
    {
        var pieces = Channel.CreateUnbounded<string>();
        await using TestServer server = await StartAsync(pieces.Reader);
        var clock = new SteppedClock();
        using TestClient client = server.CreateClient(o => o.TimeProvider = clock);
        using var cancellation = new CancellationTokenSource();

        Task read = Task.Run(() => ReadAsync(client, kind, null, cancellation.Token));
        await clock.WhenStartedAsync(s_idle).WaitAsync(s_bound);
        await cancellation.CancelAsync();

        OperationCanceledException e = await Assert.ThrowsAnyAsync<OperationCanceledException>(() => read.WaitAsync(s_bound));
        Assert.True(e.CancellationToken.IsCancellationRequested);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task A_cut_body_is_a_connection_failure(string kind)
    {
        await using TestServer server = await TestServer.StartAsync(
            async (HttpContext context) =>
            {
                context.Response.ContentLength = 10_000;
                context.Response.ContentType = kind == "events" ? "text/event-stream" : null;
                await context.Response.WriteAsync(Piece(kind));
                await context.Response.Body.FlushAsync();
            }
        );
        using TestClient client = server.CreateClient();

        ApiConnectionException e = await Assert.ThrowsAsync<ApiConnectionException>(() => ReadAsync(client, kind, null, default));

        Assert.Equal(
            $"GET /things (op) received an incomplete response from {server.Url}: the connection was closed before the end of the body.",
            e.Message
        );
        Assert.Equal(("op", 1), (e.OperationId, e.Attempts));
        Assert.Single(server.Requests);
    }

    private static string Piece(string kind) => kind == "lines" ? "1\n" : "data: 1\n\n";

    /// <summary>Reads the response to its end, and returns the ones in it.</summary>
    private static async Task<string> ReadAsync(
        TestClient client,
        string kind,
        RequestOptions? options,
        CancellationToken cancellationToken
    )
    {
        ApiRequestBuilder call = client.Call(TestOperations.Get, options);
        if (kind is "lines" or "events")
        {
            string all = "";
            IAsyncEnumerable<JsonElement> items =
                kind == "lines"
                    ? call.StreamJsonLines<JsonElement, JsonElementCodec>(cancellationToken)
                    : call.StreamEvents<JsonElement, JsonElementCodec>(SsePayload.Data, cancellationToken);
            await foreach (JsonElement item in items)
                all += item.ToString();
            return all;
        }

        await using Stream stream = await call.SendForStreamAsync(cancellationToken);
        using var to = new MemoryStream();
        byte[] buffer = new byte[100];
        if (kind == "copy")
            await stream.CopyToAsync(to, cancellationToken);
        else if (kind == "stream")
            while (await stream.ReadAsync(buffer, cancellationToken) is > 0 and int count)
                to.Write(buffer, 0, count);
        else
            stream.CopyTo(to);
        return new string([.. System.Text.Encoding.UTF8.GetString(to.ToArray()).Where(c => c == '1')]);
    }

    /// <summary>Sends each piece as the test writes it.</summary>
    private static Task<TestServer> StartAsync(ChannelReader<string> pieces) =>
        TestServer.StartAsync(
            async (HttpContext context) =>
            {
                await context.Response.Body.FlushAsync();
                await foreach (string piece in pieces.ReadAllAsync(context.RequestAborted))
                {
                    await context.Response.WriteAsync(piece);
                    await context.Response.Body.FlushAsync();
                }
            }
        );
}
