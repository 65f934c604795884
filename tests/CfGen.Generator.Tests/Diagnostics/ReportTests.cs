using System.Globalization;
using CfGen.Generator.Diagnostics;
using CfGen.Generator.Documents;
using CfGen.Generator.Reporting;
using CfGen.Generator.Tests.Documents;
using CfGen.Generator.Tests.Hosting;
using Microsoft.CodeAnalysis;

namespace CfGen.Generator.Tests.Diagnostics;

/// <summary>The report that CfGenReport prints of a document. It changes nothing else.</summary>
public sealed class ReportTests
{
    private static readonly TestDocument s_document = TestDocument
        .FromPaths(
            """
            /score:
              get:
                operationId: score
                responses: { '200': { description: ok, content: { application/json: { schema: { $ref: '#/components/schemas/envelope' } } } } }
            /things:
              get:
                operationId: things
                parameters: [{ name: page, in: query, schema: { type: integer } }, { name: per_page, in: query, schema: { type: integer } }]
                responses: { '200': { description: ok, content: { application/json: { schema: { type: array, items: { type: string } } } } } }
            /loose: { get: { operationId: loose, descriptoin: Loose, responses: { '200': { description: ok } } } }
            /lost/{id}: { get: { operationId: lost, responses: { '200': { description: ok } } } }
            /broken: { get: { operationId: broken, parameters: [{ $ref: '#/components/parameters/gone' }], responses: { '200': { description: ok } } } }
            /elsewhere: { get: { operationId: elsewhere, responses: { '200': { description: ok } } } }
            """,
            "security: []\ncomponents: { schemas: { envelope: { type: object, required: [success, errors, messages, result], properties: { success: { type: boolean }, errors: { type: array, items: {} }, messages: { type: array, items: {} }, result: { type: object, properties: { a: { type: string } } } } } } }"
        )
        .With("Operations", "!id:elsewhere");

    [Fact]
    public void The_report_lists_inferred_degraded_and_skipped_things_and_a_summary()
    {
        GeneratorRun run = new GeneratorHost(s_document).WithReport().Run();

        string[] report =
        [
            .. run
                .Diagnostics.Where(IsReport)
                .Select(d =>
                    $"{d.Id} {d.DefaultSeverity} {d.Location.GetLineSpan().StartLinePosition.Line + 1} {d.GetMessage(CultureInfo.InvariantCulture)}"
                ),
        ];
        Assert.Collection(
            report,
            line =>
                Assert.Equal(
                    "CFG4001 Warning 7 Inferred at #/paths/~1score/get/responses: the response of 'score' is an envelope, and its method returns the result in it",
                    line
                ),
            line =>
                Assert.Equal(
                    "CFG4001 Warning 12 Inferred at #/paths/~1things/get/responses: 'things' returns a list, page by page with the style PageNumber: Parameter 'page', Size 'per_page'",
                    line
                ),
            line =>
                Assert.Equal(
                    "CFG4002 Warning 13 Degraded: The property 'descriptoin' at #/paths/~1loose/get/descriptoin is not part of OpenAPI here. It is ignored; correct its name or its place. (CFG1003)",
                    line
                ),
            line =>
                Assert.Equal(
                    "CFG4002 Warning 14 Degraded: The path of the operation 'lost' at #/paths/~1lost~1{id}/get contains '{id}', and no path parameter of that name is declared. The method takes a string for it; declare the parameter. (CFG1002)",
                    line
                ),
            line =>
                Assert.Equal(
                    "CFG4003 Warning 15 Skipped: GET /broken at #/paths/~1broken/get: the reference '#/components/parameters/gone' at #/paths/~1broken/get/parameters/0/$ref leads to nothing (CFG0005)",
                    line
                ),
            line =>
                Assert.Equal(
                    "CFG4004 Warning 3 The document has 6 operations: 4 generated, 1 skipped, 1 not selected. Inferred: envelope 1, list 1. Degraded: 2. Diagnostics: CFG0005 1, CFG1002 1, CFG1003 1.",
                    line
                )
        );
        // What is said without a report is said with it too.
        Assert.Equal(["CFG0005", "CFG1002", "CFG1003"], run.Diagnostics.Where(d => !IsReport(d)).Select(d => d.Id).Order());
    }

    [Theory]
    [InlineData(
        "parameters: [{ $ref: 'shared.yaml#/p' }]",
        "the reference 'shared.yaml#/p' at #/paths/~1a/get/parameters/0/$ref leads to a document that is not declared (CFG0007)"
    )]
    [InlineData("$ref: '#/nowhere'", "the reference '#/nowhere' at #/paths/~1a/get/$ref leads to nothing (CFG0005)")]
    public void A_skipped_operation_names_its_reason(string fault, string reason)
    {
        TestDocument document = TestDocument.FromPaths(
            $"/a: {{ get: {{ operationId: a, {fault}, responses: {{ '204': {{ description: ok }} }} }} }}",
            "components: { schemas: { S: { type: string } } }"
        );

        Diagnostic left = Assert.Single(new GeneratorHost(document).WithReport().Run().Diagnostics, d => d.Id == "CFG4003");
        string message = left.GetMessage(CultureInfo.InvariantCulture);
        Assert.StartsWith("Skipped: GET /a at #/paths/~1a/get: " + reason, message, StringComparison.Ordinal);
        Assert.Matches(@"\(CFG00(05|07)\)$", message);
    }

    [Theory]
    // Both types could be ShopSettings, so neither is; alone, one of them is.
    [InlineData("path:/shop/a", "the type is ShopSettings, and ShopAResponseSettings in the client of all operations")]
    [InlineData("path:/shop/*", null)]
    public void A_type_that_the_selection_renames_has_a_line(string selection, string? line)
    {
        TestDocument document = TestDocument
            .FromPaths(string.Join('\n', CreateOperation("a", "low"), CreateOperation("b", "high")))
            .With("Operations", selection);

        Diagnostic[] lines =
        [
            .. new GeneratorHost(document).WithReport().Run().Diagnostics.Where(d => d.Id == "CFG4001" && IsAboutType(d)),
        ];
        if (line is null)
            Assert.Empty(lines);
        else
            Assert.Equal(line, Assert.Single(lines).GetMessage(CultureInfo.InvariantCulture).Split(": ")[^1]);

        static bool IsAboutType(Diagnostic line) =>
            line.GetMessage(CultureInfo.InvariantCulture).Contains(": the type ", StringComparison.Ordinal);

        static string CreateOperation(string path, string member) =>
            $"/shop/{path}: {{ get: {{ operationId: {path}, responses: {{ '200': {{ description: ok, content: {{ application/json: {{ schema: {{ type: object, properties: {{ settings: {{ type: object, properties: {{ {member}: {{ type: string }} }} }} }} }} }} }} }} }} }} }}";
    }

    [Fact]
    public void Each_operation_names_its_own_reference_to_a_missing_element()
    {
        TestDocument document = TestDocument.FromPaths(
            "/a: { get: { operationId: a, parameters: [{ $ref: '#/gone' }], responses: { '204': { description: ok } } } }\n/b: { get: { operationId: b, parameters: [{ $ref: '#/gone' }], responses: { '204': { description: ok } } } }"
        );

        string[] reasons =
        [
            .. new GeneratorHost(document)
                .WithReport()
                .Run()
                .Diagnostics.Where(d => d.Id == "CFG4003")
                .Select(d => d.GetMessage(CultureInfo.InvariantCulture)),
        ];
        Assert.Equal(2, reasons.Length);
        Assert.Contains("at #/paths/~1a/get/parameters/0/$ref", reasons[0], StringComparison.Ordinal);
        Assert.Contains("at #/paths/~1b/get/parameters/0/$ref", reasons[1], StringComparison.Ordinal);
    }

    [Fact]
    public void Without_the_property_there_is_no_report_and_the_code_is_the_same()
    {
        GeneratorRun without = GeneratorHost.Generate(s_document);
        GeneratorRun with = new GeneratorHost(s_document).WithReport().Run();
        Assert.DoesNotContain(without.Diagnostics, IsReport);
        Assert.Equal(without.Sources, with.Sources);
    }

    [Fact]
    public void The_report_follows_moved_lines_and_is_cached_after_an_edit_of_csharp()
    {
        GeneratorHost host = new GeneratorHost(s_document).WithReport();
        host.Run();
        GeneratorRun second = host.EditCode("namespace Acme { internal static class Other { } }").Run();
        Assert.All(second.DiagnosticOutputs, output => Assert.Equal(IncrementalStepRunReason.Cached, output.Reason));

        GeneratorRun third = host.Edit(s_document.Replace("paths:\n", "# Here they are.\npaths:\n")).Run();
        Assert.All(third.SourceOutputs.Values, reason => Assert.Equal(IncrementalStepRunReason.Cached, reason));
        Assert.Equal(4, Assert.Single(third.Diagnostics, d => d.Id == "CFG4004").Location.GetLineSpan().StartLinePosition.Line + 1);
    }

    /// <summary>One line wherever something is inferred: the totals count it by its kind.</summary>
    [Fact]
    public void Every_kind_of_inference_is_reported()
    {
        LoadedDocument loaded = DocumentLoading.Load(s_document.Text);
        loaded.Findings.AddRange([
            ReportFindings.Inference("#/a", "x", "union"),
            ReportFindings.Inference("#/b", "y", "union"),
            ReportFindings.Inference("#/a", "x", "union"),
        ]);
        GenerationReport.Append(loaded, null, null, whole: null);
        Assert.Equal(["#/a", "#/b"], loaded.Findings.Where(f => f.Id == "CFG4001").Select(f => f.Pointer));
        Assert.Contains("union 2", loaded.Findings.Single(f => f.Id == "CFG4004").Arguments);
    }

    [Theory]
    [InlineData("", "#: the document has no security, and every call sends the option ApiToken as a bearer token if it is set")]
    [InlineData(
        "security: [ { app: [] } ]\ncomponents: { securitySchemes: { app: { type: apiKey, in: query, name: a } } }",
        "#/components/securitySchemes/app: the security scheme 'app' is the option ApiKey"
    )]
    public void The_report_names_the_options_of_credentials(string more, string expected)
    {
        TestDocument document = TestDocument.FromPaths("/a: { get: { operationId: a, responses: { '204': { description: ok } } } }", more);

        Diagnostic line = Assert.Single(new GeneratorHost(document).WithReport().Run().Diagnostics, d => d.Id == "CFG4001");

        Assert.Equal("Inferred at " + expected, line.GetMessage(CultureInfo.InvariantCulture));
    }

    [Fact]
    public void The_report_of_an_unreadable_document_says_that_nothing_is_generated()
    {
        GeneratorRun run = new GeneratorHost(new TestDocument("/project/api.yaml", "openapi: 4.0.0\n")).WithReport().Run();
        Assert.Equal(["CFG0004", "CFG4004"], run.Diagnostics.Select(d => d.Id));
        Assert.Contains(
            "The document has 0 operations: 0 generated",
            run.Diagnostics[1].GetMessage(CultureInfo.InvariantCulture),
            StringComparison.Ordinal
        );
    }

    private static bool IsReport(Diagnostic diagnostic) => diagnostic.Id.StartsWith("CFG4", StringComparison.Ordinal);
}
