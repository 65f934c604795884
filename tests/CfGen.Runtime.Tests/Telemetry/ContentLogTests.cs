using System.Text;
using CfGen.CodeGen;
using CfGen.Runtime.Tests.Support;
using CfGen.Telemetry;
using Microsoft.AspNetCore.Http;

namespace CfGen.Runtime.Tests.Telemetry;

public class ContentLogTests
{
    private const string Sent = """{"q":"ada","password":"SECRET","nested":[{"access_token":{"a":["SECRET"]},"n":1.50}],"e":"é<"}""";
    private const string Shown = """{"q":"ada","password":"*","nested":[{"access_token":"*","n":1.50}],"e":"é<"}""";

    private static readonly ApiOperationInfo s_post = new("search", HttpMethod.Post, "/search/{id}") { Security = [1] };

    [Fact]
    public async Task Nothing_of_a_request_is_logged_by_default()
    {
        string log = await SendAsync(static _ => { });

        Assert.DoesNotContain("ada", log, StringComparison.Ordinal);
        Assert.DoesNotContain("application/json", log, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Headers_of_the_list_are_logged_and_others_are_not()
    {
        string log = await SendAsync(static o =>
        {
            o.LoggedHeaders.Add("content-type");
            o.LoggedHeaders.Add("X-Reply");
            o.DefaultHeaders["X-Other"] = "other";
        });

        Assert.Contains("POST /search/{id} (search) attempt 1 sends Content-Type: application/json", log, StringComparison.Ordinal);
        Assert.Contains("attempt 1 received 200 X-Reply: yes; Content-Type: application/json", log, StringComparison.Ordinal);
        Assert.DoesNotContain("other", log, StringComparison.Ordinal);
        Assert.DoesNotContain("ada", log, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_secret_is_a_star_also_where_its_header_is_in_the_list()
    {
        string log = await SendAsync(static o =>
        {
            o.LoggedHeaders = new HashSet<string>(["Authorization", "X-Api-Key", "X-Echo", "Set-Cookie"], StringComparer.OrdinalIgnoreCase);
            o.DefaultHeaders["X-Api-Key"] = "SECRET";
        });

        Secrets.AssertAbsent(log);
        Assert.Contains("Authorization: *", log, StringComparison.Ordinal);
        Assert.Contains("X-Api-Key: *", log, StringComparison.Ordinal);
        Assert.Contains("Set-Cookie: *", log, StringComparison.Ordinal);
        Assert.Contains("X-Echo: you sent ***", log, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("search")]
    [InlineData("*")]
    public async Task Bodies_of_the_list_are_logged_without_secrets(string listed)
    {
        string log = await SendAsync(o => o.LoggedBodies.Add(listed));

        Secrets.AssertAbsent(log);
        Assert.Contains("sends  " + Shown, log, StringComparison.Ordinal);
        Assert.Contains("""received 200  {"echo":"***","page_token":"p2"}""", log, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Bodies_of_other_operations_are_not_logged() =>
        Assert.DoesNotContain("ada", await SendAsync(static o => o.LoggedBodies.Add("other")), StringComparison.Ordinal);

    [Fact]
    public async Task A_body_that_is_streamed_stays_unread()
    {
        var log = new ListLogger();
        await using TestServer server = await TestServer.StartAsync(200, "[1]");
        using TestClient client = server.CreateClient(o => (o.LoggerFactory, o.LoggedBodies) = (log, new HashSet<string> { "*" }));
        using var body = new MemoryStream("file"u8.ToArray());

        await using Stream stream = await client.Call(s_post).WithStreamBody(body, true, "text/plain").SendForStreamAsync(default);

        Assert.Equal("[1]", await new StreamReader(stream).ReadToEndAsync());
        Assert.Equal("file", server.SingleRequest.Body);
        Assert.Contains("sends  (4 bytes)", log.Text, StringComparison.Ordinal);
        Assert.Contains("received 200  (open)", log.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", "application/json", "")]
    [InlineData("{\"a\":", "application/json", "(5 bytes)")]
    [InlineData("{\"token\":1}", "application/problem+json", "{\"token\":\"*\"}")]
    [InlineData("a=1&client_secret=2&b=", "application/x-www-form-urlencoded", "a=1&client_secret=*&b=")]
    [InlineData("hello", "text/plain", "hello")]
    [InlineData("<secret/>", "application/xml", "(9 bytes)")]
    [InlineData("1234", "", "(4 bytes)")]
    [InlineData("\"\\ud800\"", "application/json", "(8 bytes)")]
    public void Only_known_texts_are_shown(string body, string mediaType, string expected) =>
        Assert.Equal(expected, ContentText.Describe(Encoding.UTF8.GetBytes(body), mediaType, static v => v));

    [Theory]
    [InlineData("[\"abc\",\"abcd\",{\"abc\":1}]", "application/json", "[\"***\",\"abcd\",{\"abc\":1}]")]
    [InlineData("a=abc&b=abcd&c=a%62c&d=%20", "application/x-www-form-urlencoded", "a=***&b=abcd&c=***&d=%20")]
    public void A_value_that_is_a_short_credential_is_hidden(string body, string mediaType, string expected) =>
        Assert.Equal(expected, ContentText.Describe(Encoding.UTF8.GetBytes(body), mediaType, static v => v == "abc" ? "***" : v));

    [Fact]
    public void A_large_body_is_shown_by_its_length() =>
        Assert.Equal("(32769 bytes)", ContentText.Describe(new byte[ContentText.MaxLength + 1], "text/plain", static v => v));

    [Fact]
    public async Task A_short_credential_is_hidden_where_it_is_a_whole_value()
    {
        string log = await SendAsync(static o =>
        {
            o.ApiToken = "ada";
            o.LoggedBodies.Add("*");
            o.LoggedHeaders.Add("X-Short");
            o.DefaultHeaders["X-Short"] = "ada";
        });

        Assert.Contains("""sends X-Short: *** {"q":"***","password":"*",""", log, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_credential_is_hidden_where_JSON_escapes_it()
    {
        const string Quoted = "ab\"cd\\ef-gh";

        string log = await SendAsync(
            static o =>
            {
                o.ApiToken = Quoted;
                o.LoggedBodies.Add("*");
            },
            """{"note":"sent ab\"cd\\ef-gh twice"}"""
        );

        Assert.Contains("""{"note":"sent *** twice"}""", log, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_credential_is_hidden_in_plain_text()
    {
        var log = new ListLogger();
        await using TestServer server = await TestServer.StartAsync(200, $"you sent {Secrets.Token}.", "text/plain");
        using TestClient client = server.CreateClient(o => (o.LoggerFactory, o.LoggedBodies) = (log, new HashSet<string> { "*" }));

        await client.Call(s_post).SendAsync(default);

        Assert.Contains("received 200  you sent ***.", log.Text, StringComparison.Ordinal);
    }

    private static async Task<string> SendAsync(Action<TestClientOptions> more, string sent = Sent)
    {
        var log = new ListLogger();
        await using TestServer server = await TestServer.StartAsync(
            static async (HttpContext context) =>
            {
                context.Response.Headers["X-Reply"] = "yes";
                context.Response.Headers["X-Echo"] = "you sent " + Secrets.Token;
                context.Response.Headers.SetCookie = "id=SECRET";
                context.Response.ContentType = "application/json";
                await context.Response.WriteAsync($$"""{"echo":"{{Secrets.Token}}","page_token":"p2"}""");
            }
        );
        using TestClient client = server.CreateClient(o =>
        {
            o.LoggerFactory = log;
            more(o);
        });
        using var json = System.Text.Json.JsonDocument.Parse(sent);
        await client
            .Call(s_post)
            .AddString(ParameterLocation.Path, "id", "SECRET", "#", true)
            .WithJsonBody<System.Text.Json.JsonElement, JsonElementCodec>(json.RootElement, true)
            .SendAsync(default);
        if (sent == Sent)
            Assert.Equal(sent, server.SingleRequest.Body);
        return log.Text;
    }
}
