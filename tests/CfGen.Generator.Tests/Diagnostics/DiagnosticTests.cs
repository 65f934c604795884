using CfGen.Generator.Diagnostics;
using CfGen.Generator.Tests.Hosting;
using Microsoft.CodeAnalysis;

namespace CfGen.Generator.Tests.Diagnostics;

/// <summary>
/// Each diagnostic through the whole pipeline: its id, severity and place in the user's file, and that the other operations generate.
/// </summary>
public class DiagnosticTests
{
    private const string Ok = "{ responses: { '200': { description: ok } } }";

    // The location of the diagnostic in the documents of the cases.
    private const string Start = "«",
        End = "»";

    [Theory]
    [MemberData(nameof(DiagnosticCases.All), MemberType = typeof(DiagnosticCases))]
    public void Each_problem_is_reported_at_its_place_and_the_rest_is_generated(
        string id,
        DiagnosticSeverity severity,
        bool generates,
        string marked
    )
    {
        (string text, int start, int end) = RemoveMarks(marked);
        TestDocument other = new(
            "/project/other.yaml",
            TestDocument.FromPaths($"/other: {{ get: {Ok} }}").Text.Replace("Sample", "Other", StringComparison.Ordinal)
        );
        GeneratorRun run = GeneratorHost.Generate(new TestDocument("/project/api.txt", text), other);

        Diagnostic diagnostic = Assert.Single(run.Diagnostics);
        Assert.Equal(id, diagnostic.Id);
        // The host is the strictest consumer: to it, a warning is an error.
        Assert.Equal(severity, diagnostic.DefaultSeverity);
        FileLinePositionSpan place = diagnostic.Location.GetLineSpan();
        Assert.Equal("/project/api.txt", place.Path);
        if (start >= 0)
        {
            Assert.Equal(GetPosition(text, start), (place.StartLinePosition.Line, place.StartLinePosition.Character));
            if (end > start)
                Assert.Equal(GetPosition(text, end), (place.EndLinePosition.Line, place.EndLinePosition.Character));
            Assert.Equal(start, diagnostic.Location.SourceSpan.Start);
        }

        Assert.Contains("Acme.Other.OtherResource.g.cs", run.Sources.Keys);
        Assert.Equal(generates, run.Sources.Keys.Any(k => k.StartsWith("Acme.Sample.", StringComparison.Ordinal)));
        if (generates)
            Assert.Contains("Acme.Sample.GoodResource.g.cs", run.Sources.Keys);
        run.AssertCompiles();
    }

    [Theory]
    [InlineData("[[]]")]
    [InlineData("none")]
    public void Invalid_paths_are_reported(string paths)
    {
        GeneratorRun run = GeneratorHost.Generate(
            new TestDocument("/project/api.yaml", $"openapi: 3.0.3\ninfo: {{ title: Sample, version: '1' }}\npaths: {paths}\n")
        );

        Diagnostic diagnostic = Assert.Single(run.Diagnostics);
        Assert.Equal(("CFG1017", 2), (diagnostic.Id, diagnostic.Location.GetLineSpan().StartLinePosition.Line));
        run.AssertCompiles();
    }

    [Theory]
    [InlineData("")]
    [InlineData("paths:\n")]
    [InlineData("paths: { /a: { description: later } }\n")]
    public void A_document_without_operations_is_reported(string paths)
    {
        GeneratorRun run = GeneratorHost.Generate(
            new TestDocument("/project/api.yaml", $"openapi: 3.1.0\ninfo: {{ title: Sample, version: '1' }}\nwebhooks: {{}}\n{paths}")
        );

        Diagnostic diagnostic = Assert.Single(run.Diagnostics);
        Assert.Equal(("CFG1132", DiagnosticSeverity.Warning), (diagnostic.Id, diagnostic.DefaultSeverity));
        Assert.Equal(paths.Length > 0 ? 3 : 0, diagnostic.Location.GetLineSpan().StartLinePosition.Line);
        run.AssertCompiles();
    }

    [Fact]
    public void A_yaml_error_has_the_line_of_the_parser()
    {
        GeneratorRun run = GeneratorHost.Generate(
            new TestDocument("/project/api.yaml", "openapi: 3.0.3\ninfo:\n  title: 'no end\npaths: {}\n")
        );
        FileLinePositionSpan place = Assert.Single(run.Diagnostics).Location.GetLineSpan();

        Assert.Equal("/project/api.yaml", place.Path);
        Assert.InRange(place.StartLinePosition.Line, 2, 4);
    }

    [Fact]
    public void A_message_names_the_pointer_and_the_remedy()
    {
        GeneratorRun run = GeneratorHost.Generate(
            TestDocument.FromPaths(
                "/bad/{id}: { get: { operationId: bad, responses: { '200': { description: ok } } } }\n/good: { get: { responses: { '200': { description: ok } } } }"
            )
        );
        string message = Assert.Single(run.Diagnostics).GetMessage(System.Globalization.CultureInfo.InvariantCulture);

        Assert.Contains("#/paths/~1bad~1{id}/get", message, StringComparison.Ordinal);
        Assert.Contains("bad", message, StringComparison.Ordinal);
        Assert.Contains("declare the parameter", message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_yaml_bomb_is_reported_and_other_documents_are_generated()
    {
        string bomb =
            "a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n"
            + string.Concat(
                Enumerable.Range(1, 9).Select(i => $"a{i}: &a{i} [{string.Join(", ", Enumerable.Repeat($"*a{i - 1}", 10))}]\n")
            );
        GeneratorRun run = GeneratorHost.Generate(
            new TestDocument("/project/bomb.yaml", "openapi: 3.0.3\ninfo: { title: Sample, version: '1' }\npaths: {}\n" + bomb),
            TestDocument.Score
        );

        Diagnostic diagnostic = Assert.Single(run.Diagnostics);
        Assert.Equal(("CFG0008", DiagnosticSeverity.Error), (diagnostic.Id, diagnostic.Severity));
        Assert.Contains("Acme.Cloudflare.RiskScoringResource.g.cs", run.Sources.Keys);
    }

    [Theory]
    [InlineData("[", "]")]
    [InlineData("{ \"a\": ", "}")]
    public void A_too_deeply_nested_document_is_reported(string open, string close)
    {
        string deep = string.Concat(Enumerable.Repeat(open, 5000)) + "1" + string.Concat(Enumerable.Repeat(close, 5000));
        GeneratorRun run = GeneratorHost.Generate(
            new TestDocument(
                "/project/deep.json",
                $$"""{ "openapi": "3.0.3", "info": { "title": "Deep", "version": "1" }, "paths": {}, "x-deep": {{deep}} }"""
            ),
            TestDocument.Score
        );

        Diagnostic diagnostic = Assert.Single(run.Diagnostics);
        Assert.Equal(("CFG0009", DiagnosticSeverity.Warning), (diagnostic.Id, diagnostic.DefaultSeverity));
        Assert.Contains("Acme.Cloudflare.RiskScoringResource.g.cs", run.Sources.Keys);
    }

    [Theory]
    [InlineData("#")]
    [InlineData("")]
    [InlineData("#/components")]
    public void A_reference_to_the_whole_document_skips_only_its_operation(string reference)
    {
        GeneratorRun run = GeneratorHost.Generate(
            TestDocument.FromPaths(
                $"/good: {{ get: {Ok} }}\n/bad: {{ get: {{ responses: {{ '200': {{ description: ok, content: {{ application/json: {{ schema: {{ $ref: '{reference}' }} }} }} }} }} }} }}",
                "components: { schemas: { a: { type: string } } }\n"
            )
        );

        Assert.DoesNotContain(run.Diagnostics, d => d.Id == "CFG0099");
        Assert.Contains("Acme.Sample.GoodResource.g.cs", run.Sources.Keys);
    }

    [Fact]
    public void An_unclosed_flow_sequence_is_invalid_yaml()
    {
        GeneratorRun run = GeneratorHost.Generate(
            TestDocument.RiskScoring with
            {
                Text = TestDocument.RiskScoring.Text.Replace(
                    "          api_key: []\n",
                    "          api_key: [q\n",
                    StringComparison.Ordinal
                ),
            }
        );
        Assert.Equal("CFG0002", Assert.Single(run.Diagnostics).Id);
    }

    [Theory]
    [InlineData("{ type: object, properties: { a: , b: { type: string } } }")]
    [InlineData("{ allOf: [ null, { type: object, properties: { b: { type: string } } } ] }")]
    [InlineData("{ type: array, items: { oneOf: [ null ] } }")]
    [InlineData("")]
    public void A_null_schema_allows_any_value(string schema)
    {
        GeneratorRun run = GeneratorHost.Generate(
            TestDocument.FromPaths(
                $"/good: {{ get: {{ responses: {{ '200': {{ description: ok, content: {{ application/json: {{ schema: {schema} }} }} }} }} }} }}\n"
                    + "/none: { get: { responses: { '200': { description: ok, content: { application/json: } } } } }"
            )
        );

        Assert.DoesNotContain(run.Diagnostics, d => d.Id is "CFG0099" or "CFG1002" or "CFG1017");
        run.AssertCompiles();
    }

    [Theory]
    [InlineData("/bad: { get: nothing }")]
    [InlineData("/bad: nothing")]
    [InlineData("/bad: { get: [] }")]
    public void Every_dropped_thing_is_reported(string path)
    {
        GeneratorRun run = GeneratorHost.Generate(TestDocument.FromPaths($"/good: {{ get: {Ok} }}\n{path}"));

        Assert.NotEmpty(run.Diagnostics);
        Assert.Contains("Acme.Sample.GoodResource.g.cs", run.Sources.Keys);
    }

    [Fact]
    public void Every_descriptor_has_its_own_id_title_and_help_page()
    {
        Assert.Equal(DiagnosticDescriptors.All.Count, DiagnosticDescriptors.All.Select(d => d.Id).Distinct().Count());
        Assert.All(
            DiagnosticDescriptors.All,
            d =>
            {
                Assert.Matches("^CFG[0-5][0-9]{3}$", d.Id);
                Assert.EndsWith($"/{d.Id}.md", d.HelpLinkUri, StringComparison.Ordinal);
                Assert.NotEmpty(d.Title.ToString(System.Globalization.CultureInfo.InvariantCulture));
            }
        );
    }

    private static (string Text, int Start, int End) RemoveMarks(string marked)
    {
        int start = marked.IndexOf(Start, StringComparison.Ordinal);
        if (start < 0)
            return (marked, -1, -1);
        string without = marked.Remove(start, 1);
        int end = without.IndexOf(End, StringComparison.Ordinal);
        return (without.Remove(end, 1), start, end);
    }

    private static (int Line, int Column) GetPosition(string text, int offset)
    {
        string before = text[..offset];
        return (before.Count(c => c == '\n'), offset - (before.LastIndexOf('\n') + 1));
    }
}
