using System.Net;
using System.Text;
using CfGen.Runtime.Tests.Support;
using Microsoft.AspNetCore.Http;

namespace CfGen.Runtime.Tests.Pipeline;

/// <summary>An error status whose body cannot be read is still that status.</summary>
public class UnreadableErrorTests
{
    private const string Incomplete = "Its body could not be read completely.";

    private static Task<Score> GetAsync(TestClient client) => client.Scores.GetAsync(SampleBodies.Account, SampleBodies.User);

    private static Func<HttpContext, Task> Cut(int status, string beginning) =>
        async context =>
        {
            context.Response.StatusCode = status;
            context.Response.ContentLength = 10_000;
            context.Response.Headers["cf-ray"] = "ray-1";
            await context.Response.WriteAsync(beginning);
            await context.Response.Body.FlushAsync();
        };

    private static Func<HttpContext, Task> Compressed(int status, byte[] body) =>
        async context =>
        {
            context.Response.StatusCode = status;
            context.Response.Headers.ContentEncoding = "gzip";
            await context.Response.Body.WriteAsync(body);
        };

    [Theory]
    [InlineData(429)]
    [InlineData(500)]
    [InlineData(503)]
    public async Task A_cut_body_is_retried_and_thrown_as_its_status(int status)
    {
        await using TestServer server = await TestServer.StartAsync(Cut(status, "down for maint"));
        using TestClient client = server.CreateClient();

        ApiStatusException e = await Assert.ThrowsAnyAsync<ApiStatusException>(() => GetAsync(client));

        Assert.Equal((status, 3, "down for maint", "ray-1"), ((int)e.StatusCode, e.Attempts, e.RawBody, e.RequestId));
        Assert.Equal(3, server.Requests.Count);
        Assert.IsAssignableFrom<IOException>(e.InnerException);
        Assert.EndsWith(Incomplete, e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_retry_after_a_cut_body_may_succeed()
    {
        await using TestServer server = await TestServer.StartAsync(
            Cut(503, "{"),
            TestServer.Respond(200, SampleBodies.Success(SampleBodies.Score))
        );
        using TestClient client = server.CreateClient();

        Assert.Equal("email", (await GetAsync(client)).Email);
        Assert.Equal(2, server.Requests.Count);
    }

    [Fact]
    public async Task The_delay_of_a_cut_body_counts()
    {
        await using TestServer server = await TestServer.StartAsync(
            context =>
            {
                context.Response.Headers.RetryAfter = "7";
                return Cut(429, "{")(context);
            },
            TestServer.Respond(200, SampleBodies.Success(SampleBodies.Score))
        );
        var clock = new InstantClock();
        using TestClient client = server.CreateClient(o => o.TimeProvider = clock);

        await GetAsync(client);

        Assert.Equal(TimeSpan.FromSeconds(7), Assert.Single(clock.Waits));
    }

    [Fact]
    public async Task A_body_that_is_no_gzip_is_its_status()
    {
        await using TestServer server = await TestServer.StartAsync(Compressed(502, Encoding.ASCII.GetBytes("<html>bad gateway</html>")));
        using TestClient client = server.CreateClient();

        ApiServerException e = await Assert.ThrowsAsync<ApiServerException>(() => GetAsync(client));

        Assert.Equal((HttpStatusCode.BadGateway, 3, ""), (e.StatusCode, e.Attempts, e.RawBody));
        Assert.IsType<InvalidDataException>(e.InnerException);
        Assert.Equal(
            $"GET /accounts/{{account_id}}/zt_risk_scoring/{{user_id}} (get-risk-score) returned 502 Bad Gateway after 3 attempts. {Incomplete}",
            e.Message
        );
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_body_that_is_too_large_is_its_status(bool announces)
    {
        await using TestServer server = await TestServer.StartAsync(
            async (HttpContext context) =>
            {
                context.Response.StatusCode = 500;
                byte[] body = new byte[5000];
                body.AsSpan().Fill((byte)'x');
                if (announces)
                    context.Response.ContentLength = body.Length;
                await context.Response.Body.WriteAsync(body);
            }
        );
        using TestClient client = server.CreateClient(o => (o.MaxResponseBytes, o.MaxRetries) = (1000, 1));

        ApiServerException e = await Assert.ThrowsAsync<ApiServerException>(() => GetAsync(client));

        Assert.Equal(2, e.Attempts);
        Assert.StartsWith("xxx", e.RawBody, StringComparison.Ordinal);
        Assert.IsType<ApiResponseFormatException>(e.InnerException);
        Assert.EndsWith(Incomplete, e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_permanent_status_stays_permanent()
    {
        await using TestServer server = await TestServer.StartAsync(Cut(404, SampleBodies.Failure(7003, "no such user")));
        using TestClient client = server.CreateClient();

        ApiNotFoundException e = await Assert.ThrowsAsync<ApiNotFoundException>(() => GetAsync(client));

        Assert.Equal((1, 7003), (e.Attempts, Assert.Single(e.Errors).Code));
        Assert.Contains("no such user (code 7003)", e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_body_that_stalls_is_its_status()
    {
        await using TestServer server = await TestServer.StartAsync(
            async (HttpContext context) =>
            {
                context.Response.StatusCode = 503;
                await TestServer.StallBody(context);
            }
        );
        using TestClient client = server.CreateClient(o =>
            (o.Timeout, o.MaxRetries, o.TimeProvider) = (TimeSpan.FromMilliseconds(200), 0, null)
        );

        ApiServerException e = await Assert.ThrowsAsync<ApiServerException>(() => GetAsync(client));

        Assert.Equal("{", e.RawBody);
    }
}
