using System.Globalization;
using CfGen.Generator.Tests.Hosting;
using Microsoft.CodeAnalysis;

namespace CfGen.Generator.Tests.Documents;

/// <summary>
/// Text of the document that HTTP does not allow in a request line or a header is reported at its line, and not generated.
/// </summary>
public class HttpTextTests
{
    private const string Good = "/good: { get: { operationId: good, responses: { '204': { description: ok } } } }\n";

    private const string Injected = @"a\r\nX-Injected: 1";

    private const string Shown = @"a\u000d\u000aX-Injected: 1";

    private const string Ok = "responses: { '204': { description: ok } }";

    public static TheoryData<string> Controls => [@"\r", @"\n", @"\0", @"\t", @"\x01", @"\x7F", @"\x85"];

    [Theory]
    [MemberData(nameof(Controls))]
    public void An_operation_whose_path_has_a_control_character_is_skipped(string control)
    {
        GeneratorRun run = Generate(
            $"{Good}\"/bad{control}X\": {{ get: {{ operationId: bad, {Ok} }}, put: {{ operationId: worse, {Ok} }} }}"
        );

        Assert.Equal(["CFG1061", "CFG1061"], run.Diagnostics.Select(d => d.Id));
        Assert.All(run.Diagnostics, d => Assert.Equal(5, GetLine(d)));
        AssertWithout(run, "bad", "worse");
    }

    [Fact]
    public void The_message_names_operation_place_and_way_out()
    {
        string message = Single(Generate($"{Good}\"/{Injected}\": {{ get: {{ operationId: bad, {Ok} }} }}"), "CFG1061", line: 5);

        Assert.Equal(
            $"The path of the operation 'bad' at #/paths/~1{Shown} has a control character, which no request can carry: '/{Shown}'. The operation is skipped; correct the path, or exclude the operation with the Operations metadata of the item.",
            message
        );
    }

    [Theory]
    [InlineData(@"CO\r\nPY")]
    [InlineData("CO PY")]
    [InlineData("CÖPY")]
    public void An_operation_whose_method_is_no_token_is_skipped(string method)
    {
        GeneratorRun run = GeneratorHost
            .Generate(
                new TestDocument(
                    "/project/api.yaml",
                    $"openapi: 3.2.0\ninfo: {{ title: Sample, version: '1' }}\npaths:\n  {Good}  /bad:\n    additionalOperations:\n      \"{method}\": {{ operationId: bad, {Ok} }}\n"
                )
            )
            .AssertCompiles();

        Single(run, "CFG0014", line: 7); // the OpenAPI library rejects it
        AssertWithout(run, "bad");
    }

    [Theory]
    [InlineData("get: {{ servers: [ {{ url: \"{0}\" }} ], operationId: bad, {1} }}")]
    [InlineData("servers: [ {{ url: \"{0}\" }} ], get: {{ operationId: bad, {1} }}")]
    [InlineData("get: {{ servers: [ {{ url: 'https://{{v}}', variables: {{ v: {{ default: \"{0}\" }} }} }} ], operationId: bad, {1} }}")]
    public void An_operation_whose_own_server_has_a_control_character_is_skipped(string item)
    {
        GeneratorRun run = Generate(
            $"{Good}/bad: {{ {string.Format(CultureInfo.InvariantCulture, item, @"https://a.example/\r\nX: 1", Ok)} }}"
        );

        Assert.Contains("The server of the operation 'bad'", Single(run, "CFG1061", line: 5), StringComparison.Ordinal);
        AssertWithout(run, "bad");
    }

    [Theory]
    [InlineData("servers:\n  - url: \"https://a.example/v1\\r\\nX: 1\"", 6)]
    [InlineData("servers:\n  - url: 'https://{v}'\n    variables:\n      v: { default: \"a.example/\\0\" }", 8)]
    public void A_server_with_a_control_character_is_no_base_url(string servers, int line)
    {
        GeneratorRun run = Generate(Good.TrimEnd(), servers);

        Assert.Contains("calls fail until the options have a BaseUrl", Single(run, "CFG1062", line), StringComparison.Ordinal);
        Assert.DoesNotContain("a.example", string.Concat(run.Sources.Values), StringComparison.Ordinal);
    }

    [Fact]
    public void A_line_break_at_the_end_of_a_server_does_not_matter()
    {
        GeneratorRun run = Generate(Good.TrimEnd(), "servers:\n  - url: |\n      https://a.example/v1").AssertNoDiagnostics();

        Assert.Contains("\"https://a.example/v1\"", string.Concat(run.Sources.Values), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("header", Injected, Shown)]
    [InlineData("header", "X Name", "X Name")]
    [InlineData("header", "X-Ä", "X-Ä")]
    [InlineData("header", "X:", "X:")]
    [InlineData("cookie", Injected, Shown)]
    [InlineData("cookie", "a;b", "a;b")]
    [InlineData("cookie", "a=b", "a=b")]
    [InlineData("cookie", "ä", "ä")]
    public void A_parameter_with_an_invalid_name_is_left_out(string location, string name, string shown)
    {
        GeneratorRun run = Generate(
            $"{Good}/bad:\n  get:\n    parameters:\n      - in: {location}\n        name: \"{name}\"\n        schema: {{ type: string }}\n      - {{ in: header, name: X-Kept, schema: {{ type: string }} }}\n    {Ok}"
        );

        string message = Single(run, "CFG1063", line: 9);
        Assert.Contains($"the {location} parameter '{shown}'", message, StringComparison.Ordinal);
        string code = run.Sources["Acme.Sample.BadResource.g.cs"];
        Assert.Contains("\"X-Kept\"", code, StringComparison.Ordinal);
        Assert.Equal(1, code.Split(".AddString(").Length - 1);
    }

    [Theory]
    [InlineData("header", "x_a.b~1|!#$%&'*+^`")]
    [InlineData("cookie", "session[id]:a/b@c")]
    [InlineData("query", @"a\r\nb")]
    public void Other_names_are_kept(string location, string name) =>
        Generate($"/good: {{ get: {{ parameters: [ {{ in: {location}, name: \"{name}\", schema: {{ type: string }} }} ], {Ok} }} }}")
            .AssertNoDiagnostics();

    [Theory]
    [InlineData("header", Injected, Shown)]
    [InlineData("header", "X Key", "X Key")]
    [InlineData("cookie", Injected, Shown)]
    [InlineData("cookie", "a;b", "a;b")]
    public void An_api_key_with_an_invalid_name_is_left_out(string location, string name, string shown)
    {
        GeneratorRun run = Generate(
            $"/good: {{ get: {{ security: [ {{ login: [] }} ], {Ok} }} }}",
            $"components:\n  securitySchemes:\n    login:\n      type: apiKey\n      in: {location}\n      name: \"{name}\""
        );

        Assert.Contains(
            $"HTTP does not allow the {location} name '{shown}' of the API key 'login'",
            Single(run, "CFG1064", line: 10),
            StringComparison.Ordinal
        );
        Assert.DoesNotContain("ApiKey", string.Concat(run.Sources.Values), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("application/x-ndjson", "{ type: object, properties: { a: { type: string } } }", "\"application/x-ndjson\"")]
    [InlineData("application/vnd.a+json", "{ type: object, properties: { a: { type: string } } }", "WithJsonBody(body, false)")]
    [InlineData("text/csv", "{ type: string }", "\"text/plain\"")]
    [InlineData("image/png", "{ type: string, format: binary }", "\"application/octet-stream\"")]
    public void A_media_type_with_a_control_character_is_not_sent(string type, string schema, string sent)
    {
        string content = $"content:\n        \"{type};\\r\\nX-Injected=1\":\n          schema: {schema}";
        GeneratorRun run = Generate(
            $"/good:\n  put:\n    requestBody:\n      {content}\n    responses:\n      '200':\n        description: ok\n        {content.Replace("\n", "\n  ", StringComparison.Ordinal)}"
        );

        Assert.Equal([("CFG1065", 8), ("CFG1065", 14)], run.Diagnostics.Select(d => (d.Id, GetLine(d))).Order());
        string code = run.Sources["Acme.Sample.GoodResource.g.cs"];
        Assert.Contains(sent, code, StringComparison.Ordinal);
        Assert.Contains("Accept = \"*/*\"", code, StringComparison.Ordinal);
        Assert.DoesNotContain("Injected", WithoutComments(code), StringComparison.Ordinal);
    }

    [Fact]
    public void A_media_type_of_a_part_with_a_control_character_is_not_sent()
    {
        GeneratorRun run = Generate(
            $"/good:\n  put:\n    requestBody:\n      content:\n        multipart/form-data:\n          schema: {{ type: object, properties: {{ a: {{ type: string }} }} }}\n          encoding:\n            a:\n              contentType: \"text/csv;\\r\\nX-Injected=1\"\n    {Ok}"
        );

        Single(run, "CFG1065", line: 12);
        Assert.DoesNotContain("Injected", WithoutComments(string.Concat(run.Sources.Values)), StringComparison.Ordinal);
    }

    [Fact]
    public void A_server_of_swagger_2_is_reported_at_its_key()
    {
        GeneratorRun run = GeneratorHost.Generate(
            new TestDocument(
                "/project/api.yaml",
                $"swagger: '2.0'\ninfo: {{ title: Sample, version: '1' }}\nschemes: [ https ]\nhost: a.example\nbasePath: \"/v1\\r\\nX\"\npaths:\n  {Good}"
            )
        );

        Single(run, "CFG1062", line: 5);
    }

    private static GeneratorRun Generate(string paths, string more = "") =>
        GeneratorHost.Generate(TestDocument.FromPaths(paths, more)).AssertCompiles();

    private static int GetLine(Diagnostic diagnostic) => diagnostic.Location.GetLineSpan().StartLinePosition.Line + 1;

    private static string Single(GeneratorRun run, string id, int line)
    {
        Diagnostic diagnostic = Assert.Single(run.Diagnostics);
        Assert.Equal((id, DiagnosticSeverity.Warning, line), (diagnostic.Id, diagnostic.DefaultSeverity, GetLine(diagnostic)));
        string message = diagnostic.GetMessage(CultureInfo.InvariantCulture);
        Assert.DoesNotContain(message, char.IsControl);
        return message;
    }

    private static void AssertWithout(GeneratorRun run, params string[] ids)
    {
        string code = string.Concat(run.Sources.Values);
        Assert.Contains("\"good\"", code, StringComparison.Ordinal);
        Assert.All(ids, id => Assert.DoesNotContain($"\"{id}\"", code, StringComparison.Ordinal));
    }

    private static string WithoutComments(string code) =>
        string.Concat(code.Split('\n').Where(l => !l.TrimStart().StartsWith("//", StringComparison.Ordinal)));
}
