using CfGen.CodeGen;
using CfGen.Runtime.Tests.Support;

namespace CfGen.Runtime.Tests.Client;

public sealed class OptionsTests : IDisposable
{
    private readonly List<string> _set = [];

    private void Set(string name, string value)
    {
        _set.Add(name);
        Environment.SetEnvironmentVariable(name, value);
    }

    public void Dispose()
    {
        foreach (string name in _set)
            Environment.SetEnvironmentVariable(name, null);
    }

    [Fact]
    public void Defaults_match_the_documentation()
    {
        var options = new TestClientOptions();

        Assert.Equal(
            (2, TimeSpan.FromSeconds(60), TimeSpan.FromSeconds(60), 100L << 20, 64, false, false, ResponseValidation.Strict),
            (
                options.MaxRetries,
                options.Timeout,
                options.MaxRetryAfter,
                options.MaxResponseBytes,
                options.MaxDepth,
                options.AllowInsecureHttp,
                options.RetryNonIdempotent,
                options.ResponseValidation
            )
        );
    }

    [Fact]
    public void Environment_variables_are_read_and_empty_ones_ignored()
    {
        Set("CFGENTEST_API_TOKEN", "");
        Set("CFGENTEST_TOKEN", "second");
        Set("CFGENTEST_KEY", "k");
        Set("CFGENTEST_EMAIL", "e");
        Set("CFGENTEST_USER", "u");
        Set("CFGENTEST_PASSWORD", "p");
        Set("CFGENTEST_BASE_URL", "https://other.example.com/v9");

        TestClientOptions o = TestClientOptions.FromEnvironment();

        Assert.Equal(
            ("second", "k", "e", "u", "p", new Uri("https://other.example.com/v9")),
            (o.ApiToken, o.ApiKey, o.ApiEmail, o.User, o.Password, o.BaseUrl)
        );
        Assert.Null(o.UserServiceKey);
        Assert.Null(new TestClientOptions().ApiToken);
    }

    [Fact]
    public async Task An_invalid_base_url_fails_the_call_not_the_constructor()
    {
        Set("CFGENTEST_BASE_URL", "not a url " + Secrets.Key);
        using var client = new TestClient();

        ApiConnectionException e = await Assert.ThrowsAsync<ApiConnectionException>(() =>
            client.Call(TestOperations.Get).SendAsync(default)
        );

        Assert.Contains("TestClientOptions.BaseUrl (CFGENTEST_BASE_URL)", e.Message, StringComparison.Ordinal);
        Secrets.AssertAbsent(e);
    }

    [Theory]
    [InlineData("https://api.example.com", "https://api.example.com/things")]
    [InlineData("https://api.example.com/v4/", "https://api.example.com/v4/things")]
    [InlineData("https://user:SECRET@api.example.com/v4?x=SECRET#SECRET", "https://api.example.com/v4/things")]
    [InlineData("https://api.example.com:8443/a%2Fb", "https://api.example.com:8443/a%2Fb/things")]
    public async Task The_base_url_sets_origin_and_path(string url, string sent)
    {
        using var stub = new StubHandler(_ => new HttpResponseMessage(System.Net.HttpStatusCode.NoContent));
        using var client = new TestClient(stub, new TestClientOptions { BaseUrl = new Uri(url) });

        await client.Call(TestOperations.Get).SendAsync(default);

        Assert.Equal(sent, Assert.Single(stub.Requests).RequestUri!.AbsoluteUri);
    }

    [Fact]
    public void ToString_of_options_has_no_secret()
    {
        var options = new TestClientOptions
        {
            ApiToken = Secrets.Token,
            ApiKey = Secrets.Key,
            Password = "SECRET",
            BaseUrl = new Uri("https://SECRET:SECRET@api.example.com/v4?k=SECRET"),
        };

        Assert.Equal("TestClientOptions { BaseUrl = https://api.example.com/v4 }", options.ToString());
    }

    [Fact]
    public async Task A_client_copies_its_options()
    {
        await using TestServer server = await TestServer.StartAsync(204, "");
        TestClientOptions options = server.CreateOptions();
        using var client = new TestClient(options);
        options.ApiToken = "other";
        options.DefaultHeaders["X-Late"] = "1";

        await client.Call(TestOperations.Create(HttpMethod.Get, security: [1])).SendAsync(default);

        Assert.Equal($"Bearer {Secrets.Token}", server.SingleRequest["Authorization"]);
        Assert.Null(server.SingleRequest["X-Late"]);
    }

    [Fact]
    public async Task Default_and_call_headers_and_query_are_sent_and_the_call_wins()
    {
        await using TestServer server = await TestServer.StartAsync(204, "");
        using TestClient client = server.CreateClient(o =>
        {
            o.DefaultHeaders["X-A"] = "1";
            o.DefaultHeaders["X-B"] = "1";
            o.DefaultQuery["q"] = "a b";
        });

        await client
            .Call(
                TestOperations.Get,
                new RequestOptions { Headers = { ["x-b"] = "2", ["User-Agent"] = "mine/1" }, Query = { ["r"] = "ä&" } }
            )
            .AddInt64(ParameterLocation.Query, "page", 2L, "#", false)
            .SendAsync(default);

        Assert.Equal(("1", "2", "mine/1"), (server.SingleRequest["X-A"], server.SingleRequest["X-B"], server.SingleRequest["User-Agent"]));
        Assert.Equal("/client/v4/things?page=2&q=a%20b&r=%C3%A4%26", server.SingleRequest.Target);
    }

    [Theory]
    [InlineData("X-A", "a\r\nX-Evil: 1")]
    [InlineData("X-A", "a\nb")]
    [InlineData("X A", "a")]
    [InlineData("", "a")]
    public async Task Headers_that_would_inject_are_rejected(string name, string value)
    {
        using var stub = new StubHandler(_ => new HttpResponseMessage());
        using var client = new TestClient(stub, new TestClientOptions());

        await Assert.ThrowsAsync<ApiValidationException>(() =>
            client.Call(TestOperations.Get, new RequestOptions { Headers = { [name] = value } }).SendAsync(default)
        );

        Assert.Empty(stub.Requests);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_handler_is_disposed_if_requested(bool dispose)
    {
        using var stub = new StubHandler(_ => new HttpResponseMessage());

        new TestClient(stub, new TestClientOptions(), dispose).Dispose();

        Assert.Equal(dispose, stub.IsDisposed);
    }

    [Fact]
    public void A_borrowed_client_is_never_disposed()
    {
        using var stub = new StubHandler(_ => new HttpResponseMessage());
        using var http = new HttpClient(stub);

        new TestClient(http, new TestClientOptions()).Dispose();

        Assert.False(stub.IsDisposed);
    }

    [Fact]
    public async Task A_mock_resource_explains_that_it_has_no_client()
    {
        InvalidOperationException e = await Assert.ThrowsAsync<InvalidOperationException>(() => new MockResource().GetAsync("a", "b"));

        Assert.Contains("mocks", e.Message, StringComparison.Ordinal);
    }

    private sealed class MockResource : ScoreResource;
}
