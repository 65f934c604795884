using System.Net;
using CfGen.CodeGen;
using CfGen.Runtime.Tests.Support;
using Microsoft.AspNetCore.Http;

namespace CfGen.Runtime.Tests.Pipeline;

public class RetryTests
{
    private static readonly Func<HttpContext, Task> s_ok = TestServer.Respond(200, SampleBodies.Success(SampleBodies.Score));

    private static Task<Score> GetAsync(TestClient client, RequestOptions? options = null) =>
        client.Scores.GetAsync(SampleBodies.Account, SampleBodies.User, options);

    [Theory]
    [InlineData(408)]
    [InlineData(409)]
    [InlineData(429)]
    [InlineData(500)]
    [InlineData(502)]
    [InlineData(503)]
    [InlineData(504)]
    [InlineData(529)]
    public async Task Transient_statuses_are_retried_twice(int status)
    {
        await using TestServer server = await TestServer.StartAsync(status, SampleBodies.Failure(1000, "later"));
        using TestClient client = server.CreateClient();

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
    public async Task Permanent_statuses_are_not_retried(int status)
    {
        await using TestServer server = await TestServer.StartAsync(status, SampleBodies.Failure(1000, "no"));
        using TestClient client = server.CreateClient();

        Assert.Equal(1, (await Assert.ThrowsAnyAsync<ApiStatusException>(() => GetAsync(client))).Attempts);
    }

    [Fact]
    public async Task A_later_success_is_the_response()
    {
        await using TestServer server = await TestServer.StartAsync(TestServer.Respond(503, ""), TestServer.CutBody, s_ok);
        using TestClient client = server.CreateClient();

        Assert.Equal("email", (await GetAsync(client)).Email);
        Assert.Equal(3, server.Requests.Count);
    }

    [Fact]
    public async Task Backoff_doubles_from_half_a_second_to_eight_with_jitter()
    {
        await using TestServer server = await TestServer.StartAsync(503, "");
        var clock = new InstantClock();
        using TestClient client = server.CreateClient(o => (o.TimeProvider, o.MaxRetries) = (clock, 7));

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
    public async Task Retry_after_sets_the_delay_up_to_the_maximum(string header, string value, double seconds)
    {
        await using TestServer server = await TestServer.StartAsync(TestServer.Respond(429, "", (header, value)), s_ok);
        var clock = new InstantClock();
        using TestClient client = server.CreateClient(o => (o.TimeProvider, o.MaxRetryAfter) = (clock, TimeSpan.FromSeconds(30)));

        await GetAsync(client);

        Assert.Equal(seconds, clock.Waits.Sum(w => w.TotalSeconds), 6);
    }

    [Fact]
    public async Task Retry_after_ms_overrides_retry_after()
    {
        await using TestServer server = await TestServer.StartAsync(
            TestServer.Respond(429, "", ("retry-after-ms", "10"), ("Retry-After", "20")),
            s_ok
        );
        var clock = new InstantClock();
        using TestClient client = server.CreateClient(o => o.TimeProvider = clock);

        await GetAsync(client);

        Assert.Equal(TimeSpan.FromMilliseconds(10), Assert.Single(clock.Waits));
    }

    [Theory]
    [InlineData("soon")]
    [InlineData("-5")]
    [InlineData("NaN")]
    [InlineData("1,5")]
    public async Task An_unreadable_retry_after_falls_back_to_backoff(string value)
    {
        await using TestServer server = await TestServer.StartAsync(TestServer.Respond(503, "", ("Retry-After", value)), s_ok);
        var clock = new InstantClock();
        using TestClient client = server.CreateClient(o => o.TimeProvider = clock);

        await GetAsync(client);

        Assert.InRange(Assert.Single(clock.Waits).TotalSeconds, 0.375, 0.5);
    }

    [Fact]
    public async Task Retry_after_is_parsed_independently_of_the_culture()
    {
        var before = System.Globalization.CultureInfo.CurrentCulture;
        System.Globalization.CultureInfo.CurrentCulture = new("de-DE");
        try
        {
            await using TestServer server = await TestServer.StartAsync(TestServer.Respond(429, "", ("Retry-After", "1.5")), s_ok);
            var clock = new InstantClock();
            using TestClient client = server.CreateClient(o => o.TimeProvider = clock);

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
        await using TestServer server = await TestServer.StartAsync(TestServer.Respond(404, "", ("x-should-retry", "true")), s_ok);
        using TestClient client = server.CreateClient();

        Assert.Equal("email", (await GetAsync(client)).Email);
    }

    [Fact]
    public async Task The_server_can_forbid_a_retry()
    {
        await using TestServer server = await TestServer.StartAsync(503, "", headers: ("x-should-retry", "false"));
        using TestClient client = server.CreateClient();

        Assert.Equal(1, (await Assert.ThrowsAsync<ApiServerException>(() => GetAsync(client))).Attempts);
    }

    [Fact]
    public async Task Retries_can_be_set_for_the_client_and_for_a_call()
    {
        await using TestServer server = await TestServer.StartAsync(503, "");
        using TestClient client = server.CreateClient(o => o.MaxRetries = 0);

        Assert.Equal(1, (await Assert.ThrowsAsync<ApiServerException>(() => GetAsync(client))).Attempts);
        Assert.Equal(
            5,
            (await Assert.ThrowsAsync<ApiServerException>(() => GetAsync(client, new RequestOptions { MaxRetries = 4 }))).Attempts
        );
    }

    [Fact]
    public async Task A_truncated_body_is_a_connection_exception_and_retried()
    {
        await using TestServer server = await TestServer.StartAsync(TestServer.CutBody);
        using TestClient client = server.CreateClient();

        ApiConnectionException e = await Assert.ThrowsAsync<ApiConnectionException>(() => GetAsync(client));

        Assert.Equal(3, e.Attempts);
        Assert.Contains("no complete response", e.Message, StringComparison.Ordinal);
        Assert.Equal("get-risk-score", e.OperationId);
        Secrets.AssertAbsent(e);
    }

    [Fact]
    public async Task A_refused_connection_is_retried_even_for_a_post()
    {
        TestServer server = await TestServer.StartAsync(200, "");
        using TestClient client = server.CreateClient();
        await server.DisposeAsync();

        ApiConnectionException e = await Assert.ThrowsAsync<ApiConnectionException>(() =>
            client.Scores.ResetAsync(SampleBodies.Account, SampleBodies.User)
        );

        Assert.Equal(3, e.Attempts);
        Assert.Contains("could not be made", e.Message, StringComparison.Ordinal);
        Secrets.AssertAbsent(e);
    }

    [Theory]
    [InlineData("POST")]
    [InlineData("PATCH")]
    public async Task Post_and_patch_are_sent_once(string method)
    {
        await using TestServer server = await TestServer.StartAsync(TestServer.Disconnect);
        await using TestServer failing = await TestServer.StartAsync(503, "", headers: ("x-should-retry", "true"));
        using TestClient client = server.CreateClient();
        using TestClient failed = failing.CreateClient();
        ApiOperationInfo op = TestOperations.Create(new HttpMethod(method));

        Assert.Equal(1, (await Assert.ThrowsAsync<ApiConnectionException>(() => client.Call(op).SendAsync(default))).Attempts);
        Assert.Equal(1, (await Assert.ThrowsAsync<ApiServerException>(() => failed.Call(op).SendAsync(default))).Attempts);
        Assert.Single(server.Requests);
        Assert.Single(failing.Requests);
    }

    [Theory]
    [InlineData("GET")]
    [InlineData("PUT")]
    [InlineData("DELETE")]
    public async Task Idempotent_methods_are_retried(string method)
    {
        await using TestServer server = await TestServer.StartAsync(TestServer.Disconnect);
        using TestClient client = server.CreateClient();

        Assert.Equal(
            3,
            (
                await Assert.ThrowsAsync<ApiConnectionException>(() =>
                    client.Call(TestOperations.Create(new HttpMethod(method))).SendAsync(default)
                )
            ).Attempts
        );
    }

    [Fact]
    public async Task A_post_is_retried_with_the_same_body_if_allowed()
    {
        await using TestServer server = await TestServer.StartAsync(TestServer.Respond(503, ""), TestServer.Respond(204, ""));
        using TestClient client = server.CreateClient();
        var score = new Score
        {
            Email = "e",
            Events = [],
            Name = "n",
        };

        await client
            .Call(TestOperations.Create(HttpMethod.Post), new RequestOptions { RetryNonIdempotent = true })
            .WithJsonBody(score, true)
            .SendAsync(default);

        ReceivedRequest[] seen = [.. server.Requests];
        Assert.Equal(2, seen.Length);
        Assert.Equal("""{"email":"e","events":[],"name":"n"}""", seen[0].Body);
        Assert.Equal(seen[0].Body, seen[1].Body);
        Assert.Equal("application/json", seen[1]["Content-Type"]);
    }

    [Fact]
    public async Task An_idempotency_key_allows_retries_and_stays_the_same()
    {
        await using TestServer server = await TestServer.StartAsync(TestServer.Respond(503, ""), TestServer.Respond(204, ""));
        using TestClient client = server.CreateClient();

        await client.Call(TestOperations.Create(HttpMethod.Post), new RequestOptions { IdempotencyKey = "k1" }).SendAsync(default);

        Assert.Equal(["k1", "k1"], server.Requests.Select(r => r["Idempotency-Key"]));
    }

    [Fact]
    public async Task Client_options_can_allow_retries_of_all_calls()
    {
        await using TestServer server = await TestServer.StartAsync(TestServer.Respond(503, ""), TestServer.Respond(204, ""));
        using TestClient client = server.CreateClient(o => o.RetryNonIdempotent = true);

        await client.Call(TestOperations.Create(HttpMethod.Post)).SendAsync(default);

        Assert.Equal(2, server.Requests.Count);
    }

    [Fact]
    public async Task The_last_exception_has_retry_after()
    {
        await using TestServer server = await TestServer.StartAsync(
            429,
            SampleBodies.Failure(971, "slow down"),
            headers: ("Retry-After", "11")
        );
        using TestClient client = server.CreateClient();

        ApiRateLimitException e = await Assert.ThrowsAsync<ApiRateLimitException>(() => GetAsync(client));

        Assert.Equal(TimeSpan.FromSeconds(11), e.RetryAfter);
        Assert.Equal(HttpStatusCode.TooManyRequests, e.StatusCode);
        Assert.Contains("slow down (code 971)", e.Message, StringComparison.Ordinal);
        Assert.Contains("after 3 attempts", e.Message, StringComparison.Ordinal);
    }
}
