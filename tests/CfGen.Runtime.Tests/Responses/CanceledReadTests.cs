using System.Text;
using CfGen.CodeGen;
using CfGen.Runtime.Tests.Support;
using Microsoft.AspNetCore.Http;

namespace CfGen.Runtime.Tests.Responses;

/// <summary>After cancellation at most 64 KB more are read or decoded, of every kind of result.</summary>
public class CanceledReadTests
{
    private const int Limit = 64 * 1024;
    private const int ItemLength = 100;

    private static readonly string s_item = "\"" + new string('x', ItemLength - 3) + "\"";

    [Theory]
    [InlineData("list")]
    [InlineData("map")]
    [InlineData("properties")]
    [InlineData("skipped")]
    public async Task A_large_value_is_not_decoded_to_its_end(string kind)
    {
        string item = kind is "map" ? "\"a\":" + s_item : s_item;
        string values = string.Join(',', Enumerable.Repeat(item, 20_000));
        string body = kind switch
        {
            "list" => $"[{values}]",
            "map" => $"{{{values}}}",
            "properties" => $"{{{string.Join(',', Enumerable.Repeat($"\"p\":{s_item}", 20_000))}}}",
            _ => $"{{\"p\":{s_item},\"unknown\":[{values}],\"p\":{s_item}}}",
        };
        await using TestServer server = await TestServer.StartAsync(200, body);
        using TestClient client = server.CreateClient();
        using var cancellation = new CancellationTokenSource();
        var counter = new Counter(cancellation);
        Counter.Current.Value = counter;

        OperationCanceledException e = await Assert.ThrowsAsync<OperationCanceledException>(() =>
            SendAsync(client, kind, cancellation.Token)
        );

        Assert.Equal((cancellation.Token, "The call was canceled by its token."), (e.CancellationToken, e.Message));
        Assert.InRange(counter.ReadAfter * ItemLength, 0, Limit);
        Assert.Equal(1, counter.Canceled);
    }

    /// <summary>What is small is returned: the request has had its effect.</summary>
    [Fact]
    public async Task A_small_value_is_decoded_to_its_end()
    {
        await using TestServer server = await TestServer.StartAsync(200, $"[{s_item},{s_item},{s_item}]");
        using TestClient client = server.CreateClient();
        using var cancellation = new CancellationTokenSource();
        Counter.Current.Value = new Counter(cancellation);

        IReadOnlyList<string> items = await client
            .Call(TestOperations.Get)
            .SendForResultAsync<IReadOnlyList<string>, ListCodec<string, CountingCodec>>(cancellation.Token);

        Assert.Equal(3, items.Count);
    }

    /// <summary>Lines and events that have arrived, of which the caller takes the first.</summary>
    [Theory]
    [InlineData("lines")]
    [InlineData("events")]
    public async Task Lines_that_have_arrived_are_not_decoded(string kind)
    {
        string line = kind == "lines" ? s_item + "\n" : $"data: {s_item}\n\n";
        await using TestServer server = await TestServer.StartAsync(context =>
            TestServer.RespondAsync(
                context,
                200,
                string.Concat(Enumerable.Repeat(line, 20_000)),
                kind == "lines" ? "application/x-ndjson" : "text/event-stream"
            )
        );
        using TestClient client = server.CreateClient();
        using var cancellation = new CancellationTokenSource();
        var counter = new Counter(cancellation);
        Counter.Current.Value = counter;
        ApiRequestBuilder call = client.Call(TestOperations.Get);
        IAsyncEnumerable<string> items =
            kind == "lines"
                ? call.StreamJsonLines<string, CountingCodec>(cancellation.Token)
                : call.StreamEvents<string, CountingCodec>(SsePayload.Data, cancellation.Token);

        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () =>
        {
            await foreach (string _ in items) { }
        });

        Assert.Equal((1, 0), (counter.Canceled, counter.ReadAfter));
    }

    /// <summary>A server that never ends, and counts what it could send after the cancellation.</summary>
    [Fact]
    public async Task An_endless_body_is_not_read_on()
    {
        using var body = new EndlessStream();
        using var stub = new StubHandler(_ => new HttpResponseMessage { Content = new StreamContent(body) });
        using var client = new TestClient(stub, new TestClientOptions { ApiToken = "t" });

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() =>
            client.Call(TestOperations.Get).SendForTextAsync(body.Cancellation.Token)
        );

        Assert.InRange(body.ReadAfter, 0, Limit);
    }

    private static Task SendAsync(TestClient client, string kind, CancellationToken cancellationToken)
    {
        ApiRequestBuilder call = client.Call(TestOperations.Get);
        return kind switch
        {
            "list" => call.SendForResultAsync<IReadOnlyList<string>, ListCodec<string, CountingCodec>>(cancellationToken),
            "map" => call.SendForResultAsync<IReadOnlyDictionary<string, string>, MapCodec<string, CountingCodec>>(cancellationToken),
            _ => call.SendForResultAsync<Model>(cancellationToken),
        };
    }

    /// <summary>Cancels at the first value, and counts the values after it.</summary>
    private sealed class Counter(CancellationTokenSource cancellation)
    {
        public static AsyncLocal<Counter> Current { get; } = new();

        public int Canceled { get; private set; }

        public int ReadAfter { get; private set; }

        public void Count()
        {
            if (cancellation.IsCancellationRequested)
            {
                ReadAfter++;
                return;
            }

            Canceled++;
            cancellation.Cancel();
        }
    }

    private readonly record struct CountingCodec : IValueCodec<string>
    {
        public static string Read(ref JsonModelReader r)
        {
            Counter.Current.Value!.Count();
            return StringCodec.Read(ref r);
        }

        public static void Write(ref JsonModelWriter w, string value) => StringCodec.Write(ref w, value);
    }

    private sealed record Model : IJsonModel<Model>
    {
        public static Model Read(ref JsonModelReader r)
        {
            JsonObjectState outer = r.ReadStartObject();
            for (; r.HasMoreProperties(); r.CaptureUnknown())
            {
                if (r.IsProperty("p"u8))
                    r.Value<string, CountingCodec>();
            }

            r.ReadEndObject(outer);
            return new Model();
        }

        public static void Write(ref JsonModelWriter w, Model value) => throw new NotSupportedException();
    }

    private sealed class EndlessStream : CfGen.Pipeline.Responses.ReadOnlyStream
    {
        private int _read;

        public CancellationTokenSource Cancellation { get; } = new();

        public int ReadAfter { get; private set; }

        /// <summary>Ignores its token, as streams of tests and of decoders do.</summary>
        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            _read += buffer.Length;
            if (Cancellation.IsCancellationRequested)
                ReadAfter += buffer.Length;
            else if (_read > 1_000_000)
                Cancellation.Cancel();
            return new(buffer.Length);
        }

        protected override void Dispose(bool disposing)
        {
            Cancellation.Dispose();
            base.Dispose(disposing);
        }
    }
}
