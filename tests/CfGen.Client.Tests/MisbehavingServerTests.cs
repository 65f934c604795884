using System.Net;
using Acme.Cloudflare;
using CfGen.Runtime.Tests.Support;

namespace CfGen.Client.Tests;

/// <summary>Calls of a server that breaks the document or the protocol.</summary>
public class MisbehavingServerTests
{
    [Fact]
    public async Task Success_false_with_200_is_an_error()
    {
        ApiStatusException e = await AssertThrowsAsync<ApiStatusException>(TestServer.Respond(200, SampleBodies.Failure(7003, "No route")));

        Assert.Equal((HttpStatusCode.OK, 7003, "No route"), (e.StatusCode, e.Errors[0].Code, e.Errors[0].Message));
    }

    [Fact]
    public async Task Html_is_a_format_exception_with_the_beginning_of_the_body()
    {
        ApiResponseFormatException e = await AssertThrowsAsync<ApiResponseFormatException>(c =>
            TestServer.RespondAsync(c, 200, "<html>" + new string('x', 5000), "text/html", ("cf-ray", "9f-AMS"))
        );

        Assert.Equal((HttpStatusCode.OK, "9f-AMS", "text/html"), (e.StatusCode, e.RequestId, e.MediaType));
        Assert.StartsWith("<html>", e.RawBody, StringComparison.Ordinal);
        Assert.InRange(e.RawBody!.Length, 1, 2048);
        Assert.DoesNotContain("xxxx", e.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"success":true,"errors":[],"messages":[],"result":{"email":"e","events":[{"id":"i" """, "$.result.events[0]")]
    [InlineData("""{"success":true,"errors":[],"messages":[],"result":{"email":"e","events":[]}}""", "$.result")]
    [InlineData("""{"success":true,"errors":[],"messages":[],"result":{"email":7,"events":[],"name":"n"}}""", "$.result.email")]
    [InlineData("""{"success":true,"errors":[],"messages":[],"result":{"email":null,"events":[],"name":"n"}}""", "$.result.email")]
    [InlineData("""{"success":true,"errors":[],"messages":[],"result":{"email":"e","events":{},"name":"n"}}""", "$.result.events")]
    [InlineData(
        """{"success":true,"errors":[],"messages":[],"result":{"email":"e","events":[{"id":"i","name":"n","risk_level":"low","timestamp":"yesterday"}],"name":"n"}}""",
        "$.result.events[0].timestamp"
    )]
    [InlineData("""{"success":true,"errors":[],"messages":[],"result":[]}""", "$.result")]
    public async Task A_malformed_body_is_reported_with_its_path(string body, string path)
    {
        ApiResponseFormatException e = await AssertThrowsAsync<ApiResponseFormatException>(TestServer.Respond(200, body));

        Assert.StartsWith(path, e.JsonPath, StringComparison.Ordinal);
        Assert.Contains(e.JsonPath!, e.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(204)]
    [InlineData(205)]
    public async Task No_body_is_no_value(int status)
    {
        await using TestServer server = await TestServer.StartAsync(status, "");
        using CloudflareClient client = server.CreateClient();

        Assert.Null(await client.GetScoreAsync());
        Assert.False((await client.ZeroTrust.RiskScoring.GetWithResponseAsync(CloudflareApi.Account, CloudflareApi.User)).HasValue);
    }

    [Theory]
    [InlineData(400, typeof(ApiBadRequestException))]
    [InlineData(401, typeof(ApiUnauthorizedException))]
    [InlineData(403, typeof(ApiForbiddenException))]
    [InlineData(404, typeof(ApiNotFoundException))]
    [InlineData(409, typeof(ApiConflictException))]
    [InlineData(422, typeof(ApiUnprocessableEntityException))]
    [InlineData(429, typeof(ApiRateLimitException))]
    [InlineData(418, typeof(ApiStatusException))]
    [InlineData(500, typeof(ApiServerException))]
    [InlineData(503, typeof(ApiServerException))]
    public async Task An_error_envelope_is_the_exception_of_its_status(int status, Type expected)
    {
        await using TestServer server = await TestServer.StartAsync(status, SampleBodies.Failure(10000, "Authentication error"));
        using CloudflareClient client = server.CreateClient();

        ApiStatusException e = (ApiStatusException)(await Record.ExceptionAsync(client.GetScoreAsync))!;

        Assert.Equal(expected, e.GetType());
        Assert.Equal((10000, "Authentication error"), (e.Errors[0].Code, e.Errors[0].Message));
        Secrets.AssertAbsent(e);
    }

    [Fact]
    public async Task A_403_names_the_permission_that_the_document_lists()
    {
        ApiForbiddenException e = await AssertThrowsAsync<ApiForbiddenException>(
            TestServer.Respond(403, SampleBodies.Failure(10000, "Authentication error"))
        );

        Assert.Contains("Zero Trust: PII Read", e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Credentials_do_not_follow_a_redirect_to_another_origin()
    {
        await using TestServer other = await TestServer.StartAsync(200, SampleBodies.Documented);
        await using TestServer server = await TestServer.StartAsync(302, "", headers: ("Location", other.Url + "/elsewhere"));
        using CloudflareClient client = server.CreateClient();

        await client.GetScoreAsync();

        Assert.Equal("/elsewhere", other.SingleRequest.Target);
        Assert.Null(other.SingleRequest["Authorization"]);
    }

    [Fact]
    public async Task A_truncated_body_is_a_connection_exception() => await AssertThrowsAsync<ApiConnectionException>(TestServer.CutBody);

    [Fact]
    public async Task A_closed_connection_is_a_connection_exception() =>
        await AssertThrowsAsync<ApiConnectionException>(TestServer.Disconnect);

    [Fact]
    public async Task A_server_that_never_responds_times_out() => await AssertTimesOutAsync(TestServer.NeverRespond);

    [Fact]
    public async Task A_body_that_stalls_times_out() => await AssertTimesOutAsync(TestServer.StallBody);

    [Fact]
    public async Task Cancellation_is_not_an_api_exception()
    {
        await using TestServer server = await TestServer.StartAsync(TestServer.NeverRespond);
        using CloudflareClient client = server.CreateClient();
        using CancellationTokenSource cancel = new();

        Task call = client.ZeroTrust.RiskScoring.GetAsync(CloudflareApi.Account, CloudflareApi.User, cancellationToken: cancel.Token);
        await cancel.CancelAsync();

        OperationCanceledException e = await Assert.ThrowsAnyAsync<OperationCanceledException>(() => call);
        Assert.Equal(cancel.Token, e.CancellationToken);
    }

    [Fact]
    public async Task Unknown_values_are_preserved()
    {
        const string Result =
            """{"email":"e","events":[{"id":"i","name":"n","risk_level":"apocalyptic","timestamp":"2020-01-01T00:00:00Z","new":[1,{"a":null}]}],"name":"n","also_new":"x"}""";
        await using TestServer server = await TestServer.StartAsync(200, SampleBodies.Success(Result));
        using CloudflareClient client = server.CreateClient();

        RiskScoringGetResponse score = await client.GetScoreAsync();

        Assert.Equal((RiskLevel.Known.Unrecognized, "apocalyptic"), (score.Events[0].RiskLevel.AsKnown, score.Events[0].RiskLevel.Value));
        string written = System.Text.Json.JsonSerializer.Serialize(score);
        Assert.True(
            System.Text.Json.Nodes.JsonNode.DeepEquals(
                System.Text.Json.Nodes.JsonNode.Parse(Result),
                System.Text.Json.Nodes.JsonNode.Parse(written)
            ),
            written
        );
        Assert.Equal(
            written,
            System.Text.Json.JsonSerializer.Serialize(System.Text.Json.JsonSerializer.Deserialize<RiskScoringGetResponse>(written))
        );
    }

    private static async Task<T> AssertThrowsAsync<T>(Func<Microsoft.AspNetCore.Http.HttpContext, Task> response)
        where T : Exception
    {
        await using TestServer server = await TestServer.StartAsync(response);
        using CloudflareClient client = server.CreateClient();
        return await Assert.ThrowsAsync<T>(client.GetScoreAsync);
    }

    private static async Task AssertTimesOutAsync(Func<Microsoft.AspNetCore.Http.HttpContext, Task> response)
    {
        await using TestServer server = await TestServer.StartAsync(response);
        using CloudflareClient client = server.CreateClient(o =>
            (o.TimeProvider, o.Timeout) = (TimeProvider.System, TimeSpan.FromMilliseconds(300))
        );
        ApiTimeoutException e = await Assert.ThrowsAsync<ApiTimeoutException>(client.GetScoreAsync);
        Assert.IsNotType<OperationCanceledException>(e, exactMatch: false);
    }
}
