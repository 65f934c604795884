using CfGen.CodeGen;
using CfGen.Runtime.Tests.Support;

namespace CfGen.Runtime.Tests.Pipeline;

/// <summary>
/// The number of requests that arrive at a server that closes the connection without a response: the handler must not repeat one that may
/// change something.
/// </summary>
public class RepeatedRequestTests
{
    private static ApiRequestBuilder Call(TestClient client, string method, RequestOptions? options = null) =>
        client.Call(TestOperations.Create(new HttpMethod(method)), options);

    [Theory]
    [InlineData("POST")]
    [InlineData("PATCH")]
    [InlineData("PUT")]
    [InlineData("DELETE")]
    [InlineData("LOCK")]
    public async Task A_request_without_a_body_arrives_once(string method)
    {
        await using RawServer server = RawServer.StartUnanswering();
        using TestClient client = server.CreateClient(o => o.MaxRetries = 0);

        ApiConnectionException e = await Assert.ThrowsAsync<ApiConnectionException>(() => Call(client, method).SendAsync(default));

        Assert.Equal(1, e.Attempts);
        Assert.Contains("\r\nContent-Length: 0\r\n", Assert.Single(server.Requests), StringComparison.Ordinal);
        Assert.StartsWith(
            $"{method} /things (op) received no response from {server.Url.GetLeftPart(UriPartial.Authority)}",
            e.Message,
            StringComparison.Ordinal
        );
    }

    [Theory]
    [InlineData("POST")]
    [InlineData("PATCH")]
    [InlineData("LOCK")]
    public async Task A_request_that_may_change_something_is_not_retried_either(string method)
    {
        await using RawServer server = RawServer.StartUnanswering();
        using TestClient client = server.CreateClient();

        ApiConnectionException e = await Assert.ThrowsAsync<ApiConnectionException>(() => Call(client, method).SendAsync(default));

        Assert.Equal(1, e.Attempts);
        Assert.Single(server.Requests);
    }

    [Theory]
    [InlineData("PUT")]
    [InlineData("DELETE")]
    public async Task Attempts_count_what_arrives(string method)
    {
        await using RawServer server = RawServer.StartUnanswering();
        using TestClient client = server.CreateClient();

        ApiConnectionException e = await Assert.ThrowsAsync<ApiConnectionException>(() => Call(client, method).SendAsync(default));

        Assert.Equal(3, e.Attempts);
        Assert.Equal(3, server.Requests.Count);
    }

    [Fact]
    public async Task A_body_arrives_once()
    {
        await using RawServer server = RawServer.StartUnanswering();
        using TestClient client = server.CreateClient(o => o.MaxRetries = 0);

        await Assert.ThrowsAsync<ApiConnectionException>(() =>
            Call(client, "POST").WithTextBody("once", true, "text/plain").SendAsync(default)
        );

        Assert.EndsWith("\r\n\r\nonce", Assert.Single(server.Requests), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_connection_that_was_used_before_makes_no_difference()
    {
        await using var server = new RawServer(number => number == 1 ? "HTTP/1.1 204 No Content\r\n\r\n" : null);
        using TestClient client = server.CreateClient(o => o.MaxRetries = 0);

        await Call(client, "POST").SendAsync(default);
        await Assert.ThrowsAsync<ApiConnectionException>(() => Call(client, "POST").SendAsync(default));

        Assert.Equal(2, server.Requests.Count);
    }

    [Fact]
    public async Task A_get_has_no_content_and_may_be_repeated_by_the_handler()
    {
        await using RawServer server = RawServer.StartUnanswering();
        using TestClient client = server.CreateClient(o => o.MaxRetries = 0);

        ApiConnectionException e = await Assert.ThrowsAsync<ApiConnectionException>(() => Call(client, "GET").SendAsync(default));

        Assert.Equal(1, e.Attempts);
        Assert.All(server.Requests, r => Assert.DoesNotContain("Content-Length", r, StringComparison.OrdinalIgnoreCase));
    }
}
