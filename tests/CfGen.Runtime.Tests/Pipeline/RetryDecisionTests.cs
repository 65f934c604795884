using CfGen.CodeGen;
using CfGen.Runtime.Tests.Support;

namespace CfGen.Runtime.Tests.Pipeline;

public class RetryDecisionTests
{
    private static readonly ApiOperationInfo s_get = TestOperations.Create(HttpMethod.Get);
    private static readonly ApiOperationInfo s_post = TestOperations.Create(HttpMethod.Post);

    [Fact]
    public async Task A_decision_is_in_place_of_the_clients()
    {
        List<ApiRetryContext> asked = [];
        await using TestServer server = await TestServer.StartAsync(404, "");
        var clock = new InstantClock();
        using TestClient client = server.CreateClient(o =>
        {
            o.TimeProvider = clock;
            o.RetryDecision = c =>
            {
                asked.Add(c);
                return TimeSpan.FromSeconds(c.Attempt * 100);
            };
        });

        ApiNotFoundException e = await Assert.ThrowsAsync<ApiNotFoundException>(() =>
            client.Call(s_get, new RequestOptions { State = "mine" }).SendAsync(default)
        );

        Assert.Equal(3, e.Attempts);
        Assert.Equal(3, server.Requests.Count); // MaxRetries stays the limit
        Assert.Equal([1, 2], asked.Select(c => c.Attempt));
        Assert.All(
            asked,
            c =>
                Assert.Equal(
                    ("op", "/things", null, true, "mine"),
                    (c.OperationId, c.PathTemplate, c.DefaultDelay, c.IsSafeToRepeat, c.State)
                )
        );
        Assert.Equal([100, 200], clock.Waits.Select(w => w.TotalSeconds).Where(s => s >= 100));
    }

    [Fact]
    public async Task A_decision_can_refuse_what_the_client_would_retry()
    {
        TimeSpan? own = null;
        await using TestServer server = await TestServer.StartAsync(503, "", headers: ("Retry-After", "9"));
        using TestClient client = server.CreateClient(o =>
            o.RetryDecision = c =>
            {
                own = c.DefaultDelay;
                return null;
            }
        );

        await Assert.ThrowsAsync<ApiServerException>(() => client.Call(s_get).SendAsync(default));

        Assert.Single(server.Requests);
        Assert.Equal(TimeSpan.FromSeconds(9), own);
    }

    [Fact]
    public async Task A_decision_that_returns_the_default_repeats_no_POST()
    {
        bool? isSafe = null;
        await using TestServer server = await TestServer.StartAsync(503, "");
        using TestClient client = server.CreateClient(o =>
            o.RetryDecision = c =>
            {
                isSafe = c.IsSafeToRepeat;
                return c.DefaultDelay;
            }
        );

        await Assert.ThrowsAsync<ApiServerException>(() => client.Call(s_post).SendAsync(default));

        Assert.False(isSafe);
        Assert.Single(server.Requests);
    }

    [Fact]
    public async Task A_body_that_cannot_be_read_again_is_never_repeated()
    {
        await using TestServer server = await TestServer.StartAsync(503, "");
        using TestClient client = server.CreateClient(o => o.RetryDecision = static _ => TimeSpan.Zero);
        using var body = new System.IO.Compression.GZipStream(new MemoryStream(), System.IO.Compression.CompressionMode.Decompress);

        await Assert.ThrowsAsync<ApiServerException>(() => client.Call(s_post).WithStreamBody(body, true, "text/plain").SendAsync(default));

        Assert.Single(server.Requests);
    }

    [Fact]
    public async Task A_decision_that_throws_ends_the_call_as_it_is()
    {
        var fault = new InvalidTimeZoneException();
        await using TestServer server = await TestServer.StartAsync(503, "");
        using TestClient client = server.CreateClient(o => o.RetryDecision = _ => throw fault);

        Assert.Same(fault, await Assert.ThrowsAsync<InvalidTimeZoneException>(() => client.Call(s_get).SendAsync(default)));
        Assert.Single(server.Requests);
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(86400 * 50)]
    public async Task A_delay_that_no_timer_has_is_refused(int seconds)
    {
        await using TestServer server = await TestServer.StartAsync(503, "");
        using TestClient client = server.CreateClient(o => o.RetryDecision = _ => TimeSpan.FromSeconds(seconds));

        InvalidOperationException e = await Assert.ThrowsAsync<InvalidOperationException>(() => client.Call(s_get).SendAsync(default));

        Assert.Contains("GET /things (op) was not repeated: RetryDecision returned", e.Message, StringComparison.Ordinal);
    }
}
