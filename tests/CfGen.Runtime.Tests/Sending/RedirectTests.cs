using System.Net;
using CfGen.Infrastructure;
using CfGen.Runtime.Tests.Support;
using Microsoft.AspNetCore.Http;

namespace CfGen.Runtime.Tests.Sending;

public class RedirectTests
{
    private static Func<HttpContext, Task> To(int status, Func<string> location) => context =>
    {
        context.Response.StatusCode = status;
        context.Response.Headers.Location = location();
        return Task.CompletedTask;
    };

    private static Action<TestClientOptions> Everything => o =>
    {
        o.ApiKey = Secrets.Key;
        o.ApiEmail = Secrets.Email;
        o.DefaultHeaders["X-Private"] = "mine";
    };

    private static Task<Score> GetAsync(TestClient client) => client.Scores.GetAsync(Bodies.Account, Bodies.User, new RequestOptions { Headers = { ["X-Call"] = "1" } });

    [Theory]
    [InlineData(301)]
    [InlineData(302)]
    [InlineData(303)]
    [InlineData(307)]
    [InlineData(308)]
    public async Task Within_the_origin_credentials_go_along(int status)
    {
        await using Server server = await Server.StartAsync(To(status, () => "/elsewhere?x=1"), Server.Says(200, Bodies.Ok(Bodies.Score)));
        using TestClient client = server.Client(Everything);

        await GetAsync(client);

        Seen last = server.Requests.Last();
        Assert.Equal("/elsewhere?x=1", last.Target);
        Assert.Equal($"Bearer {Secrets.Token}", last["Authorization"]);
        Assert.Equal("1", last["X-Call"]);
    }

    [Theory]
    [InlineData(302)]
    [InlineData(307)]
    public async Task To_another_origin_nothing_private_goes_along(int status)
    {
        await using Server other = await Server.StartAsync(200, Bodies.Ok(Bodies.Score));
        await using Server server = await Server.StartAsync(To(status, () => other.Url + "/x"));
        using TestClient client = server.Client(o =>
        {
            Everything(o);
            o.ApiToken = null;
        });

        Assert.Equal("email", (await GetAsync(client)).Email);

        Assert.Equal(Secrets.Key, server.Only["X-Auth-Key"]);
        Assert.DoesNotContain(other.Only.Headers, h => h.Value.Contains("SECRET", StringComparison.Ordinal));
        Assert.Null(other.Only["X-Private"]);
        Assert.Null(other.Only["X-Call"]);
        Assert.StartsWith("CfGen/", other.Only["User-Agent"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_handler_that_is_passed_in_leaves_redirects_to_us()
    {
        await using Server other = await Server.StartAsync(200, Bodies.Ok(Bodies.Score));
        await using Server server = await Server.StartAsync(To(302, () => other.Url + "/x"));
        using var client = new TestClient(new HttpClientHandler(), server.Options(Everything), disposeHandler: true);

        await GetAsync(client);

        Assert.DoesNotContain(other.Only.Headers, h => h.Value.Contains("SECRET", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_borrowed_client_that_followed_to_another_origin_is_an_exception()
    {
        await using Server other = await Server.StartAsync(200, Bodies.Ok(Bodies.Score));
        await using Server server = await Server.StartAsync(To(302, () => other.Url + "/x"));
        using var http = new HttpClient();
        using var client = new TestClient(http, server.Options());

        ApiConnectionException e = await Assert.ThrowsAsync<ApiConnectionException>(() => GetAsync(client));

        Assert.Contains("AllowAutoRedirect = false", e.Message, StringComparison.Ordinal);
        Assert.Single(server.Requests);
        Secrets.AssertAbsent(e);
    }

    [Fact]
    public async Task A_borrowed_client_without_redirects_of_its_own_is_followed_by_us()
    {
        await using Server other = await Server.StartAsync(200, Bodies.Ok(Bodies.Score));
        await using Server server = await Server.StartAsync(To(302, () => other.Url + "/x"));
        using var http = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false });
        using var client = new TestClient(http, server.Options());

        Assert.Equal("email", (await GetAsync(client)).Email);
        Assert.Null(other.Only["Authorization"]);
    }

    [Fact]
    public async Task A_circle_ends_after_ten()
    {
        await using Server server = await Server.StartAsync(To(302, () => "/again"));
        using TestClient client = server.Client();

        ApiConnectionException e = await Assert.ThrowsAsync<ApiConnectionException>(() => GetAsync(client));

        Assert.Equal(11, server.Requests.Count);
        Assert.Contains("more than 10 times", e.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("ftp://127.0.0.1/")]
    [InlineData("file:///etc/passwd")]
    public async Task Other_schemes_are_refused(string location)
    {
        await using Server server = await Server.StartAsync(To(302, () => location));
        using TestClient client = server.Client();

        await Assert.ThrowsAsync<ApiConnectionException>(() => GetAsync(client));
    }

    [Fact]
    public async Task From_https_to_http_is_refused()
    {
        using var stub = new Stub(r => new HttpResponseMessage(HttpStatusCode.Found) { Headers = { Location = new Uri("http://api.example.com/x") } });
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
    public async Task A_post_becomes_a_get_as_browsers_do_it(int status, string method, string body)
    {
        await using Server server = await Server.StartAsync(To(status, () => "/x"), Server.Says(204, ""));
        using TestClient client = server.Client();

        await client.Call(Ops.Make(HttpMethod.Post)).Json(new Score { Email = "e", Events = [], Name = "n" }, true).SendAsync(default);

        Assert.Equal((method, body), (server.Requests.Last().Method, server.Requests.Last().Body));
    }

    [Fact]
    public async Task A_redirect_without_a_target_is_a_status()
    {
        await using Server server = await Server.StartAsync(302, "");
        using TestClient client = server.Client();

        Assert.Equal(HttpStatusCode.Found, (await Assert.ThrowsAsync<ApiStatusException>(() => GetAsync(client))).StatusCode);
    }
}
