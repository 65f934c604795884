using System.Net;
using System.Text.Json;
using Acme.Cloudflare;
using CfGen.Runtime.Tests.Support;

namespace CfGen.Client.Tests;

/// <summary>The first operation and its reset, called as a user calls them.</summary>
public class RiskScoreTests
{
    [Fact]
    public async Task The_documented_answer_comes_back_typed()
    {
        await using Server server = await Server.StartAsync(200, Bodies.Documented);
        using CloudflareClient client = server.Client();

        RiskScoringGetResponse score = await client.ZeroTrust.RiskScoring.GetAsync(Api.Account, Api.User);

        Assert.Equal("email", score.Email);
        Assert.Equal("name", score.Name);
        Assert.Equal(RiskLevel.Low, score.RiskLevel);
        Assert.Equal(DateTimeOffset.Parse("2019-12-27T18:11:19.117Z", System.Globalization.CultureInfo.InvariantCulture), score.LastResetTime);
        Event one = Assert.Single(score.Events);
        Assert.Equal(("id", "name", RiskLevel.Known.Low), (one.Id, one.Name, one.RiskLevel.AsKnown));
        Assert.Equal(JsonValueKind.Object, one.EventDetails?.ValueKind);
        Assert.Equal($"/client/v4/accounts/{Api.Account}/zt_risk_scoring/{Api.User}", server.Only.Target);
        Assert.Equal("Bearer " + Secrets.Token, server.Only["Authorization"]);
    }

    [Fact]
    public async Task A_guid_is_sent_as_the_document_writes_uuids()
    {
        await using Server server = await Server.StartAsync(200, Bodies.Documented);
        using CloudflareClient client = server.Client();

        await client.ZeroTrust.RiskScoring.GetAsync(Api.Account, Guid.Parse(Api.User));

        Assert.EndsWith("/" + Api.User, server.Only.Target, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_twin_gives_status_headers_and_envelope()
    {
        await using Server server = await Server.StartAsync(200, Bodies.Documented, headers: ("cf-ray", "8a-FRA"));
        using CloudflareClient client = server.Client();

        ApiResponse<RiskScoringGetResponse> response = await client.ZeroTrust.RiskScoring.GetWithResponseAsync(Api.Account, Api.User);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal("8a-FRA", response.RequestId);
        Assert.Equal(2000, response.Envelope!.ResultInfo!.TotalCount);
        Assert.Equal("name", response.Value!.Name);
    }

    [Theory]
    [InlineData("null", null)]
    [InlineData("{}", JsonValueKind.Object)]
    public async Task Reset_answers_null_or_an_object(string result, JsonValueKind? expected)
    {
        await using Server server = await Server.StartAsync(200, Bodies.Ok(result));
        using CloudflareClient client = server.Client();

        JsonElement? answer = await client.ZeroTrust.RiskScoring.ResetAsync(Api.Account, Api.User);

        Assert.Equal(expected, answer?.ValueKind);
        Assert.Equal(("POST", $"/client/v4/accounts/{Api.Account}/zt_risk_scoring/{Api.User}/reset"), (server.Only.Method, server.Only.Target));
    }

    [Fact]
    public async Task The_email_and_key_pair_is_sent_where_there_is_no_token()
    {
        await using Server server = await Server.StartAsync(200, Bodies.Documented);
        using CloudflareClient client = server.Client(o => (o.ApiToken, o.ApiEmail, o.ApiKey) = (null, Secrets.Email, Secrets.Key));

        await client.Score();

        Assert.Equal((null, Secrets.Email, Secrets.Key), (server.Only["Authorization"], server.Only["X-Auth-Email"], server.Only["X-Auth-Key"]));
    }

    [Fact]
    public async Task Half_a_pair_is_refused_before_anything_is_sent()
    {
        await using Server server = await Server.StartAsync(200, Bodies.Documented);
        using CloudflareClient client = server.Client(o => (o.ApiToken, o.ApiEmail) = (null, Secrets.Email));

        ApiCredentialsException e = await Assert.ThrowsAsync<ApiCredentialsException>(client.Score);

        Assert.Contains("CLOUDFLARE_API_KEY", e.Message, StringComparison.Ordinal);
        Secrets.AssertAbsent(e);
        Assert.Empty(server.Requests);
    }

    [Fact]
    public async Task All_wrong_arguments_are_said_at_once_and_nothing_is_sent()
    {
        await using Server server = await Server.StartAsync(200, Bodies.Documented);
        using CloudflareClient client = server.Client();

        Task call = client.ZeroTrust.RiskScoring.GetAsync(new string('a', 33), "182bd5e5-6e1a-4fe4-a799-aa6d9a6ab26e ");
        ApiValidationException e = await Assert.ThrowsAsync<ApiValidationException>(() => call);

        Assert.Equal("accountId", e.ParamName);
        Assert.Equal(
            [("accountId", "account_id", "maxLength: 32", "#/components/parameters/account_id/schema"), ("userId", "user_id", "format: uuid", "#/components/parameters/user_id/schema")],
            e.Violations.Select(v => (v.Parameter, v.Name, v.Rule, v.Pointer)));
        Assert.Empty(server.Requests);
    }

    [Theory]
    [InlineData("")]
    [InlineData("..")]
    [InlineData("a/../b")]
    [InlineData("%2e%2e")]
    [InlineData(@"a\..")]
    public async Task A_path_value_never_climbs(string account)
    {
        await using Server server = await Server.StartAsync(200, Bodies.Documented);
        using CloudflareClient client = server.Client();

        await Assert.ThrowsAsync<ApiValidationException>(() => client.ZeroTrust.RiskScoring.GetAsync(account, Api.User));

        Assert.Empty(server.Requests);
    }

    [Fact]
    public void Making_a_client_without_credentials_does_not_throw()
    {
        using CloudflareClient client = new(new CloudflareClientOptions());
        Assert.NotNull(client.ZeroTrust.RiskScoring);
    }

    [Fact]
    public async Task Resources_can_be_mocked_without_an_interface()
    {
        CloudflareClient client = new MockedClient();

        Assert.Equal("mocked", (await client.Score()).Name);
        await Assert.ThrowsAsync<InvalidOperationException>(() => client.ZeroTrust.RiskScoring.ResetAsync(Api.Account, Api.User));
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
        public override Task<RiskScoringGetResponse> GetAsync(string accountId, string userId, RequestOptions? options = null, CancellationToken cancellationToken = default)
            => Task.FromResult(new RiskScoringGetResponse { Email = "e", Events = [], Name = "mocked" });
    }
}
