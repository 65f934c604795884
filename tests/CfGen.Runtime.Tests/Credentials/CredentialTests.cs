using CfGen.Infrastructure;
using CfGen.Runtime.Tests.Support;

namespace CfGen.Runtime.Tests.Credentials;

public class CredentialTests
{
    private const ulong Token = 0b1, Pair = 0b110, Query = 0b1_0000, Cookie = 0b10_0000, Basic = 0b100_0000, OAuth = 0b1000_0000;

    private static async Task<Seen> SendAsync(Action<TestClientOptions> set, params ulong[] security)
    {
        await using Server server = await Server.StartAsync(204, "");
        using TestClient client = server.Client(o =>
        {
            o.ApiToken = null;
            set(o);
        });
        await client.Call(Ops.Make(HttpMethod.Get, security: security)).SendAsync(default);
        return server.Only;
    }

    private static async Task<ApiCredentialsException> FailAsync(Action<TestClientOptions> set, params ulong[] security)
    {
        using var stub = new Stub(_ => new HttpResponseMessage());
        var options = new TestClientOptions();
        set(options);
        using var client = new TestClient(stub, options);
        ApiCredentialsException e = await Assert.ThrowsAsync<ApiCredentialsException>(() => client.Call(Ops.Make(HttpMethod.Get, security: security)).SendAsync(default));
        Assert.Empty(stub.Requests);
        Assert.Equal("op", e.OperationId);
        Secrets.AssertAbsent(e);
        return e;
    }

    private static void SetPair(TestClientOptions o) => (o.ApiKey, o.ApiEmail) = (Secrets.Key, Secrets.Email);

    [Fact]
    public async Task A_token_is_a_bearer()
        => Assert.Equal($"Bearer {Secrets.Token}", (await SendAsync(o => o.ApiToken = Secrets.Token, Token, Pair))["Authorization"]);

    [Fact]
    public async Task Key_and_email_are_sent_together()
    {
        Seen seen = await SendAsync(SetPair, Token, Pair);

        Assert.Equal((Secrets.Key, Secrets.Email, null), (seen["X-Auth-Key"], seen["X-Auth-Email"], seen["Authorization"]));
    }

    [Theory]
    [InlineData(Token, Pair)]
    [InlineData(Pair, Token)]
    public async Task A_token_wins_over_the_pair_and_the_pair_stays_at_home(ulong first, ulong second)
    {
        Seen seen = await SendAsync(
            o =>
            {
                SetPair(o);
                o.ApiToken = Secrets.Token;
            },
            first,
            second);

        Assert.Equal(($"Bearer {Secrets.Token}", null, null), (seen["Authorization"], seen["X-Auth-Key"], seen["X-Auth-Email"]));
    }

    [Fact]
    public async Task Only_schemes_that_the_operation_names_are_sent()
    {
        Seen seen = await SendAsync(
            o =>
            {
                SetPair(o);
                o.UserServiceKey = Secrets.Key;
            },
            Pair);

        Assert.Null(seen["X-Auth-User-Service-Key"]);
    }

    [Theory]
    [InlineData(true, false)]
    [InlineData(false, true)]
    [InlineData(true, true)]
    public async Task What_is_demanded_together_is_met_by_what_there_is(bool token, bool pair)
    {
        // 436 operations of the Cloudflare document demand token, email and key together.
        Seen seen = await SendAsync(
            o =>
            {
                if (pair)
                    SetPair(o);
                if (token)
                    o.ApiToken = Secrets.Token;
            },
            Token | Pair);

        Assert.Equal(token, seen["Authorization"] is not null);
        Assert.Equal(pair, seen["X-Auth-Key"] is not null);
        Assert.Equal(pair, seen["X-Auth-Email"] is not null);
    }

    [Fact]
    public async Task None_at_all_names_options_and_variables()
    {
        ApiCredentialsException e = await FailAsync(_ => { }, Pair, Token);

        Assert.Contains("ApiToken (CFGENTEST_API_TOKEN), or ApiEmail (CFGENTEST_EMAIL) and ApiKey (CFGENTEST_API_KEY)", e.Message, StringComparison.Ordinal);
        Assert.Contains("TestClientOptions", e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Half_a_pair_names_the_other_half()
    {
        ApiCredentialsException e = await FailAsync(o => o.ApiKey = Secrets.Key, Token, Pair);

        Assert.Contains("ApiEmail (CFGENTEST_EMAIL) must be set together with ApiKey (CFGENTEST_API_KEY)", e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Half_a_pair_beside_a_token_does_no_harm()
    {
        Seen seen = await SendAsync(o => (o.ApiKey, o.ApiToken) = (Secrets.Key, Secrets.Token), Token, Pair);

        Assert.Null(seen["X-Auth-Key"]);
        Assert.NotNull(seen["Authorization"]);
    }

    [Fact]
    public async Task Half_a_pair_beside_a_token_is_not_used_where_all_are_demanded()
    {
        Seen seen = await SendAsync(o => (o.ApiKey, o.ApiToken) = (Secrets.Key, Secrets.Token), Token | Pair);

        Assert.Null(seen["X-Auth-Key"]);
    }

    [Theory]
    [InlineData("line\n")]
    [InlineData("line\r\nX-Other: 1")]
    [InlineData("a\0b")]
    [InlineData("tok\u007F")]
    [InlineData("tök")]
    public async Task A_character_that_cannot_be_sent_is_found_before_sending(string end)
    {
        ApiCredentialsException e = await FailAsync(o => o.ApiToken = Secrets.Token + end, Token);

        Assert.Contains("ApiToken (CFGENTEST_API_TOKEN)", e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Empty_counts_as_unset()
        => await FailAsync(o => o.ApiToken = "", Token);

    [Fact]
    public async Task An_operation_without_security_sends_none()
    {
        Seen seen = await SendAsync(o => o.ApiToken = Secrets.Token);

        Assert.Null(seen["Authorization"]);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Optional_security_uses_what_there_is(bool token)
    {
        Seen seen = await SendAsync(o => o.ApiToken = token ? Secrets.Token : null, 0, Token);

        Assert.Equal(token, seen["Authorization"] is not null);
    }

    [Fact]
    public async Task Basic_is_user_and_password_in_base64()
        => Assert.Equal("Basic QWxhZGRpbjpvcGVuIHNlc2FtZQ==", (await SendAsync(o => (o.User, o.Password) = ("Aladdin", "open sesame"), Basic))["Authorization"]);

    [Fact]
    public async Task A_key_can_travel_in_the_query_encoded()
        => Assert.Equal("/client/v4/things?key=a%2Fb%26c", (await SendAsync(o => o.QueryKey = "a/b&c", Query)).Target);

    [Fact]
    public async Task A_key_can_travel_in_a_cookie()
        => Assert.Equal("session=abc", (await SendAsync(o => o.CookieKey = "abc", Cookie))["Cookie"]);

    [Fact]
    public async Task A_token_provider_is_asked_again_after_a_401()
    {
        await using Server server = await Server.StartAsync(Server.Says(401, ""), Server.Says(204, ""));
        int asked = 0;
        using TestClient client = server.Client(o =>
        {
            o.MaxRetries = 0;
            o.AccessTokenProvider = _ => ValueTask.FromResult("t" + ++asked);
        });

        await client.Call(Ops.Make(HttpMethod.Post, security: [OAuth])).SendAsync(default);

        Assert.Equal(["Bearer t1", "Bearer t2"], server.Requests.Select(r => r["Authorization"]));
    }

    [Fact]
    public async Task A_token_provider_is_asked_again_once_only()
    {
        await using Server server = await Server.StartAsync(401, Bodies.Failed(1, "no t1"));
        using TestClient client = server.Client(o => o.AccessTokenProvider = _ => ValueTask.FromResult(Secrets.Token));

        ApiUnauthorizedException e = await Assert.ThrowsAsync<ApiUnauthorizedException>(() => client.Call(Ops.Make(HttpMethod.Get, security: [OAuth])).SendAsync(default));

        Assert.Equal(2, server.Requests.Count);
        Secrets.AssertAbsent(e);
    }

    [Theory]
    [InlineData("http://api.example.com/")]
    [InlineData("http://192.168.0.7:8080")]
    public async Task Credentials_do_not_travel_readable(string url)
    {
        ApiCredentialsException e = await FailAsync(o => (o.ApiToken, o.BaseUrl) = (Secrets.Token, new Uri(url)), Token);

        Assert.Contains("AllowInsecureHttp", e.Message, StringComparison.Ordinal);
    }

    // The call goes to the operation's server: that one counts.
    [Fact]
    public async Task Credentials_do_not_travel_readable_to_an_operations_server()
    {
        using var stub = new Stub(_ => new HttpResponseMessage(System.Net.HttpStatusCode.NoContent));
        using var client = new TestClient(stub, new TestClientOptions { ApiToken = Secrets.Token });

        ApiCredentialsException e = await Assert.ThrowsAsync<ApiCredentialsException>(() => client.Call(At("http://upload.example.com/v2")).SendAsync(default));
        await client.Call(At("http://localhost:8080/v2")).SendAsync(default);

        Assert.Contains("readable to http://upload.example.com.", e.Message, StringComparison.Ordinal);
        Assert.Equal("http://localhost:8080/v2/things", Assert.Single(stub.Requests).RequestUri!.AbsoluteUri);

        static ApiOperationInfo At(string server) => new("op", HttpMethod.Get, "/things") { Security = [Token], Server = server };
    }

    [Fact]
    public async Task Unless_that_is_allowed()
    {
        using var stub = new Stub(_ => new HttpResponseMessage(System.Net.HttpStatusCode.NoContent));
        using var client = new TestClient(stub, new TestClientOptions { ApiToken = Secrets.Token, BaseUrl = new Uri("http://api.example.com"), AllowInsecureHttp = true });

        await client.Call(Ops.Make(HttpMethod.Get, security: [Token])).SendAsync(default);

        Assert.Single(stub.Requests);
    }

    [Theory]
    [InlineData("http://localhost:1")]
    [InlineData("http://127.0.0.1:1")]
    [InlineData("http://[::1]:1")]
    public async Task Or_the_host_is_this_machine(string url)
    {
        using var stub = new Stub(_ => new HttpResponseMessage(System.Net.HttpStatusCode.NoContent));
        using var client = new TestClient(stub, new TestClientOptions { ApiToken = Secrets.Token, BaseUrl = new Uri(url) });

        await client.Call(Ops.Make(HttpMethod.Get, security: [Token])).SendAsync(default);

        Assert.Single(stub.Requests);
    }

    [Fact]
    public async Task Without_credentials_plain_http_is_nobodys_business()
    {
        using var stub = new Stub(_ => new HttpResponseMessage(System.Net.HttpStatusCode.NoContent));
        using var client = new TestClient(stub, new TestClientOptions { BaseUrl = new Uri("http://api.example.com") });

        await client.Call(Ops.Get).SendAsync(default);

        Assert.Single(stub.Requests);
    }

    [Fact]
    public async Task Wrong_arguments_come_before_missing_credentials()
    {
        using var client = new TestClient(new TestClientOptions());

        await Assert.ThrowsAsync<ApiValidationException>(() => client.Scores.GetAsync("a", "b"));
        await Assert.ThrowsAsync<ApiCredentialsException>(() => client.Scores.GetAsync("a", Bodies.User));
    }
}
