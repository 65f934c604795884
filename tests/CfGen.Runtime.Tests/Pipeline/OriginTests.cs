using System.Net;
using CfGen.Runtime.Tests.Support;

namespace CfGen.Runtime.Tests.Pipeline;

/// <summary>Credentials and the caller's headers stay at the origin of the base URL: scheme, host and port, compared as a whole.</summary>
public class OriginTests
{
    private const ulong Token = 0b1,
        Pair = 0b110,
        Cookie = 0b10_0000;

    private static readonly string[] s_private = ["Authorization", "X-Auth-Key", "X-Auth-Email", "Cookie", "X-Private", "X-Call"];

    private static TestClientOptions Options(Action<TestClientOptions> credential)
    {
        var options = new TestClientOptions { BaseUrl = new Uri("https://api.example.com/v4"), MaxRetries = 0 };
        options.DefaultHeaders["X-Private"] = "mine";
        credential(options);
        return options;
    }

    private static void SetAll(TestClientOptions options) =>
        (options.ApiToken, options.ApiKey, options.ApiEmail, options.CookieKey) = (Secrets.Token, Secrets.Key, Secrets.Email, Secrets.Key);

    // A handler of unknown type may add headers, so that the redirects have to be allowed.
    private static void SetAllAndAllowRedirects(TestClientOptions options)
    {
        SetAll(options);
        options.AllowCrossOriginRedirects = true;
    }

    /// <summary>Sends a call whose first response redirects to the location, and gives the request that followed.</summary>
    private static async Task<HttpRequestMessage> FollowAsync(string location, ulong security)
    {
        using var stub = new StubHandler(r =>
            r.RequestUri!.AbsolutePath == "/v4/things"
                ? new HttpResponseMessage(HttpStatusCode.TemporaryRedirect) { Headers = { Location = new Uri(location) } }
                : new HttpResponseMessage(HttpStatusCode.NoContent)
        );
        using var client = new TestClient(stub, Options(SetAllAndAllowRedirects));

        await client
            .Call(TestOperations.Create(HttpMethod.Get, security: [security]), new RequestOptions { Headers = { ["X-Call"] = "1" } })
            .SendAsync(default);

        Assert.Equal(2, stub.Requests.Count);
        Assert.Equal("mine", Assert.Single(stub.Requests[0].Headers.GetValues("X-Private")));
        return stub.Requests[1];
    }

    [Theory]
    [InlineData("https://api.example.com.other.test/x")]
    [InlineData("https://api.example.community/x")]
    [InlineData("https://api.example.co/x")]
    [InlineData("https://sub.api.example.com/x")]
    [InlineData("https://example.com/x")]
    [InlineData("https://api.example.com:8443/x")]
    [InlineData("https://api.example.com@other.test/x")]
    public async Task A_redirect_to_a_similar_host_carries_no_credential(string location)
    {
        foreach (ulong security in (ulong[])[Token, Pair, Cookie])
        {
            HttpRequestMessage second = await FollowAsync(location, security);

            Assert.Equal(new Uri(location), second.RequestUri);
            Assert.DoesNotContain(second.Headers, h => s_private.Contains(h.Key, StringComparer.OrdinalIgnoreCase));
            Secrets.AssertAbsent(second.Headers.ToString());
        }
    }

    [Theory]
    [InlineData("https://api.example.com/elsewhere")]
    [InlineData("https://api.example.com:443/elsewhere")]
    [InlineData("HTTPS://API.EXAMPLE.COM/elsewhere")]
    public async Task The_same_origin_written_otherwise_is_the_same_origin(string location)
    {
        foreach (
            (ulong security, string header) in (IEnumerable<(ulong, string)>)
                [(Token, "Authorization"), (Pair, "X-Auth-Key"), (Cookie, "Cookie")]
        )
        {
            HttpRequestMessage second = await FollowAsync(location, security);

            Assert.Contains(second.Headers, h => h.Key == header);
            Assert.Equal("1", Assert.Single(second.Headers.GetValues("X-Call")));
        }
    }

    [Fact]
    public async Task A_redirect_back_to_the_origin_carries_the_credential_again()
    {
        string[] locations = ["https://api.example.com.other.test/x", "https://api.example.com/y"];
        int next = 0;
        using var stub = new StubHandler(_ =>
            next < locations.Length
                ? new HttpResponseMessage(HttpStatusCode.Found) { Headers = { Location = new Uri(locations[next++]) } }
                : new HttpResponseMessage(HttpStatusCode.NoContent)
        );
        using var client = new TestClient(stub, Options(SetAllAndAllowRedirects));

        await client.Call(TestOperations.Create(HttpMethod.Get, security: [Token])).SendAsync(default);

        Assert.Equal([true, false, true], stub.Requests.Select(r => r.Headers.Contains("Authorization")));
    }

    [Theory]
    [InlineData("https://api.example.com.other.test/x")]
    [InlineData("https://api.example.com:8443/x")]
    public async Task A_handler_that_went_to_a_similar_host_is_an_exception(string final)
    {
        using var stub = new StubHandler(_ => new HttpResponseMessage(HttpStatusCode.NoContent)
        {
            RequestMessage = new HttpRequestMessage(HttpMethod.Get, final),
        });
        using var client = new TestClient(stub, Options(SetAll));

        ApiConnectionException e = await Assert.ThrowsAsync<ApiConnectionException>(() =>
            client.Call(TestOperations.Create(HttpMethod.Get, security: [Token])).SendAsync(default)
        );

        Assert.Contains("AllowAutoRedirect = false", e.Message, StringComparison.Ordinal);
        Secrets.AssertAbsent(e);
    }
}
