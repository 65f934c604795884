using CfGen.Runtime.Tests.Support;
using Microsoft.Extensions.Logging;

namespace CfGen.Runtime.Tests.Telemetry;

public class LogTests
{
    [Fact]
    public async Task Start_retry_and_end_are_logged_without_values()
    {
        var log = new ListLogger();
        await using TestServer server = await TestServer.StartAsync(
            TestServer.Respond(503, Secrets.Body),
            TestServer.Respond(
                200,
                SampleBodies.Success(
                    SampleBodies.Score.Replace("\"email\":\"email\"", $"\"email\":\"{Secrets.Body}\"", StringComparison.Ordinal)
                )
            )
        );
        using TestClient client = server.CreateClient(o =>
        {
            o.LoggerFactory = log;
            o.DefaultQuery["q"] = "SECRET";
            o.DefaultHeaders["X-H"] = "SECRET";
        });

        await client.Scores.GetAsync("SECRET", SampleBodies.User);

        Assert.Equal([LogLevel.Debug, LogLevel.Information, LogLevel.Information], log.Entries.Select(e => e.Level));
        Assert.Equal(["CfGen.Test"], log.Categories);
        Assert.All(
            log.Entries,
            e =>
                Assert.StartsWith(
                    "GET /accounts/{account_id}/zt_risk_scoring/{user_id} (get-risk-score) ",
                    e.Text,
                    StringComparison.Ordinal
                )
        );
        Assert.Contains("attempt 1 failed with 503", log.Text, StringComparison.Ordinal);
        Assert.Matches(@"succeeded with 200 in [0-9.]+ ms, attempts: 2", log.Text);
        Secrets.AssertAbsent(log.Text);
        Assert.DoesNotContain(SampleBodies.User, log.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_failure_is_a_warning_without_a_body()
    {
        var log = new ListLogger();
        await using TestServer server = await TestServer.StartAsync(404, SampleBodies.Failure(1, Secrets.Body));
        using TestClient client = server.CreateClient(o => o.LoggerFactory = log);

        await Assert.ThrowsAsync<ApiNotFoundException>(() => client.Scores.GetAsync(SampleBodies.Account, SampleBodies.User));

        Assert.Equal(LogLevel.Warning, log.Entries.Last().Level);
        Assert.Contains("failed with 404", log.Text, StringComparison.Ordinal);
        Secrets.AssertAbsent(log.Text);
    }

    [Fact]
    public async Task A_response_that_reports_failure_is_logged_with_its_code()
    {
        var log = new ListLogger();
        await using TestServer server = await TestServer.StartAsync(200, SampleBodies.Failure(10403, Secrets.Body));
        using TestClient client = server.CreateClient(o => o.LoggerFactory = log);

        await Assert.ThrowsAsync<ApiStatusException>(() => client.Scores.GetAsync(SampleBodies.Account, SampleBodies.User));

        Assert.Equal([LogLevel.Debug, LogLevel.Warning], log.Entries.Select(e => e.Level));
        Assert.Contains("failed with 200 (error code 10403) in", log.Text, StringComparison.Ordinal);
        Secrets.AssertAbsent(log.Text);
    }

    [Fact]
    public async Task A_response_that_cannot_be_read_is_logged_once_as_a_failure()
    {
        var log = new ListLogger();
        await using TestServer server = await TestServer.StartAsync(200, "<html>");
        using TestClient client = server.CreateClient(o => o.LoggerFactory = log);

        await Assert.ThrowsAsync<ApiResponseFormatException>(() => client.Scores.GetAsync(SampleBodies.Account, SampleBodies.User));

        Assert.Equal([LogLevel.Debug, LogLevel.Warning], log.Entries.Select(e => e.Level));
        Assert.Contains("failed with a response that cannot be read", log.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_canceled_call_is_logged_and_is_no_warning()
    {
        using var cancellation = new CancellationTokenSource();
        var log = new ListLogger();
        await using TestServer server = await TestServer.StartAsync(async context =>
        {
            await cancellation.CancelAsync();
            await TestServer.NeverRespond(context);
        });
        using TestClient client = server.CreateClient(o => o.LoggerFactory = log);

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() =>
            client.Scores.GetAsync(SampleBodies.Account, SampleBodies.User, null, cancellation.Token)
        );

        Assert.Equal([LogLevel.Debug, LogLevel.Information], log.Entries.Select(e => e.Level));
        Assert.Matches("was canceled by its caller after [0-9.]+ ms, attempts: 1", log.Text);
    }

    [Fact]
    public async Task A_call_that_is_not_sent_is_logged_as_a_failure()
    {
        var log = new ListLogger();
        await using TestServer server = await TestServer.StartAsync(200, "");
        using TestClient client = server.CreateClient(o => o.LoggerFactory = log);

        await Assert.ThrowsAsync<ApiValidationException>(() => client.Scores.GetAsync(SampleBodies.Account, Secrets.Body));

        (LogLevel level, string text) = Assert.Single(log.Entries);
        Assert.Equal(LogLevel.Warning, level);
        Assert.Matches(@"failed with arguments that violate the document in [0-9.]+ ms, attempts: 0", text);
        Secrets.AssertAbsent(text);
    }
}
