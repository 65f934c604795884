using System.Text.Json.Nodes;
using CfGen.Generator.Diagnostics;
using CfGen.Generator.Documents;
using CfGen.Generator.Parsing;
using CfGen.Generator.Tests.Documents;

namespace CfGen.Generator.Tests.Parsing;

public class YamlTests
{
    [Theory]
    [InlineData("yes", "\"yes\"")]
    [InlineData("No", "\"No\"")]
    [InlineData("on", "\"on\"")]
    [InlineData("off", "\"off\"")]
    [InlineData("y", "\"y\"")]
    [InlineData("true", "true")]
    [InlineData("FALSE", "false")]
    [InlineData("null", "null")]
    [InlineData("~", "null")]
    [InlineData("", "null")]
    [InlineData("'null'", "\"null\"")]
    [InlineData("\"1\"", "\"1\"")]
    [InlineData("1", "1")]
    [InlineData("-0", "-0")]
    [InlineData("+12", "12")]
    [InlineData("007", "7")]
    [InlineData("0o17", "15")]
    [InlineData("0x1F", "31")]
    [InlineData("0b1", "\"0b1\"")]
    [InlineData("1_000", "\"1_000\"")]
    [InlineData("1.0", "1.0")]
    [InlineData("1.10", "1.10")]
    [InlineData(".5", "0.5")]
    [InlineData("5.", "5.0")]
    [InlineData("1e3", "1e3")]
    [InlineData("-1.5E-7", "-1.5E-7")]
    [InlineData("1e", "\"1e\"")]
    [InlineData(".", "\".\"")]
    [InlineData("-", "\"-\"", true)]
    [InlineData("1.2.3", "\"1.2.3\"")]
    [InlineData("12:30", "\"12:30\"")]
    [InlineData(".inf", "\".inf\"")]
    [InlineData("-.Inf", "\"-.Inf\"")]
    [InlineData(".nan", "\".nan\"")]
    [InlineData("2001-12-14", "\"2001-12-14\"")]
    [InlineData("2001-12-14T21:59:43Z", "\"2001-12-14T21:59:43Z\"")]
    [InlineData("123456789012345678901234567890", "123456789012345678901234567890")]
    [InlineData("9223372036854775807", "9223372036854775807")]
    [InlineData("!!str 12", "\"12\"")]
    [InlineData("! 12", "\"12\"")]
    [InlineData("!!int \"12\"", "12")]
    public void Plain_scalars_are_those_of_the_core_schema(string scalar, string json, bool inFlow = false)
    {
        JsonNode? value = Parse(inFlow ? "a: [" + scalar.Replace("-", "'-'", StringComparison.Ordinal) + "]" : "a: " + scalar)["a"];
        if (inFlow)
            value = value![0];
        Assert.Equal(json, value?.ToJsonString() ?? "null");
    }

    [Fact]
    public void Numbers_give_whatever_type_is_asked_for()
    {
        JsonNode node = Parse("a: 12")["a"]!;
        Assert.Equal(12, node.GetValue<int>());
        Assert.Equal(12L, node.GetValue<long>());
        Assert.Equal(12m, node.GetValue<decimal>());
        Assert.Equal(12d, node.GetValue<double>());
    }

    [Fact]
    public void Keys_are_text_as_written() =>
        Assert.Equal(
            ["200", "4XX", "0x1F", "true", "null", "1.0"],
            Parse("200: a\n4XX: b\n0x1F: c\ntrue: d\nnull: e\n1.0: f\n").Select(m => m.Key)
        );

    [Fact]
    public void Anchors_aliases_and_merge_keys_are_expanded()
    {
        JsonObject root = Parse(
            """
            base: &base
              a: 1
              b: {c: &c [x, y]}
            alias: *base
            merged:
              a: 2
              <<: *base
            several:
              <<: [{a: 9, d: 4}, *base]
            scalar: &s text
            again: *s
            list: *c
            quoted: {"<<": 1}
            """
        );
        Assert.Equal("""{"a":1,"b":{"c":["x","y"]}}""", root["alias"]!.ToJsonString());
        Assert.Equal("""{"a":2,"b":{"c":["x","y"]}}""", root["merged"]!.ToJsonString());
        Assert.Equal("""{"a":9,"d":4,"b":{"c":["x","y"]}}""", root["several"]!.ToJsonString());
        Assert.Equal("text", root["again"]!.GetValue<string>());
        Assert.Equal("""["x","y"]""", root["list"]!.ToJsonString());
        Assert.Equal(1, root["quoted"]!["<<"]!.GetValue<int>());
    }

    [Fact]
    public void A_value_below_an_alias_or_a_merge_key_is_located_where_it_was_written()
    {
        const string Text = "openapi: 3.0.3\nx-a: &a\n  deep: {er: 1}\nx-b: *a\nx-c:\n  <<: *a\n";
        SourceMap positions = TextParser.Parse(DocumentLoading.CreateText(Text), default).SourceMap;
        Assert.Equal((2, 13), At(positions.GetLocation("#/x-b/deep/er")));
        Assert.Equal((2, 13), At(positions.GetLocation("#/x-c/deep/er")));
        Assert.Equal((3, 0), At(positions.GetLocation("#/x-b")));
    }

    [Fact]
    public void A_bomb_is_a_finding_at_the_alias_that_goes_too_far()
    {
        string text = "openapi: 3.0.3\na0: &a0 [x, x, x, x, x, x, x, x, x, x]\n";
        for (int i = 1; i < 30; i++)
            text += $"a{i}: &a{i} [{string.Join(", ", Enumerable.Repeat($"*a{i - 1}", 10))}]\n";
        LoadedDocument read = DocumentLoading.Load(text);
        Finding finding = Assert.Single(read.Findings);
        Assert.Equal("CFG0008", finding.Id);
        Assert.Equal(6, finding.Location!.LineSpan.Start.Line);
        Assert.Contains("500000", read.FormatMessages()[0], StringComparison.Ordinal);
    }

    [Fact]
    public void A_bomb_of_depth_is_a_finding()
    {
        string text = "openapi: 3.0.3\na0: &a0 [x]\n";
        for (int i = 1; i < 400; i++)
            text += $"a{i}: &a{i} [*a{i - 1}]\n";
        Assert.Single(DocumentLoading.Load(text).Findings, f => f.Id == "CFG0009");
    }

    [Theory]
    [InlineData("a: |\n      \n  x\n  y\nb: 1\n", "x\ny\n", 'l')]
    [InlineData("a: |-\n   \n        \n  x\nb: 1\n", "x", 'l')]
    [InlineData("a: >\n     \r\n  x\r\nb: 1\n", "x\n", 'l')]
    [InlineData("a: |\n  x\n      \n  y\nb: 1\n", "x\n    \ny\n", 'k')]
    [InlineData("a: &n |\n      \n  x\nb: 1\n", "x\n", 'l')]
    public void Block_scalars_with_spaces_on_blank_lines_read_and_nothing_moves(string text, string expected, char leading)
    {
        ParsedText parsed = TextParser.Parse(DocumentLoading.CreateText(text), default);
        Assert.Empty(parsed.Findings);
        string value = parsed.Root!["a"]!.GetValue<string>();
        Assert.Equal(expected, leading == 'l' ? value.TrimStart('\n') : value);
        LocationInfo place = parsed.SourceMap.GetLocation("#/b");
        Assert.Equal("1", text.Substring(place.Span.Start, place.Span.Length));
    }

    [Fact]
    public void Separators_that_yaml_1_1_took_for_line_ends_are_text()
    {
        const string Text = "a: \"x\u2028y\u2029z\u0085w\"\nb: |\n  p\u2028q\nc: r\u2028s\nd: 1\n";
        ParsedText parsed = TextParser.Parse(DocumentLoading.CreateText(Text), default);
        Assert.Empty(parsed.Findings);
        Assert.Equal("x\u2028y\u2029z\u0085w", parsed.Root!["a"]!.GetValue<string>());
        Assert.Equal("p\u2028q\n", parsed.Root!["b"]!.GetValue<string>());
        Assert.Equal("r\u2028s", parsed.Root!["c"]!.GetValue<string>());
        LocationInfo place = parsed.SourceMap.GetLocation("#/d");
        Assert.Equal("1", Text.Substring(place.Span.Start, place.Span.Length));
    }

    [Fact]
    public void A_yaml_stream_gives_its_first_document_and_a_diagnostic_for_the_second()
    {
        LoadedDocument read = DocumentLoading.Load("---\nopenapi: 3.0.3\ninfo: {title: x, version: '1'}\npaths: {}\n---\nopenapi: 3.0.3\n");
        Assert.Equal(["CFG0013 (5,1)-(5,4)"], read.FormatLocations());
        Assert.Equal("x", read.Document!.Info.Title);
    }

    [Theory]
    [InlineData("a:\tb\n", "b")]
    [InlineData("a: b\t# c\n", "b")]
    [InlineData("a: \"b\tc\"\n", "b\tc")]
    public void Tabs_that_do_not_indent_are_fine(string text, string expected) =>
        Assert.Equal(expected, Parse(text)["a"]!.GetValue<string>());

    [Theory]
    [InlineData("a: \"one\n two\nthree\"\nb: 1\n")]
    [InlineData("x:\n  a: \"one\n  two\n    three\"\n  b: 1\n")]
    [InlineData("x:\n  a: 'one\n  two\n\n  three''s'\n  b: 1\n")]
    public void Quoted_text_that_is_indented_too_little_reads(string text)
    {
        ParsedText parsed = TextParser.Parse(DocumentLoading.CreateText(text), default);
        Assert.Empty(parsed.Findings);
        JsonNode root = parsed.Root!["x"] ?? parsed.Root!;
        Assert.StartsWith("one two", root["a"]!.GetValue<string>(), StringComparison.Ordinal);
        LocationInfo place = parsed.SourceMap.GetLocation(parsed.Root!["x"] is null ? "#/b" : "#/x/b");
        Assert.Equal("1", text.Substring(place.Span.Start, place.Span.Length));
    }

    private static (int Line, int Column) At(LocationInfo place) => (place.LineSpan.Start.Line, place.LineSpan.Start.Character);

    private static JsonObject Parse(string text)
    {
        ParsedText parsed = TextParser.Parse(DocumentLoading.CreateText(text), default);
        Assert.Empty(parsed.Findings);
        return (JsonObject)parsed.Root!;
    }
}
