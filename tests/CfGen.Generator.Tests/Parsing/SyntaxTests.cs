using System.Globalization;
using CfGen.Generator.Diagnostics;
using CfGen.Generator.Documents;
using CfGen.Generator.Parsing;
using CfGen.Generator.Tests.Documents;

namespace CfGen.Generator.Tests.Parsing;

public class SyntaxTests
{
    [Theory]
    [InlineData("{\n  \"openapi\": \"3.0.3\",\n  \"info\": {\n    \"title\": \"x\",\n  }\n}", "CFG0001 (5,3)-(5,4)")]
    [InlineData("{\n  \"openapi\": \"3.0.3\"\n  \"info\": {}\n}", "CFG0001 (3,3)-(3,4)")]
    [InlineData("{\n  \"openapi\": \"3.0.3\"", "CFG0001 (2,21)-(2,21)")]
    [InlineData("{ \"é😀\": 01 }", "CFG0001 (1,11)-(1,12)")]
    [InlineData("{ \"a\": \"x\" } y", "CFG0001 (1,14)-(1,15)")]
    [InlineData("{\r\n\"ü\": 1, \"a\": \"\\ud800\" }", "CFG0001 (2,14)-(2,22)")]
    [InlineData("openapi: 3.0.3\ninfo:\n  title: \"x\n", "CFG0002 (3,10)-(3,12)")]
    [InlineData("openapi: 3.0.3\ninfo: {title: x\n", "CFG0002 (3,1)-(3,1)")]
    [InlineData("openapi: 3.0.3\ninfo:\n\ttitle: x\n", "CFG0002 (3,1)-(3,2)")]
    [InlineData("é: 😀\na: *b\n", "CFG0002 (2,4)-(2,6)")]
    [InlineData("a: &b\n  c: *b\n", "CFG0002 (2,6)-(2,8)")]
    [InlineData("? [a, b]\n: c\n", "CFG0002 (1,3)-(1,4)")]
    [InlineData("", "CFG0012 (1,1)-(1,1)")]
    [InlineData("  \n\t\n", "CFG0012 (1,1)-(1,1)")]
    [InlineData("# only a comment\n", "CFG0012 (1,1)-(1,1)")]
    public void A_text_that_is_not_valid_is_reported_where_it_breaks(string text, string expected)
    {
        LoadedDocument read = DocumentLoading.Load(text);
        Assert.Equal([expected], read.FormatLocations());
        Assert.Null(read.Document);
        Assert.Empty(read.Operations);
    }

    [Theory]
    [InlineData("[1]", "CFG0015 (1,1)-(1,2)")]
    [InlineData("just text", "CFG0015 (1,1)-(1,10)")]
    [InlineData("{ \"info\": {} }", "CFG0003 (1,1)-(1,2)")]
    [InlineData("info:\n  title: x\n", "CFG0003 (1,1)-(1,5)")]
    [InlineData("openapi:\n  - 3\n", "CFG0016 (1,1)-(1,8)")]
    [InlineData("info: {}\nopenapi: 4.0.0\n", "CFG0004 (2,10)-(2,15)")]
    [InlineData("{\n  \"swagger\": \"1.2\"\n}", "CFG0004 (2,14)-(2,19)")]
    [InlineData("openapi: 3.9.0\n", "CFG0004 (1,10)-(1,15)")]
    [InlineData("openapi: \"3\"\n", "CFG0004 (1,10)-(1,13)")]
    public void A_document_of_another_kind_or_version_is_reported_at_its_version(string text, string expected)
    {
        LoadedDocument read = DocumentLoading.Load(text);
        Assert.Equal([expected], read.FormatLocations());
        Assert.Null(read.Document);
    }

    [Theory]
    [InlineData("openapi: 3.0.3", "3.0.3")]
    [InlineData("openapi: 3.1", "3.1")]
    [InlineData("openapi: \"3.2.0\"", "3.2.0")]
    [InlineData("swagger: 2.0", "2.0")]
    [InlineData("swagger: '2.0'", "2.0")]
    public void Each_supported_version_reads_however_it_is_written(string version, string expected)
    {
        LoadedDocument read = DocumentLoading.Load(version + "\ninfo: {title: x, version: '1'}\npaths: {}\n");
        Assert.Empty(read.Findings);
        Assert.Equal(expected, read.SpecVersion);
        Assert.Equal("x", read.Document!.Info.Title);
    }

    [Fact]
    public void Json_with_comments_and_a_byte_order_mark_reads()
    {
        const string Text =
            "\uFEFF// Ours\n{ /* é */ \"openapi\": \"3.0.3\", \"info\": { \"title\": \"x\", \"version\": \"1\" }, \"paths\": {} }";
        LoadedDocument read = DocumentLoading.Load(Text);
        Assert.Empty(read.Findings);
        Assert.Equal("\"3.0.3\"", read.GetTextAt(Text, "#/openapi"));
    }

    [Fact]
    public void Yaml_with_a_byte_order_mark_reads_and_its_places_are_right()
    {
        const string Text = "\uFEFFopenapi: 3.0.3\ninfo: {title: x, version: '1'}\npaths: {}\n";
        LoadedDocument read = DocumentLoading.Load(Text);
        Assert.Empty(read.Findings);
        Assert.Equal("3.0.3", read.GetTextAt(Text, "#/openapi"));
    }

    [Theory]
    [InlineData(
        "{\n \"openapi\": \"3.0.3\",\n \"info\": {\"title\":\"x\",\"version\":\"1\"},\n \"paths\": {},\n \"info\": {\"title\":\"y\",\"version\":\"1\"}\n}",
        "CFG0011 (5,2)-(5,8)"
    )]
    [InlineData("openapi: 3.0.3\ninfo: {title: x, version: '1'}\npaths: {}\ninfo: {title: y, version: '1'}\n", "CFG0011 (4,1)-(4,5)")]
    public void The_last_of_two_equal_keys_counts_and_is_reported(string text, string expected)
    {
        LoadedDocument read = DocumentLoading.Load(text);
        Assert.Equal([expected], read.FormatLocations());
        Assert.Equal("y", read.Document!.Info.Title);
        Assert.Contains("already in line " + (text[0] == '{' ? "3" : "2"), read.FormatMessages()[0], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Nesting_that_would_overflow_a_stack_is_a_finding(bool json)
    {
        string deep = string.Concat(Enumerable.Repeat("{\"items\":", 100_000)) + "1" + new string('}', 100_000) + (json ? "}" : "");
        LoadedDocument read = DocumentLoading.Load(
            (json ? "{\"openapi\":\"3.0.3\",\"a\":" : "openapi: 3.0.3\na: ")
                + (json ? deep : deep.Replace("\"", "", StringComparison.Ordinal).Replace(":", ": ", StringComparison.Ordinal))
        );
        Finding finding = Assert.Single(read.Findings, f => f.Id == "CFG0009");
        Assert.Equal(json ? 0 : 1, finding.Location!.LineSpan.Start.Line);
        // JSON costs no more time the deeper it is, so that only what is too deep is not read.
        Assert.Equal(json, !read.Findings.Any(f => f.Id == "CFG0002"));
    }

    [Fact]
    public void The_deepest_allowed_document_is_read_on_the_stack_of_a_compiler_thread()
    {
        const int Levels = TextParser.MaximumDepth - 4;
        string text =
            "{\"openapi\":\"3.0.3\",\"info\":{\"title\":\"x\",\"version\":\"1\"},\"paths\":{\"/a\":{\"get\":{\"responses\":{},\"parameters\":[{\"$ref\":\"#/components/parameters/A\"}]}}},"
            + "\"components\":{\"parameters\":{\"A\":{\"name\":\"a\",\"in\":\"query\",\"schema\":"
            + string.Concat(Enumerable.Repeat("{\"items\":", Levels - 1))
            + "{}"
            + new string('}', Levels - 1)
            + "}}}}";
        LoadedDocument? read = null;
        var thread = new Thread(() => read = DocumentLoading.Load(text), 1024 * 1024);
        thread.Start();
        thread.Join();
        Assert.Empty(read!.Findings);
        Assert.NotNull(read.Document);
    }

    [Fact]
    public void The_culture_changes_nothing()
    {
        CultureInfo before = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = new CultureInfo("tr-TR");
            LoadedDocument read = DocumentLoading.Load(
                "openapi: 3.0.3\ninfo: {title: x, version: '1'}\npaths:\n  /i:\n    get: {tags: [ILLI], responses: {}}\n",
                "tag:illi"
            );
            Assert.Empty(read.Findings);
            Assert.Equal(["get /i"], read.FormatOperations());
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Fact]
    public void Cancellation_comes_out()
    {
        using var source = new CancellationTokenSource();
        source.Cancel();
        Assert.Throws<OperationCanceledException>(() =>
            DocumentLoader.Load(DocumentLoading.CreateText("{\"openapi\":\"3.0.3\"}"), [], DocumentLoadOptions.All, source.Token)
        );
        Assert.Throws<OperationCanceledException>(() =>
            DocumentLoader.Load(DocumentLoading.CreateText("openapi: 3.0.3"), [], DocumentLoadOptions.All, source.Token)
        );
    }

    // Of a large text the tree is made beside the check: what comes of it has to be the same.
    [Theory]
    [InlineData("""{ "openapi": "3.0.3", "info": { "title": "x", "version": "1" }, "paths": {}, PAD }""")]
    [InlineData("""{ "openapi": "3.0.3", "info": { "title": "x", "title": "y", "version": "1" }, "paths": {}, PAD }""")]
    [InlineData("""{ "openapi": "3.0.3", "info": { "title": "x", "version": "1" }, "paths": {}, "x-deep": DEEP, PAD }""")]
    [InlineData("""{ "openapi": "3.0.3", "info": { "title": "x", "version": "1" }, "paths": {}, "x-deeper": [DEEP], PAD }""")]
    [InlineData("""{ "openapi": "3.0.3", "info": { "title": "x", "version": "1" }, PAD, "paths": {}, }""")]
    [InlineData("""{ "openapi": "3.0.3", "info": { "title": "\ud800", "version": "1" }, "paths": {}, PAD }""")]
    [InlineData("""/* é */ { "openapi": "3.0.3", "info": { "title": "é", "version": "1" }, "paths": {}, PAD }""")]
    public void A_large_text_reads_as_a_small_one_does(string text)
    {
        text = text.Replace(
            "DEEP",
            new string('[', TextParser.MaximumDepth - 1) + new string(']', TextParser.MaximumDepth - 1),
            StringComparison.Ordinal
        );
        ParsedText small = Parsed(text, ".");
        ParsedText large = Parsed(text, new string('.', 600_000));

        Assert.Equal(
            small.Findings.Select(f => (f.Id, f.Pointer, string.Join('|', f.Arguments))),
            large.Findings.Select(f => (f.Id, f.Pointer, string.Join('|', f.Arguments)))
        );
        Assert.Equal(small.HasFailed, large.HasFailed);
        Assert.Equal(
            small.Root?.ToJsonString(),
            large.Root?.ToJsonString().Replace(new string('.', 600_000), ".", StringComparison.Ordinal)
        );
        Assert.Equal(small.PositionTree.Count, large.PositionTree.Count);

        static ParsedText Parsed(string text, string pad) =>
            TextParser.Parse(
                DocumentLoading.CreateText(text.Replace("PAD", $"\"x-pad\": \"{pad}\"", StringComparison.Ordinal)),
                CancellationToken.None
            );
    }
}
