using System.Text.Json.Nodes;
using CfGen.Generator.Overlays.JsonPath;

namespace CfGen.Generator.Tests.Overlays.JsonPath;

/// <summary>The parts of a query that the conformance tests leave open: messages, limits, and what is read in a lenient way.</summary>
public class JsonPathTests
{
    [Theory]
    [InlineData("info.title", 0, "starts with '$'")]
    [InlineData("$.paths.*.get.x-trait", 14, "['x-name']")]
    [InlineData("$.paths[/pets]", 8, "name in quotes")]
    [InlineData("$.paths['/pets]", 8, "not closed")]
    [InlineData("$.paths['/pets'", 15, "bracket is not closed")]
    [InlineData("$.paths/pets", 7, "'/'")]
    [InlineData("$.", 2, "a name or '*'")]
    [InlineData("$.paths.*[?@.deprecated = true]", 24, "not closed")]
    [InlineData("$.paths.*[?'x']", 11, "not a condition")]
    [InlineData("$.paths.*[?@.* == 1]", 11, "can select several")]
    [InlineData("$.paths.*[?match(@.a, 'b') == true]", 11, "have none")]
    [InlineData("$.paths.*[?!@.a == 1]", 12, "in parentheses")]
    [InlineData("$.paths.*[?lenght(@) > 1]", 11, "'lenght' does not exist")]
    [InlineData("$.paths.*[?count(1) > 1]", 17, "is a query")]
    [InlineData("$.paths.*[?match(@)]", 11, "two arguments")]
    [InlineData("$[01]", 2, "leading zero")]
    [InlineData("$[9007199254740992]", 2, "9007199254740991")]
    public void An_invalid_query_is_reported_at_its_place(string query, int offset, string reason)
    {
        JsonPathException exception = Assert.Throws<JsonPathException>(() => JsonPathQuery.Parse(query));
        Assert.Contains(reason, exception.Message, StringComparison.Ordinal);
        Assert.Equal(offset, exception.Offset);
        Assert.True(exception.Length > 0, "The span is empty.");
    }

    [Fact]
    public void A_name_with_a_hyphen_can_be_read_with_a_note()
    {
        JsonPathQuery query = JsonPathQuery.Parse("$..get[?@.x-traits.paged]", allowHyphens: true);
        JsonPathNote note = Assert.Single(query.Notes);
        Assert.Equal((10, 8), (note.Offset, note.Length));
        Assert.Equal((JsonPathNoteKind.UnquotedName, "x-traits"), (note.Kind, note.Text));
        Assert.Equal(
            ["#/get/a"],
            Select(query, """{ "get": { "a": { "x-traits": { "paged": false } }, "b": { "x-traits": {} }, "c": 1 } }""")
        );
    }

    [Fact]
    public void A_pattern_that_matches_nothing_is_a_note()
    {
        JsonPathNote note = Assert.Single(JsonPathQuery.Parse(@"$[?match(@.name, '\\d+')]").Notes);
        Assert.Equal((JsonPathNoteKind.InvalidPattern, @"\d+"), (note.Kind, note.Text));
        Assert.Contains("[0-9]", note.Detail, StringComparison.Ordinal);
        Assert.Equal((17, 6), (note.Offset, note.Length));
    }

    [Fact]
    public void A_place_is_a_pointer() =>
        Assert.Equal(
            ["#/a~1b", "#/a~1b/0", "#/a~1b/1", "#/a~1b/0/~0"],
            Select(JsonPathQuery.Parse("$..*"), """{ "a/b": [ { "~": null }, 2 ] }""")
        );

    [Theory]
    [InlineData("$[?@ == 10]", "#/0 #/1 #/2")]
    [InlineData("$[?@ > 9007199254740992]", "#/4 #/5")]
    [InlineData("$[?@ == 9007199254740993]", "#/4")]
    [InlineData("$[?@ > 1e300]", "#/5")]
    [InlineData("$[?@ < 1e-30 && @ > 0]", "#/6")]
    [InlineData("$[?@ < -1]", "#/7")]
    public void Numbers_are_compared_by_value(string query, string places) =>
        Assert.Equal(
            places,
            string.Join(
                ' ',
                Select(JsonPathQuery.Parse(query), "[10, 10.0, 1e1, 9007199254740992, 9007199254740993, 1e400, 1e-40, -1e400]")
            )
        );

    [Theory]
    [InlineData("$[?@ < '\uE000']", "#/0")]
    [InlineData("$[?@ > '\uE000']", "#/2")]
    [InlineData("$[?@ < 'aa']", "#/0")]
    public void Texts_are_compared_by_their_characters(string query, string places) =>
        Assert.Equal(places, string.Join(' ', Select(JsonPathQuery.Parse(query), "[\"a\", \"\uE000\", \"😀\"]")));

    [Theory]
    [InlineData("$..*[?count(@..*) > 0]")]
    [InlineData("$[?count($..*[?count($..*) > 1]) > 1]")]
    [InlineData("$..*..*..*..*")]
    [InlineData("$.*[?@ != 1 && $ == $]")]
    public void A_query_ends_at_the_limit(string query)
    {
        JsonNode document = JsonNode.Parse("[" + string.Join(',', Enumerable.Repeat("[[1,2,3,4,5,6,7,8],[1,2,3,4,5,6,7,8]]", 60)) + "]")!;
        JsonPathQuery parsed = JsonPathQuery.Parse(query);
        WorkLimitException exception = Assert.Throws<WorkLimitException>(() => parsed.Select(document, new WorkBudget(2_000, default)));
        Assert.Contains("2000 steps", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_build_that_is_cancelled_ends_a_query()
    {
        JsonNode document = JsonNode.Parse("[" + string.Join(',', Enumerable.Repeat("1", 40_000)) + "]")!;
        using CancellationTokenSource source = new();
        source.Cancel();
        Assert.Throws<OperationCanceledException>(() =>
            JsonPathQuery.Parse("$[?@ > 1]").Select(document, new WorkBudget(1_000_000, source.Token))
        );
    }

    [Theory]
    [InlineData("(", "@", ")")]
    [InlineData("@[?", "@", "]")]
    [InlineData("length(", "@", ")")]
    public void Filters_without_end_do_not_overflow_the_stack(string open, string inner, string close)
    {
        string query =
            "$[?" + string.Concat(Enumerable.Repeat(open, 10_000)) + inner + string.Concat(Enumerable.Repeat(close, 10_000)) + "]";
        JsonPathException exception = Assert.Throws<JsonPathException>(() => JsonPathQuery.Parse(query));
        Assert.Contains("50 levels", exception.Message, StringComparison.Ordinal);
    }

    /// <summary>Results that the conformance tests demand, too, which are not in this repository.</summary>
    [Theory]
    [InlineData("$[::-1]", "[1, 2, 3]", "#/2 #/1 #/0")]
    [InlineData("$[1::-1]", "[1, 2, 3]", "#/1 #/0")]
    [InlineData("$[?@.a == null]", """[{ "a": null }, { "b": 1 }, 1]""", "#/0")]
    [InlineData("$[?@.a == @.b]", """[{ "a": null }, { "c": 1 }, { "a": 1, "b": 1 }]""", "#/1 #/2")]
    public void Values_are_selected_as_in_RFC_9535(string query, string document, string places) =>
        Assert.Equal(places, string.Join(' ', Select(JsonPathQuery.Parse(query), document)));

    private static IEnumerable<string> Select(JsonPathQuery query, string document) =>
        query.Select(JsonNode.Parse(document), new WorkBudget(10_000, default)).Select(n => n.GetPointer());
}
