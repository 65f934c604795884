using CfGen.Runtime.Tests.Support;
using Microsoft.AspNetCore.Http;

namespace CfGen.Runtime.Tests.Pipeline;

public class TimeoutTests
{
    private static Task<Score> GetAsync(TestClient client, RequestOptions? options = null, CancellationToken token = default) =>
        client.Scores.GetAsync(SampleBodies.Account, SampleBodies.User, options, token);

    [Fact]
    public async Task A_server_that_never_responds_is_a_timeout_and_retried()
    {
        await using TestServer server = await TestServer.StartAsync(TestServer.NeverRespond);
        using TestClient client = server.CreateClient(o => (o.Timeout, o.TimeProvider) = (TimeSpan.FromMilliseconds(50), null));

        ApiTimeoutException e = await Assert.ThrowsAsync<ApiTimeoutException>(() =>
            GetAsync(client, new RequestOptions { MaxRetries = 1 })
        );

        Assert.IsNotAssignableFrom<OperationCanceledException>(e);
        Assert.Equal(2, e.Attempts);
        Assert.Equal(TimeSpan.FromMilliseconds(50), e.Timeout);
        Assert.Contains("0.05 s", e.Message, StringComparison.Ordinal);
        Secrets.AssertAbsent(e);
    }

    [Fact]
    public async Task The_timeout_covers_the_body()
    {
        await using TestServer server = await TestServer.StartAsync(TestServer.StallBody);
        using TestClient client = server.CreateClient(o => (o.Timeout, o.MaxRetries) = (TimeSpan.FromSeconds(30), 0));

        // The clock ends every wait at once.
        await Assert.ThrowsAsync<ApiTimeoutException>(() => GetAsync(client));
    }

    [Fact]
    public async Task A_call_can_have_its_own_timeout()
    {
        await using TestServer server = await TestServer.StartAsync(TestServer.NeverRespond);
        using TestClient client = server.CreateClient(o => (o.Timeout, o.MaxRetries, o.TimeProvider) = (TimeSpan.FromMinutes(5), 0, null));

        ApiTimeoutException e = await Assert.ThrowsAsync<ApiTimeoutException>(() =>
            GetAsync(client, new RequestOptions { Timeout = TimeSpan.FromMilliseconds(30) })
        );

        Assert.Equal(TimeSpan.FromMilliseconds(30), e.Timeout);
    }

    [Fact]
    public async Task A_timeout_may_be_followed_by_a_response()
    {
        var clock = new InstantClock { SingleWait = TimeSpan.FromSeconds(77) };
        Func<HttpContext, Task> respond = TestServer.Respond(200, SampleBodies.Success(SampleBodies.Score));
        await using TestServer server = await TestServer.StartAsync(
            (HttpContext context) => CountTimeouts() == 1 ? TestServer.NeverRespond(context) : respond(context)
        );
        using TestClient client = server.CreateClient(o => (o.Timeout, o.TimeProvider) = (TimeSpan.FromSeconds(77), clock));

        Assert.Equal("email", (await GetAsync(client)).Email);
        Assert.Equal(2, CountTimeouts());

        // One for each attempt that has begun.
        int CountTimeouts() => clock.Waits.Count(w => w == TimeSpan.FromSeconds(77));
    }

    [Fact]
    public async Task Cancellation_is_not_a_timeout_and_never_retried()
    {
        using var source = new CancellationTokenSource();
        await using TestServer server = await TestServer.StartAsync(
            async (HttpContext context) =>
            {
                await source.CancelAsync();
                await TestServer.NeverRespond(context);
            }
        );
        using TestClient client = server.CreateClient();

        OperationCanceledException e = await Assert.ThrowsAnyAsync<OperationCanceledException>(() => GetAsync(client, token: source.Token));

        Assert.Equal(source.Token, e.CancellationToken);
        Assert.Single(server.Requests);
    }

    [Fact]
    public async Task Cancellation_interrupts_reading_the_body()
    {
        using var source = new CancellationTokenSource();
        await using TestServer server = await TestServer.StartAsync(
            async (HttpContext context) =>
            {
                await context.Response.WriteAsync("{");
                await context.Response.Body.FlushAsync();
                await source.CancelAsync();
                await TestServer.NeverRespond(context);
            }
        );
        using TestClient client = server.CreateClient();

        OperationCanceledException e = await Assert.ThrowsAnyAsync<OperationCanceledException>(() => GetAsync(client, token: source.Token));

        Assert.Equal(source.Token, e.CancellationToken);
    }

    [Fact]
    public async Task Cancellation_interrupts_the_retry_delay()
    {
        using var source = new CancellationTokenSource();
        // The wait for this retry never ends by itself.
        await using TestServer slow = await TestServer.StartAsync(
            async (HttpContext context) =>
            {
                context.Response.StatusCode = 503;
                context.Response.Headers.RetryAfter = "9";
                await context.Response.CompleteAsync();
                source.CancelAfter(20);
            }
        );
        using TestClient waiting = slow.CreateClient(o => o.TimeProvider = new InstantClock { EndlessWait = TimeSpan.FromSeconds(9) });
        OperationCanceledException e = await Assert.ThrowsAnyAsync<OperationCanceledException>(() =>
            GetAsync(waiting, token: source.Token)
        );

        Assert.Equal(source.Token, e.CancellationToken);
        Assert.Single(slow.Requests);
    }

    [Fact]
    public async Task A_canceled_token_sends_nothing()
    {
        await using TestServer server = await TestServer.StartAsync(200, "");
        using TestClient client = server.CreateClient();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => GetAsync(client, token: new CancellationToken(canceled: true)));

        Assert.Empty(server.Requests);
    }

    [Fact]
    public async Task The_timeout_of_a_borrowed_client_is_a_timeout_too()
    {
        await using TestServer server = await TestServer.StartAsync(TestServer.NeverRespond);
        using var http = new HttpClient { Timeout = TimeSpan.FromMilliseconds(50) };
        using var client = new TestClient(http, server.CreateOptions(o => o.MaxRetries = 0));

        ApiTimeoutException e = await Assert.ThrowsAsync<ApiTimeoutException>(() => GetAsync(client));

        Assert.Contains("HttpClient.Timeout", e.Message, StringComparison.Ordinal);
    }
}
