using CfGen.Generator.Diagnostics;
using Microsoft.CodeAnalysis;

namespace CfGen.Generator.Tests.Generation;

/// <summary>Each diagnostic through the whole pipeline: its id, severity and place in the user's file, and that the other operations generate.</summary>
public class DiagnosticTests
{
    private const string Ok = "{ responses: { '200': { description: ok } } }";

    // What stands behind «» is where the diagnostic has to point.
    private const string Start = "«", End = "»";

    /// <summary>id, severity, whether code is generated nevertheless, document.</summary>
    public static TheoryData<string, DiagnosticSeverity, bool, string> Cases => new()
    {
        {
            "CFG0001", DiagnosticSeverity.Error, false,
            """
            {
              "openapi": "3.0.3",
              "info": { "title": "Sample", "version": "1" }
              «"»paths": {}
            }
            """
        },
        {
            "CFG0002", DiagnosticSeverity.Error, false,
            """
            openapi: 3.0.3
            info: { title: Sample, version: '1' }
            paths:
              /a: { get: [ }
            """
        },
        { "CFG0003", DiagnosticSeverity.Error, false, "«swagger-ish»: 1\ninfo: {}\n" },
        { "CFG0003", DiagnosticSeverity.Error, false, "{ \"hello\": \"world\" }" },
        { "CFG0003", DiagnosticSeverity.Error, false, "just words" },
        { "CFG0004", DiagnosticSeverity.Error, false, "openapi: «4.0.0»\ninfo: { title: Sample, version: '1' }\npaths: {}\n" },
        { "CFG0004", DiagnosticSeverity.Error, false, "swagger: «'1.2'»\ninfo: { title: Sample, version: '1' }\npaths: {}\n" },
        {
            "CFG0005", DiagnosticSeverity.Warning, true,
            """
            openapi: 3.0.3
            info: { title: Sample, version: '1' }
            paths:
              /good: { get: { responses: { '200': { description: ok } } } }
              /bad:
                get:
                  operationId: bad
                  responses:
                    '200':
                      description: ok
                      content:
                        application/json:
                          schema:
                            $ref: «'#/components/schemas/nobody'»
            """
        },
        {
            "CFG0006", DiagnosticSeverity.Warning, true,
            """
            openapi: 3.0.3
            info: { title: Sample, version: '1' }
            paths:
              /good: { get: { operationId: same, responses: { '200': { description: ok } } } }
              /bad:
                get:
                  operationId: «same»
                  responses: { '200': { description: ok } }
            """
        },
        {
            "CFG0007", DiagnosticSeverity.Warning, true,
            """
            openapi: 3.0.3
            info: { title: Sample, version: '1' }
            paths:
              /good: { get: { responses: { '200': { description: ok } } } }
              /bad:
                get:
                  responses: { '200': { description: ok, content: { application/json: { schema: { $ref: «'common.yaml#/Pet'» } } } } }
            """
        },
        {
            "CFG0010", DiagnosticSeverity.Warning, true,
            """
            openapi: 3.0.3
            info: { title: Sample, version: '1' }
            paths:
              /good: { get: { responses: { '200': { description: ok } } } }
              /bad:
                get:
                  operationId: bad
                  «parameters»: [ { name: x, in: nowhere, schema: { type: string } } ]
                  responses: { '200': { description: ok } }
            """
        },
        {
            "CFG0011", DiagnosticSeverity.Warning, true,
            """
            openapi: 3.0.3
            info:
              title: Sample
              version: '1'
              «title»: Sample
            paths:
              /good: { get: { responses: { '200': { description: ok } } } }
            """
        },
        { "CFG0012", DiagnosticSeverity.Error, false, " \n\n" },
        {
            "CFG1002", DiagnosticSeverity.Warning, true,
            """
            openapi: 3.0.3
            info: { title: Sample, version: '1' }
            paths:
              /good: { get: { responses: { '200': { description: ok } } } }
              /bad/{id}:
                «get»:
                  responses: { '200': { description: ok } }
            """
        },
        {
            "CFG1002", DiagnosticSeverity.Warning, true,
            """
            openapi: 3.2.0
            info: { title: Sample, version: '1' }
            paths:
              /good: { get: { responses: { '200': { description: ok } } } }
              /bad:
                additionalOperations: { COPY: «7» }
            """
        },
        {
            "CFG1002", DiagnosticSeverity.Warning, true,
            """
            openapi: 3.2.0
            info: { title: Sample, version: '1' }
            paths:
              /good: { get: { responses: { '200': { description: ok } } } }
              /bad:
                «additionalOperations»: [ COPY ]
            """
        },
    };

    [Theory]
    [MemberData(nameof(Cases))]
    public void Each_is_told_at_its_place_and_the_others_generate(string id, DiagnosticSeverity severity, bool generates, string marked)
    {
        (string text, int start, int end) = Unmark(marked);
        Document other = new("/project/other.yaml", Document.OfPaths($"/other: {{ get: {Ok} }}").Text.Replace("Sample", "Other", StringComparison.Ordinal));
        GeneratorRun run = GeneratorHost.Generate(new Document("/project/api.txt", text), other);

        Diagnostic diagnostic = Assert.Single(run.Diagnostics);
        Assert.Equal(id, diagnostic.Id);
        // The host is the strictest consumer: to it, a warning is an error.
        Assert.Equal(severity, diagnostic.DefaultSeverity);
        FileLinePositionSpan place = diagnostic.Location.GetLineSpan();
        Assert.Equal("/project/api.txt", place.Path);
        if (start >= 0)
        {
            Assert.Equal(Position(text, start), (place.StartLinePosition.Line, place.StartLinePosition.Character));
            if (end > start)
                Assert.Equal(Position(text, end), (place.EndLinePosition.Line, place.EndLinePosition.Character));
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
    public void Paths_that_are_none_are_told(string paths)
    {
        GeneratorRun run = GeneratorHost.Generate(new Document("/project/api.yaml", $"openapi: 3.0.3\ninfo: {{ title: Sample, version: '1' }}\npaths: {paths}\n"));

        Diagnostic diagnostic = Assert.Single(run.Diagnostics);
        Assert.Equal(("CFG1002", 2), (diagnostic.Id, diagnostic.Location.GetLineSpan().StartLinePosition.Line));
        run.AssertCompiles();
    }

    [Theory]
    [InlineData("")]
    [InlineData("paths:\n")]
    public void Without_paths_there_is_nothing_to_tell(string paths)
    {
        GeneratorRun run = GeneratorHost.Generate(new Document("/project/api.yaml", $"openapi: 3.1.0\ninfo: {{ title: Sample, version: '1' }}\nwebhooks: {{}}\n{paths}"));

        Assert.Empty(run.Diagnostics);
        run.AssertCompiles();
    }

    [Fact]
    public void A_yaml_error_has_the_line_that_the_parser_met()
    {
        GeneratorRun run = GeneratorHost.Generate(new Document("/project/api.yaml", "openapi: 3.0.3\ninfo:\n  title: 'no end\npaths: {}\n"));
        FileLinePositionSpan place = Assert.Single(run.Diagnostics).Location.GetLineSpan();

        Assert.Equal("/project/api.yaml", place.Path);
        Assert.InRange(place.StartLinePosition.Line, 2, 4);
    }

    [Fact]
    public void A_message_names_the_pointer_and_the_way_out()
    {
        GeneratorRun run = GeneratorHost.Generate(Document.OfPaths("/bad/{id}: { get: { operationId: bad, responses: { '200': { description: ok } } } }\n/good: { get: { responses: { '200': { description: ok } } } }"));
        string message = Assert.Single(run.Diagnostics).GetMessage(System.Globalization.CultureInfo.InvariantCulture);

        Assert.Contains("#/paths/~1bad~1{id}/get", message, StringComparison.Ordinal);
        Assert.Contains("bad", message, StringComparison.Ordinal);
        Assert.Contains("Operations", message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_yaml_bomb_is_told_and_costs_the_others_nothing()
    {
        string bomb = "a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n" + string.Concat(Enumerable.Range(1, 9).Select(i => $"a{i}: &a{i} [{string.Join(", ", Enumerable.Repeat($"*a{i - 1}", 10))}]\n"));
        GeneratorRun run = GeneratorHost.Generate(new Document("/project/bomb.yaml", "openapi: 3.0.3\ninfo: { title: Sample, version: '1' }\npaths: {}\n" + bomb), Document.Score);

        Diagnostic diagnostic = Assert.Single(run.Diagnostics);
        Assert.Equal(("CFG0008", DiagnosticSeverity.Error), (diagnostic.Id, diagnostic.Severity));
        Assert.Contains("Acme.Cloudflare.RiskScoringResource.g.cs", run.Sources.Keys);
    }

    [Theory]
    [InlineData("[", "]")]
    [InlineData("{ \"a\": ", "}")]
    public void A_document_that_is_nested_without_end_is_told(string open, string close)
    {
        string deep = string.Concat(Enumerable.Repeat(open, 5000)) + "1" + string.Concat(Enumerable.Repeat(close, 5000));
        GeneratorRun run = GeneratorHost.Generate(
            new Document("/project/deep.json", $$"""{ "openapi": "3.0.3", "info": { "title": "Deep", "version": "1" }, "paths": {}, "x-deep": {{deep}} }"""), Document.Score);

        Diagnostic diagnostic = Assert.Single(run.Diagnostics);
        Assert.Equal(("CFG0009", DiagnosticSeverity.Warning), (diagnostic.Id, diagnostic.DefaultSeverity));
        Assert.Contains("Acme.Cloudflare.RiskScoringResource.g.cs", run.Sources.Keys);
    }

    [Theory]
    [InlineData("#")]
    [InlineData("")]
    [InlineData("#/components")]
    public void A_reference_to_all_of_the_document_costs_its_operation_alone(string reference)
    {
        GeneratorRun run = GeneratorHost.Generate(Document.OfPaths(
            $"/good: {{ get: {Ok} }}\n/bad: {{ get: {{ responses: {{ '200': {{ description: ok, content: {{ application/json: {{ schema: {{ $ref: '{reference}' }} }} }} }} }} }} }}",
            "components: { schemas: { a: { type: string } } }\n"));

        Assert.DoesNotContain(run.Diagnostics, d => d.Id == "CFG0099");
        Assert.Contains("Acme.Sample.GoodResource.g.cs", run.Sources.Keys);
    }

    [Fact]
    public void A_flow_sequence_without_end_is_not_valid_yaml()
    {
        GeneratorRun run = GeneratorHost.Generate(Document.RiskScoring with { Text = Document.RiskScoring.Text.Replace("          api_key: []\n", "          api_key: [q\n", StringComparison.Ordinal) });
        Assert.Equal("CFG0002", Assert.Single(run.Diagnostics).Id);
    }

    [Theory]
    [InlineData("{ type: object, properties: { a: , b: { type: string } } }")]
    [InlineData("{ allOf: [ null, { type: object, properties: { b: { type: string } } } ] }")]
    [InlineData("{ type: array, items: { oneOf: [ null ] } }")]
    [InlineData("")]
    public void A_schema_that_is_null_says_nothing(string schema)
    {
        GeneratorRun run = GeneratorHost.Generate(Document.OfPaths(
            $"/good: {{ get: {{ responses: {{ '200': {{ description: ok, content: {{ application/json: {{ schema: {schema} }} }} }} }} }} }}\n"
            + "/none: { get: { responses: { '200': { description: ok, content: { application/json: } } } } }"));

        Assert.DoesNotContain(run.Diagnostics, d => d.Id is "CFG0099" or "CFG1002");
        run.AssertCompiles();
    }

    [Theory]
    [InlineData("/bad: { get: nothing }")]
    [InlineData("/bad: nothing")]
    [InlineData("/bad: { get: [] }")]
    public void Nothing_is_dropped_in_silence(string path)
    {
        GeneratorRun run = GeneratorHost.Generate(Document.OfPaths($"/good: {{ get: {Ok} }}\n{path}"));

        Assert.NotEmpty(run.Diagnostics);
        Assert.Contains("Acme.Sample.GoodResource.g.cs", run.Sources.Keys);
    }

    [Fact]
    public void Every_descriptor_has_an_id_a_title_and_a_help_page_of_its_own()
    {
        Assert.Equal(Descriptors.All.Count, Descriptors.All.Select(d => d.Id).Distinct().Count());
        Assert.All(Descriptors.All, d =>
        {
            Assert.Matches("^CFG[0-24][0-9]{3}$", d.Id);
            Assert.EndsWith($"/{d.Id}.md", d.HelpLinkUri, StringComparison.Ordinal);
            Assert.NotEmpty(d.Title.ToString(System.Globalization.CultureInfo.InvariantCulture));
        });
    }

    private static (string Text, int Start, int End) Unmark(string marked)
    {
        int start = marked.IndexOf(Start, StringComparison.Ordinal);
        if (start < 0)
            return (marked, -1, -1);
        string without = marked.Remove(start, 1);
        int end = without.IndexOf(End, StringComparison.Ordinal);
        return (without.Remove(end, 1), start, end);
    }

    private static (int Line, int Column) Position(string text, int offset)
    {
        string before = text[..offset];
        return (before.Count(c => c == '\n'), offset - (before.LastIndexOf('\n') + 1));
    }
}
