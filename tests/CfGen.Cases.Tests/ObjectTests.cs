using System.Text.Json;
using CfGen.Runtime.Tests.Support;

namespace CfGen.Cases.Tests;

/// <summary>Members that a schema does not name, boolean schemas, and responses that only look like an envelope.</summary>
public class ObjectTests
{
    [Fact]
    public async Task Properties_of_a_pattern_are_read_and_sent()
    {
        await using TestServer server = await TestServer.StartAsync(200, """{"x-a":"1","x-b":"2"}""");
        using PatternProperties.CaseClient client = new(server.CreateOptions<PatternProperties.CaseClientOptions>());

        IReadOnlyDictionary<string, string> response = await client.A.CreateAsync(
            new()
            {
                Name = "n",
                AdditionalProperties = new Dictionary<string, string> { ["x-c"] = "3" },
            }
        );

        Assert.Equal("""{"name":"n","x-c":"3"}""", server.SingleRequest.Body);
        Assert.Equal(("1", "2"), (response["x-a"], response["x-b"]));
    }

    [Fact]
    public async Task Properties_beside_the_named_ones_are_read_and_sent()
    {
        const string Thing = """{"id":"1","open":{"a":"x","b":[1]},"unevaluated":{"b":"y","c":2},"mixed":{"n-1":3,"s-1":"z"}}""";
        await using TestServer server = await TestServer.StartAsync(200, Thing);
        using AdditionalProperties.CaseClient client = new(server.CreateOptions<AdditionalProperties.CaseClientOptions>());

        AdditionalProperties.Thing thing = await client.Things.GetAsync();
        await client.Things.CreateAsync(thing);

        Assert.Equal("[1]", thing.Open!.AdditionalProperties["b"].GetRawText());
        Assert.Equal(2, thing.Unevaluated!.AdditionalProperties["c"]);
        Assert.Equal((3L, "z"), (thing.Mixed!["n-1"].Value, thing.Mixed["s-1"].Value));
        Assert.Equal(Thing, server.Requests.Last().Body);
    }

    [Fact]
    public async Task A_schema_that_is_true_is_any_JSON_anywhere()
    {
        await using TestServer server = await TestServer.StartAsync(200, """{"data":{"a":1},"n":2,"list":["x"],"tuple":[1,2],"a":null}""");
        using BooleanSchemas.CaseClient client = new(server.CreateOptions<BooleanSchemas.CaseClientOptions>());

        Assert.Equal("""{"a":1}""", (await client.A.GetAsync()).Data!.Value.GetRawText());
        Assert.Equal("x", (await client.B.GetAsync()).List![0].GetString());
        Assert.Equal(JsonValueKind.Object, (await client.E.GetAsync()).ValueKind);
        Assert.Equal(JsonValueKind.Object, (await client.F.GetAsync(new() { Q = "q" })).ValueKind);
        Assert.Equal(2, (await client.I.GetAsync()).N);
    }

    [Fact]
    public async Task A_component_with_a_boolean_schema_among_its_properties_is_generated()
    {
        await using TestServer server = await TestServer.StartAsync(200, """{"anyTrue":[1],"pattern":{"x-a":1},"enums":{"k":"red"}}""");
        using Maps.CaseClient client = new(server.CreateOptions<Maps.CaseClientOptions>());

        Maps.MapsModel maps = await client.Maps.GetAsync();

        Assert.Equal("[1]", maps.AnyTrue!.Value.GetRawText());
        Assert.Equal((1L, Maps.Color.Red), (maps.Pattern!["x-a"], maps.Enums!["k"]));
    }

    [Fact]
    public async Task A_response_with_members_of_its_own_is_a_record()
    {
        await using TestServer server = await TestServer.StartAsync(200, """{"success":true,"id":"7","total":9.5,"errors":[]}""");
        using NotAnEnvelope.CaseClient client = new(server.CreateOptions<NotAnEnvelope.CaseClientOptions>());

        NotAnEnvelope.OrdersCreateResponse order = await client.Orders.CreateAsync();

        Assert.Equal((true, "7", 9.5), (order.Success, order.Id, order.Total));
    }

    [Fact]
    public async Task Boolean_schemas_of_members_keep_the_other_members()
    {
        await using TestServer server = await TestServer.StartAsync(
            TestServer.Respond(200, """{"a":{"k":[1]},"b":{"x":"bx"},"c":{"x":"cx"}}"""),
            TestServer.Respond(200, """{"a":null}"""),
            TestServer.Respond(200, """{"names":{"one":"1"}}"""),
            TestServer.Respond(200, """{"pattern":{"x-a":1}}""")
        );
        using BooleanSchemas.CaseClient client = new(server.CreateOptions<BooleanSchemas.CaseClientOptions>());

        BooleanSchemas.CGetResponse members = await client.C.GetAsync();

        Assert.Equal("[1]", members.A!.Value.GetProperty("k").GetRawText());
        Assert.Equal(("bx", "cx"), (members.B!.X, members.C!.X));
        Assert.True((await client.D.GetAsync()).A is null or { ValueKind: JsonValueKind.Null });
        Assert.Single((await client.G.GetAsync()).Names!);
        Assert.Equal(1, (await client.H.GetAsync()).Pattern!["x-a"]);
    }

    [Fact]
    public async Task Maps_of_each_kind_of_value_are_read_and_sent()
    {
        const string MapsText = """
            {"enums":{"k":"green"},"arrays":{"a":[1,2]},"nested":{"a":{"b":0.5}},"nullable":{"a":null,"b":1},"dates":{"d":"2026-01-02"},"byKey":{"one":1},"known":{"one":"1","two":"2"},"names":{"two":"2"},"pattern":{"x-a":1},"any":{"a":[true]},"tree":{"name":"r","children":{"c":{"name":"n","parent":null}}},"freeform":{"a":1},"anything":[null],"anyTrue":"x"}
            """;
        await using TestServer server = await TestServer.StartAsync(
            TestServer.Respond(200, MapsText),
            TestServer.Respond(200, ""),
            TestServer.Respond(200, """{"k":["red","green"]}"""),
            TestServer.Respond(200, """{"a":[1,null,{"b":"c"}]}"""),
            TestServer.Respond(200, "")
        );
        using Maps.CaseClient client = new(server.CreateOptions<Maps.CaseClientOptions>());

        Maps.MapsModel maps = await client.Maps.GetAsync();
        await client.Maps.CreateAsync(maps);
        IReadOnlyDictionary<string, IReadOnlyList<Maps.Color>> bare = await client.Bare.GetAsync();
        Maps.JsonValue? value = await client.Value.GetAsync();
        await client.Value.UpdateAsync(value!);

        Assert.Equal([1, 2], maps.Arrays!["a"]);
        Assert.Equal((0.5, null, 1L), (maps.Nested!["a"]["b"], maps.Nullable!["a"], maps.Nullable["b"]));
        Assert.Equal((new DateOnly(2026, 1, 2), 1L, "2"), (maps.Dates!["d"], maps.ByKey!["one"], maps.Known!.Two));
        Assert.Equal("n", maps.Tree!.Children!["c"].Name);
        Assert.Equal(MapsText.Trim(), server.Requests.ElementAt(1).Body);
        Assert.Equal([Maps.Color.Red, Maps.Color.Green], bare["k"]);
        Assert.Equal("""{"a":[1,null,{"b":"c"}]}""", server.Requests.Last().Body);
    }
}
