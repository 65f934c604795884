using System.Net;
using CfGen.Runtime.Tests.Support;

namespace CfGen.Runtime.Tests.Sending;

public class CallTests
{
    [Fact]
    public async Task The_documented_example_comes_back_whole()
    {
        await using Server server = await Server.StartAsync(200, Bodies.Documented);
        using TestClient client = server.Client();

        Score score = await client.Scores.GetAsync(Bodies.Account, Bodies.User);

        Assert.Equal("email", score.Email);
        Assert.Equal(RiskLevel.Low, score.RiskLevel);
        Assert.Equal(new DateTimeOffset(2019, 12, 27, 18, 11, 19, 117, TimeSpan.Zero), score.LastResetTime);
        Event one = Assert.Single(score.Events);
        Assert.Equal(RiskLevel.Known.Low, one.RiskLevel.AsKnown);
        Assert.Equal("{}", one.EventDetails?.GetRawText());
    }

    [Fact]
    public async Task The_request_is_what_the_document_says()
    {
        await using Server server = await Server.StartAsync(200, Bodies.Documented);
        using TestClient client = server.Client();

        await client.Scores.GetAsync(Bodies.Account, Guid.Parse(Bodies.User));

        Seen seen = server.Only;
        Assert.Equal("GET", seen.Method);
        Assert.Equal($"/client/v4/accounts/{Bodies.Account}/zt_risk_scoring/{Bodies.User}", seen.Target);
        Assert.Equal($"Bearer {Secrets.Token}", seen["Authorization"]);
        Assert.Equal("application/json", seen["Accept"]);
        Assert.Matches(@"^CfGen/\d+\.\d+\.\d+\S* \(Test; \.NET \d+\.\d+\)$", seen["User-Agent"]);
    }

    [Fact]
    public async Task The_response_twin_gives_status_headers_envelope_and_body()
    {
        await using Server server = await Server.StartAsync(200, Bodies.Documented, headers: ("cf-ray", "8a-FRA"));
        using TestClient client = server.Client();

        ApiResponse<Score> response = await client.Scores.GetWithResponseAsync(Bodies.Account, Bodies.User, new RequestOptions { IncludeRawBody = true });

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal("8a-FRA", response.RequestId);
        Assert.True(response.HasValue);
        Assert.Equal("name", response.Value!.Name);
        Assert.True(response.Envelope!.Success);
        ApiError note = Assert.Single(response.Envelope.Errors);
        Assert.Equal((1000, "message", "documentation_url", "pointer"), (note.Code, note.Message, note.DocumentationUrl, note.Pointer));
        Assert.Equal("message", Assert.Single(response.Envelope.Messages).Message);
        Assert.Equal(new ResultInfo { Count = 1, Page = 1, PerPage = 20, TotalCount = 2000, TotalPages = 100 }, response.Envelope.ResultInfo);
        Assert.Equal(Bodies.Documented, response.RawBody);
    }

    [Fact]
    public async Task The_body_is_not_kept_where_nobody_asks()
    {
        await using Server server = await Server.StartAsync(200, Bodies.Documented);
        using TestClient client = server.Client();

        Assert.Null((await client.Scores.GetWithResponseAsync(Bodies.Account, Bodies.User)).RawBody);
    }
}
