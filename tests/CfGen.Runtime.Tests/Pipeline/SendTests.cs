using System.Net;
using CfGen.CodeGen;
using CfGen.Runtime.Tests.Support;

namespace CfGen.Runtime.Tests.Pipeline;

public class SendTests
{
    [Fact]
    public async Task The_documented_example_is_read()
    {
        await using TestServer server = await TestServer.StartAsync(200, SampleBodies.Documented);
        using TestClient client = server.CreateClient();

        Score score = await client.Scores.GetAsync(SampleBodies.Account, SampleBodies.User);

        Assert.Equal("email", score.Email);
        Assert.Equal(RiskLevel.Low, score.RiskLevel);
        Assert.Equal(new DateTimeOffset(2019, 12, 27, 18, 11, 19, 117, TimeSpan.Zero), score.LastResetTime);
        Event one = Assert.Single(score.Events);
        Assert.Equal(RiskLevel.Known.Low, one.RiskLevel.AsKnown);
        Assert.Equal("{}", one.EventDetails?.GetRawText());
    }

    [Fact]
    public async Task The_request_matches_the_document()
    {
        await using TestServer server = await TestServer.StartAsync(200, SampleBodies.Documented);
        using TestClient client = server.CreateClient();

        await client.Scores.GetAsync(SampleBodies.Account, Guid.Parse(SampleBodies.User));

        ReceivedRequest seen = server.SingleRequest;
        Assert.Equal("GET", seen.Method);
        Assert.Equal($"/client/v4/accounts/{SampleBodies.Account}/zt_risk_scoring/{SampleBodies.User}", seen.Target);
        Assert.Equal($"Bearer {Secrets.Token}", seen["Authorization"]);
        Assert.Equal("application/json", seen["Accept"]);
        Assert.Matches(@"^CfGen/\d+\.\d+\.\d+\S* \(Test; \.NET \d+\.\d+\)$", seen["User-Agent"]);
    }

    [Fact]
    public async Task A_client_with_a_name_in_another_script_sends_ascii()
    {
        await using TestServer server = await TestServer.StartAsync(204, "");
        using var connection = new ApiConnection(new PrüfOptions { BaseUrl = new Uri(server.Url) });

        await connection.CreateRequest(TestOperations.Get, null).SendAsync(default);

        Assert.Contains(" (Pr_f; .NET ", server.SingleRequest["User-Agent"], StringComparison.Ordinal);
    }

    private sealed class PrüfOptions : ApiClientOptions
    {
        protected override ApiDefinition Definition { get; } = new("Prüf", null, "PRUEF");
    }

    [Fact]
    public async Task WithResponse_returns_status_headers_envelope_and_body()
    {
        await using TestServer server = await TestServer.StartAsync(200, SampleBodies.Documented, headers: ("cf-ray", "8a-FRA"));
        using TestClient client = server.CreateClient();

        ApiResponse<Score> response = await client.Scores.GetWithResponseAsync(
            SampleBodies.Account,
            SampleBodies.User,
            new RequestOptions { IncludeRawBody = true }
        );

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal("8a-FRA", response.RequestId);
        Assert.True(response.HasValue);
        Assert.Equal("name", response.Value!.Name);
        Assert.True(response.Envelope!.Success);
        ApiError note = Assert.Single(response.Envelope.Errors);
        Assert.Equal((1000, "message", "documentation_url", "pointer"), (note.Code, note.Message, note.DocumentationUrl, note.Pointer));
        Assert.Equal("message", Assert.Single(response.Envelope.Messages).Message);
        Assert.Equal(
            new ResultInfo
            {
                Count = 1,
                Page = 1,
                PerPage = 20,
                TotalCount = 2000,
                TotalPages = 100,
            },
            response.Envelope.ResultInfo
        );
        Assert.Equal(SampleBodies.Documented, response.RawBody);
    }

    [Fact]
    public async Task The_raw_body_is_null_unless_requested()
    {
        await using TestServer server = await TestServer.StartAsync(200, SampleBodies.Documented);
        using TestClient client = server.CreateClient();

        Assert.Null((await client.Scores.GetWithResponseAsync(SampleBodies.Account, SampleBodies.User)).RawBody);
    }
}
