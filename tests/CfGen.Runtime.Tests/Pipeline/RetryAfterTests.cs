using System.Net.Http.Headers;
using CfGen.Pipeline;
using CfGen.Runtime.Tests.Support;

namespace CfGen.Runtime.Tests.Pipeline;

/// <summary>A server's <c>Retry-After</c> that is a date in the past: the call is tried again at once, and no wait is negative.</summary>
public class RetryAfterTests
{
    [Theory]
    [InlineData("Tue, 03 Feb 2026 04:05:05 GMT")]
    [InlineData("Tue, 03 Feb 2026 04:05:06 GMT")]
    [InlineData("Thu, 01 Jan 1970 00:00:00 GMT")]
    [InlineData("Sunday, 06-Nov-94 08:49:37 GMT")]
    [InlineData("Sun Nov  6 08:49:37 1994")]
    public async Task A_past_date_is_no_wait(string date)
    {
        await using TestServer server = await TestServer.StartAsync(
            TestServer.Respond(503, "", ("Retry-After", date)),
            TestServer.Respond(200, SampleBodies.Success(SampleBodies.Score))
        );
        var clock = new InstantClock();
        using TestClient client = server.CreateClient(o => o.TimeProvider = clock);

        Assert.Equal("email", (await client.Scores.GetAsync(SampleBodies.Account, SampleBodies.User)).Email);

        Assert.Equal(2, server.Requests.Count);
        Assert.Empty(clock.Waits);
    }

    [Fact]
    public async Task A_past_date_in_an_exception_is_zero()
    {
        await using TestServer server = await TestServer.StartAsync(429, "", headers: ("Retry-After", "Thu, 01 Jan 1970 00:00:00 GMT"));
        using TestClient client = server.CreateClient(o => o.MaxRetries = 0);

        ApiRateLimitException e = await Assert.ThrowsAsync<ApiRateLimitException>(() =>
            client.Scores.GetAsync(SampleBodies.Account, SampleBodies.User)
        );

        Assert.Equal(TimeSpan.Zero, e.RetryAfter);
    }

    [Theory]
    [InlineData("Thu, 01 Jan 1970 00:00:00 GMT", 0)]
    [InlineData("Tue, 03 Feb 2026 04:05:05 GMT", 0)]
    [InlineData("Tue, 03 Feb 2026 04:05:07 GMT", 1)]
    [InlineData("99999999999", 365 * 24 * 3600)]
    public void The_wait_is_never_negative_and_never_more_than_a_year(string text, int seconds)
    {
        using var response = new HttpResponseMessage();
        response.Headers.TryAddWithoutValidation("Retry-After", text);
        HttpResponseHeaders headers = response.Headers;

        Assert.Equal(TimeSpan.FromSeconds(seconds), RetryAfterHeader.Read(headers, InstantClock.Now));
    }
}
