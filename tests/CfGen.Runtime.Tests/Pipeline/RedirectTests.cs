using System.Net;
using CfGen.Runtime.Tests.Support;
using Microsoft.AspNetCore.Http;

namespace CfGen.Runtime.Tests.Pipeline;

public class RedirectTests
{
    private static Func<HttpContext, Task> RedirectTo(int status, Func<string> location) =>
        context =>
        {
            context.Response.StatusCode = status;
            context.Response.Headers.Location = location();
            return Task.CompletedTask;
        };

    private static Action<TestClientOptions> Everything =>
        o =>
        {
            o.ApiKey = Secrets.Key;
            o.ApiEmail = Secrets.Email;
            o.DefaultHeaders["X-Private"] = "mine";
        };

    private static Task<Score> GetAsync(TestClient client) =>
        client.Scores.GetAsync(SampleBodies.Account, SampleBodies.User, new RequestOptions { Headers = { ["X-Call"] = "1" } });

    [Theory]
    [InlineData(301)]
    [InlineData(302)]
    [InlineData(303)]
    [InlineData(307)]
    [InlineData(308)]
    public async Task Credentials_are_sent_to_the_same_origin(int status)
    {
        await using TestServer server = await TestServer.StartAsync(
            RedirectTo(status, () => "/elsewhere?x=1"),
            TestServer.Respond(200, SampleBodies.Success(SampleBodies.Score))
        );
        using TestClient client = server.CreateClient(Everything);

        await GetAsync(client);

        ReceivedRequest last = server.Requests.Last();
        Assert.Equal("/elsewhere?x=1", last.Target);
        Assert.Equal($"Bearer {Secrets.Token}", last["Authorization"]);
        Assert.Equal("1", last["X-Call"]);
    }

    [Theory]
    [InlineData(302)]
    [InlineData(307)]
    public async Task Credentials_and_headers_are_not_sent_to_another_origin(int status)
    {
        await using TestServer other = await TestServer.StartAsync(200, SampleBodies.Success(SampleBodies.Score));
        await using TestServer server = await TestServer.StartAsync(RedirectTo(status, () => other.Url + "/x"));
        using TestClient client = server.CreateClient(o =>
        {
            Everything(o);
            o.ApiToken = null;
        });

        Assert.Equal("email", (await GetAsync(client)).Email);

        Assert.Equal(Secrets.Key, server.SingleRequest["X-Auth-Key"]);
        Assert.DoesNotContain(other.SingleRequest.Headers, h => h.Value.Contains("SECRET", StringComparison.Ordinal));
        Assert.Null(other.SingleRequest["X-Private"]);
        Assert.Null(other.SingleRequest["X-Call"]);
        Assert.StartsWith("CfGen/", other.SingleRequest["User-Agent"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Auto_redirect_of_a_passed_handler_is_disabled()
    {
        await using TestServer other = await TestServer.StartAsync(200, SampleBodies.Success(SampleBodies.Score));
        await using TestServer server = await TestServer.StartAsync(RedirectTo(302, () => other.Url + "/x"));
        using var client = new TestClient(new HttpClientHandler(), server.CreateOptions(Everything), disposeHandler: true);

        await GetAsync(client);

        Assert.DoesNotContain(other.SingleRequest.Headers, h => h.Value.Contains("SECRET", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_borrowed_client_that_followed_to_another_origin_throws()
    {
        await using TestServer other = await TestServer.StartAsync(200, SampleBodies.Success(SampleBodies.Score));
        await using TestServer server = await TestServer.StartAsync(RedirectTo(302, () => other.Url + "/x"));
        using var http = new HttpClient();
        using var client = new TestClient(http, server.CreateOptions());

        ApiConnectionException e = await Assert.ThrowsAsync<ApiConnectionException>(() => GetAsync(client));

        Assert.Contains("AllowAutoRedirect = false", e.Message, StringComparison.Ordinal);
        Assert.Single(server.Requests);
        Secrets.AssertAbsent(e);
    }

    [Fact]
    public async Task Redirects_of_a_borrowed_client_without_auto_redirect_are_followed()
    {
        await using TestServer other = await TestServer.StartAsync(200, SampleBodies.Success(SampleBodies.Score));
        await using TestServer server = await TestServer.StartAsync(RedirectTo(302, () => other.Url + "/x"));
        using var http = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false });
        using var client = new TestClient(http, server.CreateOptions());

        Assert.Equal("email", (await GetAsync(client)).Email);
        Assert.Null(other.SingleRequest["Authorization"]);
    }

    [Fact]
    public async Task A_redirect_loop_ends_after_ten()
    {
        await using TestServer server = await TestServer.StartAsync(RedirectTo(302, () => "/again"));
        using TestClient client = server.CreateClient();

        ApiConnectionException e = await Assert.ThrowsAsync<ApiConnectionException>(() => GetAsync(client));

        Assert.Equal(11, server.Requests.Count);
        Assert.Contains("more than 10 times", e.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("ftp://127.0.0.1/")]
    [InlineData("file:///etc/passwd")]
    public async Task Redirects_to_other_schemes_are_rejected(string location)
    {
        await using TestServer server = await TestServer.StartAsync(RedirectTo(302, () => location));
        using TestClient client = server.CreateClient();

        await Assert.ThrowsAsync<ApiConnectionException>(() => GetAsync(client));
    }

    [Fact]
    public async Task Redirects_from_https_to_http_are_rejected()
    {
        using var stub = new StubHandler(r => new HttpResponseMessage(HttpStatusCode.Found)
        {
            Headers = { Location = new Uri("http://api.example.com/x") },
        });
        using var client = new TestClient(stub, new TestClientOptions { ApiToken = Secrets.Token });

        ApiConnectionException e = await Assert.ThrowsAsync<ApiConnectionException>(() => GetAsync(client));

        Assert.Contains("from https to http", e.Message, StringComparison.Ordinal);
        Assert.Single(stub.Requests);
    }

    [Theory]
    [InlineData(301, "GET", "")]
    [InlineData(302, "GET", "")]
    [InlineData(303, "GET", "")]
    [InlineData(307, "POST", """{"email":"e","events":[],"name":"n"}""")]
    [InlineData(308, "POST", """{"email":"e","events":[],"name":"n"}""")]
    public async Task A_redirected_post_becomes_a_get_as_in_browsers(int status, string method, string body)
    {
        await using TestServer server = await TestServer.StartAsync(RedirectTo(status, () => "/x"), TestServer.Respond(204, ""));
        using TestClient client = server.CreateClient();

        await client
            .Call(TestOperations.Create(HttpMethod.Post))
            .WithJsonBody(
                new Score
                {
                    Email = "e",
                    Events = [],
                    Name = "n",
                },
                true
            )
            .SendAsync(default);

        Assert.Equal((method, body), (server.Requests.Last().Method, server.Requests.Last().Body));
    }

    [Fact]
    public async Task A_redirect_without_a_location_is_a_status_exception()
    {
        await using TestServer server = await TestServer.StartAsync(302, "");
        using TestClient client = server.CreateClient();

        Assert.Equal(HttpStatusCode.Found, (await Assert.ThrowsAsync<ApiStatusException>(() => GetAsync(client))).StatusCode);
    }
}
