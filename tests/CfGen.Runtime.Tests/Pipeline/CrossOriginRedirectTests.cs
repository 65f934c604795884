using System.Net;
using CfGen.CodeGen;
using CfGen.Runtime.Tests.Support;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace CfGen.Runtime.Tests.Pipeline;

/// <summary>Redirects to another origin on real servers: what goes with them, and which of them are refused.</summary>
public sealed class CrossOriginRedirectTests : IAsyncLifetime
{
    private const ulong Token = 0b1;
    private const string WayOut = "Set AllowCrossOriginRedirects to follow it all the same.";

    private TestServer _api = null!;
    private TestServer _other = null!;
    private int _status = 302;

    public async Task InitializeAsync()
    {
        _other = await TestServer.StartAsync(204, "");
        _api = await TestServer.StartAsync(context =>
        {
            context.Response.StatusCode = _status;
            context.Response.Headers.Location = _other.Url + "/x";
            return Task.CompletedTask;
        });
    }

    public async Task DisposeAsync()
    {
        await _api.DisposeAsync();
        await _other.DisposeAsync();
    }

    private static SocketsHttpHandler CreateHandler() => new() { AllowAutoRedirect = false };

    private static ApiRequestBuilder Call(TestClient client, HttpMethod? method = null) =>
        client.Call(
            TestOperations.Create(method ?? HttpMethod.Get, security: [Token]),
            new RequestOptions { Headers = { ["X-Call"] = Secrets.Key, ["Authorization"] = "Basic " + Secrets.Key } }
        );

    private TestClientOptions CreateOptions(bool allow = false) =>
        _api.CreateOptions(o =>
        {
            o.DefaultHeaders["X-Default"] = Secrets.Key;
            o.AllowCrossOriginRedirects = allow;
        });

    private void AssertNoSecretWentAlong()
    {
        ReceivedRequest seen = _other.SingleRequest;
        Assert.DoesNotContain(seen.Headers, h => h.Value.Contains("SECRET", StringComparison.Ordinal));
        Assert.DoesNotContain("SECRET", seen.Target, StringComparison.Ordinal);
        Assert.Null(seen["X-Default"]);
        Assert.Null(seen["X-Call"]);
        Assert.Null(seen["Authorization"]);
    }

    private async Task<string> AssertRefusedAsync(TestClient client, HttpMethod? method = null, string? body = null)
    {
        ApiRequestBuilder call = Call(client, method);
        if (body is not null)
            call = call.WithTextBody(body, true, "text/plain");
        ApiConnectionException e = await Assert.ThrowsAsync<ApiConnectionException>(() => call.SendAsync(default));

        Assert.Empty(_other.Requests);
        Assert.Single(_api.Requests);
        Assert.Equal(1, e.Attempts);
        Secrets.AssertAbsent(e);
        return e.Message;
    }

    [Theory]
    [InlineData(301)]
    [InlineData(302)]
    [InlineData(303)]
    [InlineData(307)]
    [InlineData(308)]
    public async Task The_own_transport_follows_without_any_credential(int status)
    {
        _status = status;
        using var client = new TestClient(CreateOptions());

        await Call(client).SendAsync(default);

        Assert.Equal($"Basic {Secrets.Key}", _api.SingleRequest["Authorization"]);
        AssertNoSecretWentAlong();
    }

    [Theory]
    [InlineData(307, "POST")]
    [InlineData(308, "POST")]
    [InlineData(307, "PUT")]
    [InlineData(301, "PUT")]
    [InlineData(302, "PATCH")]
    public async Task A_body_is_not_sent_to_another_origin(int status, string method)
    {
        _status = status;
        using var client = new TestClient(CreateOptions());

        string message = await AssertRefusedAsync(client, new HttpMethod(method), Secrets.Body);

        Assert.Equal(
            $"{method} /things (op) was redirected to another origin, {_other.Url}. The redirect is not followed: its body would go with it. {WayOut}",
            message
        );
    }

    [Fact]
    public async Task A_body_is_sent_to_another_origin_if_allowed()
    {
        _status = 307;
        using var client = new TestClient(CreateOptions(allow: true));

        await Call(client, HttpMethod.Post).WithTextBody("text", true, "text/plain").SendAsync(default);

        Assert.Equal(("POST", "text"), (_other.SingleRequest.Method, _other.SingleRequest.Body));
        AssertNoSecretWentAlong();
    }

    [Theory]
    [InlineData(303)]
    [InlineData(302)]
    public async Task A_post_that_becomes_a_get_leaves_its_body_behind(int status)
    {
        _status = status;
        using var client = new TestClient(CreateOptions());

        await Call(client, HttpMethod.Post).WithTextBody(Secrets.Body, true, "text/plain").SendAsync(default);

        Assert.Equal(("GET", ""), (_other.SingleRequest.Method, _other.SingleRequest.Body));
        AssertNoSecretWentAlong();
    }

    [Theory]
    [InlineData("X-Api-Key")]
    [InlineData("Authorization")]
    [InlineData("Cookie")]
    [InlineData("Accept-Language")]
    public async Task Default_headers_of_a_borrowed_client_refuse_the_redirect(string name)
    {
        using var http = new HttpClient(CreateHandler());
        http.DefaultRequestHeaders.TryAddWithoutValidation(name, Secrets.Key);
        using var client = new TestClient(http, CreateOptions());

        string message = await AssertRefusedAsync(client);

        Assert.Equal(
            $"GET /things (op) was redirected to another origin, {_other.Url}. The redirect is not followed: {name} of the DefaultRequestHeaders of the HttpClient would go with it; DefaultHeaders of the options would not. {WayOut}",
            message
        );
    }

    [Fact]
    public async Task Accept_and_user_agent_of_a_borrowed_client_may_go_along()
    {
        using var http = new HttpClient(CreateHandler());
        http.DefaultRequestHeaders.Accept.ParseAdd("text/html");
        http.DefaultRequestHeaders.UserAgent.ParseAdd("mine/1");
        using var client = new TestClient(http, CreateOptions());

        await Call(client).SendAsync(default);

        AssertNoSecretWentAlong();
    }

    [Fact]
    public async Task Default_headers_of_a_borrowed_client_go_along_if_allowed()
    {
        using var http = new HttpClient(CreateHandler());
        http.DefaultRequestHeaders.Add("X-Tenant", "7");
        using var client = new TestClient(http, CreateOptions(allow: true));

        await Call(client).SendAsync(default);

        Assert.Equal("7", _other.SingleRequest["X-Tenant"]);
        AssertNoSecretWentAlong();
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task An_own_handler_refuses_the_redirect(bool isInClient)
    {
        using var handler = new KeyHandler(CreateHandler());
        using var http = new HttpClient(handler);
        using TestClient client = isInClient ? new TestClient(http, CreateOptions()) : new TestClient(handler, CreateOptions());

        string message = await AssertRefusedAsync(client);

        Assert.Equal(
            $"GET /things (op) was redirected to another origin, {_other.Url}. The redirect is not followed: headers that the {(isInClient ? "HttpClient" : "handler")} that was passed in adds may go with it. {WayOut}",
            message
        );
    }

    [Fact]
    public async Task A_handler_with_credentials_refuses_the_redirect()
    {
        using var handler = new SocketsHttpHandler { AllowAutoRedirect = false, Credentials = new NetworkCredential("me", Secrets.Key) };
        using var client = new TestClient(handler, CreateOptions());

        Assert.Contains("headers that the handler that was passed in adds", await AssertRefusedAsync(client), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_handler_of_the_framework_adds_nothing()
    {
        using var classic = new HttpClientHandler { AllowAutoRedirect = false };
        using var client = new TestClient(classic, CreateOptions());

        await Call(client).SendAsync(default);

        AssertNoSecretWentAlong();
    }

    [Fact]
    public async Task Handlers_added_to_a_client_of_a_factory_refuse_the_redirect()
    {
        using ServiceProvider services = CreateFactory(b => b.AddHttpMessageHandler(() => new KeyHandler(null)));
        using HttpClient http = services.GetRequiredService<IHttpClientFactory>().CreateClient("api");
        using var client = new TestClient(http, CreateOptions());

        Assert.Contains("headers that the HttpClient that was passed in adds", await AssertRefusedAsync(client), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_client_of_a_factory_without_added_handlers_follows()
    {
        using ServiceProvider services = CreateFactory(_ => { });
        using HttpClient http = services.GetRequiredService<IHttpClientFactory>().CreateClient("api");
        using var client = new TestClient(http, CreateOptions());

        await Call(client).SendAsync(default);

        AssertNoSecretWentAlong();
    }

    [Fact]
    public async Task A_client_that_followed_by_itself_is_recognized_by_the_final_uri()
    {
        using var http = new HttpClient();
        using var refused = new TestClient(http, CreateOptions());
        using var allowed = new TestClient(http, CreateOptions(allow: true));

        ApiConnectionException e = await Assert.ThrowsAsync<ApiConnectionException>(() => Call(refused).SendAsync(default));
        Assert.StartsWith(
            $"GET /things (op) was redirected by the HttpClient that was passed in to {_other.Url}, and its headers may have gone with it.",
            e.Message,
            StringComparison.Ordinal
        );
        await Call(allowed).SendAsync(default);

        Assert.Equal(2, _other.Requests.Count);
    }

    private static ServiceProvider CreateFactory(Action<IHttpClientBuilder> add)
    {
        var services = new ServiceCollection();
        add(services.AddHttpClient("api").ConfigurePrimaryHttpMessageHandler(CreateHandler));
        return services.BuildServiceProvider();
    }

    private sealed class KeyHandler : DelegatingHandler
    {
        public KeyHandler(HttpMessageHandler? inner)
        {
            if (inner is not null)
                InnerHandler = inner;
        }

        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            request.Headers.TryAddWithoutValidation("X-Key", Secrets.Key);
            return base.SendAsync(request, cancellationToken);
        }
    }
}
