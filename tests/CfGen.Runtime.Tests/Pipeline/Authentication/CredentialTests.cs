using CfGen.CodeGen;
using CfGen.Runtime.Tests.Support;

namespace CfGen.Runtime.Tests.Pipeline.Authentication;

public class CredentialTests
{
    private const ulong Token = 0b1,
        Pair = 0b110,
        Query = 0b1_0000,
        Cookie = 0b10_0000,
        Basic = 0b100_0000,
        OAuth = 0b1000_0000;

    private static async Task<ReceivedRequest> SendAsync(Action<TestClientOptions> set, params ulong[] security)
    {
        await using TestServer server = await TestServer.StartAsync(204, "");
        using TestClient client = server.CreateClient(o =>
        {
            o.ApiToken = null;
            set(o);
        });
        await client.Call(TestOperations.Create(HttpMethod.Get, security: security)).SendAsync(default);
        return server.SingleRequest;
    }

    private static async Task<ApiCredentialsException> FailAsync(Action<TestClientOptions> set, params ulong[] security)
    {
        var options = new TestClientOptions();
        set(options);
        using var client = new TestClient(options); // its host does not exist: a request that is sent fails otherwise
        ApiCredentialsException e = await Assert.ThrowsAsync<ApiCredentialsException>(() =>
            client.Call(TestOperations.Create(HttpMethod.Get, security: security)).SendAsync(default)
        );
        Assert.Equal("op", e.OperationId);
        Secrets.AssertAbsent(e);
        return e;
    }

    private static void SetPair(TestClientOptions o) => (o.ApiKey, o.ApiEmail) = (Secrets.Key, Secrets.Email);

    [Fact]
    public async Task A_token_is_sent_as_bearer() =>
        Assert.Equal($"Bearer {Secrets.Token}", (await SendAsync(o => o.ApiToken = Secrets.Token, Token, Pair))["Authorization"]);

    [Fact]
    public async Task Key_and_email_are_sent_together()
    {
        ReceivedRequest seen = await SendAsync(SetPair, Token, Pair);

        Assert.Equal((Secrets.Key, Secrets.Email, null), (seen["X-Auth-Key"], seen["X-Auth-Email"], seen["Authorization"]));
    }

    [Theory]
    [InlineData(Token, Pair)]
    [InlineData(Pair, Token)]
    public async Task A_token_is_preferred_to_email_and_key(ulong first, ulong second)
    {
        ReceivedRequest seen = await SendAsync(
            o =>
            {
                SetPair(o);
                o.ApiToken = Secrets.Token;
            },
            first,
            second
        );

        Assert.Equal(($"Bearer {Secrets.Token}", null, null), (seen["Authorization"], seen["X-Auth-Key"], seen["X-Auth-Email"]));
    }

    [Fact]
    public async Task Only_schemes_of_the_operation_are_sent()
    {
        ReceivedRequest seen = await SendAsync(
            o =>
            {
                SetPair(o);
                o.UserServiceKey = Secrets.Key;
            },
            Pair
        );

        Assert.Null(seen["X-Auth-User-Service-Key"]);
    }

    [Theory]
    [InlineData(true, false)]
    [InlineData(false, true)]
    [InlineData(true, true)]
    public async Task Schemes_required_together_are_reduced_to_the_configured_ones(bool token, bool pair)
    {
        // 436 operations of the Cloudflare document demand token, email and key together.
        ReceivedRequest seen = await SendAsync(
            o =>
            {
                if (pair)
                    SetPair(o);
                if (token)
                    o.ApiToken = Secrets.Token;
            },
            Token | Pair
        );

        Assert.Equal(token, seen["Authorization"] is not null);
        Assert.Equal(pair, seen["X-Auth-Key"] is not null);
        Assert.Equal(pair, seen["X-Auth-Email"] is not null);
    }

    [Fact]
    public async Task Missing_credentials_name_options_and_variables()
    {
        ApiCredentialsException e = await FailAsync(_ => { }, Pair, Token);

        Assert.Contains(
            "ApiToken (CFGENTEST_API_TOKEN), or ApiEmail (CFGENTEST_EMAIL) and ApiKey (CFGENTEST_API_KEY)",
            e.Message,
            StringComparison.Ordinal
        );
        Assert.Contains("TestClientOptions", e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_incomplete_pair_names_the_missing_option()
    {
        ApiCredentialsException e = await FailAsync(o => o.ApiKey = Secrets.Key, Token, Pair);

        Assert.Contains(
            "ApiEmail (CFGENTEST_EMAIL) must be set together with ApiKey (CFGENTEST_API_KEY)",
            e.Message,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task An_incomplete_pair_is_ignored_if_a_token_is_set()
    {
        ReceivedRequest seen = await SendAsync(o => (o.ApiKey, o.ApiToken) = (Secrets.Key, Secrets.Token), Token, Pair);

        Assert.Null(seen["X-Auth-Key"]);
        Assert.NotNull(seen["Authorization"]);
    }

    [Fact]
    public async Task An_incomplete_pair_is_not_sent_if_all_schemes_are_required()
    {
        ReceivedRequest seen = await SendAsync(o => (o.ApiKey, o.ApiToken) = (Secrets.Key, Secrets.Token), Token | Pair);

        Assert.Null(seen["X-Auth-Key"]);
    }

    [Theory]
    [InlineData("line\n")]
    [InlineData("line\r\nX-Other: 1")]
    [InlineData("a\0b")]
    [InlineData("tok\u007F")]
    [InlineData("tök")]
    public async Task An_invalid_credential_is_rejected_before_sending(string end)
    {
        ApiCredentialsException e = await FailAsync(o => o.ApiToken = Secrets.Token + end, Token);

        Assert.Contains("ApiToken (CFGENTEST_API_TOKEN)", e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Empty_counts_as_unset() => await FailAsync(o => o.ApiToken = "", Token);

    [Fact]
    public async Task An_operation_without_security_sends_no_credential()
    {
        ReceivedRequest seen = await SendAsync(o => o.ApiToken = Secrets.Token);

        Assert.Null(seen["Authorization"]);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Optional_security_uses_configured_credentials(bool token)
    {
        ReceivedRequest seen = await SendAsync(o => o.ApiToken = token ? Secrets.Token : null, 0, Token);

        Assert.Equal(token, seen["Authorization"] is not null);
    }

    [Fact]
    public async Task Basic_sends_user_and_password_in_base64() =>
        Assert.Equal(
            "Basic QWxhZGRpbjpvcGVuIHNlc2FtZQ==",
            (await SendAsync(o => (o.User, o.Password) = ("Aladdin", "open sesame"), Basic))["Authorization"]
        );

    [Fact]
    public async Task A_query_key_is_percent_encoded() =>
        Assert.Equal("/client/v4/things?key=a%2Fb%26c", (await SendAsync(o => o.QueryKey = "a/b&c", Query)).Target);

    [Fact]
    public async Task A_cookie_key_is_sent_as_a_cookie() =>
        Assert.Equal("session=abc", (await SendAsync(o => o.CookieKey = "abc", Cookie))["Cookie"]);

    [Fact]
    public async Task A_token_is_renewed_after_a_401()
    {
        await using TestServer server = await TestServer.StartAsync(TestServer.Respond(401, ""), TestServer.Respond(204, ""));
        int asked = 0;
        using TestClient client = server.CreateClient(o =>
        {
            o.MaxRetries = 0;
            o.AccessTokenProvider = _ => ValueTask.FromResult("t" + ++asked);
        });

        await client.Call(TestOperations.Create(HttpMethod.Post, security: [OAuth])).SendAsync(default);

        Assert.Equal(["Bearer t1", "Bearer t2"], server.Requests.Select(r => r["Authorization"]));
    }

    [Fact]
    public async Task A_token_is_renewed_once()
    {
        await using TestServer server = await TestServer.StartAsync(401, SampleBodies.Failure(1, "no t1"));
        using TestClient client = server.CreateClient(o => o.AccessTokenProvider = _ => ValueTask.FromResult(Secrets.Token));

        ApiUnauthorizedException e = await Assert.ThrowsAsync<ApiUnauthorizedException>(() =>
            client.Call(TestOperations.Create(HttpMethod.Get, security: [OAuth])).SendAsync(default)
        );

        Assert.Equal(2, server.Requests.Count);
        Secrets.AssertAbsent(e);
    }

    [Theory]
    [InlineData("http://api.example.com/")]
    [InlineData("http://192.168.0.7:8080")]
    public async Task Credentials_are_not_sent_over_plain_http(string url)
    {
        ApiCredentialsException e = await FailAsync(o => (o.ApiToken, o.BaseUrl) = (Secrets.Token, new Uri(url)), Token);

        Assert.Contains("AllowInsecureHttp", e.Message, StringComparison.Ordinal);
    }

    // The call goes to the operation's server: that one counts.
    [Fact]
    public async Task Credentials_are_not_sent_over_plain_http_to_an_operation_server()
    {
        using var stub = new StubHandler(_ => new HttpResponseMessage(System.Net.HttpStatusCode.NoContent));
        using var client = new TestClient(stub, new TestClientOptions { ApiToken = Secrets.Token });

        ApiCredentialsException e = await Assert.ThrowsAsync<ApiCredentialsException>(() =>
            client.Call(At("http://upload.example.com/v2")).SendAsync(default)
        );
        await client.Call(At("http://localhost:8080/v2")).SendAsync(default);

        Assert.Contains("unencrypted to http://upload.example.com.", e.Message, StringComparison.Ordinal);
        Assert.Equal("http://localhost:8080/v2/things", Assert.Single(stub.Requests).RequestUri!.AbsoluteUri);

        static ApiOperationInfo At(string server) => new("op", HttpMethod.Get, "/things") { Security = [Token], ServerUrl = server };
    }

    [Fact]
    public async Task Plain_http_can_be_allowed()
    {
        using var stub = new StubHandler(_ => new HttpResponseMessage(System.Net.HttpStatusCode.NoContent));
        using var client = new TestClient(
            stub,
            new TestClientOptions
            {
                ApiToken = Secrets.Token,
                BaseUrl = new Uri("http://api.example.com"),
                AllowInsecureHttp = true,
            }
        );

        await client.Call(TestOperations.Create(HttpMethod.Get, security: [Token])).SendAsync(default);

        Assert.Single(stub.Requests);
    }

    [Theory]
    [InlineData("http://localhost:1")]
    [InlineData("http://127.0.0.1:1")]
    [InlineData("http://[::1]:1")]
    public async Task Plain_http_to_loopback_is_allowed(string url)
    {
        using var stub = new StubHandler(_ => new HttpResponseMessage(System.Net.HttpStatusCode.NoContent));
        using var client = new TestClient(stub, new TestClientOptions { ApiToken = Secrets.Token, BaseUrl = new Uri(url) });

        await client.Call(TestOperations.Create(HttpMethod.Get, security: [Token])).SendAsync(default);

        Assert.Single(stub.Requests);
    }

    [Fact]
    public async Task Plain_http_without_credentials_is_allowed()
    {
        using var stub = new StubHandler(_ => new HttpResponseMessage(System.Net.HttpStatusCode.NoContent));
        using var client = new TestClient(stub, new TestClientOptions { BaseUrl = new Uri("http://api.example.com") });

        await client.Call(TestOperations.Get).SendAsync(default);

        Assert.Single(stub.Requests);
    }

    [Fact]
    public async Task Violations_are_reported_before_missing_credentials()
    {
        using var client = new TestClient(new TestClientOptions());

        await Assert.ThrowsAsync<ApiValidationException>(() => client.Scores.GetAsync("a", "b"));
        await Assert.ThrowsAsync<ApiCredentialsException>(() => client.Scores.GetAsync("a", SampleBodies.User));
    }
}
