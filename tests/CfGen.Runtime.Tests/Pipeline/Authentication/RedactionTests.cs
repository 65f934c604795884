using System.Net;
using System.Text;
using System.Text.Json;
using CfGen.CodeGen;
using CfGen.Runtime.Tests.Support;

namespace CfGen.Runtime.Tests.Pipeline.Authentication;

/// <summary>
/// Servers echo what they got, and proxies echo URLs: no form in which a credential was sent stands in a message or a log.
/// </summary>
public class RedactionTests
{
    private const ulong Query = 0b1_0000,
        Basic = 0b100_0000,
        OAuth = 0b1000_0000;

    private const string Key = "key/SECRET+4712=&ü";

    private static readonly string s_encoded = Uri.EscapeDataString(Key);

    private static async Task<ApiException> FailAsync(
        ulong security,
        Action<TestClientOptions> set,
        Func<HttpRequestMessage, HttpResponseMessage> respond
    )
    {
        using var stub = new StubHandler(respond);
        using var logs = new ListLogger();
        var options = new TestClientOptions
        {
            TimeProvider = new InstantClock(),
            Timeout = Timeout.InfiniteTimeSpan,
            MaxRetries = 1,
            LoggerFactory = logs,
        };
        set(options);
        using var client = new TestClient(stub, options);

        ApiException e = await Assert.ThrowsAnyAsync<ApiException>(() =>
            client
                .Call(TestOperations.Create(HttpMethod.Get, envelope: EnvelopeKind.Result, security: [security]))
                .SendForResultAsync<Score>(default)
        );

        Assert.NotEmpty(stub.Requests);
        Assert.NotEmpty(logs.Entries);
        Secrets.AssertAbsent(e);
        Secrets.AssertAbsent(logs.Text);
        return e;
    }

    private static HttpResponseMessage Error(string message) =>
        new(HttpStatusCode.ServiceUnavailable)
        {
            Content = new StringContent($$"""{"errors":[{"code":1,"message":{{JsonSerializer.Serialize(message)}}}]}"""),
        };

    [Fact]
    public async Task An_encoded_key_that_the_body_echoes_is_redacted()
    {
        Assert.Equal("key%2FSECRET%2B4712%3D%26%C3%BC", s_encoded);

        ApiException e = await FailAsync(
            Query,
            o => o.QueryKey = Key,
            r =>
            {
                Assert.EndsWith("?key=" + s_encoded, r.RequestUri!.AbsoluteUri, StringComparison.Ordinal);
                return Error($"no route for {r.RequestUri.PathAndQuery}");
            }
        );

        Assert.Contains("no route for /client/v4/things?key=*** (code 1)", e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_key_that_the_body_echoes_as_it_is_is_redacted()
    {
        ApiException e = await FailAsync(Query, o => o.QueryKey = Key, _ => Error($"the key '{Key}' is unknown"));

        Assert.Contains("the key '***' is unknown (code 1)", e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task User_and_password_in_base64_are_redacted()
    {
        string sent = Convert.ToBase64String(Encoding.UTF8.GetBytes("user:" + Secrets.Key));

        ApiException e = await FailAsync(
            Basic,
            o => (o.User, o.Password) = ("user", Secrets.Key),
            r =>
            {
                Assert.Equal(sent, r.Headers.Authorization!.Parameter);
                return Error($"'Basic {sent}' is wrong");
            }
        );

        Assert.DoesNotContain(sent, e.Message, StringComparison.Ordinal);
        Assert.Contains("'Basic ***' is wrong", e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_token_of_a_provider_is_redacted()
    {
        ApiException e = await FailAsync(
            OAuth,
            o => o.AccessTokenProvider = _ => ValueTask.FromResult(Secrets.Token),
            _ => Error($"token {Secrets.Token} is wrong")
        );

        Assert.Contains("token *** is wrong", e.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("https://api.example.com/next?key=")]
    [InlineData("https://other.test/next?key=")]
    [InlineData("http://api.example.com/next?key=")]
    [InlineData("ftp://api.example.com/next?key=")]
    public async Task An_encoded_key_in_the_url_of_a_redirect_is_in_no_message(string location)
    {
        await FailAsync(
            Query,
            o => o.QueryKey = Key,
            r =>
                r.RequestUri!.AbsolutePath == "/next"
                    ? throw new HttpRequestException(HttpRequestError.ConnectionError)
                    : new HttpResponseMessage(HttpStatusCode.Found) { Headers = { Location = new Uri(location + s_encoded) } }
        );
    }

    [Fact]
    public async Task An_encoded_key_in_a_place_of_the_body_is_redacted()
    {
        // The name of a property that the response has is part of the place that the message names.
        string body = $$$"""{"success":true,"result":{"email":"e","name":"n","events":[],"{{{s_encoded}}}":tru}}""";

        ApiException e = await FailAsync(
            Query,
            o => o.QueryKey = Key,
            _ => new HttpResponseMessage(HttpStatusCode.OK) { Content = new StringContent(body) }
        );

        Assert.IsType<ApiResponseFormatException>(e);
    }

    [Fact]
    public async Task A_credential_that_begins_with_another_leaves_no_rest()
    {
        ApiException e = await FailAsync(
            Query,
            o => (o.UserServiceKey, o.QueryKey) = ("key-SECR", "key-SECRET"),
            _ => Error("the key 'key-SECRET' is unknown")
        );

        Assert.Contains("the key '***' is unknown", e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_credential_at_the_cut_of_a_long_message_leaves_no_beginning()
    {
        ApiException e = await FailAsync(Query, o => o.QueryKey = Secrets.Key, _ => Error(new string('x', 289) + Secrets.Key));

        Assert.DoesNotContain("key-SEC", e.Message, StringComparison.Ordinal);
        Assert.Contains("xxx***", e.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("dev", "developers have no device", "developers have no device")]
    [InlineData("dev", "/things?key=dev&page=1", "/things?key=***&page=1")]
    [InlineData("1234567", "1234567 of 12345678", "1234567 of 12345678")]
    [InlineData("12345678", "12345678 is wrong", "*** is wrong")]
    public async Task A_short_credential_is_hidden_only_where_the_request_is_echoed(string key, string echo, string shown)
    {
        ApiException e = await FailAsync(Query, o => o.QueryKey = key, _ => Error(echo));

        Assert.Contains(shown, e.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("authorization: bearer abc", "authorization: Bearer ***")]
    [InlineData("a bearer of abc", "a bearer of abc")]
    public async Task A_short_token_is_hidden_in_its_header(string echo, string shown)
    {
        ApiException e = await FailAsync(OAuth, o => o.AccessTokenProvider = _ => ValueTask.FromResult("abc"), _ => Error(echo));

        Assert.Contains(shown, e.Message, StringComparison.Ordinal);
    }

    /// <summary>The request to another origin has no credential, but the first server may have passed it on.</summary>
    [Fact]
    public async Task A_token_of_a_provider_is_hidden_after_a_redirect_to_another_origin()
    {
        const string token = "SECRET of a provider";

        ApiException e = await FailAsync(
            OAuth,
            o => (o.AccessTokenProvider, o.AllowCrossOriginRedirects) = (_ => ValueTask.FromResult(token), true),
            r =>
                r.RequestUri!.Host == "other.example.com"
                    ? Error($"no session {token} {r.Headers.Contains("Authorization")}")
                    : new HttpResponseMessage(HttpStatusCode.TemporaryRedirect)
                    {
                        Headers = { Location = new Uri("https://other.example.com/things") },
                    }
        );

        Assert.Contains("no session *** False", e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_short_password_is_hidden_in_its_header()
    {
        ApiException e = await FailAsync(Basic, o => (o.User, o.Password) = ("a", "b"), _ => Error("Basic YTpi: a bad basis"));

        Assert.Contains("Basic ***: a bad basis", e.Message, StringComparison.Ordinal);
    }
}
