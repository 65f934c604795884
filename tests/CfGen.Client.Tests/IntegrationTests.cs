using System.Text.Json;
using System.Text.Json.Nodes;
using Acme.Cloudflare;
using CfGen.Runtime.Tests.Support;

namespace CfGen.Client.Tests;

/// <summary>Bodies with members that may be absent, null or set; an empty result; a list without pages.</summary>
public class IntegrationTests
{
    private const string Id = "e5f0b1a2-3c4d-4e5f-8a9b-0c1d2e3f4a5b";
    private const string Received =
        $$"""{"id":"{{Id}}","account_tag":"t","active":true,"created_at":"2024-06-01T12:00:00Z","integration_type":"Okta","reference_id":"r","tenant_url":"https://tenant.okta.com","well_known_url":"/.well-known/x"}""";

    [Fact]
    public async Task A_list_without_pages_is_one_page()
    {
        await using TestServer server = await TestServer.StartAsync(200, SampleBodies.Success($"[{Received}]"));
        using CloudflareClient client = server.CreateClient();

        List<Integration> all = [];
        await foreach (Integration one in client.ZeroTrust.RiskScoring.Integrations.ListAsync(CloudflareApi.Account))
            all.Add(one);

        Assert.Equal(Guid.Parse(Id), Assert.Single(all).Id);
        Assert.Single(server.Requests);
    }

    [Theory]
    [InlineData("absent", """{"integration_type":"Okta","tenant_url":"https://tenant.okta.com"}""")]
    [InlineData("null", """{"integration_type":"Okta","tenant_url":"https://tenant.okta.com","reference_id":null}""")]
    [InlineData("null from code", """{"integration_type":"Okta","tenant_url":"https://tenant.okta.com"}""")]
    [InlineData("value", """{"integration_type":"Okta","tenant_url":"https://tenant.okta.com","reference_id":"r"}""")]
    public async Task Absent_null_and_a_value_are_distinguished(string kind, string expected)
    {
        await using TestServer server = await TestServer.StartAsync(200, SampleBodies.Success(Received));
        using CloudflareClient client = server.CreateClient();
        IntegrationsCreateRequest body = new() { IntegrationType = IntegrationType.Okta, TenantUrl = new Uri("https://tenant.okta.com") };
        body = kind switch
        {
            "null" => body.WithNull(nameof(body.ReferenceId)),
            "null from code" => body with { ReferenceId = null },
            "value" => body with { ReferenceId = "r" },
            _ => body,
        };

        Integration created = await client.ZeroTrust.RiskScoring.Integrations.CreateAsync(CloudflareApi.Account, body);

        Assert.True(JsonNode.DeepEquals(JsonNode.Parse(expected), JsonNode.Parse(server.SingleRequest.Body)), server.SingleRequest.Body);
        Assert.Equal("application/json", server.SingleRequest["Content-Type"]);
        Assert.Equal("https://tenant.okta.com", created.TenantUrl);
    }

    [Fact]
    public async Task A_relative_uri_is_a_violation()
    {
        await using TestServer server = await TestServer.StartAsync(200, SampleBodies.Success(Received));
        using CloudflareClient client = server.CreateClient();

        ApiValidationException e = await Assert.ThrowsAsync<ApiValidationException>(() =>
            client.ZeroTrust.RiskScoring.Integrations.UpdateAsync(
                CloudflareApi.Account,
                "no-uuid",
                new IntegrationsUpdateRequest { Active = true, TenantUrl = new Uri("tenant", UriKind.Relative) }
            )
        );

        Assert.Equal(["format: uuid", "format: uri"], e.Violations.Select(v => v.Rule));
        Assert.Empty(server.Requests);
    }

    [Theory]
    [InlineData("null", null)]
    [InlineData("{}", JsonValueKind.Object)]
    public async Task Delete_returns_an_optional_json_value(string result, JsonValueKind? expected)
    {
        await using TestServer server = await TestServer.StartAsync(200, SampleBodies.Success(result));
        using CloudflareClient client = server.CreateClient();

        JsonElement? response = await client.ZeroTrust.RiskScoring.Integrations.DeleteAsync(CloudflareApi.Account, Guid.Parse(Id));

        Assert.Equal((expected, "DELETE"), (response?.ValueKind, server.SingleRequest.Method));
    }

    [Fact]
    public async Task A_path_value_is_percent_encoded()
    {
        await using TestServer server = await TestServer.StartAsync(200, SampleBodies.Success(Received));
        using CloudflareClient client = server.CreateClient();

        await client.ZeroTrust.RiskScoring.Integrations.References.GetAsync(CloudflareApi.Account, "a/b ü?#");

        Assert.EndsWith("/reference_id/a%2Fb%20%C3%BC%3F%23", server.SingleRequest.Target, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("id", "\"no\"")]
    [InlineData("tenant_url", "7")]
    [InlineData("created_at", "\"2024-13-01T00:00:00Z\"")]
    [InlineData("integration_type", "true")]
    [InlineData("active", "null")]
    public async Task A_property_of_another_type_is_reported_with_its_path(string member, string value)
    {
        JsonObject broken = JsonNode.Parse(Received)!.AsObject();
        broken[member] = JsonNode.Parse(value);
        await using TestServer server = await TestServer.StartAsync(200, SampleBodies.Success(broken.ToJsonString()));
        using CloudflareClient client = server.CreateClient();

        ApiResponseFormatException e = await Assert.ThrowsAsync<ApiResponseFormatException>(() =>
            client.ZeroTrust.RiskScoring.Integrations.GetAsync(CloudflareApi.Account, Id)
        );

        Assert.Equal("$.result." + member, e.JsonPath);
    }

    [Theory]
    [InlineData("99999999999999999999", true)]
    [InlineData("1e400", true)]
    [InlineData("9223372036854775807", false)]
    [InlineData("7.0", false)]
    [InlineData("7.5", true)]
    public async Task Numbers_out_of_range_are_exceptions(string number, bool fault)
    {
        string user =
            $$"""{"user_id":"{{CloudflareApi.User}}","name":"n","email":"e","event_count":{{number}},"last_event":"2025-01-01T00:00:00Z","max_risk_level":"low"}""";
        await using TestServer server = await TestServer.StartAsync(200, SampleBodies.Success($$"""{"users":[{{user}}]}"""));
        using CloudflareClient client = server.CreateClient();

        Exception? e = await Record.ExceptionAsync(() =>
            client.ZeroTrust.RiskScoring.Summary.GetAsync(CloudflareApi.Account).GetPageAsync()
        );

        Assert.Equal(fault ? "$.result.users[0].event_count" : null, (e as ApiResponseFormatException)?.JsonPath);
        Assert.Equal(fault, e is not null);
    }
}
