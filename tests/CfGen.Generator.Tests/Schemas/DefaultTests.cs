using System.Globalization;
using CfGen.Generator.Tests.Hosting;
using Microsoft.CodeAnalysis;

namespace CfGen.Generator.Tests.Schemas;

/// <summary>Defaults are told to people; such as no value of their schema are not, and that is said.</summary>
public class DefaultTests
{
    [Theory]
    [InlineData("type: integer, default: 20", "20")]
    [InlineData("type: integer, default: 1.0", "1.0")]
    [InlineData("type: number, default: 0.5", "0.5")]
    [InlineData("type: boolean, default: false", "false")]
    [InlineData("type: string, default: ''", "\"\"")]
    [InlineData("type: string, default: 'é <b>'", "\"é &lt;b&gt;\"")]
    [InlineData("type: string, enum: [asc, desc], default: asc", "\"asc\"")]
    [InlineData("type: array, items: { type: string }, default: [a]", "[\"a\"]")]
    [InlineData("default: 7", "7")]
    [InlineData("default: { b: [{ z: null, y: 1.50 }], a: é }", "{\"a\":\"é\",\"b\":[{\"y\":1.50,\"z\":null}]}")]
    [InlineData("allOf: [{ type: integer, default: 1 }], default: 2", "2")]
    [InlineData("allOf: [{ $ref: '#/components/schemas/size' }]", "50")]
    // As the values of an enum are compared.
    [InlineData("type: string, enum: [1, 2], default: '1'", "\"1\"")]
    [InlineData("type: integer, enum: [1, 2], default: 1.0", "1.0")]
    public void Defaults_of_properties_and_parameters_are_documented(string schema, string shown)
    {
        (string code, IReadOnlyList<Diagnostic> said) = Generate(schema);

        Assert.Contains($"""<summary>How many. Default: {shown}.</summary>""", code, StringComparison.Ordinal);
        Assert.Contains($"""<summary>Of them. Default: {shown}.</summary>""", code, StringComparison.Ordinal);
        Assert.DoesNotContain(said, IsDefaultMismatch);
    }

    [Theory]
    [InlineData("type: integer, default: '20'", "CFG1009", "The default value \"20\" at ", " is not of type integer. The default is")]
    [InlineData("type: integer, default: 1.5", "CFG1009", "The default value 1.5 at ", " is not of type integer. The default is")]
    [InlineData("type: boolean, default: 'true'", "CFG1009", "The default value \"true\" at ", " is not of type boolean. The default is")]
    [InlineData("type: string, default: null", "CFG1025", "The default value null at ", " belongs to a schema that is not nullable.")]
    [InlineData("type: string, enum: [a, b], default: up", "CFG1026", "The default value \"up\" at ", " is not in the enum of its schema.")]
    public void A_default_that_breaks_its_schema_is_ignored_and_reported(string schema, string id, string start, string mismatch)
    {
        (string code, IReadOnlyList<Diagnostic> said) = Generate(schema);

        Assert.DoesNotContain("Default:", code, StringComparison.Ordinal);
        List<Diagnostic> wrong = [.. said.Where(IsDefaultMismatch)];
        Assert.Equal(2, wrong.Count);
        Assert.All(
            wrong,
            d =>
            {
                string message = d.GetMessage(CultureInfo.InvariantCulture);
                Assert.Equal(id, d.Id);
                Assert.StartsWith(start, message, StringComparison.Ordinal);
                Assert.Contains(mismatch, message, StringComparison.Ordinal);
                Assert.Contains("The default is left out of the documentation; ", message, StringComparison.Ordinal);
                Assert.Equal(DiagnosticSeverity.Info, d.DefaultSeverity);
                Assert.NotEqual(Location.None, d.Location);
            }
        );
    }

    [Theory]
    [InlineData("type: string, nullable: true, default: null")]
    [InlineData("type: string, default: 'a text that is so long that nobody wants to have it in a sentence about something else'")]
    public void A_default_without_a_meaning_is_not_documented(string schema)
    {
        (string code, IReadOnlyList<Diagnostic> said) = Generate(schema);

        Assert.DoesNotContain("Default:", code, StringComparison.Ordinal);
        Assert.DoesNotContain(said, IsDefaultMismatch);
    }

    [Theory]
    [InlineData("array", 0)]
    [InlineData("integer", 2)]
    public void A_deeply_nested_default_is_handled(string type, int wrong)
    {
        (string code, IReadOnlyList<Diagnostic> said) = Generate(
            $"type: {type}, items: {{}}, default: {new string('[', 200)}{new string(']', 200)}"
        );

        Assert.DoesNotContain("Default:", code, StringComparison.Ordinal);
        Assert.Equal(wrong, said.Count(d => d.Id == "CFG1009"));
        Assert.DoesNotContain(said, d => d.Id == "CFG0099");
    }

    [Fact]
    public void Types_that_differ_only_in_defaults_are_shared_without_defaults()
    {
        string Body(int a, int b) =>
            $"requestBody: {{ content: {{ application/json: {{ schema: {{ type: object, properties: {{ settings: {{ type: object, properties: {{ ttl: {{ type: integer, default: {a} }}, size: {{ type: integer, default: {b} }} }} }} }} }} }} }} }}, responses: {{ '204': {{ description: ok }} }}";
        GeneratorRun run = GeneratorHost.Generate(
            TestDocument.FromPaths($"/things: {{ post: {{ {Body(60, 5)} }}, put: {{ {Body(300, 5)} }} }}")
        );

        string code = string.Concat(run.Sources.Values);
        Assert.Single(run.Output.GetSymbolsWithName(n => n.EndsWith("Settings", StringComparison.Ordinal), SymbolFilter.Type));
        Assert.Contains("Default: 5.", code, StringComparison.Ordinal);
        Assert.DoesNotContain("Default: 60.", code, StringComparison.Ordinal);
        Assert.DoesNotContain("Default: 300.", code, StringComparison.Ordinal);
    }

    [Fact]
    public void A_default_beside_a_reference_and_a_const_are_documented()
    {
        GeneratorRun run = GeneratorHost.Generate(
            new TestDocument(
                "/project/api.yaml",
                """
                openapi: 3.1.0
                info: { title: Sample, version: '1' }
                paths:
                  /a:
                    get:
                      parameters:
                        - { name: n, in: query, description: How many, schema: { $ref: '#/components/schemas/size', default: 20 } }
                        - { name: m, in: query, description: Whether, schema: { type: boolean, const: true, default: true } }
                      responses: { '204': { description: ok } }
                components: { schemas: { size: { type: integer, default: 50 } } }
                """
            )
        );

        Assert.Contains("How many. Default: 20.", string.Concat(run.Sources.Values), StringComparison.Ordinal);
        Assert.Contains("Whether. The only value: true.", string.Concat(run.Sources.Values), StringComparison.Ordinal);
        Assert.DoesNotContain(run.Diagnostics, IsDefaultMismatch);
    }

    [Fact]
    public void An_invalid_default_of_a_shared_schema_is_reported_once()
    {
        GeneratorRun run = GeneratorHost.Generate(
            TestDocument.FromPaths(
                "/a: { get: { parameters: [{ $ref: '#/components/parameters/n' }], responses: { '204': { description: ok } } } }\n/b: { get: { parameters: [{ $ref: '#/components/parameters/n' }], responses: { '204': { description: ok } } } }",
                "components: { parameters: { n: { name: n, in: query, schema: { type: integer, default: many } } } }"
            )
        );

        Assert.Single(run.Diagnostics, d => d.Id == "CFG1009");
    }

    private static bool IsDefaultMismatch(Diagnostic diagnostic) => diagnostic.Id is "CFG1009" or "CFG1025" or "CFG1026";

    private static (string Code, IReadOnlyList<Diagnostic> Said) Generate(string schema)
    {
        GeneratorRun run = GeneratorHost.Generate(
            TestDocument.FromPaths(
                $$"""
                /a:
                  get:
                    parameters: [{ name: n, in: query, description: How many, schema: { {{schema}} } }]
                    responses: { '200': { description: ok, content: { application/json: { schema: { type: object, properties: { m: { description: Of them, {{schema}} } } } } } } }
                """,
                "components: { schemas: { size: { type: integer, default: 50 } } }"
            )
        );
        Assert.Empty(run.CompilerDiagnostics);
        return (string.Concat(run.Sources.Values), run.Diagnostics);
    }
}
