using System.Globalization;
using System.IO.Compression;
using System.Text;
using CfGen.CodeGen;
using CfGen.Runtime.Tests.Support;
using Microsoft.AspNetCore.Http;

namespace CfGen.Runtime.Tests.Responses;

/// <summary>Compressed bodies, whole and cut off, for every kind of result.</summary>
public class CompressionTests
{
    private const string Json = """{"success":true,"errors":[],"messages":[],"result":{"email":"ada","name":"n","events":[]}}""";

    [Theory]
    [InlineData("gzip", "gzip")]
    [InlineData("GZip", "gzip")]
    [InlineData("X-GZIP", "gzip")]
    [InlineData(" gzip ", "gzip")]
    [InlineData("deflate", "zlib")]
    [InlineData("Deflate", "raw")]
    [InlineData("deflate", "raw stored")]
    [InlineData("identity", "none")]
    public async Task Encodings_are_read_in_any_case(string header, string format)
    {
        await using TestServer server = await StartAsync(header, Compress(Json, format));
        using TestClient client = server.CreateClient();

        Assert.Equal("ada", (await client.Scores.GetAsync(SampleBodies.Account, SampleBodies.User)).Email);
        Assert.Equal("gzip, deflate", server.SingleRequest["Accept-Encoding"]);
    }

    /// <summary>One of 31 such bodies begins with two bytes that could be the header of RFC 1950 by their sum.</summary>
    [Fact]
    public async Task Deflate_without_a_header_is_not_taken_for_one_with_it()
    {
        string text = Enumerable
            .Range(0, 10_000)
            .Select(i => $"{i}, {i}")
            .First(t => Compress(t, "raw") is [var a, var b, ..] && ((a << 8) | b) % 31 == 0);
        await using TestServer server = await StartAsync("deflate", Compress(text, "raw"));
        using TestClient client = server.CreateClient();

        Assert.Equal(text, await client.Call(TestOperations.Get).SendForTextAsync(default));
    }

    [Fact]
    public async Task Brotli_is_read_if_the_option_asks_for_it()
    {
        await using TestServer server = await StartAsync("br", Compress(Json, "br"));
        using TestClient client = server.CreateClient(o => o.AcceptBrotli = true);

        Assert.Equal("ada", (await client.Scores.GetAsync(SampleBodies.Account, SampleBodies.User)).Email);
        Assert.Equal("gzip, deflate, br", server.SingleRequest["Accept-Encoding"]);
    }

    /// <summary>Every possible cut of a small body, and the kinds of result: a wrong value would be one that is too short.</summary>
    [Theory]
    [InlineData("gzip", "gzip")]
    [InlineData("deflate", "zlib")]
    [InlineData("deflate", "raw")]
    [InlineData("deflate", "raw stored")]
    [InlineData("gzip", "gzip stored")]
    [InlineData("br", "br")]
    public async Task A_body_that_is_cut_off_anywhere_is_an_error(string header, string format)
    {
        byte[] whole = Compress("{\"a\":1}\n{\"a\":2}\n", format);
        int length = whole.Length;
        await using TestServer server = await TestServer.StartAsync(context => RespondAsync(context, header, whole[..length]));
        using TestClient client = server.CreateClient(o => (o.AcceptBrotli, o.MaxRetries) = (true, 0));

        Assert.Equal(["text 16", "file 16", "lines 2"], await ReadAllKindsAsync(client));
        for (length = whole.Length - 1; length > 0; length--)
        {
            foreach (string outcome in await ReadAllKindsAsync(client))
                Assert.True(outcome.StartsWith("Api", StringComparison.Ordinal), $"{length} of {whole.Length} bytes: {outcome}");
        }
    }

    [Fact]
    public async Task The_message_says_that_the_body_was_cut_off()
    {
        await using TestServer server = await StartAsync("gzip", Compress(Json, "gzip")[..^1]);
        using TestClient client = server.CreateClient(o => o.MaxRetries = 1);

        ApiConnectionException json = await Assert.ThrowsAsync<ApiConnectionException>(() =>
            client.Scores.GetAsync(SampleBodies.Account, SampleBodies.User)
        );
        await using Stream stream = await client.Call(TestOperations.Get).SendForStreamAsync(default);
        using var reader = new StreamReader(stream);
        ApiConnectionException file = await Assert.ThrowsAsync<ApiConnectionException>(() => reader.ReadToEndAsync());

        Assert.Equal(
            $"GET /accounts/{{account_id}}/zt_risk_scoring/{{user_id}} (get-risk-score) received no complete response from {server.Url} in 2 attempts: the compressed body is truncated.",
            json.Message
        );
        Assert.Equal(
            $"GET /things (op) received an incomplete response from {server.Url}: the compressed body is truncated.",
            file.Message
        );
        Assert.Equal(3, server.Requests.Count); // a cut body is tried again where nothing has been returned
    }

    [Theory]
    [InlineData("gzip", "gzip")]
    [InlineData("deflate", "deflate")]
    [InlineData("br", "Brotli")]
    public async Task A_body_of_another_encoding_is_an_error(string header, string name)
    {
        await using TestServer server = await StartAsync(header, [0xFF, 0xFF, .. Encoding.UTF8.GetBytes(Json)]);
        using TestClient client = server.CreateClient(o => o.AcceptBrotli = true);

        ApiResponseFormatException json = await Assert.ThrowsAsync<ApiResponseFormatException>(() =>
            client.Scores.GetAsync(SampleBodies.Account, SampleBodies.User)
        );
        await using Stream stream = await client.Call(TestOperations.Get).SendForStreamAsync(default);
        ApiResponseFormatException file = await Assert.ThrowsAsync<ApiResponseFormatException>(() => stream.CopyToAsync(Stream.Null));

        Assert.Contains($"and the body is not valid {name}.", json.Message, StringComparison.Ordinal);
        Assert.Contains($"and the body is not valid {name}.", file.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(204)]
    [InlineData(200)]
    public async Task An_empty_body_needs_no_header_of_gzip(int status)
    {
        await using TestServer server = await TestServer.StartAsync(status, "", headers: ("Content-Encoding", "gzip"));
        using TestClient client = server.CreateClient();

        Assert.Equal("", await client.Call(TestOperations.Get).SendForTextAsync(default));
    }

    [Theory]
    [InlineData("two members")]
    [InlineData("zeros after it")]
    [InlineData("text after it")]
    public async Task Members_of_gzip_follow_each_other_and_other_bytes_after_them_are_ignored(string kind)
    {
        byte[] one = Compress("one ", "gzip");
        byte[] more = kind switch
        {
            "two members" => Compress("two ", "gzip"),
            "zeros after it" => new byte[600],
            _ => Encoding.ASCII.GetBytes("tail"),
        };
        await using TestServer server = await StartAsync("gzip", [.. one, .. more]);
        using TestClient client = server.CreateClient();

        Assert.Equal(kind == "two members" ? "one two " : "one ", await client.Call(TestOperations.Get).SendForTextAsync(default));
    }

    /// <summary>A body that decompresses to a thousand times its size: one read decodes 64 KB, and none follows the cancellation.</summary>
    [Fact]
    public async Task At_most_64_KB_are_decoded_after_cancellation()
    {
        using var bomb = new CountingStream(Compress(new string('x', 50_000_000), "gzip"));
        using var stub = new StubHandler(_ => new HttpResponseMessage
        {
            Content = new StreamContent(bomb) { Headers = { { "Content-Encoding", "gzip" } } },
        });
        using var cancellation = new CancellationTokenSource();
        bomb.OnRead = () => cancellation.Cancel();
        using var client = new TestClient(stub, new TestClientOptions { ApiToken = "t" });

        OperationCanceledException e = await Assert.ThrowsAnyAsync<OperationCanceledException>(() =>
            client.Call(TestOperations.Get).SendForTextAsync(cancellation.Token)
        );

        Assert.Equal(cancellation.Token, e.CancellationToken);
        Assert.Equal(1, bomb.ReadCount);
    }

    private static async Task<string[]> ReadAllKindsAsync(TestClient client) =>
        [
            await DescribeAsync(async () => Describe("text", (await client.Call(TestOperations.Get).SendForTextAsync(default)).Length)),
            await DescribeAsync(async () =>
            {
                await using Stream stream = await client.Call(TestOperations.Get).SendForStreamAsync(default);
                using var reader = new StreamReader(stream);
                return Describe("file", (await reader.ReadToEndAsync()).Length);
            }),
            await DescribeAsync(async () =>
            {
                int count = 0;
                await foreach (
                    System.Text.Json.JsonElement _ in client
                        .Call(TestOperations.Get)
                        .StreamJsonLines<System.Text.Json.JsonElement, JsonElementCodec>(default)
                )
                    count++;
                return Describe("lines", count);
            }),
        ];

    private static string Describe(string kind, int count) => $"{kind} {count.ToString(CultureInfo.InvariantCulture)}";

    private static async Task<string> DescribeAsync(Func<Task<string>> read)
    {
        try
        {
            return await read();
        }
        catch (ApiException e)
        {
            return e.GetType().Name;
        }
    }

    private static Task<TestServer> StartAsync(string encoding, byte[] body) =>
        TestServer.StartAsync(context => RespondAsync(context, encoding, body));

    private static async Task RespondAsync(HttpContext context, string encoding, byte[] body)
    {
        context.Response.Headers.ContentEncoding = encoding;
        context.Response.ContentLength = body.Length;
        await context.Response.Body.WriteAsync(body);
    }

    private static byte[] Compress(string text, string format)
    {
        var to = new MemoryStream();
        CompressionLevel level = format.EndsWith("stored", StringComparison.Ordinal)
            ? CompressionLevel.NoCompression
            : CompressionLevel.Optimal;
        using (
            Stream zip = format.Split(' ')[0] switch
            {
                "gzip" => new GZipStream(to, level, leaveOpen: true),
                "zlib" => new ZLibStream(to, level, leaveOpen: true),
                "raw" => new DeflateStream(to, level, leaveOpen: true),
                "br" => new BrotliStream(to, level, leaveOpen: true),
                _ => new BufferedStream(to),
            }
        )
        {
            zip.Write(Encoding.UTF8.GetBytes(text));
        }

        return to.ToArray();
    }

    private sealed class CountingStream(byte[] bytes) : MemoryStream(bytes)
    {
        public Action? OnRead { get; set; }

        public int ReadCount { get; private set; }

        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            ReadCount++;
            OnRead?.Invoke();
            return new(Read(buffer.Span));
        }
    }
}
