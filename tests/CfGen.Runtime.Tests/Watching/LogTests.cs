using CfGen.Runtime.Tests.Support;
using Microsoft.Extensions.Logging;

namespace CfGen.Runtime.Tests.Watching;

public class LogTests
{
    [Fact]
    public async Task Start_retry_and_end_are_logged_without_values()
    {
        var log = new LogList();
        await using Server server = await Server.StartAsync(Server.Says(503, Secrets.Body), Server.Says(200, Bodies.Ok(Bodies.Score.Replace("\"email\":\"email\"", $"\"email\":\"{Secrets.Body}\"", StringComparison.Ordinal))));
        using TestClient client = server.Client(o =>
        {
            o.LoggerFactory = log;
            o.DefaultQuery["q"] = "SECRET";
            o.DefaultHeaders["X-H"] = "SECRET";
        });

        await client.Scores.GetAsync("SECRET", Bodies.User);

        Assert.Equal([LogLevel.Debug, LogLevel.Information, LogLevel.Information], log.Entries.Select(e => e.Level));
        Assert.Equal(["CfGen.Test"], log.Categories);
        Assert.All(log.Entries, e => Assert.StartsWith("GET /accounts/{account_id}/zt_risk_scoring/{user_id} (get-risk-score) ", e.Text, StringComparison.Ordinal));
        Assert.Contains("attempt 1 ended with 503", log.All, StringComparison.Ordinal);
        Assert.Matches(@"was answered with 200 in [0-9.]+ ms, attempts: 2", log.All);
        Secrets.AssertAbsent(log.All);
        Assert.DoesNotContain(Bodies.User, log.All, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_failure_is_a_warning_without_a_body()
    {
        var log = new LogList();
        await using Server server = await Server.StartAsync(404, Bodies.Failed(1, Secrets.Body));
        using TestClient client = server.Client(o => o.LoggerFactory = log);

        await Assert.ThrowsAsync<ApiNotFoundException>(() => client.Scores.GetAsync(Bodies.Account, Bodies.User));

        Assert.Equal(LogLevel.Warning, log.Entries.Last().Level);
        Assert.Contains("failed with 404", log.All, StringComparison.Ordinal);
        Secrets.AssertAbsent(log.All);
    }
}
