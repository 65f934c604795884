using System.Net;
using CfGen.Runtime.Tests.Support;

namespace CfGen.Runtime.Tests.Responses;

public class StatusTests
{
    private static async Task<ApiStatusException> FailAsync(
        int status,
        string body,
        string contentType = "application/json",
        params (string, string)[] headers
    )
    {
        await using TestServer server = await TestServer.StartAsync(status, body, contentType, headers);
        using TestClient client = server.CreateClient(o => o.MaxRetries = 0);
        ApiStatusException e = await Assert.ThrowsAnyAsync<ApiStatusException>(() =>
            client.Scores.GetAsync(SampleBodies.Account, SampleBodies.User)
        );
        Assert.DoesNotContain(SampleBodies.Account, e.Message, StringComparison.Ordinal);
        Secrets.AssertAbsent(e);
        return e;
    }

    [Theory]
    [InlineData(400, typeof(ApiBadRequestException))]
    [InlineData(401, typeof(ApiUnauthorizedException))]
    [InlineData(403, typeof(ApiForbiddenException))]
    [InlineData(404, typeof(ApiNotFoundException))]
    [InlineData(409, typeof(ApiConflictException))]
    [InlineData(422, typeof(ApiUnprocessableEntityException))]
    [InlineData(429, typeof(ApiRateLimitException))]
    [InlineData(500, typeof(ApiServerException))]
    [InlineData(503, typeof(ApiServerException))]
    [InlineData(599, typeof(ApiServerException))]
    [InlineData(402, typeof(ApiStatusException))]
    [InlineData(418, typeof(ApiStatusException))]
    [InlineData(304, typeof(ApiStatusException))]
    public async Task Each_status_has_its_exception_type(int status, Type type)
    {
        ApiStatusException e = await FailAsync(
            status,
            status == 304 ? "" : SampleBodies.Failure(10000, "Authentication error"),
            headers: ("cf-ray", "8a-FRA")
        );

        Assert.IsType(type, e);
        Assert.IsAssignableFrom<ApiException>(e);
        Assert.Equal((status, "8a-FRA", "get-risk-score", 1), ((int)e.StatusCode, e.RequestId, e.OperationId, e.Attempts));
        Assert.True(e.Headers.Contains("cf-ray"));
    }

    [Fact]
    public async Task The_message_is_a_sentence_and_names_the_permission()
    {
        ApiStatusException e = await FailAsync(403, SampleBodies.Failure(10000, "Authentication error"), headers: ("cf-ray", "8a-FRA"));

        Assert.Equal(
            "GET /accounts/{account_id}/zt_risk_scoring/{user_id} (get-risk-score) returned 403 Forbidden: Authentication error (code 10000). "
                + "The operation needs the permission: Zero Trust: PII Read. Request id: 8a-FRA.",
            e.Message
        );
    }

    [Fact]
    public async Task All_error_properties_are_read()
    {
        ApiStatusException e = await FailAsync(
            400,
            """
            {"success":false,"result":null,"messages":[],"errors":[
              {"code":1001,"message":"one","documentation_url":"https://d","source":{"pointer":"/body/x"},"error_chain":[{"code":1002,"message":"inner"}]},
              {"code":"1003","message":"two"}, "three", 4, null]}
            """
        );

        Assert.Equal(["one", "two", "three"], e.Errors.Select(x => x.Message));
        ApiError first = e.Errors[0];
        Assert.Equal((1001, "https://d", "/body/x"), (first.Code, first.DocumentationUrl, first.Pointer));
        Assert.Equal((1002, "inner"), (Assert.Single(first.Chain).Code, first.Chain[0].Message));
        Assert.Equal(1003, e.Errors[1].Code);
        Assert.Contains("one (code 1001); two (code 1003); three", e.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"error":"bad thing"}""")]
    [InlineData("""{"error":{"message":"bad thing"}}""")]
    [InlineData("""{"message":"bad thing"}""")]
    [InlineData("""{"type":"about:blank","title":"Bad","detail":"bad thing"}""")]
    [InlineData("""{"Message":"bad thing"}""")]
    [InlineData("""{"fault_message":"bad thing"}""")]
    [InlineData("""{"error":{"status":400,"errorMessage":"bad thing"}}""")]
    [InlineData("""{"error":true,"status":400,"message":"bad thing"}""")]
    [InlineData("""{"errors":{},"title":"bad thing"}""")]
    public async Task Common_error_shapes_are_read(string body)
    {
        ApiStatusException e = await FailAsync(400, body);

        Assert.Contains("400 Bad Request: bad thing.", e.Message, StringComparison.Ordinal);
        Assert.Empty(e.Errors);
    }

    [Theory]
    [InlineData("""{"code":10008,"message":"bad thing"}""", 10008, "10008")]
    [InlineData("""{"error":{"message":"bad thing","code":"10008"}}""", 10008, "10008")]
    [InlineData(
        """{"error":{"message":"bad thing","type":"invalid_request_error","param":null,"code":"invalid_api_key"}}""",
        null,
        "invalid_api_key"
    )]
    [InlineData("""{"error":{"message":"bad thing","type":"card_error","code":null}}""", null, "card_error")]
    [InlineData("""{"error":"invalid_grant","error_description":"bad thing"}""", null, "invalid_grant")]
    [InlineData("""{"type":"https://example.com/problems/bad","code":3.5,"detail":"bad thing"}""", null, "3.5")]
    [InlineData("""{"errors":[{"code":"E_BAD","detail":"bad thing"}]}""", null, "E_BAD")]
    [InlineData("""{"ok":false,"error_code":400,"description":"bad thing"}""", 400, "400")]
    [InlineData(
        """{"errorCode":"E0000001","errorSummary":"bad thing","errorLink":"E0000001","errorId":"o1","errorCauses":[]}""",
        null,
        "E0000001"
    )]
    [InlineData("""{"ErrorNumber":10,"Type":"ValidationException","Message":"bad thing","Elements":[]}""", 10, "10")]
    public async Task A_single_error_keeps_its_code(string body, int? code, string text)
    {
        ApiStatusException e = await FailAsync(404, body);
        ApiError error = Assert.Single(e.Errors);

        Assert.Equal((code, text, "bad thing"), (error.Code, error.CodeText, error.Message));
        Assert.Contains($"bad thing (code {text}).", e.Message, StringComparison.Ordinal);
    }

    /// <summary>Follows the error bodies of Linode, Bunq, ASP.NET Core and FastAPI.</summary>
    [Theory]
    [InlineData("""{"errors":[{"reason":"is wrong","field":"label"},{"reason":"is short"}]}""", "label: is wrong; is short")]
    [InlineData("""{"Error":[{"error_description":"is wrong","error_description_translated":"ist falsch"}]}""", "is wrong")]
    [InlineData(
        """{"type":"https://e/1","title":"Bad","status":400,"errors":{"Email":["is wrong"],"":["is odd"],"Name":"Name is long"}}""",
        "Email: is wrong; is odd; Name is long"
    )]
    [InlineData("""{"detail":[{"loc":["body","a"],"msg":"is wrong","type":"missing"}]}""", "a: is wrong (code missing)")]
    public async Task A_list_of_errors_is_read(string body, string text)
    {
        ApiStatusException e = await FailAsync(400, body);

        Assert.Contains($"400 Bad Request: {text}.", e.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(e.Errors, error => error.Message.Length == 0);
    }

    [Fact]
    public async Task Error_chains_are_read()
    {
        ApiStatusException e = await FailAsync(
            400,
            """{"errorCode":"E1","errorSummary":"bad thing","errorCauses":[{"errorSummary":"name is wrong"}]}"""
        );

        Assert.Equal("name is wrong", Assert.Single(Assert.Single(e.Errors).Chain).Message);
    }

    [Theory]
    [InlineData("<html>BODY-SECRET</html>", "text/html")]
    [InlineData("{\"errors\":[{\"message\":\"BODY-SECRET", "application/json")]
    [InlineData("{\"errors\":{\"a\":[{\"b\":\"BODY-SECRET\"}]}}", "application/json")]
    [InlineData("\"BODY-SECRET\"", "application/json")]
    [InlineData("BODY-SECRET", "text/plain")]
    [InlineData("", "text/plain")]
    public async Task Other_bodies_are_only_in_the_raw_body(string body, string type)
    {
        ApiStatusException e = await FailAsync(502, body, type);

        Assert.Equal(body, e.RawBody);
        Assert.Empty(e.Errors);
    }

    [Fact]
    public async Task Server_text_is_cut_to_one_line()
    {
        ApiStatusException e = await FailAsync(400, SampleBodies.Failure(1, "a\\nb\\u2028c\\u001b[31m" + new string('x', 1000)));

        Assert.DoesNotContain('\n', e.Message);
        Assert.DoesNotContain('\u2028', e.Message);
        Assert.DoesNotContain('\u001b', e.Message);
        Assert.InRange(e.Message.Length, 100, 500);
    }

    [Fact]
    public async Task Echoed_credentials_are_redacted()
    {
        ApiStatusException e = await FailAsync(401, SampleBodies.Failure(1, $"token {Secrets.Token} is wrong"));

        Assert.Contains("token *** is wrong", e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_request_id_may_have_another_name() =>
        Assert.Equal("r-1", (await FailAsync(404, "", headers: ("x-request-id", "r-1"))).RequestId);

    [Fact]
    public async Task A_failure_envelope_needs_no_errors() =>
        Assert.Empty((await FailAsync(404, """{"success":false,"errors":null}""")).Errors);
}
