using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using RiskScore;

namespace CfGen.Sample.Tests;

/// <summary>The example server accepts what the document allows and rejects the rest, always in the envelope.</summary>
public sealed class ExampleServerTests
{
    private const string Scoring = "/accounts/023e105f4ecef8ad9ca31a8372d0c353/zt_risk_scoring";
    private const string User = Scoring + "/182bd5e5-6e1a-4fe4-a799-aa6d9a6ab26e";
    private const string Token = "Bearer anything";

    [Theory]
    [InlineData("GET", User)]
    [InlineData("GET", Scoring + "/5b1a5f0d-6f4e-4a0b-9c2b-3f5d1c7e8a90")]
    [InlineData("POST", User + "/reset")]
    [InlineData("GET", Scoring + "/behaviors")]
    [InlineData("PUT", Scoring + "/behaviors", """{"behaviors":{"x":{"enabled":true,"risk_level":"low"}}}""")]
    [InlineData("GET", Scoring + "/summary?page=1&order_by=timestamp&direction=asc")]
    [InlineData("GET", Scoring + "/integrations")]
    [InlineData("POST", Scoring + "/integrations", """{"integration_type":"Okta","tenant_url":"https://a.example","reference_id":null}""")]
    [InlineData("GET", Scoring + "/integrations/e5f0b1a2-3c4d-4e5f-8a9b-0c1d2e3f4a5b")]
    [InlineData(
        "PUT",
        Scoring + "/integrations/e5f0b1a2-3c4d-4e5f-8a9b-0c1d2e3f4a5b",
        """{"active":true,"tenant_url":"https://a.example"}"""
    )]
    [InlineData("DELETE", Scoring + "/integrations/e5f0b1a2-3c4d-4e5f-8a9b-0c1d2e3f4a5b")]
    [InlineData("GET", Scoring + "/integrations/reference_id/okta%2Fproduction")]
    public async Task Each_operation_returns_an_example(string method, string path, string? body = null)
    {
        (HttpStatusCode status, JsonNode response) = await SendAsync(method, path, body, ("Authorization", Token));
        Assert.Equal(HttpStatusCode.OK, status);
        Assert.True(response["success"]!.GetValue<bool>());
        Assert.True(response.AsObject().ContainsKey("result"));
    }

    [Theory]
    [InlineData(
        "GET",
        "/accounts/0123456789012345678901234567890123456789/zt_risk_scoring/182bd5e5-6e1a-4fe4-a799-aa6d9a6ab26e",
        null,
        400,
        1003
    )]
    [InlineData("GET", Scoring + "/182bd5e5", null, 400, 1003)]
    [InlineData("GET", Scoring + "/summary?page=first", null, 400, 1003)]
    [InlineData("GET", Scoring + "/summary?order_by=name", null, 400, 1003)]
    [InlineData("PUT", Scoring + "/behaviors", """{"behaviors":{"x":{"enabled":"yes","risk_level":"low"}}}""", 400, 1003)]
    [InlineData("PUT", Scoring + "/behaviors", """{"behaviors":{"x":{"enabled":true,"risk_level":"extreme"}}}""", 400, 1003)]
    [InlineData("POST", Scoring + "/integrations", """{"integration_type":"Okta"}""", 400, 1003)]
    [InlineData("POST", Scoring + "/integrations", """{"integration_type":"Okta","tenant_url":"nowhere"}""", 400, 1003)]
    [InlineData("POST", Scoring + "/integrations", "null", 400, 1003)]
    [InlineData("POST", Scoring + "/integrations", "{", 400, 1002)]
    [InlineData("PATCH", User, null, 405, 10405)]
    [InlineData("GET", "/zones", null, 404, 7003)]
    [InlineData("GET", Scoring + "/00000000-0000-0000-0000-000000000000", null, 404, 1404)]
    [InlineData("GET", Scoring + "/11111111-2222-3333-4444-555555555555", null, 404, 1404)]
    [InlineData("POST", Scoring + "/11111111-2222-3333-4444-555555555555/reset", null, 404, 1404)]
    [InlineData("GET", "/accounts/11111111222233334444555555555555/zt_risk_scoring/182bd5e5-6e1a-4fe4-a799-aa6d9a6ab26e", null, 404, 7003)]
    [InlineData("GET", "/accounts/11111111222233334444555555555555/zt_risk_scoring/behaviors", null, 404, 7003)]
    public async Task Invalid_requests_are_rejected(string method, string path, string? body, int status, int code) =>
        AssertRejected(status, code, await SendAsync(method, path, body, ("Authorization", Token)));

    [Theory]
    [InlineData("GET", User)]
    [InlineData("POST", User + "/reset")]
    [InlineData("GET", Scoring + "/behaviors")]
    public async Task A_token_without_the_permission_is_forbidden(string method, string path) =>
        AssertRejected(
            403,
            10000,
            await SendAsync(method, path, null, ("Authorization", "Bearer " + ExampleServer.TokenWithoutPermission))
        );

    [Theory]
    [InlineData(9106)]
    [InlineData(6003, "Authorization", "Basic abc")]
    [InlineData(6003, "Authorization", "Bearer")]
    [InlineData(9106, "X-Auth-Email", "ada@example.com")]
    [InlineData(9106, "X-Auth-Key", "key")]
    [InlineData(6003, "X-Auth-Email", "ada", "X-Auth-Key", "key")]
    public async Task Requests_without_a_complete_credential_are_rejected(int code, params string[] headers) =>
        AssertRejected(400, code, await SendAsync("GET", User, null, [.. headers.Chunk(2).Select(h => (h[0], h[1]))]));

    [Fact]
    public async Task Email_and_key_together_are_accepted() =>
        Assert.Equal(
            HttpStatusCode.OK,
            (await SendAsync("GET", User, null, ("X-Auth-Email", "ada@example.com"), ("X-Auth-Key", "key"))).Status
        );

    [Fact]
    public async Task The_first_example_is_the_one_in_the_API_documentation()
    {
        (_, JsonNode response) = await SendAsync("GET", User, null, ("Authorization", Token));
        JsonNode documented = JsonNode.Parse(
            """
            {
              "errors": [{"code": 1000, "message": "message", "documentation_url": "documentation_url", "source": {"pointer": "pointer"}}],
              "messages": [{"code": 1000, "message": "message", "documentation_url": "documentation_url", "source": {"pointer": "pointer"}}],
              "success": true,
              "result": {
                "email": "email",
                "events": [{"id": "id", "name": "name", "risk_level": "low", "timestamp": "2019-12-27T18:11:19.117Z", "event_details": {}}],
                "name": "name",
                "last_reset_time": "2019-12-27T18:11:19.117Z",
                "risk_level": "low"
              },
              "result_info": {"count": 1, "page": 1, "per_page": 20, "total_count": 2000, "total_pages": 100}
            }
            """
        )!;
        Assert.True(JsonNode.DeepEquals(documented, response), response.ToJsonString());
    }

    private static void AssertRejected(int status, int code, (HttpStatusCode Status, JsonNode Response) got)
    {
        Assert.Equal(status, (int)got.Status);
        Assert.False(got.Response["success"]!.GetValue<bool>());
        Assert.Null(got.Response["result"]);
        Assert.Equal(code, Assert.Single(got.Response["errors"]!.AsArray())!["code"]!.GetValue<int>());
    }

    private static async Task<(HttpStatusCode Status, JsonNode Response)> SendAsync(
        string method,
        string path,
        string? body,
        params (string Name, string Value)[] headers
    )
    {
        await using ExampleServer server = await ExampleServer.StartAsync();
        using HttpClient client = new();
        using HttpRequestMessage request = new(new HttpMethod(method), new Uri(server.BaseUrl + path));
        foreach ((string name, string value) in headers)
            request.Headers.TryAddWithoutValidation(name, value);
        if (body is not null)
            request.Content = new StringContent(body, Encoding.UTF8, "application/json");
        using HttpResponseMessage response = await client.SendAsync(request);
        Assert.Equal("application/json", response.Content.Headers.ContentType?.MediaType);
        return (response.StatusCode, JsonNode.Parse(await response.Content.ReadAsStringAsync())!);
    }
}
