using Acme.Cloudflare;
using CfGen.Runtime.Tests.Support;

namespace CfGen.Client.Tests;

/// <summary>Clients that call a test's server.</summary>
internal static class CloudflareApi
{
    public const string Account = SampleBodies.Account;
    public const string User = SampleBodies.User;

    /// <summary>A client with a token and a clock on which no wait takes time.</summary>
    public static CloudflareClient CreateClient(this TestServer server, Action<CloudflareClientOptions>? more = null)
    {
        CloudflareClientOptions options = new()
        {
            BaseUrl = new Uri(server.Url + "/client/v4"),
            ApiToken = Secrets.Token,
            TimeProvider = new InstantClock(),
            Timeout = Timeout.InfiniteTimeSpan,
            MaxRetries = 0,
        };
        more?.Invoke(options);
        return new CloudflareClient(options);
    }

    public static Task<RiskScoringGetResponse> GetScoreAsync(this CloudflareClient client) =>
        client.ZeroTrust.RiskScoring.GetAsync(Account, User);
}
