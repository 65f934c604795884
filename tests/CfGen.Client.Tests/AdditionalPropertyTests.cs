using Acme.Media;
using CfGen.Runtime.Tests.Support;

namespace CfGen.Client.Tests;

/// <summary>Properties that a document types without naming them, beside such as it names.</summary>
public class AdditionalPropertyTests
{
    [Fact]
    public async Task Additional_properties_are_written_and_read_by_their_type()
    {
        await using TestServer server = await TestServer.StartAsync(
            200,
            """{"arts":{"limit":2.5,"note":"x","x":[1]},"year":2026,"s\u0063ience":{"limit":3}}"""
        );
        using MediaClient client = server.CreateMediaClient();

        Budgets now = await client.Budgets.SetAsync(
            new Budgets
            {
                Year = 2026,
                AdditionalProperties = new Dictionary<string, BudgetsAdditionalProperty>
                {
                    ["a\"b"] = new() { Limit = 1.5 },
                    ["year 2"] = new() { Limit = 0, Note = "none" },
                },
            }
        );

        Assert.Equal("""{"year":2026,"a\"b":{"limit":1.5},"year 2":{"limit":0,"note":"none"}}""", server.SingleRequest.Body);
        Assert.Equal(2026, now.Year);
        Assert.Equal(
            [("arts", 2.5, "x"), ("science", 3.0, null)],
            now.AdditionalProperties.Select(p => (p.Key, p.Value.Limit, p.Value.Note))
        );
        Assert.Equal(
            """{"year":2026,"arts":{"limit":2.5,"note":"x","x":[1]},"science":{"limit":3}}""",
            System.Text.Json.JsonSerializer.Serialize(now)
        );
    }

    [Fact]
    public async Task No_additional_properties_read_as_an_empty_dictionary()
    {
        await using TestServer server = await TestServer.StartAsync(200, """{"year":1}""");
        using MediaClient client = server.CreateMediaClient();

        Budgets now = await client.Budgets.SetAsync(new Budgets { Year = 1 });

        Assert.Equal("""{"year":1}""", server.SingleRequest.Body);
        Assert.Empty(now.AdditionalProperties);
        Assert.Equal(new Budgets { Year = 1 }, now);
    }

    [Fact]
    public async Task The_last_of_two_properties_of_one_name_wins()
    {
        await using TestServer server = await TestServer.StartAsync(200, """{"year":1,"a":{"limit":1},"a":{"limit":2}}""");
        using MediaClient client = server.CreateMediaClient();

        Assert.Equal(2, Assert.Single((await client.Budgets.SetAsync(new Budgets { Year = 1 })).AdditionalProperties).Value.Limit);
    }

    [Fact]
    public async Task A_value_of_another_type_is_reported_with_its_path()
    {
        await using TestServer server = await TestServer.StartAsync(200, """{"year":1,"arts":{"limit":"much"}}""");
        using MediaClient client = server.CreateMediaClient();

        ApiResponseFormatException wrong = await Assert.ThrowsAsync<ApiResponseFormatException>(() =>
            client.Budgets.SetAsync(new Budgets { Year = 1 })
        );

        Assert.Equal("$.arts.limit", wrong.JsonPath);
    }

    [Fact]
    public async Task Additional_properties_are_validated_before_sending()
    {
        await using TestServer server = await TestServer.StartAsync(200, "{}");
        using MediaClient client = server.CreateMediaClient();
        Budgets wrong = new()
        {
            Year = 1,
            AdditionalProperties = new Dictionary<string, BudgetsAdditionalProperty>
            {
                ["arts"] = new() { Limit = 1, Note = "too long" },
                ["none"] = null!,
            },
        };

        ApiValidationException broken = await Assert.ThrowsAsync<ApiValidationException>(() => client.Budgets.SetAsync(wrong));

        Assert.Equal([("/arts/note", "maxLength: 5"), ("/none", "type: object")], broken.Violations.Select(v => (v.BodyPointer, v.Rule)));
        Assert.Empty(server.Requests);
    }
}
