using System.Net;
using CfGen.Infrastructure;
using CfGen.Runtime.Tests.Support;
using Microsoft.AspNetCore.Http;

namespace CfGen.Runtime.Tests.Sending;

public class RetryTests
{
    private static readonly Func<HttpContext, Task> s_ok = Server.Says(200, Bodies.Ok(Bodies.Score));

    private static Task<Score> GetAsync(TestClient client, RequestOptions? options = null) => client.Scores.GetAsync(Bodies.Account, Bodies.User, options);

    [Theory]
    [InlineData(408)]
    [InlineData(409)]
    [InlineData(429)]
    [InlineData(500)]
    [InlineData(502)]
    [InlineData(503)]
    [InlineData(504)]
    [InlineData(529)]
    public async Task Statuses_that_may_pass_are_tried_twice_more(int status)
    {
        await using Server server = await Server.StartAsync(status, Bodies.Failed(1000, "later"));
        using TestClient client = server.Client();

        ApiStatusException e = await Assert.ThrowsAnyAsync<ApiStatusException>(() => GetAsync(client));

        Assert.Equal(status, (int)e.StatusCode);
        Assert.Equal(3, e.Attempts);
        Assert.Equal(3, server.Requests.Count);
    }

    [Theory]
    [InlineData(400)]
    [InlineData(401)]
    [InlineData(403)]
    [InlineData(404)]
    [InlineData(422)]
    public async Task Statuses_that_stay_are_not_tried_again(int status)
    {
        await using Server server = await Server.StartAsync(status, Bodies.Failed(1000, "no"));
        using TestClient client = server.Client();

        Assert.Equal(1, (await Assert.ThrowsAnyAsync<ApiStatusException>(() => GetAsync(client))).Attempts);
    }

    [Fact]
    public async Task A_later_success_is_the_answer()
    {
        await using Server server = await Server.StartAsync(Server.Says(503, ""), Server.Cut, s_ok);
        using TestClient client = server.Client();

        Assert.Equal("email", (await GetAsync(client)).Email);
        Assert.Equal(3, server.Requests.Count);
    }

    [Fact]
    public async Task Waits_double_from_half_a_second_to_eight_less_up_to_a_quarter()
    {
        await using Server server = await Server.StartAsync(503, "");
        var clock = new Clock();
        using TestClient client = server.Client(o => (o.TimeProvider, o.MaxRetries) = (clock, 7));

        await Assert.ThrowsAsync<ApiServerException>(() => GetAsync(client));

        double[] full = [0.5, 1, 2, 4, 8, 8, 8];
        Assert.Equal(full.Length, clock.Waits.Count);
        Assert.All(full.Zip(clock.Waits), w => Assert.InRange(w.Second.TotalSeconds, w.First * 0.75, w.First));
    }

    [Theory]
    [InlineData("retry-after-ms", "1250", 1.25)]
    [InlineData("retry-after-ms", "0", 0)]
    [InlineData("Retry-After", "7", 7)]
    [InlineData("Retry-After", "1.5", 1.5)]
    [InlineData("Retry-After", "Tue, 03 Feb 2026 04:05:26 GMT", 20)]
    [InlineData("Retry-After", "Tuesday, 03-Feb-26 04:05:26 GMT", 20)]
    [InlineData("Retry-After", "Tue Feb  3 04:05:26 2026", 20)]
    [InlineData("Retry-After", "Tue, 03 Feb 2026 04:05:00 GMT", 0)]
    [InlineData("Retry-After", "86400", 30)]
    public async Task The_server_says_how_long_to_wait_up_to_the_cap(string header, string value, double seconds)
    {
        await using Server server = await Server.StartAsync(Server.Says(429, "", (header, value)), s_ok);
        var clock = new Clock();
        using TestClient client = server.Client(o => (o.TimeProvider, o.MaxRetryAfter) = (clock, TimeSpan.FromSeconds(30)));

        await GetAsync(client);

        Assert.Equal(seconds, clock.Waits.Sum(w => w.TotalSeconds), 6);
    }

    [Fact]
    public async Task Milliseconds_win_over_seconds()
    {
        await using Server server = await Server.StartAsync(Server.Says(429, "", ("retry-after-ms", "10"), ("Retry-After", "20")), s_ok);
        var clock = new Clock();
        using TestClient client = server.Client(o => o.TimeProvider = clock);

        await GetAsync(client);

        Assert.Equal(TimeSpan.FromMilliseconds(10), Assert.Single(clock.Waits));
    }

    [Theory]
    [InlineData("soon")]
    [InlineData("-5")]
    [InlineData("NaN")]
    [InlineData("1,5")]
    public async Task A_wait_that_cannot_be_read_is_ours(string value)
    {
        await using Server server = await Server.StartAsync(Server.Says(503, "", ("Retry-After", value)), s_ok);
        var clock = new Clock();
        using TestClient client = server.Client(o => o.TimeProvider = clock);

        await GetAsync(client);

        Assert.InRange(Assert.Single(clock.Waits).TotalSeconds, 0.375, 0.5);
    }

    [Fact]
    public async Task The_wait_is_read_whatever_the_culture()
    {
        var before = System.Globalization.CultureInfo.CurrentCulture;
        System.Globalization.CultureInfo.CurrentCulture = new("de-DE");
        try
        {
            await using Server server = await Server.StartAsync(Server.Says(429, "", ("Retry-After", "1.5")), s_ok);
            var clock = new Clock();
            using TestClient client = server.Client(o => o.TimeProvider = clock);

            await GetAsync(client);

            Assert.Equal(1.5, Assert.Single(clock.Waits).TotalSeconds);
        }
        finally
        {
            System.Globalization.CultureInfo.CurrentCulture = before;
        }
    }

    [Fact]
    public async Task The_server_can_ask_for_a_retry_of_any_error()
    {
        await using Server server = await Server.StartAsync(Server.Says(404, "", ("x-should-retry", "true")), s_ok);
        using TestClient client = server.Client();

        Assert.Equal("email", (await GetAsync(client)).Email);
    }

    [Fact]
    public async Task The_server_can_forbid_a_retry()
    {
        await using Server server = await Server.StartAsync(503, "", headers: ("x-should-retry", "false"));
        using TestClient client = server.Client();

        Assert.Equal(1, (await Assert.ThrowsAsync<ApiServerException>(() => GetAsync(client))).Attempts);
    }

    [Fact]
    public async Task Retries_can_be_set_for_the_client_and_for_a_call()
    {
        await using Server server = await Server.StartAsync(503, "");
        using TestClient client = server.Client(o => o.MaxRetries = 0);

        Assert.Equal(1, (await Assert.ThrowsAsync<ApiServerException>(() => GetAsync(client))).Attempts);
        Assert.Equal(5, (await Assert.ThrowsAsync<ApiServerException>(() => GetAsync(client, new RequestOptions { MaxRetries = 4 }))).Attempts);
    }

    [Fact]
    public async Task A_cut_body_is_a_connection_error_and_tried_again()
    {
        await using Server server = await Server.StartAsync(Server.Cut);
        using TestClient client = server.Client();

        ApiConnectionException e = await Assert.ThrowsAsync<ApiConnectionException>(() => GetAsync(client));

        Assert.Equal(3, e.Attempts);
        Assert.Contains("no complete answer", e.Message, StringComparison.Ordinal);
        Assert.Equal("get-risk-score", e.OperationId);
        Secrets.AssertAbsent(e);
    }

    [Fact]
    public async Task A_connection_that_is_refused_is_tried_again_even_for_a_post()
    {
        Server server = await Server.StartAsync(200, "");
        using TestClient client = server.Client();
        await server.DisposeAsync();

        ApiConnectionException e = await Assert.ThrowsAsync<ApiConnectionException>(() => client.Scores.ResetAsync(Bodies.Account, Bodies.User));

        Assert.Equal(3, e.Attempts);
        Assert.Contains("could not be made", e.Message, StringComparison.Ordinal);
        Secrets.AssertAbsent(e);
    }

    [Theory]
    [InlineData("POST")]
    [InlineData("PATCH")]
    public async Task Post_and_patch_are_sent_once(string method)
    {
        await using Server server = await Server.StartAsync(Server.HangUp);
        await using Server failing = await Server.StartAsync(503, "", headers: ("x-should-retry", "true"));
        using TestClient client = server.Client();
        using TestClient failed = failing.Client();
        ApiOperationInfo op = Ops.Make(new HttpMethod(method));

        Assert.Equal(1, (await Assert.ThrowsAsync<ApiConnectionException>(() => client.Call(op).SendAsync(default))).Attempts);
        Assert.Equal(1, (await Assert.ThrowsAsync<ApiServerException>(() => failed.Call(op).SendAsync(default))).Attempts);
        Assert.Single(server.Requests);
        Assert.Single(failing.Requests);
    }

    [Theory]
    [InlineData("GET")]
    [InlineData("PUT")]
    [InlineData("DELETE")]
    public async Task Idempotent_methods_are_tried_again(string method)
    {
        await using Server server = await Server.StartAsync(Server.HangUp);
        using TestClient client = server.Client();

        Assert.Equal(3, (await Assert.ThrowsAsync<ApiConnectionException>(() => client.Call(Ops.Make(new HttpMethod(method))).SendAsync(default))).Attempts);
    }

    [Fact]
    public async Task A_post_is_tried_again_where_the_caller_allows_it_with_the_same_body()
    {
        await using Server server = await Server.StartAsync(Server.Says(503, ""), Server.Says(204, ""));
        using TestClient client = server.Client();
        var score = new Score { Email = "e", Events = [], Name = "n" };

        await client.Call(Ops.Make(HttpMethod.Post), new RequestOptions { RetryNonIdempotent = true }).Json(score, true).SendAsync(default);

        Seen[] seen = [.. server.Requests];
        Assert.Equal(2, seen.Length);
        Assert.Equal("""{"email":"e","events":[],"name":"n"}""", seen[0].Body);
        Assert.Equal(seen[0].Body, seen[1].Body);
        Assert.Equal("application/json", seen[1]["Content-Type"]);
    }

    [Fact]
    public async Task An_idempotency_key_allows_it_and_stays_the_same()
    {
        await using Server server = await Server.StartAsync(Server.Says(503, ""), Server.Says(204, ""));
        using TestClient client = server.Client();

        await client.Call(Ops.Make(HttpMethod.Post), new RequestOptions { IdempotencyKey = "k1" }).SendAsync(default);

        Assert.Equal(["k1", "k1"], server.Requests.Select(r => r["Idempotency-Key"]));
    }

    [Fact]
    public async Task The_client_can_allow_it_for_all_calls()
    {
        await using Server server = await Server.StartAsync(Server.Says(503, ""), Server.Says(204, ""));
        using TestClient client = server.Client(o => o.RetryNonIdempotent = true);

        await client.Call(Ops.Make(HttpMethod.Post)).SendAsync(default);

        Assert.Equal(2, server.Requests.Count);
    }

    [Fact]
    public async Task The_last_failure_tells_what_the_server_asks()
    {
        await using Server server = await Server.StartAsync(429, Bodies.Failed(971, "slow down"), headers: ("Retry-After", "11"));
        using TestClient client = server.Client();

        ApiRateLimitException e = await Assert.ThrowsAsync<ApiRateLimitException>(() => GetAsync(client));

        Assert.Equal(TimeSpan.FromSeconds(11), e.RetryAfter);
        Assert.Equal(HttpStatusCode.TooManyRequests, e.StatusCode);
        Assert.Contains("slow down (code 971)", e.Message, StringComparison.Ordinal);
        Assert.Contains("in 3 attempts", e.Message, StringComparison.Ordinal);
    }
}
