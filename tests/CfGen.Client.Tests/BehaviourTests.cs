using System.Text.Json.Nodes;
using Acme.Cloudflare;
using CfGen.Runtime.Tests.Support;

namespace CfGen.Client.Tests;

/// <summary>A map of objects, received and sent.</summary>
public class BehaviourTests
{
    private const string Received = """{"behaviors":{"impossible_travel":{"name":"Impossible travel","description":"d","enabled":true,"risk_level":"high"}}}""";

    [Fact]
    public async Task A_map_comes_back_by_name()
    {
        await using Server server = await Server.StartAsync(200, Bodies.Ok(Received));
        using CloudflareClient client = server.Client();

        BehavioursGetResponse answer = await client.ZeroTrust.RiskScoring.Behaviours.GetAsync(Api.Account);

        Behavior one = answer.Behaviors!["impossible_travel"];
        Assert.Equal((true, RiskLevel.High, "d"), (one.Enabled, one.RiskLevel, one.Description));
    }

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData("a\"b\\c\n")]
    [InlineData("$.[0]/~")]
    [InlineData("ключ 🔑")]
    public async Task Odd_keys_travel_both_ways(string key)
    {
        string map = new JsonObject { ["behaviors"] = new JsonObject { [key] = new JsonObject { ["enabled"] = false, ["risk_level"] = "low" } } }.ToJsonString();
        await using Server server = await Server.StartAsync(200, Bodies.Ok(map));
        using CloudflareClient client = server.Client();

        BehavioursUpdateResponse answer = await client.ZeroTrust.RiskScoring.Behaviours.UpdateAsync(Api.Account, new BehavioursUpdateRequest
        {
            Behaviors = new Dictionary<string, BehaviorSetting> { [key] = new() { Enabled = false, RiskLevel = RiskLevel.Low } },
        });

        Assert.Equal("PUT", server.Only.Method);
        Assert.True(JsonNode.DeepEquals(JsonNode.Parse(map), JsonNode.Parse(server.Only.Body)), server.Only.Body);
        Assert.Equal(RiskLevel.Low, answer.Behaviors![key].RiskLevel);
    }

    [Fact]
    public async Task Null_where_the_document_wants_an_object_is_not_sent()
    {
        await using Server server = await Server.StartAsync(200, Bodies.Ok("{}"));
        using CloudflareClient client = server.Client();
        BehavioursResource behaviours = client.ZeroTrust.RiskScoring.Behaviours;

        ApiValidationException noBody = await Assert.ThrowsAsync<ApiValidationException>(() => behaviours.UpdateAsync(Api.Account, null!));
        ApiValidationException noMap = await Assert.ThrowsAsync<ApiValidationException>(() => behaviours.UpdateAsync(Api.Account, new() { Behaviors = null! }));
        ApiValidationException all = await Assert.ThrowsAsync<ApiValidationException>(() => behaviours.UpdateAsync(new string('a', 33), new() { Behaviors = null! }));

        Assert.Equal("body", noBody.ParamName);
        Assert.Equal(("body", "/behaviors"), (noMap.ParamName, Assert.Single(noMap.Violations).BodyPointer));
        Assert.Equal(["maxLength: 32", "required"], all.Violations.Select(v => v.Rule));
        Assert.Empty(server.Requests);
    }

    [Theory]
    [InlineData("""{"behaviors":{"x":null}}""", "$.result.behaviors.x")]
    [InlineData("""{"behaviors":{"x":{"name":"n","description":"d","enabled":"yes","risk_level":"low"}}}""", "$.result.behaviors.x.enabled")]
    [InlineData("""{"behaviors":{"x":{"name":"n","description":"d","enabled":true,"risk_level":3}}}""", "$.result.behaviors.x.risk_level")]
    [InlineData("""{"behaviors":[]}""", "$.result.behaviors")]
    public async Task A_wrong_map_is_a_fault_at_its_path(string result, string path)
    {
        await using Server server = await Server.StartAsync(200, Bodies.Ok(result));
        using CloudflareClient client = server.Client();

        ApiResponseFormatException e = await Assert.ThrowsAsync<ApiResponseFormatException>(() => client.ZeroTrust.RiskScoring.Behaviours.GetAsync(Api.Account));

        Assert.Equal(path, e.JsonPath);
    }

    [Fact]
    public async Task Of_a_key_that_stands_twice_the_last_counts()
    {
        await using Server server = await Server.StartAsync(200, Bodies.Ok(
            """{"behaviors":{"x":{"name":"1","description":"d","enabled":true,"risk_level":"low"},"x":{"name":"1","name":"2","description":"d","enabled":true,"risk_level":"low"}}}"""));
        using CloudflareClient client = server.Client();

        BehavioursGetResponse answer = await client.ZeroTrust.RiskScoring.Behaviours.GetAsync(Api.Account);

        Assert.Equal("2", Assert.Single(answer.Behaviors!).Value.Name);
    }

    [Fact]
    public async Task Lenient_reading_fills_what_is_wrong_with_defaults()
    {
        await using Server server = await Server.StartAsync(200, Bodies.Ok("""{"behaviors":{"x":{"description":7,"enabled":"yes"}}}"""));
        using CloudflareClient client = server.Client(o => o.ResponseValidation = ResponseValidation.Lenient);

        Behavior one = (await client.ZeroTrust.RiskScoring.Behaviours.GetAsync(Api.Account)).Behaviors!["x"];

        Assert.Equal((null, null, false, ""), (one.Name, one.Description, one.Enabled, one.RiskLevel.Value));
    }
}
