using System.Net;
using System.Text.Json;
using Acme.Cloudflare;
using CfGen.Runtime.Tests.Support;

namespace CfGen.Client.Tests;

/// <summary>The first operation and its reset, called as a user calls them.</summary>
public class RiskScoreTests
{
    [Fact]
    public async Task The_documented_response_is_read()
    {
        await using TestServer server = await TestServer.StartAsync(200, SampleBodies.Documented);
        using CloudflareClient client = server.CreateClient();

        RiskScoringGetResponse score = await client.ZeroTrust.RiskScoring.GetAsync(CloudflareApi.Account, CloudflareApi.User);

        Assert.Equal("email", score.Email);
        Assert.Equal("name", score.Name);
        Assert.Equal(RiskLevel.Low, score.RiskLevel);
        Assert.Equal(
            DateTimeOffset.Parse("2019-12-27T18:11:19.117Z", System.Globalization.CultureInfo.InvariantCulture),
            score.LastResetTime
        );
        Event one = Assert.Single(score.Events);
        Assert.Equal(("id", "name", RiskLevel.Known.Low), (one.Id, one.Name, one.RiskLevel.AsKnown));
        Assert.Equal(JsonValueKind.Object, one.EventDetails?.ValueKind);
        Assert.Equal($"/client/v4/accounts/{CloudflareApi.Account}/zt_risk_scoring/{CloudflareApi.User}", server.SingleRequest.Target);
        Assert.Equal("Bearer " + Secrets.Token, server.SingleRequest["Authorization"]);
    }

    [Fact]
    public async Task A_guid_is_sent_in_lower_case_with_hyphens()
    {
        await using TestServer server = await TestServer.StartAsync(200, SampleBodies.Documented);
        using CloudflareClient client = server.CreateClient();

        await client.ZeroTrust.RiskScoring.GetAsync(CloudflareApi.Account, Guid.Parse(CloudflareApi.User));

        Assert.EndsWith("/" + CloudflareApi.User, server.SingleRequest.Target, StringComparison.Ordinal);
    }

    [Fact]
    public async Task WithResponse_returns_status_headers_and_envelope()
    {
        await using TestServer server = await TestServer.StartAsync(200, SampleBodies.Documented, headers: ("cf-ray", "8a-FRA"));
        using CloudflareClient client = server.CreateClient();

        ApiResponse<RiskScoringGetResponse> response = await client.ZeroTrust.RiskScoring.GetWithResponseAsync(
            CloudflareApi.Account,
            CloudflareApi.User
        );

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal("8a-FRA", response.RequestId);
        Assert.Equal(2000, response.Envelope!.ResultInfo!.TotalCount);
        Assert.Equal("name", response.Value!.Name);
    }

    [Theory]
    [InlineData("null", null)]
    [InlineData("{}", JsonValueKind.Object)]
    public async Task Reset_returns_null_or_an_object(string result, JsonValueKind? expected)
    {
        await using TestServer server = await TestServer.StartAsync(200, SampleBodies.Success(result));
        using CloudflareClient client = server.CreateClient();

        JsonElement? response = await client.ZeroTrust.RiskScoring.ResetAsync(CloudflareApi.Account, CloudflareApi.User);

        Assert.Equal(expected, response?.ValueKind);
        Assert.Equal(
            ("POST", $"/client/v4/accounts/{CloudflareApi.Account}/zt_risk_scoring/{CloudflareApi.User}/reset"),
            (server.SingleRequest.Method, server.SingleRequest.Target)
        );
    }

    [Fact]
    public async Task Email_and_key_are_sent_without_a_token()
    {
        await using TestServer server = await TestServer.StartAsync(200, SampleBodies.Documented);
        using CloudflareClient client = server.CreateClient(o => (o.ApiToken, o.ApiEmail, o.ApiKey) = (null, Secrets.Email, Secrets.Key));

        await client.GetScoreAsync();

        Assert.Equal(
            (null, Secrets.Email, Secrets.Key),
            (server.SingleRequest["Authorization"], server.SingleRequest["X-Auth-Email"], server.SingleRequest["X-Auth-Key"])
        );
    }

    [Fact]
    public async Task An_email_without_a_key_is_rejected_before_sending()
    {
        await using TestServer server = await TestServer.StartAsync(200, SampleBodies.Documented);
        using CloudflareClient client = server.CreateClient(o => (o.ApiToken, o.ApiEmail) = (null, Secrets.Email));

        ApiCredentialsException e = await Assert.ThrowsAsync<ApiCredentialsException>(client.GetScoreAsync);

        Assert.Contains("CLOUDFLARE_API_KEY", e.Message, StringComparison.Ordinal);
        Secrets.AssertAbsent(e);
        Assert.Empty(server.Requests);
    }

    [Fact]
    public async Task All_violations_are_reported_at_once_before_sending()
    {
        await using TestServer server = await TestServer.StartAsync(200, SampleBodies.Documented);
        using CloudflareClient client = server.CreateClient();

        Task call = client.ZeroTrust.RiskScoring.GetAsync(new string('a', 33), "182bd5e5-6e1a-4fe4-a799-aa6d9a6ab26e ");
        ApiValidationException e = await Assert.ThrowsAsync<ApiValidationException>(() => call);

        Assert.Equal("accountId", e.ParamName);
        Assert.Equal(
            [
                ("accountId", "account_id", "maxLength: 32", "#/components/parameters/account_id/schema"),
                ("userId", "user_id", "format: uuid", "#/components/parameters/user_id/schema"),
            ],
            e.Violations.Select(v => (v.Parameter, v.Name, v.Rule, v.Pointer))
        );
        Assert.Empty(server.Requests);
    }

    [Theory]
    [InlineData("")]
    [InlineData("..")]
    [InlineData("a/../b")]
    [InlineData("%2e%2e")]
    [InlineData(@"a\..")]
    public async Task A_path_value_cannot_contain_dot_segments(string account)
    {
        await using TestServer server = await TestServer.StartAsync(200, SampleBodies.Documented);
        using CloudflareClient client = server.CreateClient();

        await Assert.ThrowsAsync<ApiValidationException>(() => client.ZeroTrust.RiskScoring.GetAsync(account, CloudflareApi.User));

        Assert.Empty(server.Requests);
    }

    [Fact]
    public void Creating_a_client_without_credentials_does_not_throw()
    {
        using CloudflareClient client = new(new CloudflareClientOptions());
        Assert.NotNull(client.ZeroTrust.RiskScoring);
    }

    [Fact]
    public async Task Resources_can_be_mocked_without_an_interface()
    {
        CloudflareClient client = new MockedClient();

        Assert.Equal("mocked", (await client.GetScoreAsync()).Name);
        await Assert.ThrowsAsync<InvalidOperationException>(() =>
            client.ZeroTrust.RiskScoring.ResetAsync(CloudflareApi.Account, CloudflareApi.User)
        );
    }

    private sealed class MockedClient : CloudflareClient
    {
        public override ZeroTrustResource ZeroTrust { get; } = new MockedZeroTrust();
    }

    private sealed class MockedZeroTrust : ZeroTrustResource
    {
        public override RiskScoringResource RiskScoring { get; } = new MockedRiskScoring();
    }

    private sealed class MockedRiskScoring : RiskScoringResource
    {
        public override Task<RiskScoringGetResponse> GetAsync(
            string accountId,
            string userId,
            RequestOptions? options = null,
            CancellationToken cancellationToken = default
        ) =>
            Task.FromResult(
                new RiskScoringGetResponse
                {
                    Email = "e",
                    Events = [],
                    Name = "mocked",
                }
            );
    }
}
