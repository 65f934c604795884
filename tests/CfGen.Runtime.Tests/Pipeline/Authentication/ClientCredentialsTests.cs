using System.Net;
using System.Text;
using CfGen.CodeGen;
using CfGen.Runtime.Tests.Support;
using Microsoft.AspNetCore.Http;

namespace CfGen.Runtime.Tests.Pipeline.Authentication;

/// <summary>Tokens for the id and the secret of a client, from a token URL.</summary>
public class ClientCredentialsTests
{
    private const string Granted = """{"access_token":"granted-token","token_type":"bearer","expires_in":3600}""";

    private const string Secret = "s:SECRET ü&1";

    private static readonly ApiOperationInfo s_protected = new("op", HttpMethod.Get, "/things")
    {
        Security = [0b1000_0000],
        Scopes = ["read write"],
    };

    private static Task<TestServer> StartAsync(int status, string body, string contentType = "application/json") =>
        TestServer.StartAsync(c =>
            c.Request.Path == "/oauth/token" ? TestServer.RespondAsync(c, status, body, contentType) : TestServer.RespondAsync(c, 204, "")
        );

    private static async Task<ApiCredentialsException> FailAsync(int status, string body)
    {
        await using TestServer server = await StartAsync(status, body);
        using TestClient client = server.CreateClient(o => o.UseAccessClientCredentials("me", Secret));
        var e = await Assert.ThrowsAsync<ApiCredentialsException>(() => client.Call(s_protected).SendAsync(default));
        Assert.Equal("/oauth/token", server.SingleRequest.Target);
        Secrets.AssertAbsent(e);
        string start =
            $"GET /things (op) was not sent: the token provider TestClientOptions.AccessTokenProvider failed: {server.Url}/oauth/token ";
        Assert.StartsWith(start, e.Message, StringComparison.Ordinal);
        Assert.Equal("op", e.OperationId);
        return e;
    }

    [Fact]
    public async Task Id_and_secret_are_sent_to_the_token_url_of_the_document()
    {
        await using TestServer server = await StartAsync(200, Granted);
        using TestClient client = server.CreateClient(o => o.UseAccessClientCredentials("me:1", Secret));

        await client.Call(s_protected).SendAsync(default);
        await client.Call(s_protected).SendAsync(default);

        ReceivedRequest asked = server.Requests.First();
        string basic = Encoding.ASCII.GetString(Convert.FromBase64String(asked["Authorization"]!["Basic ".Length..]));
        Assert.Equal(("POST", "/oauth/token"), (asked.Method, asked.Target));
        Assert.Equal("me%3A1:s%3ASECRET+%C3%BC%261", basic);
        Assert.Equal("grant_type=client_credentials&scope=read+write", asked.Body);
        Assert.Equal(("application/x-www-form-urlencoded", "application/json"), (asked["Content-Type"], asked["Accept"]));
        Assert.Equal(
            [("/client/v4/things", "Bearer granted-token"), ("/client/v4/things", "Bearer granted-token")],
            server.Requests.Skip(1).Select(r => (r.Target, r["Authorization"]))
        );
    }

    [Fact]
    public async Task The_form_can_have_the_secret_scopes_and_more_values()
    {
        await using TestServer server = await StartAsync(200, Granted);
        using TestClient client = server.CreateClient(o =>
            o.UseAccessClientCredentials(
                "me",
                "secret",
                c =>
                {
                    c.SendSecretInBody = true;
                    c.Scopes = ["all"];
                    c.Parameters["audience"] = "https://api.example.com";
                }
            )
        );

        await client.Call(s_protected).SendAsync(default);

        ReceivedRequest asked = server.Requests.First();
        Assert.Null(asked["Authorization"]);
        Assert.Equal(
            "grant_type=client_credentials&scope=all&client_id=me&client_secret=secret&audience=https%3A%2F%2Fapi.example.com",
            asked.Body
        );
    }

    [Theory]
    [InlineData("3600", 3539, 1)]
    [InlineData("3600", 3541, 2)]
    [InlineData("\"3600\"", 3541, 2)]
    [InlineData("1e400", 100_000, 1)]
    [InlineData("99999999999999999999", 100_000, 1)]
    [InlineData("null", 100_000, 1)]
    public async Task The_expiry_counts_from_the_question(string expiresIn, int later, int asked)
    {
        var clock = new ManualTime();
        await using TestServer server = await StartAsync(200, $$"""{"access_token":"t","expires_in":{{expiresIn}}}""");
        using TestClient client = server.CreateClient(o =>
        {
            o.TimeProvider = clock;
            o.UseAccessClientCredentials("me", Secret);
        });

        await client.Call(s_protected).SendAsync(default);
        clock.Advance(TimeSpan.FromSeconds(later));
        await client.Call(s_protected).SendAsync(default);

        Assert.Equal(asked, server.Requests.Count(r => r.Target == "/oauth/token"));
    }

    [Theory]
    [InlineData(
        401,
        """{"error":"invalid_client","error_description":"The key s:SECRET ü&1 is wrong."}""",
        "401 Unauthorized: invalid_client (The key *** is wrong.)."
    )]
    [InlineData(400, """{"error":"invalid_scope"}""", "400 Bad Request: invalid_scope.")]
    [InlineData(200, """{"error":"unauthorized_client"}""", "200 OK: unauthorized_client.")]
    [InlineData(500, "<html>", "500 Internal Server Error.")]
    [InlineData(302, "", "302 Found.")]
    [InlineData(200, "<html>", "200 OK without an access_token.")]
    [InlineData(200, """{"access_token":""}""", "200 OK without an access_token.")]
    [InlineData(200, """["access_token"]""", "200 OK without an access_token.")]
    [InlineData(200, """{"access_token":"t","token_type":"mac"}""", "a token of the type mac, and only bearer tokens can be sent.")]
    public async Task The_error_of_the_token_url_is_in_the_message(int status, string body, string expected)
    {
        ApiCredentialsException e = await FailAsync(status, body);

        Assert.EndsWith("returned " + expected, e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_body_without_end_is_cut_off()
    {
        await using TestServer server = await TestServer.StartAsync(
            async (HttpContext c) =>
            {
                byte[] block = new byte[1 << 16];
                while (!c.RequestAborted.IsCancellationRequested)
                    await c.Response.Body.WriteAsync(block);
            }
        );
        using TestClient client = server.CreateClient(o => o.UseAccessClientCredentials("me", Secret));

        var e = await Assert.ThrowsAsync<ApiCredentialsException>(() => client.Call(s_protected).SendAsync(default));

        Assert.Contains("more than 1048576 bytes", e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_token_url_that_cannot_be_reached_is_named()
    {
        using var stub = new StubHandler(_ => throw new HttpRequestException(HttpRequestError.ConnectionError));
        using var client = new TestClient(stub, new TestClientOptions().UseAccessClientCredentials("me", Secret));

        var e = await Assert.ThrowsAsync<ApiCredentialsException>(() => client.Call(s_protected).SendAsync(default));

        Assert.Contains("https://api.example.com/oauth/token could not be reached", e.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("http://login.example.com/token?a=1", false, false)]
    [InlineData("http://login.example.com/token", true, true)]
    [InlineData("http://localhost:1/token", false, true)]
    [InlineData("https://login.example.com/token", false, true)]
    public async Task The_secret_is_not_sent_over_plain_http(string url, bool allows, bool isSent)
    {
        using var stub = new StubHandler(r => new HttpResponseMessage(HttpStatusCode.OK)
        {
            Content = new StringContent(r.Method == HttpMethod.Post ? Granted : ""),
        });
        var options = new TestClientOptions { AllowInsecureHttp = allows };
        options.UseAccessTokenProvider(new ApiClientCredentials(new Uri(url), "me", Secret).GetTokenAsync);
        using var client = new TestClient(stub, options);

        Task call = client.Call(s_protected).SendAsync(default);

        if (isSent)
        {
            await call;
            Assert.Equal(url, stub.Requests[0].RequestUri?.OriginalString);
            return;
        }

        var e = await Assert.ThrowsAsync<ApiCredentialsException>(() => call);
        Assert.Contains(
            "unencrypted to http://login.example.com. Use https, or set AllowInsecureHttp.",
            e.Message,
            StringComparison.Ordinal
        );
        Assert.Empty(stub.Requests);
    }

    // They belong to the API, and the token URL is another server's.
    [Fact]
    public async Task Default_headers_of_a_client_that_was_passed_in_stay_behind()
    {
        using var stub = new StubHandler(r => new HttpResponseMessage(HttpStatusCode.OK)
        {
            Content = new StringContent(r.Method == HttpMethod.Post ? Granted : ""),
        });
        using var http = new HttpClient(stub);
        http.DefaultRequestHeaders.Add("X-Api-Secret", "k");
        using var client = new TestClient(http, new TestClientOptions().UseAccessClientCredentials("me", Secret));

        await client.Call(s_protected).SendAsync(default);

        Assert.Equal([false, true], stub.Requests.Select(r => r.Headers.Contains("X-Api-Secret")));
    }

    [Fact]
    public async Task A_client_of_its_own_can_ask()
    {
        using var login = new StubHandler(_ => new HttpResponseMessage { Content = new StringContent(Granted) });
        using var http = new HttpClient(login);
        var credentials = new ApiClientCredentials(new Uri("https://login.example.com/token"), "me", Secret) { HttpClient = http };

        ApiAccessToken token = await credentials.GetTokenAsync(new ApiTokenContext("op", ["a", "b"]), default);

        Assert.Equal("granted-token", token.Token);
        Assert.NotNull(token.ExpiresOn);
    }

    [Theory]
    [InlineData("ftp://example.com/token", "me", "s")]
    [InlineData("https://example.com/token", "", "s")]
    [InlineData("https://example.com/token", "me", "")]
    public void What_can_be_known_at_once_is_refused_at_once(string url, string id, string secret) =>
        Assert.ThrowsAny<ArgumentException>(() => new ApiClientCredentials(new Uri(url), id, secret));

    [Fact]
    public void The_secret_is_in_no_text()
    {
        var credentials = new ApiClientCredentials(new Uri("https://example.com/token?key=SECRET"), "me", Secret);

        Assert.Equal("ApiClientCredentials { TokenUrl = https://example.com/token, ClientId = me }", credentials.ToString());
    }
}
