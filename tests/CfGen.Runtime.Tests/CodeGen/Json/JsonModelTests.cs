using System.Text;
using System.Text.Json;
using CfGen.CodeGen;
using CfGen.Runtime.Tests.Support;
using CfGen.Serialization;

namespace CfGen.Runtime.Tests.CodeGen;

public class JsonModelTests
{
    private static Score Read(string json) => CodecTests.Read<Score, ModelCodec<Score>>(json);

    private static string Write(Score score) => CodecTests.Write<Score, ModelCodec<Score>>(score);

    [Fact]
    public void A_model_is_written_as_it_was_read() => Assert.Equal(SampleBodies.Score, Write(Read(SampleBodies.Score)));

    [Fact]
    public void The_order_of_properties_does_not_matter()
    {
        (string, string)[] properties =
        [
            ("email", "\"e\""),
            ("events", "[]"),
            ("name", "\"n\""),
            ("last_reset_time", "null"),
            ("risk_level", "\"high\""),
            ("other", "1"),
        ];
        var random = new Random(4711);
        for (int i = 0; i < 100; i++)
        {
            random.Shuffle(properties);
            Score score = Read("{" + string.Join(',', properties.Select(p => $"\"{p.Item1}\":{p.Item2}")) + "}");
            Assert.Equal(("e", "n", RiskLevel.High, null), (score.Email, score.Name, score.RiskLevel, score.LastResetTime));
            Assert.Contains("\"other\":1", Write(score), StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("\"other\":{\"a\":[1,{\"email\":2}]}")]
    [InlineData("\"ot\\u0068er\":[[],{}]")]
    [InlineData("\"\":0")]
    [InlineData("\"a\":1,\"b\":2,\"c\":3")]
    [InlineData("\"a\\\"b\\\\\":null")]
    [InlineData("\"emai\":1,\"emaill\":2,\"Email\":3")]
    public void Unknown_properties_are_kept(string other)
    {
        string[] places =
        [
            $"{{{other},{SampleBodies.Score[1..]}",
            $"{SampleBodies.Score[..^1]},{other}}}",
            $"{{\"email\":\"email\",{other},{SampleBodies.Score["{\"email\":\"email\",".Length..]}",
        ];

        Assert.All(places, json => AssertSameJson(json, Write(Read(json))));
    }

    [Fact]
    public void Unknown_properties_of_inner_objects_are_kept_there()
    {
        string json =
            """{"x":1,"email":"e","events":[{"id":"i","y":{"z":[]},"name":"n","risk_level":"low","timestamp":"2019-12-27T18:11:19Z"},{"id":"i","name":"n","risk_level":"low","timestamp":"2019-12-27T18:11:19Z","w":2}],"name":"n"}""";

        AssertSameJson(json, Write(Read(json)));
    }

    [Fact]
    public void Equality_includes_unknown_properties()
    {
        const string Json = """{"email":"e","events":[],"name":"n","x":1}""";
        Score one = Read(Json);

        Assert.Equal(one with { Events = [] }, Read(Json) with { Events = one.Events });
        Assert.NotEqual(one with { Events = [] }, Read(Json.Replace(":1", ":2", StringComparison.Ordinal)) with { Events = [] });
        Assert.Equal(one.GetHashCode(), (Read(Json) with { Events = one.Events }).GetHashCode());
    }

    [Fact]
    public void When_a_name_repeats_the_last_value_counts() =>
        Assert.Equal("b", Read("""{"email":"a","events":[],"name":"n","email":"b"}""").Email);

    [Fact]
    public void Escaped_names_are_recognized() => Assert.Equal("a", Read("""{"em\u0061il":"a","events":[],"na\u006de":"n"}""").Email);

    [Theory]
    [InlineData("low", RiskLevel.Known.Low)]
    [InlineData("high", RiskLevel.Known.High)]
    [InlineData("critical", RiskLevel.Known.Unrecognized)]
    [InlineData("", RiskLevel.Known.Unrecognized)]
    [InlineData("Low", RiskLevel.Known.Unrecognized)]
    public void An_enum_keeps_unknown_values(string value, RiskLevel.Known known)
    {
        string json = SampleBodies.Score[..^"\"low\"}".Length] + $"\"{value}\"}}";

        Score score = Read(json);

        Assert.Equal((value, known), (score.RiskLevel?.Value, score.RiskLevel?.AsKnown));
        Assert.Equal(json, Write(score));
    }

    [Fact]
    public void A_known_enum_value_shares_the_string_of_the_table() =>
        Assert.Same(
            Read(SampleBodies.Score).RiskLevel!.Value.Value,
            Read(SampleBodies.Score.Replace("low", "l\\u006fw", StringComparison.Ordinal)).RiskLevel!.Value.Value
        );

    [Fact]
    public void A_large_table_finds_all_its_values()
    {
        string[] values = [.. Enumerable.Range(0, 500).Select(i => "value-" + i)];
        var table = new OpenEnumTable(values);

        for (int i = 0; i < values.Length; i++)
        {
            Assert.Equal(i + 1, table.FindOrdinal(values[i]));
            Assert.Same(values[i], table.FindValue(Encoding.UTF8.GetBytes(values[i])));
        }

        Assert.Equal(0, table.FindOrdinal("value-500"));
        Assert.Equal(0, table.FindOrdinal((string?)null));
        Assert.Null(table.FindValue("value-x"u8));
    }

    [Fact]
    public void The_serializer_uses_the_same_reader_and_writer()
    {
        Score score = JsonSerializer.Deserialize<Score>(SampleBodies.Score)!;

        Assert.Equal(SampleBodies.Score, JsonSerializer.Serialize(score));
        Assert.Equal(RiskLevel.High, JsonSerializer.Deserialize<Dictionary<RiskLevel, RiskLevel>>("""{"low":"high"}""")![RiskLevel.Low]);
        Assert.Equal(
            """{"low":"high"}""",
            JsonSerializer.Serialize(new Dictionary<RiskLevel, RiskLevel> { [RiskLevel.Low] = RiskLevel.High })
        );
        Assert.Null(JsonSerializer.Deserialize<Score>("null"));
    }

    [Fact]
    public async Task The_serializer_reads_from_streams_in_pieces()
    {
        string json = "[" + string.Join(',', Enumerable.Repeat(SampleBodies.Score, 2000)) + "]";
        using var stream = new MemoryStream(Encoding.UTF8.GetBytes(json));

        Score[] all = (await JsonSerializer.DeserializeAsync<Score[]>(stream, new JsonSerializerOptions { DefaultBufferSize = 100 }))!;

        Assert.Equal(2000, all.Length);
        Assert.All(all, s => Assert.Equal("email", s.Email));
    }

    [Fact]
    public void The_serializer_reports_the_path_of_an_error()
    {
        JsonException e = Assert.Throws<JsonException>(() =>
            JsonSerializer.Deserialize<Score>("""{"email":"e","name":"n","events":[{"id":"i"}]}""")
        );

        Assert.Contains("$.events[0].name", e.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("plain_1", "$.plain_1")]
    [InlineData("a b", "$['a b']")]
    [InlineData("1a", "$['1a']")]
    [InlineData("", "$['']")]
    [InlineData("a'b", "$['a\\'b']")]
    [InlineData("a\nb\u2028", "$['a\\u000ab\\u2028']")]
    public void Names_that_are_not_identifiers_are_quoted_in_paths(string name, string path)
    {
        byte[] json = Encoding.UTF8.GetBytes($"{{{JsonSerializer.Serialize(name)}:1}}");

        Assert.Equal(path, JsonLocation.Locate(json, json.Length - 2).Path);
    }

    [Fact]
    public void Every_token_of_a_body_has_a_path()
    {
        byte[] json = Encoding.UTF8.GetBytes("""{"a":[1,{"b":2},[3]],"c":{}}""");
        (int, string)[] places =
        [
            (0, "$"),
            (5, "$.a"),
            (6, "$.a[0]"),
            (8, "$.a[1]"),
            (13, "$.a[1].b"),
            (14, "$.a[1]"),
            (16, "$.a[2]"),
            (17, "$.a[2][0]"),
            (19, "$.a"),
            (25, "$.c"),
            (27, "$"),
        ];

        Assert.All(places, p => Assert.Equal(p.Item2, JsonLocation.Locate(json, p.Item1).Path));
    }

    private static void AssertSameJson(string expected, string actual)
    {
        using var one = JsonDocument.Parse(expected);
        using var two = JsonDocument.Parse(actual);
        Assert.True(JsonElement.DeepEquals(one.RootElement, two.RootElement), actual);
    }
}
