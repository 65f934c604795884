using System.Globalization;
using CfGen.Generator.Tests.Hosting;
using Microsoft.CodeAnalysis;

namespace CfGen.Generator.Tests.Documents;

/// <summary>
/// Security schemes and parameter styles that CfGen cannot apply are reported at their line and never replaced by others.
/// </summary>
public class UnsupportedFeatureTests
{
    [Theory]
    [InlineData("{ type: http, scheme: digest }", "CFG1018", "digest")]
    [InlineData("{ type: http, scheme: HOBA }", "CFG1018", "HOBA")]
    [InlineData("{ type: mutualTLS }", "CFG1019", "mutualTLS")]
    [InlineData("{ type: fancy }", "CFG1019", "fancy")]
    [InlineData("{ type: basic }", "CFG1019", "basic")]
    [InlineData("{ type: apiKey, name: key, in: body }", "CFG1020", "body")]
    public void An_unsupported_security_scheme_is_reported_and_left_out(string scheme, string id, string value)
    {
        GeneratorRun run = Generate("[ login: [] ]", $"login: {scheme}");

        AssertReported(run, id, value, line: 7);
        Assert.DoesNotContain(".Bearer", Code(run), StringComparison.Ordinal);
        Assert.DoesNotContain("Login", Code(run), StringComparison.Ordinal);
        Assert.DoesNotContain("Security", Operation(run), StringComparison.Ordinal);
    }

    [Fact]
    public void An_operation_uses_the_alternative_that_is_supported()
    {
        GeneratorRun run = Generate(
            "[ login: [], { login: [], token: [] }, token: [], gone: [] ]",
            "login: { type: http, scheme: digest }, token: { type: http, scheme: bearer }"
        );

        Assert.Equal(["CFG1018", "CFG1022"], run.Diagnostics.Select(d => d.Id).Order(StringComparer.Ordinal));
        GeneratorRun expected = Generate("[ token: [] ]", "token: { type: http, scheme: bearer }");
        Assert.Equal(Operation(expected), Operation(run));
    }

    [Fact]
    public void A_scheme_that_no_operation_uses_is_not_reported() =>
        Assert.Empty(Generate("[ token: [] ]", "login: { type: http, scheme: digest }, token: { type: http, scheme: Bearer }").Diagnostics);

    [Theory]
    [InlineData("'#/components/securitySchemes/token'", null)]
    [InlineData("'shared.yaml#/token'", null)]
    [InlineData("'shared.yaml#/alias'", null)]
    [InlineData("'shared.yaml#/login'", "CFG1018")]
    public void A_scheme_that_is_a_reference_is_checked_at_its_target(string reference, string? id)
    {
        TestDocument document = new(
            "/project/api.yaml",
            CreateText("[ login: [] ]", $"login: {{ $ref: {reference} }}, token: {{ type: http, scheme: bearer }}")
        );
        TestDocument shared = new(
            "/project/shared.yaml",
            "token: { type: http, scheme: bearer }\nalias: { $ref: '#/token' }\nlogin: { type: http, scheme: digest }\n"
        )
        {
            IsReference = true,
        };
        GeneratorRun run = GeneratorHost.Generate(document, shared).AssertCompiles();

        Assert.Equal(id is null ? [] : [id], run.Diagnostics.Select(d => d.Id));
        Assert.Equal(id is null, Operation(run).Contains("Security", StringComparison.Ordinal));
        if (id is not null)
            Assert.Equal("/project/shared.yaml", run.Diagnostics[0].Location.GetLineSpan().Path);
    }

    [Fact]
    public void A_requirement_of_an_undeclared_scheme_is_reported() =>
        AssertReported(Generate("[ gone: [] ]", "token: { type: http, scheme: bearer }"), "CFG1022", "gone", line: 5);

    [Fact]
    public void More_schemes_than_a_client_supports_are_reported()
    {
        string[] names = [.. Enumerable.Range(10, 65).Select(i => $"key{i}")];
        GeneratorRun run = Generate(
            $"[ {string.Join(", ", names.Select(n => n + ": []"))} ]",
            string.Join(", ", names.Select(n => $"{n}: {{ type: apiKey, name: {n}, in: header }}"))
        );

        AssertReported(run, "CFG1021", "key74", line: 7);
        run.AssertCompiles();
    }

    [Theory]
    [InlineData("in: query, style: fancy", "CFG1023", "fancy", "'form'")]
    [InlineData("in: header, style: Simple", "CFG1023", "Simple", "'simple'")]
    [InlineData("in: query, style: simple", "CFG1024", "simple", "use one of: form, spaceDelimited, pipeDelimited, deepObject.")]
    [InlineData("in: query, style: matrix", "CFG1024", "matrix", "query parameters")]
    [InlineData("in: header, style: deepObject", "CFG1024", "deepObject", "header parameters")]
    [InlineData("in: cookie, style: pipeDelimited", "CFG1024", "pipeDelimited", "use one of: form, cookie.")]
    public void A_style_that_does_not_apply_is_reported_and_the_default_is_used(string parameter, string id, string style, string text)
    {
        GeneratorRun run = GenerateParameter(parameter);

        AssertReported(run, id, style, line: 5);
        Assert.Contains(text, Assert.Single(run.Diagnostics).GetMessage(CultureInfo.InvariantCulture), StringComparison.Ordinal);
        GeneratorRun expected = GenerateParameter(parameter.Split(',')[0]);
        Assert.Equal(Operation(expected), Operation(run));
    }

    [Theory]
    [InlineData("in: query, style: form")]
    [InlineData("in: query, style: spaceDelimited")]
    [InlineData("in: query, style: pipeDelimited")]
    [InlineData("in: query, style: deepObject")]
    [InlineData("in: header, style: simple")]
    [InlineData("in: cookie, style: form")]
    public void A_style_that_is_allowed_is_not_reported(string parameter) => Assert.Empty(GenerateParameter(parameter).Diagnostics);

    [Theory]
    [InlineData("simple", null)]
    [InlineData("label", null)]
    [InlineData("matrix", null)]
    [InlineData("form", "CFG1024")]
    [InlineData("fancy", "CFG1023")]
    public void A_path_allows_its_three_styles(string style, string? id)
    {
        GeneratorRun run = GeneratorHost.Generate(
            TestDocument.FromPaths(
                $"/a/{{id}}: {{ get: {{ parameters: [{{ name: id, in: path, required: true, style: {style}, schema: {{ type: string }} }}], responses: {{ '204': {{ description: ok }} }} }} }}"
            )
        );
        Assert.Equal(id is null ? [] : [id], run.Diagnostics.Select(d => d.Id));
    }

    [Fact]
    public void A_style_of_a_form_field_that_does_not_apply_is_reported()
    {
        GeneratorRun run = GeneratorHost.Generate(
            TestDocument.FromPaths(
                "/a: { post: { requestBody: { content: { application/x-www-form-urlencoded: { schema: { type: object, properties: { ids: { type: array, items: { type: string } } } }, encoding: { ids: { style: simple } } } } }, responses: { '204': { description: ok } } } }"
            )
        );

        AssertReported(run, "CFG1024", "simple", line: 4);
        Assert.Contains("form fields", Assert.Single(run.Diagnostics).GetMessage(CultureInfo.InvariantCulture), StringComparison.Ordinal);
        run.AssertCompiles();
    }

    private static void AssertReported(GeneratorRun run, string id, string value, int line)
    {
        Diagnostic diagnostic = Assert.Single(run.Diagnostics);
        Assert.Equal((id, DiagnosticSeverity.Warning), (diagnostic.Id, diagnostic.DefaultSeverity));
        Assert.Contains($"'{value}'", diagnostic.GetMessage(CultureInfo.InvariantCulture), StringComparison.Ordinal);
        Assert.Equal(line, diagnostic.Location.GetLineSpan().StartLinePosition.Line + 1);
    }

    private static GeneratorRun Generate(string security, string schemes) =>
        GeneratorHost.Generate(new TestDocument("/project/api.yaml", CreateText(security, schemes))).AssertCompiles();

    private static string CreateText(string security, string schemes) =>
        $"openapi: 3.1.0\ninfo: {{ title: Sample, version: '1' }}\npaths:\n  /a:\n    get: {{ security: {security}, responses: {{ '204': {{ description: ok }} }} }}\ncomponents:\n  securitySchemes: {{ {schemes} }}\n";

    private static GeneratorRun GenerateParameter(string parameter) =>
        GeneratorHost
            .Generate(
                new TestDocument(
                    "/project/api.yaml",
                    $"openapi: 3.1.0\ninfo: {{ title: Sample, version: '1' }}\npaths:\n  /a:\n    get: {{ parameters: [{{ name: ids, {parameter}, schema: {{ type: array, items: {{ type: string }} }} }}], responses: {{ '204': {{ description: ok }} }} }}\n"
                )
            )
            .AssertCompiles();

    private static string Code(GeneratorRun run) => string.Concat(run.Sources.Values);

    private static string Operation(GeneratorRun run) => run.Sources["Acme.Sample.AResource.g.cs"];
}
