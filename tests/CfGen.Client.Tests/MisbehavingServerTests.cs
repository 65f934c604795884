using System.Net;
using Acme.Cloudflare;
using CfGen.Runtime.Tests.Support;

namespace CfGen.Client.Tests;

/// <summary>What the generated client makes of a server that breaks the document or the protocol.</summary>
public class MisbehavingServerTests
{
    [Fact]
    public async Task Success_false_with_200_is_an_error()
    {
        ApiStatusException e = await Fails<ApiStatusException>(Server.Says(200, Bodies.Failed(7003, "No route")));

        Assert.Equal((HttpStatusCode.OK, 7003, "No route"), (e.StatusCode, e.Errors[0].Code, e.Errors[0].Message));
    }

    [Fact]
    public async Task Html_is_a_format_fault_with_the_start_of_the_page()
    {
        ApiResponseFormatException e = await Fails<ApiResponseFormatException>(c => Server.Answer(c, 200, "<html>" + new string('x', 5000), "text/html", ("cf-ray", "9f-AMS")));

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
    [InlineData("""{"success":true,"errors":[],"messages":[],"result":{"email":"e","events":[{"id":"i","name":"n","risk_level":"low","timestamp":"yesterday"}],"name":"n"}}""", "$.result.events[0].timestamp")]
    [InlineData("""{"success":true,"errors":[],"messages":[],"result":[]}""", "$.result")]
    public async Task A_broken_body_is_a_fault_at_its_path(string body, string path)
    {
        ApiResponseFormatException e = await Fails<ApiResponseFormatException>(Server.Says(200, body));

        Assert.StartsWith(path, e.JsonPath, StringComparison.Ordinal);
        Assert.Contains(e.JsonPath!, e.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(204)]
    [InlineData(200)]
    public async Task No_body_is_no_value(int status)
    {
        await using Server server = await Server.StartAsync(status, "");
        using CloudflareClient client = server.Client();

        Assert.Null(await client.Score());
        Assert.False((await client.ZeroTrust.RiskScoring.GetWithResponseAsync(Api.Account, Api.User)).HasValue);
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
        await using Server server = await Server.StartAsync(status, Bodies.Failed(10000, "Authentication error"));
        using CloudflareClient client = server.Client();

        ApiStatusException e = (ApiStatusException)(await Record.ExceptionAsync(client.Score))!;

        Assert.Equal(expected, e.GetType());
        Assert.Equal((10000, "Authentication error"), (e.Errors[0].Code, e.Errors[0].Message));
        Secrets.AssertAbsent(e);
    }

    [Fact]
    public async Task A_403_names_the_permission_that_the_document_lists()
    {
        ApiForbiddenException e = await Fails<ApiForbiddenException>(Server.Says(403, Bodies.Failed(10000, "Authentication error")));

        Assert.Contains("Zero Trust: PII Read", e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Credentials_do_not_follow_a_redirect_to_another_origin()
    {
        await using Server other = await Server.StartAsync(200, Bodies.Documented);
        await using Server server = await Server.StartAsync(302, "", headers: ("Location", other.Url + "/elsewhere"));
        using CloudflareClient client = server.Client();

        await client.Score();

        Assert.Equal("/elsewhere", other.Only.Target);
        Assert.Null(other.Only["Authorization"]);
    }

    [Fact]
    public async Task A_body_that_is_cut_is_a_connection_fault() => await Fails<ApiConnectionException>(Server.Cut);

    [Fact]
    public async Task A_server_that_hangs_up_is_a_connection_fault() => await Fails<ApiConnectionException>(Server.HangUp);

    [Fact]
    public async Task A_server_that_never_answers_times_out() => await TimesOut(Server.Hang);

    [Fact]
    public async Task A_body_that_stalls_times_out() => await TimesOut(Server.Stall);

    [Fact]
    public async Task Cancelling_is_not_an_error_of_the_api()
    {
        await using Server server = await Server.StartAsync(Server.Hang);
        using CloudflareClient client = server.Client();
        using CancellationTokenSource cancel = new();

        Task call = client.ZeroTrust.RiskScoring.GetAsync(Api.Account, Api.User, cancellationToken: cancel.Token);
        await cancel.CancelAsync();

        OperationCanceledException e = await Assert.ThrowsAnyAsync<OperationCanceledException>(() => call);
        Assert.Equal(cancel.Token, e.CancellationToken);
    }

    [Fact]
    public async Task What_the_document_does_not_know_survives()
    {
        const string Result = """{"email":"e","events":[{"id":"i","name":"n","risk_level":"apocalyptic","timestamp":"2020-01-01T00:00:00Z","new":[1,{"a":null}]}],"name":"n","also_new":"x"}""";
        await using Server server = await Server.StartAsync(200, Bodies.Ok(Result));
        using CloudflareClient client = server.Client();

        RiskScoringGetResponse score = await client.Score();

        Assert.Equal((RiskLevel.Known.Unrecognized, "apocalyptic"), (score.Events[0].RiskLevel.AsKnown, score.Events[0].RiskLevel.Value));
        string written = System.Text.Json.JsonSerializer.Serialize(score);
        Assert.True(System.Text.Json.Nodes.JsonNode.DeepEquals(System.Text.Json.Nodes.JsonNode.Parse(Result), System.Text.Json.Nodes.JsonNode.Parse(written)), written);
        Assert.Equal(written, System.Text.Json.JsonSerializer.Serialize(System.Text.Json.JsonSerializer.Deserialize<RiskScoringGetResponse>(written)));
    }

    private static async Task<T> Fails<T>(Func<Microsoft.AspNetCore.Http.HttpContext, Task> answer)
        where T : Exception
    {
        await using Server server = await Server.StartAsync(answer);
        using CloudflareClient client = server.Client();
        return await Assert.ThrowsAsync<T>(client.Score);
    }

    private static async Task TimesOut(Func<Microsoft.AspNetCore.Http.HttpContext, Task> answer)
    {
        await using Server server = await Server.StartAsync(answer);
        using CloudflareClient client = server.Client(o => (o.TimeProvider, o.Timeout) = (TimeProvider.System, TimeSpan.FromMilliseconds(300)));
        ApiTimeoutException e = await Assert.ThrowsAsync<ApiTimeoutException>(client.Score);
        Assert.IsNotType<OperationCanceledException>(e, exactMatch: false);
    }
}
