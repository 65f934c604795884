using System.Text.Json;
using CfGen.Runtime.Tests.Support;

namespace CfGen.Cases.Tests;

/// <summary>Arrays whose positions have types of their own.</summary>
public class TupleTests
{
    private const string Everything =
        """{"point":[1.5,-2],"reading":[null,"kelvin"],"window":[1,null,["a"]],"command":["run",{"value":"x"},{"value":"y"}],"open":["a",true,{"more":1},2],"plugin":["p",7],"byName":{"home":[3,4]},"tagged":["circle",2.5],"nested":[[1,2],{"a":"b"}],"first":9}""";

    [Fact]
    public async Task Each_position_has_its_type_and_the_rest_is_kept()
    {
        await using TestServer server = await TestServer.StartAsync(200, Everything);
        using Tuples.CaseClient client = new(server.CreateOptions<Tuples.CaseClientOptions>());

        Tuples.Track track = await client.Tracks.GetAsync();

        (double latitude, double longitude) = track.Point;
        Assert.Equal((1.5, -2.0), (latitude, longitude));
        Assert.Equal((null, Tuples.Unit.Kelvin), (track.Reading!.Item1, track.Reading.Item2));
        Assert.Equal((1L, null, "a"), (track.Window!.From, track.Window.To, track.Window.Labels![0]));
        Assert.Equal(("run", "x", "y"), (track.Command!.Name, track.Command.Rest[0].Value, track.Command.Rest[1].Value));
        Assert.Equal(
            ("a", true, """{"more":1}""", 2),
            (track.Open!.Item1, track.Open.Item2, track.Open.Rest[0].GetRawText(), track.Open.Rest[1].GetInt32())
        );
        Assert.Equal(3.0, track.ByName!["home"].Latitude);
        Assert.Equal(("circle", 2.5), (track.Tagged!.Item1, track.Tagged.Item2));
        Assert.Equal((2L, "b"), (track.Nested!.Item1.Item2, track.Nested.Item2.A));
        Assert.Equal(9, track.First);
        Assert.True(track.Plugin!.TryGet(out Tuples.TrackPluginVariant2? pair));
        Assert.Equal(7, pair!.Item2);
    }

    [Fact]
    public async Task A_tuple_is_sent_as_it_was_read()
    {
        await using TestServer server = await TestServer.StartAsync(200, Everything);
        using Tuples.CaseClient client = new(server.CreateOptions<Tuples.CaseClientOptions>());

        await client.Tracks.CreateAsync(await client.Tracks.GetAsync());

        Assert.Equal(Everything, server.Requests.Last().Body);
    }

    [Fact]
    public async Task A_tuple_is_written_with_the_positions_that_are_set()
    {
        await using TestServer server = await TestServer.StartAsync(204, "");
        using Tuples.CaseClient client = new(server.CreateOptions<Tuples.CaseClientOptions>());

        await client.Tracks.CreateAsync(
            new()
            {
                Point = (1, 2),
                Window = new() { From = 5 },
                Tagged = new() { Item2 = 1 },
                Plugin = "text",
            }
        );
        await client.Tracks.CreateAsync(
            new()
            {
                Point = (1, 2),
                Window = new() { From = 5, Labels = ["l"] },
            }
        );

        Assert.Equal(
            ["""{"point":[1,2],"window":[5],"plugin":"text","tagged":["circle",1]}""", """{"point":[1,2],"window":[5,null,["l"]]}"""],
            server.Requests.Select(r => r.Body)
        );
    }

    [Theory]
    [InlineData("""{"point":[1]}""", "$.point", "at least 2 items, but found 1")]
    [InlineData("""{"point":[1,2,3]}""", "$.point[2]", "at most 2 items")]
    [InlineData("""{"point":[1,"2"]}""", "$.point[1]", "double-precision number")]
    [InlineData("""{"point":{}}""", "$.point", "an array")]
    [InlineData("""{"point":[1,2],"byName":{"a":[1,2],"b":[]}}""", "$.byName.b", "at least 2 items, but found 0")]
    public async Task A_wrong_length_or_type_is_a_format_exception_with_its_place(string body, string place, string problem)
    {
        await using TestServer server = await TestServer.StartAsync(200, body);
        using Tuples.CaseClient client = new(server.CreateOptions<Tuples.CaseClientOptions>());

        ApiResponseFormatException exception = await Assert.ThrowsAsync<ApiResponseFormatException>(() => client.Tracks.GetAsync());

        Assert.Equal(place, exception.JsonPath);
        Assert.Contains(problem, exception.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"point":[1]}""", 1.0, 0.0)]
    [InlineData("""{"point":[1,2,3,[4]]}""", 1.0, 2.0)]
    [InlineData("""{"point":"none"}""", null, null)]
    public async Task A_lenient_read_takes_a_wrong_length(string body, double? latitude, double? longitude)
    {
        await using TestServer server = await TestServer.StartAsync(200, body);
        Tuples.CaseClientOptions options = server.CreateOptions<Tuples.CaseClientOptions>();
        options.ResponseValidation = ResponseValidation.Lenient;
        using Tuples.CaseClient client = new(options);

        Tuples.Track track = await client.Tracks.GetAsync();

        Assert.Equal((latitude ?? 0, longitude ?? 0), (track.Point.Latitude, track.Point.Longitude));
    }

    [Fact]
    public async Task Rules_of_positions_are_checked_before_sending()
    {
        await using TestServer server = await TestServer.StartAsync(204, "");
        using Tuples.CaseClient client = new(server.CreateOptions<Tuples.CaseClientOptions>());

        ApiValidationException exception = await Assert.ThrowsAsync<ApiValidationException>(() =>
            client.Tracks.CreateAsync(
                new()
                {
                    Point = (1, 2),
                    Command = new() { Name = "RUN", Rest = [new() { Value = "x" }, new() { Value = "" }, new() { Value = "z" }] },
                    Tagged = new() { Item2 = -1 },
                }
            )
        );

        Assert.Equal(["/command/0", "/command", "/command/2/value", "/tagged/1"], exception.Violations.Select(v => v.BodyPointer));
        Assert.Empty(server.Requests);
    }

    [Fact]
    public async Task A_list_of_tuples_is_read()
    {
        await using TestServer server = await TestServer.StartAsync(200, """[["a",1],["b",2]]""");
        using Tuples.CaseClient client = new(server.CreateOptions<Tuples.CaseClientOptions>());

        List<(string, long)> pairs = [];
        await foreach (Tuples.PairsListResponse pair in client.Pairs.ListAsync())
            pairs.Add((pair.Item1, pair.Item2));

        Assert.Equal([("a", 1L), ("b", 2L)], pairs);
    }

    [Fact]
    public async Task The_list_of_schemas_in_items_of_earlier_versions_is_a_tuple()
    {
        await using TestServer server = await TestServer.StartAsync(200, "[1,null,true,false]");
        using LegacyTuples.CaseClient client = new(server.CreateOptions<LegacyTuples.CaseClientOptions>());

        LegacyTuples.Pair pair = await client.Pair.GetAsync();
        await client.Pair.CreateAsync(pair with { Item2 = Guid.Empty });

        Assert.Equal((1L, null, 2), (pair.Item1, pair.Item2, pair.Rest.Count));
        Assert.Equal("""[1,"00000000-0000-0000-0000-000000000000",true,false]""", server.Requests.Last().Body);
    }

    [Fact]
    public void System_Text_Json_writes_and_reads_a_tuple_as_an_array()
    {
        Tuples.Point point = (1, 2);

        string json = JsonSerializer.Serialize(point);

        Assert.Equal("[1,2]", json);
        Assert.Equal(point, JsonSerializer.Deserialize<Tuples.Point>(json));
    }
}
