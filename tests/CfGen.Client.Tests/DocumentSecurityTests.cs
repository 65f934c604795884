using Acme.Secured;
using CfGen.Runtime.Tests.Support;

namespace CfGen.Client.Tests;

/// <summary>Security that the document states for all operations, and operations that state their own.</summary>
public class DocumentSecurityTests
{
    private static SecuredClient Client(TestServer server, string? token, string? key) =>
        new(
            new SecuredClientOptions
            {
                BaseUrl = new Uri(server.Url),
                ApiToken = token,
                ApiKey = key,
                TimeProvider = new InstantClock(),
                Timeout = Timeout.InfiniteTimeSpan,
                MaxRetries = 0,
            }
        );

    [Fact]
    public async Task Credentials_go_with_the_operations_that_need_them_and_with_no_other()
    {
        await using TestServer server = await TestServer.StartAsync(204, "");
        using SecuredClient client = Client(server, Secrets.Token, Secrets.Key);

        await client.Account.GetAsync();
        await client.Status.GetAsync();
        await client.Greeting.GetAsync();
        await client.Keyed.GetAsync();

        Assert.Equal(
            [
                ("/account", $"Bearer {Secrets.Token}", null),
                ("/status", null, null),
                ("/greeting", $"Bearer {Secrets.Token}", null),
                ("/keyed", null, Secrets.Key),
            ],
            server.Requests.Select(r => (r.Target, r["Authorization"], r["X-Key"]))
        );
        ReceivedRequest status = Assert.Single(server.Requests, r => r.Target == "/status");
        Assert.DoesNotContain(status.Headers, h => h.Value.Contains("SECRET", StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public async Task Without_credentials_only_the_operations_that_need_none_are_sent()
    {
        await using TestServer server = await TestServer.StartAsync(204, "");
        using SecuredClient client = Client(server, token: null, key: null);

        await client.Status.GetAsync();
        await client.Greeting.GetAsync();
        await Assert.ThrowsAsync<ApiCredentialsException>(() => client.Account.GetAsync());
        await Assert.ThrowsAsync<ApiCredentialsException>(() => client.Keyed.GetAsync());

        Assert.Equal(["/status", "/greeting"], server.Requests.Select(r => r.Target));
    }

    [Fact]
    public async Task All_query_keys_of_a_requirement_are_sent()
    {
        await using TestServer server = await TestServer.StartAsync(204, "");
        using SecuredClient client = new(
            new SecuredClientOptions
            {
                BaseUrl = new Uri(server.Url),
                AppKey = "a/b",
                AppToken = "c",
            }
        );

        await client.Pair.GetAsync();

        Assert.Equal("/pair?key=a%2Fb&token=c", server.SingleRequest.Target);
    }
}
