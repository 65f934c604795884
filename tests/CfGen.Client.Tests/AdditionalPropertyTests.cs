using Acme.Media;
using CfGen.Runtime.Tests.Support;

namespace CfGen.Client.Tests;

/// <summary>Properties that a document types without naming them, beside such as it names.</summary>
public class AdditionalPropertyTests
{
    [Fact]
    public async Task Go_out_and_come_back_as_values_of_their_type()
    {
        await using Server server = await Server.StartAsync(200, """{"arts":{"limit":2.5,"note":"x","x":[1]},"year":2026,"s\u0063ience":{"limit":3}}""");
        using MediaClient client = server.Media();

        Budgets now = await client.Budgets.SetAsync(new Budgets
        {
            Year = 2026,
            AdditionalProperties = new Dictionary<string, BudgetsAdditionalProperty> { ["a\"b"] = new() { Limit = 1.5 }, ["year 2"] = new() { Limit = 0, Note = "none" } },
        });

        Assert.Equal("""{"year":2026,"a\"b":{"limit":1.5},"year 2":{"limit":0,"note":"none"}}""", server.Only.Body);
        Assert.Equal(2026, now.Year);
        Assert.Equal([("arts", 2.5, "x"), ("science", 3.0, null)], now.AdditionalProperties.Select(p => (p.Key, p.Value.Limit, p.Value.Note)));
        Assert.Equal("""{"year":2026,"arts":{"limit":2.5,"note":"x","x":[1]},"science":{"limit":3}}""", System.Text.Json.JsonSerializer.Serialize(now));
    }

    [Fact]
    public async Task Are_an_empty_map_where_there_are_none()
    {
        await using Server server = await Server.StartAsync(200, """{"year":1}""");
        using MediaClient client = server.Media();

        Budgets now = await client.Budgets.SetAsync(new Budgets { Year = 1 });

        Assert.Equal("""{"year":1}""", server.Only.Body);
        Assert.Empty(now.AdditionalProperties);
        Assert.Equal(new Budgets { Year = 1 }, now);
    }

    [Fact]
    public async Task Of_two_of_one_name_the_last_counts()
    {
        await using Server server = await Server.StartAsync(200, """{"year":1,"a":{"limit":1},"a":{"limit":2}}""");
        using MediaClient client = server.Media();

        Assert.Equal(2, Assert.Single((await client.Budgets.SetAsync(new Budgets { Year = 1 })).AdditionalProperties).Value.Limit);
    }

    [Fact]
    public async Task A_value_of_another_type_is_named_with_its_path()
    {
        await using Server server = await Server.StartAsync(200, """{"year":1,"arts":{"limit":"much"}}""");
        using MediaClient client = server.Media();

        ApiResponseFormatException wrong = await Assert.ThrowsAsync<ApiResponseFormatException>(() => client.Budgets.SetAsync(new Budgets { Year = 1 }));

        Assert.Equal("$.arts.limit", wrong.JsonPath);
    }

    [Fact]
    public async Task Are_held_to_their_rules_before_anything_is_sent()
    {
        await using Server server = await Server.StartAsync(200, "{}");
        using MediaClient client = server.Media();
        Budgets wrong = new() { Year = 1, AdditionalProperties = new Dictionary<string, BudgetsAdditionalProperty> { ["arts"] = new() { Limit = 1, Note = "too long" }, ["none"] = null! } };

        ApiValidationException broken = await Assert.ThrowsAsync<ApiValidationException>(() => client.Budgets.SetAsync(wrong));

        Assert.Equal([("/arts/note", "maxLength: 5"), ("/none", "type: object")], broken.Violations.Select(v => (v.BodyPointer, v.Rule)));
        Assert.Empty(server.Requests);
    }
}
