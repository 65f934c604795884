using System.Text.Json.Nodes;
using Acme.Cloudflare;
using CfGen.Runtime.Tests.Support;

namespace CfGen.Client.Tests;

/// <summary>A map of objects, received and sent.</summary>
public class BehaviourTests
{
    private const string Received =
        """{"behaviors":{"impossible_travel":{"name":"Impossible travel","description":"d","enabled":true,"risk_level":"high"}}}""";

    [Fact]
    public async Task A_dictionary_is_read_by_key()
    {
        await using TestServer server = await TestServer.StartAsync(200, SampleBodies.Success(Received));
        using CloudflareClient client = server.CreateClient();

        BehavioursGetResponse response = await client.ZeroTrust.RiskScoring.Behaviours.GetAsync(CloudflareApi.Account);

        Behavior one = response.Behaviors!["impossible_travel"];
        Assert.Equal((true, RiskLevel.High, "d"), (one.Enabled, one.RiskLevel, one.Description));
    }

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData("a\"b\\c\n")]
    [InlineData("$.[0]/~")]
    [InlineData("ключ 🔑")]
    public async Task Unusual_keys_are_written_and_read(string key)
    {
        string map = new JsonObject
        {
            ["behaviors"] = new JsonObject
            {
                [key] = new JsonObject { ["enabled"] = false, ["risk_level"] = "low" },
            },
        }.ToJsonString();
        await using TestServer server = await TestServer.StartAsync(200, SampleBodies.Success(map));
        using CloudflareClient client = server.CreateClient();

        BehavioursUpdateResponse response = await client.ZeroTrust.RiskScoring.Behaviours.UpdateAsync(
            CloudflareApi.Account,
            new BehavioursUpdateRequest
            {
                Behaviors = new Dictionary<string, BehaviorSetting>
                {
                    [key] = new() { Enabled = false, RiskLevel = RiskLevel.Low },
                },
            }
        );

        Assert.Equal("PUT", server.SingleRequest.Method);
        Assert.True(JsonNode.DeepEquals(JsonNode.Parse(map), JsonNode.Parse(server.SingleRequest.Body)), server.SingleRequest.Body);
        Assert.Equal(RiskLevel.Low, response.Behaviors![key].RiskLevel);
    }

    [Fact]
    public async Task Null_for_a_required_object_is_not_sent()
    {
        await using TestServer server = await TestServer.StartAsync(200, SampleBodies.Success("{}"));
        using CloudflareClient client = server.CreateClient();
        BehavioursResource behaviours = client.ZeroTrust.RiskScoring.Behaviours;

        ApiValidationException noBody = await Assert.ThrowsAsync<ApiValidationException>(() =>
            behaviours.UpdateAsync(CloudflareApi.Account, null!)
        );
        ApiValidationException noMap = await Assert.ThrowsAsync<ApiValidationException>(() =>
            behaviours.UpdateAsync(CloudflareApi.Account, new() { Behaviors = null! })
        );
        ApiValidationException all = await Assert.ThrowsAsync<ApiValidationException>(() =>
            behaviours.UpdateAsync(new string('a', 33), new() { Behaviors = null! })
        );

        Assert.Equal("body", noBody.ParamName);
        Assert.Equal(("body", "/behaviors"), (noMap.ParamName, Assert.Single(noMap.Violations).BodyPointer));
        Assert.Equal(["maxLength: 32", "required"], all.Violations.Select(v => v.Rule));
        Assert.Empty(server.Requests);
    }

    [Theory]
    [InlineData("""{"behaviors":{"x":null}}""", "$.result.behaviors.x")]
    [InlineData(
        """{"behaviors":{"x":{"name":"n","description":"d","enabled":"yes","risk_level":"low"}}}""",
        "$.result.behaviors.x.enabled"
    )]
    [InlineData("""{"behaviors":{"x":{"name":"n","description":"d","enabled":true,"risk_level":3}}}""", "$.result.behaviors.x.risk_level")]
    [InlineData("""{"behaviors":[]}""", "$.result.behaviors")]
    public async Task A_malformed_dictionary_is_reported_with_its_path(string result, string path)
    {
        await using TestServer server = await TestServer.StartAsync(200, SampleBodies.Success(result));
        using CloudflareClient client = server.CreateClient();

        ApiResponseFormatException e = await Assert.ThrowsAsync<ApiResponseFormatException>(() =>
            client.ZeroTrust.RiskScoring.Behaviours.GetAsync(CloudflareApi.Account)
        );

        Assert.Equal(path, e.JsonPath);
    }

    [Fact]
    public async Task The_last_of_two_equal_keys_wins()
    {
        await using TestServer server = await TestServer.StartAsync(
            200,
            SampleBodies.Success(
                """{"behaviors":{"x":{"name":"1","description":"d","enabled":true,"risk_level":"low"},"x":{"name":"1","name":"2","description":"d","enabled":true,"risk_level":"low"}}}"""
            )
        );
        using CloudflareClient client = server.CreateClient();

        BehavioursGetResponse response = await client.ZeroTrust.RiskScoring.Behaviours.GetAsync(CloudflareApi.Account);

        Assert.Equal("2", Assert.Single(response.Behaviors!).Value.Name);
    }

    [Fact]
    public async Task Lenient_reading_replaces_invalid_values_with_defaults()
    {
        await using TestServer server = await TestServer.StartAsync(
            200,
            SampleBodies.Success("""{"behaviors":{"x":{"description":7,"enabled":"yes"}}}""")
        );
        using CloudflareClient client = server.CreateClient(o => o.ResponseValidation = ResponseValidation.Lenient);

        Behavior one = (await client.ZeroTrust.RiskScoring.Behaviours.GetAsync(CloudflareApi.Account)).Behaviors!["x"];

        Assert.Equal((null, null, false, ""), (one.Name, one.Description, one.Enabled, one.RiskLevel.Value));
    }
}
