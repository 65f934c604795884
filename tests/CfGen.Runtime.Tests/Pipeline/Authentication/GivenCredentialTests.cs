using System.Net;
using CfGen.CodeGen;
using CfGen.Runtime.Tests.Support;

namespace CfGen.Runtime.Tests.Pipeline.Authentication;

/// <summary>Credentials that are not in the options of schemes: in headers and query parameters, or added by a handler.</summary>
public class GivenCredentialTests
{
    private const ulong Token = 0b1,
        Pair = 0b110,
        Query = 0b1_0000,
        Cookie = 0b10_0000,
        OAuth = 0b1000_0000;

    private const string NoCredential = "TestClientOptions had no credential for op: set ";

    private static HttpResponseMessage NoContent() => new(HttpStatusCode.NoContent);

    private static Task CallAsync(TestClient client, RequestOptions? options, params ulong[] security) =>
        client.Call(TestOperations.Create(HttpMethod.Get, security: security), options).SendAsync(default);

    private static async Task<HttpRequestMessage> SendAsync(TestClientOptions options, RequestOptions? call, params ulong[] security)
    {
        using var stub = new StubHandler(_ => NoContent());
        using var client = new TestClient(stub, options);
        await CallAsync(client, call, security);
        return Assert.Single(stub.Requests);
    }

    private static async Task<ReceivedRequest> SendOwnedAsync(Action<TestClientOptions> set, RequestOptions? call, params ulong[] security)
    {
        await using TestServer server = await TestServer.StartAsync(204, "");
        using TestClient client = server.CreateClient(o =>
        {
            o.ApiToken = null;
            set(o);
        });
        await CallAsync(client, call, security);
        return server.SingleRequest;
    }

    private static string? Get(HttpRequestMessage request, string header) =>
        request.Headers.TryGetValues(header, out IEnumerable<string>? values) ? string.Join(", ", values) : null;

    [Fact]
    public async Task A_handler_may_add_the_credential_where_the_options_have_none() =>
        Assert.Null((await SendAsync(new TestClientOptions(), null, Pair, Token)).Headers.Authorization);

    [Fact]
    public async Task A_client_that_was_passed_in_may_have_the_credential()
    {
        using var stub = new StubHandler(_ => NoContent());
        using var http = new HttpClient(stub);
        http.DefaultRequestHeaders.Add("Authorization", "Bearer " + Secrets.Token);
        using var client = new TestClient(http, new TestClientOptions());

        await CallAsync(client, null, Pair, Token);

        Assert.Equal("Bearer " + Secrets.Token, Get(Assert.Single(stub.Requests), "Authorization"));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Half_a_pair_is_refused_although_a_handler_may_add_the_rest(bool key)
    {
        using var stub = new StubHandler(_ => NoContent());
        var options = new TestClientOptions { ApiKey = key ? Secrets.Key : null, ApiEmail = key ? null : Secrets.Email };
        using var client = new TestClient(stub, options);

        ApiCredentialsException e = await Assert.ThrowsAsync<ApiCredentialsException>(() => CallAsync(client, null, Token, Pair));

        Assert.Contains("must be set together with", e.Message, StringComparison.Ordinal);
        Assert.Empty(stub.Requests);
    }

    [Fact]
    public async Task A_credential_of_other_operations_leaves_nothing_to_handlers()
    {
        using var stub = new StubHandler(_ => NoContent());
        using var client = new TestClient(stub, new TestClientOptions { UserServiceKey = Secrets.Key });

        await Assert.ThrowsAsync<ApiCredentialsException>(() => CallAsync(client, null, Token));

        Assert.Empty(stub.Requests);
    }

    [Theory]
    [InlineData("Authorization", Token)]
    [InlineData("authorization", OAuth)]
    [InlineData("AUTHORIZATION", Pair)] // it is a credential, whatever the document declares
    public async Task A_default_header_counts_for_an_own_transport(string name, ulong security)
    {
        ReceivedRequest seen = await SendOwnedAsync(o => o.DefaultHeaders[name] = "Custom abc", null, security);

        Assert.Equal("Custom abc", seen["Authorization"]);
    }

    [Fact]
    public async Task A_header_of_the_call_counts_for_an_own_transport()
    {
        var call = new RequestOptions { Headers = { ["x-auth-key"] = "k", ["X-Auth-Email"] = "e" } };

        ReceivedRequest seen = await SendOwnedAsync(_ => { }, call, Token, Pair);

        Assert.Equal(("k", "e", null), (seen["X-Auth-Key"], seen["X-Auth-Email"], seen["Authorization"]));
    }

    [Theory]
    [InlineData("session=abc", true)]
    [InlineData("other=1; session=abc", true)]
    [InlineData("session=", false)]
    [InlineData("my_session=abc; sessions=1", false)]
    [InlineData("", false)]
    public async Task A_cookie_of_the_call_counts_by_its_name(string header, bool counts)
    {
        var call = new RequestOptions { Headers = { ["Cookie"] = header } };

        if (counts)
            Assert.Equal(header, (await SendOwnedAsync(_ => { }, call, Cookie))["Cookie"]);
        else
            await Assert.ThrowsAsync<ApiCredentialsException>(() => SendOwnedAsync(_ => { }, call, Cookie));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_query_parameter_counts_and_is_sent_once(bool isDefault)
    {
        var call = new RequestOptions();
        if (!isDefault)
            call.Query["key"] = "given";

        ReceivedRequest seen = await SendOwnedAsync(
            o =>
            {
                o.QueryKey = "configured";
                if (isDefault)
                    o.DefaultQuery["key"] = "given";
            },
            call,
            Query
        );

        Assert.Equal("/client/v4/things?key=given", seen.Target);
    }

    [Theory]
    [InlineData("")]
    [InlineData("  ")]
    public async Task An_empty_header_is_no_credential(string value) =>
        await Assert.ThrowsAsync<ApiCredentialsException>(() =>
            SendOwnedAsync(o => o.DefaultHeaders["Authorization"] = value, null, Token)
        );

    [Fact]
    public async Task Half_a_pair_in_headers_is_refused()
    {
        ApiCredentialsException e = await Assert.ThrowsAsync<ApiCredentialsException>(() =>
            SendOwnedAsync(_ => { }, new RequestOptions { Headers = { ["X-Auth-Key"] = "k" } }, Token, Pair)
        );

        Assert.Contains("ApiEmail (CFGENTEST_EMAIL) must be set together with ApiKey", e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_header_completes_the_pair_of_the_options()
    {
        var call = new RequestOptions { Headers = { ["X-Auth-Email"] = "e" } };

        ReceivedRequest seen = await SendOwnedAsync(o => o.ApiKey = Secrets.Key, call, Token, Pair);

        Assert.Equal((Secrets.Key, "e"), (seen["X-Auth-Key"], seen["X-Auth-Email"]));
    }

    [Fact]
    public async Task Nothing_is_sent_beside_a_credential_of_the_call()
    {
        var call = new RequestOptions { Headers = { ["Authorization"] = "Bearer other" } };

        ReceivedRequest seen = await SendOwnedAsync(o => (o.ApiKey, o.ApiEmail) = (Secrets.Key, Secrets.Email), call, Pair, Token);

        Assert.Equal(("Bearer other", null, null), (seen["Authorization"], seen["X-Auth-Key"], seen["X-Auth-Email"]));
    }

    [Fact]
    public async Task A_provider_is_not_asked_beside_a_credential_of_the_call()
    {
        int asked = 0;
        var options = new TestClientOptions { AccessTokenProvider = _ => ValueTask.FromResult("t" + ++asked) };

        HttpRequestMessage seen = await SendAsync(options, new RequestOptions { Headers = { ["Authorization"] = "Bearer own" } }, OAuth);

        Assert.Equal((0, "Bearer own"), (asked, Get(seen, "Authorization")));
    }

    [Fact]
    public async Task A_credential_in_a_header_is_not_sent_over_plain_http()
    {
        var options = new TestClientOptions { BaseUrl = new Uri("http://api.example.com") };
        options.DefaultHeaders["Authorization"] = "Bearer " + Secrets.Token;
        using var client = new TestClient(options);

        ApiCredentialsException e = await Assert.ThrowsAsync<ApiCredentialsException>(() => CallAsync(client, null, Token));

        Assert.Contains("AllowInsecureHttp", e.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("handler")]
    [InlineData("client")]
    [InlineData("options")]
    [InlineData("call")]
    public async Task A_401_says_that_the_options_had_no_credential(string place)
    {
        string authorization = "Bearer " + Secrets.Token;
        using var stub = new StubHandler(_ => new HttpResponseMessage(HttpStatusCode.Unauthorized)
        {
            Content = new StringContent($$"""{"message":"{{authorization}} is unknown"}"""),
        });
        using var http = new HttpClient(stub);
        var options = new TestClientOptions();
        var call = new RequestOptions();
        if (place == "client")
            http.DefaultRequestHeaders.Add("Authorization", authorization);
        if (place == "options")
            options.DefaultHeaders["Authorization"] = authorization;
        if (place != "handler")
            call.Headers["Authorization"] = authorization;
        using TestClient client = place == "client" ? new TestClient(http, options) : new TestClient(stub, options);

        var e = await Assert.ThrowsAsync<ApiUnauthorizedException>(() => CallAsync(client, call, Token, Pair));

        Assert.Contains(
            NoCredential + "ApiToken (CFGENTEST_API_TOKEN), or ApiEmail (CFGENTEST_EMAIL) and ApiKey (CFGENTEST_API_KEY), unless",
            e.Message,
            StringComparison.Ordinal
        );
        if (place != "handler") // whose header nobody sees here
            Secrets.AssertAbsent(e.Message);
    }

    [Theory]
    [InlineData(Secrets.Token, HttpStatusCode.Unauthorized, false)]
    [InlineData(null, HttpStatusCode.Unauthorized, true)]
    [InlineData(null, HttpStatusCode.Forbidden, false)]
    public async Task Only_a_401_without_a_credential_says_so(string? token, HttpStatusCode status, bool says)
    {
        using var stub = new StubHandler(_ => new HttpResponseMessage(status));
        using var client = new TestClient(stub, new TestClientOptions { ApiToken = token });

        var e = await Assert.ThrowsAnyAsync<ApiStatusException>(() => CallAsync(client, null, 0, Token));

        Assert.Equal(says, e.Message.Contains(NoCredential, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_401_of_an_operation_without_security_names_no_option()
    {
        using var stub = new StubHandler(_ => new HttpResponseMessage(HttpStatusCode.Unauthorized));
        using var client = new TestClient(stub, new TestClientOptions());

        var e = await Assert.ThrowsAsync<ApiUnauthorizedException>(() => CallAsync(client, null));

        Assert.DoesNotContain("TestClientOptions", e.Message, StringComparison.Ordinal);
    }
}
