using System.IO.Compression;
using System.Net;
using System.Text;
using CfGen.Runtime.Tests.Support;
using Microsoft.AspNetCore.Http;

namespace CfGen.Runtime.Tests.Responses;

public class ResponseFormatTests
{
    private static async Task<ApiResponseFormatException> FailAsync(string body, string contentType = "application/json")
    {
        await using TestServer server = await TestServer.StartAsync(200, body, contentType, ("cf-ray", "8a-FRA"));
        using TestClient client = server.CreateClient();
        ApiResponseFormatException e = await Assert.ThrowsAsync<ApiResponseFormatException>(() =>
            client.Scores.GetAsync(SampleBodies.Account, SampleBodies.User)
        );
        Assert.Single(server.Requests); // what cannot be read is not asked for again
        Assert.Equal((HttpStatusCode.OK, "8a-FRA", "get-risk-score", 1), (e.StatusCode, e.RequestId, e.OperationId, e.Attempts));
        Assert.Contains("8a-FRA", e.Message, StringComparison.Ordinal);
        Secrets.AssertAbsent(e);
        return e;
    }

    [Fact]
    public async Task Html_is_reported_with_its_media_type()
    {
        string html = $"<!DOCTYPE html><title>{Secrets.Body}</title>" + new string('ä', 3000);

        ApiResponseFormatException e = await FailAsync(html, "text/html; charset=utf-8");

        Assert.Equal("text/html", e.MediaType);
        Assert.Contains("as text/html, and the body is not JSON", e.Message, StringComparison.Ordinal);
        Assert.StartsWith("<!DOCTYPE html><title>" + Secrets.Body, e.RawBody, StringComparison.Ordinal);
        Assert.InRange(Encoding.UTF8.GetByteCount(e.RawBody), 2045, 2048);
        Assert.DoesNotContain('\uFFFD', e.RawBody);
    }

    [Theory]
    [InlineData("""{"success":true,"result":{"email":"BODY-SECRET""", "$.result.email", 1)]
    [InlineData("{\"success\":true,\n\"result\":{\"email\":\"BODY-SECRET\",\n\"events\":[{\"id\":\"a\",", "$.result.events[0].id", 3)]
    [InlineData("""{"success":true,"result":{"email":tru""", "$.result.email", 1)]
    [InlineData("{", "$", 1)]
    public async Task Truncated_json_is_reported_with_its_end(string body, string path, int line)
    {
        ApiResponseFormatException e = await FailAsync(body);

        Assert.Contains("JSON that ends early", e.Message, StringComparison.Ordinal);
        Assert.Equal((path, (long?)line), (e.JsonPath, e.Line));
    }

    [Theory]
    [InlineData("""{"success":true,"result":{"email":'BODY-SECRET'}}""", "$.result.email")]
    [InlineData("""{"success":truSECRET}""", "$.success")]
    [InlineData("""{"success":true,"result":{"email":"x",}}""", "$.result.email")]
    [InlineData("""{"success":true} x""", "$")]
    public async Task Malformed_json_is_reported_with_its_path(string body, string path)
    {
        ApiResponseFormatException e = await FailAsync(body);

        Assert.Contains("malformed JSON", e.Message, StringComparison.Ordinal);
        Assert.Equal(path, e.JsonPath);
    }

    [Theory]
    [InlineData(
        """{"email":"SECRET","name":"n","events":[{"id":"i","name":"n","timestamp":"2019-12-27T18:11:19Z"}]}""",
        "$.result.events[0].risk_level",
        "the required property 'risk_level' is missing"
    )]
    [InlineData("""{"email":"SECRET","name":"n"}""", "$.result.events", "the required property 'events' is missing")]
    [InlineData("""{}""", "$.result.email", "missing")]
    [InlineData("""{"email":5,"name":"n","events":[]}""", "$.result.email", "expected a string, but found a number")]
    [InlineData("""{"email":null,"name":"n","events":[]}""", "$.result.email", "expected a string, but found null")]
    [InlineData("""{"email":"e","name":"n","events":{}}""", "$.result.events", "expected an array, but found an object")]
    [InlineData("""{"email":"e","name":"n","events":[null]}""", "$.result.events[0]", "expected an object, but found null")]
    [InlineData("""{"email":"e","name":"n","events":[],"risk_level":3}""", "$.result.risk_level", "expected a string, but found a number")]
    [InlineData(
        """{"email":"e","name":"n","events":[],"last_reset_time":"SECRET"}""",
        "$.result.last_reset_time",
        "expected an RFC 3339 date and time, but found a string in another format"
    )]
    [InlineData("\"SECRET\"", "$.result", "expected an object, but found a string")]
    public async Task A_value_that_violates_the_document_is_reported_with_path_and_line(string result, string path, string says)
    {
        ApiResponseFormatException e = await FailAsync(SampleBodies.Success("\n\n" + result));

        Assert.Equal((path, (long?)3), (e.JsonPath, e.Line));
        Assert.Contains($"violates the document at {path} (line 3): ", e.Message, StringComparison.Ordinal);
        Assert.Contains(says, e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Array_indexes_are_part_of_the_path()
    {
        ApiResponseFormatException e = await FailAsync(
            SampleBodies.Success(
                $$"""{"email":"e","name":"n","events":[{{SampleBodies.Event}},{{SampleBodies.Event}},{{SampleBodies.Event}},{"id":"i","name":"n","risk_level":{},"timestamp":"2019-12-27T18:11:19Z"}]}"""
            )
        );

        Assert.Equal("$.result.events[3].risk_level", e.JsonPath);
    }

    [Fact]
    public async Task Invalid_utf8_is_an_exception()
    {
        byte[] body = [.. Encoding.UTF8.GetBytes("""{"success":true,"result":{"email":" """), 0xFF, .. Encoding.UTF8.GetBytes("\"}}")];
        using var stub = new StubHandler(_ => new HttpResponseMessage { Content = new ByteArrayContent(body) });
        using var client = new TestClient(stub, new TestClientOptions { ApiToken = "t" });

        ApiResponseFormatException e = await Assert.ThrowsAsync<ApiResponseFormatException>(() =>
            client.Scores.GetAsync(SampleBodies.Account, SampleBodies.User)
        );

        Assert.Equal("$.result.email", e.JsonPath);
        Assert.Null(e.MediaType);
    }

    [Theory]
    [InlineData("""{"success":true,"result":{"email":"\ud800"}}""")]
    [InlineData("""{"success":true,"result":{"\ud800":1}}""")]
    public async Task A_lone_surrogate_is_an_exception(string body) =>
        Assert.Contains("not valid UTF-8", (await FailAsync(body)).Message, StringComparison.Ordinal);

    [Fact]
    public async Task Nesting_is_limited()
    {
        ApiResponseFormatException e = await FailAsync(
            SampleBodies.Success(string.Concat(Enumerable.Repeat("{\"a\":", 100)) + "1" + new string('}', 100))
        );

        Assert.Contains("nests deeper than MaxDepth", e.Message, StringComparison.Ordinal);
        Assert.StartsWith("$.result.a.a.a", e.JsonPath, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_body_that_is_too_large_is_an_exception(bool announced)
    {
        await using TestServer server = await TestServer.StartAsync(
            async (HttpContext context) =>
            {
                byte[] chunk = new byte[1000];
                if (announced)
                    context.Response.ContentLength = 100_000;
                for (int i = 0; i < 100 && !context.RequestAborted.IsCancellationRequested; i++)
                    await context.Response.Body.WriteAsync(chunk);
            }
        );
        using TestClient client = server.CreateClient(o => o.MaxResponseBytes = 5000);

        ApiResponseFormatException e = await Assert.ThrowsAsync<ApiResponseFormatException>(() =>
            client.Scores.GetAsync(SampleBodies.Account, SampleBodies.User)
        );

        Assert.Contains("larger than MaxResponseBytes (5000 bytes) and was cut off", e.Message, StringComparison.Ordinal);
        Assert.Single(server.Requests);
    }

    [Fact]
    public async Task The_size_limit_applies_after_decompression()
    {
        await using TestServer server = await TestServer.StartAsync(
            async (HttpContext context) =>
            {
                context.Response.Headers.ContentEncoding = "gzip";
                await using var zip = new GZipStream(context.Response.Body, CompressionLevel.Fastest);
                await zip.WriteAsync(new byte[1_000_000]);
            }
        );
        using TestClient client = server.CreateClient(o => o.MaxResponseBytes = 100_000);

        await Assert.ThrowsAsync<ApiResponseFormatException>(() => client.Scores.GetAsync(SampleBodies.Account, SampleBodies.User));
    }

    [Fact]
    public async Task Compressed_responses_are_read()
    {
        await using TestServer server = await TestServer.StartAsync(
            async (HttpContext context) =>
            {
                Assert.Equal("gzip, deflate", context.Request.Headers.AcceptEncoding.ToString());
                context.Response.Headers.ContentEncoding = "gzip";
                await using var zip = new GZipStream(context.Response.Body, CompressionLevel.Fastest);
                await zip.WriteAsync(Encoding.UTF8.GetBytes(SampleBodies.Documented));
            }
        );
        using TestClient client = server.CreateClient();

        Assert.Equal("email", (await client.Scores.GetAsync(SampleBodies.Account, SampleBodies.User)).Email);
    }

    [Fact]
    public async Task A_handler_may_decompress()
    {
        await using TestServer server = await TestServer.StartAsync(
            async (HttpContext context) =>
            {
                context.Response.Headers.ContentEncoding = "br";
                await using var zip = new BrotliStream(context.Response.Body, CompressionLevel.Fastest);
                await zip.WriteAsync(Encoding.UTF8.GetBytes(SampleBodies.Documented));
            }
        );
        using var http = new HttpClient(new SocketsHttpHandler { AutomaticDecompression = DecompressionMethods.All });
        using var client = new TestClient(http, server.CreateOptions());

        Assert.Equal("email", (await client.Scores.GetAsync(SampleBodies.Account, SampleBodies.User)).Email);
    }

    [Fact]
    public async Task Invalid_gzip_is_an_exception()
    {
        await using TestServer server = await TestServer.StartAsync(200, SampleBodies.Documented, headers: ("Content-Encoding", "gzip"));
        using TestClient client = server.CreateClient();

        ApiResponseFormatException e = await Assert.ThrowsAsync<ApiResponseFormatException>(() =>
            client.Scores.GetAsync(SampleBodies.Account, SampleBodies.User)
        );

        Assert.Contains("not valid gzip", e.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("application/json; charset=utf-16", "utf-16")]
    [InlineData("application/json; charset=\"iso-8859-1\"", "iso-8859-1")]
    [InlineData("application/json; charset=nobody-knows-it", "utf-8")]
    [InlineData("text/plain", "utf-8")]
    [InlineData(null, "utf-8")]
    public async Task Other_charsets_are_read(string? contentType, string encoding)
    {
        byte[] body = Encoding
            .GetEncoding(encoding)
            .GetBytes(SampleBodies.Success(SampleBodies.Score.Replace("\"email\":\"email\"", "\"email\":\"ä\"", StringComparison.Ordinal)));
        await using TestServer server = await TestServer.StartAsync(
            async (HttpContext context) =>
            {
                context.Response.ContentType = contentType;
                await context.Response.Body.WriteAsync(body);
            }
        );
        using TestClient client = server.CreateClient();

        Assert.Equal("ä", (await client.Scores.GetAsync(SampleBodies.Account, SampleBodies.User)).Email);
    }

    [Fact]
    public async Task A_byte_order_mark_is_accepted()
    {
        await using TestServer server = await TestServer.StartAsync(200, "\uFEFF" + SampleBodies.Documented);
        using TestClient client = server.CreateClient();

        Assert.Equal("email", (await client.Scores.GetAsync(SampleBodies.Account, SampleBodies.User)).Email);
    }

    [Fact]
    public async Task A_body_in_small_chunks_is_read_completely()
    {
        await using TestServer server = await TestServer.StartAsync(
            async (HttpContext context) =>
            {
                foreach (byte[] chunk in Encoding.UTF8.GetBytes(SampleBodies.Documented).Chunk(40))
                {
                    await context.Response.Body.WriteAsync(chunk);
                    await context.Response.Body.FlushAsync();
                }
            }
        );
        using TestClient client = server.CreateClient();

        Assert.Equal("email", (await client.Scores.GetAsync(SampleBodies.Account, SampleBodies.User)).Email);
    }

    [Fact]
    public async Task A_large_body_is_read_completely()
    {
        string events = string.Join(',', Enumerable.Repeat(SampleBodies.Event, 20_000));
        await using TestServer server = await TestServer.StartAsync(
            200,
            SampleBodies.Success($$"""{"email":"e","name":"n","events":[{{events}}]}""")
        );
        using TestClient client = server.CreateClient();

        Assert.Equal(20_000, (await client.Scores.GetAsync(SampleBodies.Account, SampleBodies.User)).Events.Count);
    }

    [Fact]
    public async Task Lenient_reading_accepts_missing_properties()
    {
        await using TestServer server = await TestServer.StartAsync(
            200,
            SampleBodies.Success("""{"email":5,"events":[{"id":"i","timestamp":"x","risk_level":[]},7],"risk_level":{}}""")
        );
        using TestClient client = server.CreateClient(o => o.ResponseValidation = ResponseValidation.Lenient);

        Score score = await client.Scores.GetAsync(SampleBodies.Account, SampleBodies.User);

        Assert.Null(score.Email);
        Assert.Null(score.Name);
        Assert.Equal(2, score.Events.Count);
        Assert.Equal(("i", default, ""), (score.Events[0].Id, score.Events[0].Timestamp, score.Events[0].RiskLevel.Value));
    }
}
