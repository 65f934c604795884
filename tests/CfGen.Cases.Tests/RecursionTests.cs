using CfGen.Runtime.Tests.Support;

namespace CfGen.Cases.Tests;

/// <summary>Schemas that refer to themselves through lists, maps and choices.</summary>
public class RecursionTests
{
    [Fact]
    public async Task A_value_or_a_list_of_values_of_lists_is_read()
    {
        await using TestServer server = await TestServer.StartAsync(200, """["a",["b",["c"]]]""");
        using RecursiveUnion.CaseClient client = new(server.CreateOptions<RecursiveUnion.CaseClientOptions>());

        RecursiveUnion.SearchListResponse response = await client.Search.ListAsync();

        Assert.True(response.TryGet(out IReadOnlyList<RecursiveUnion.Filter>? outer));
        Assert.Equal("a", outer[0].Value);
        Assert.True(outer[1].TryGet(out IReadOnlyList<RecursiveUnion.Filter>? inner));
        Assert.True(inner[1].TryGet(out IReadOnlyList<RecursiveUnion.Filter>? innermost));
        Assert.Equal(("b", "c"), (inner[0].Value, innermost[0].Value));
    }

    [Fact]
    public async Task Any_JSON_as_a_choice_is_sent()
    {
        await using TestServer server = await TestServer.StartAsync(204, "");
        using JsonValues.CaseClient client = new(server.CreateOptions<JsonValues.CaseClientOptions>());

        await client.SearchAsync(
            new()
            {
                Value = new(new Dictionary<string, JsonValues.JsonValue> { ["a"] = 1, ["b"] = new((JsonValues.JsonValue[])[true, "x"]) }),
            }
        );

        Assert.Equal("""{"value":{"a":1,"b":[true,"x"]}}""", server.SingleRequest.Body);
    }
}
