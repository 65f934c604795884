using System.Globalization;
using CfGen.Generator.Tests.Hosting;
using Microsoft.CodeAnalysis;

namespace CfGen.Generator.Tests.Binding.Parameters;

/// <summary>The parameters that become options of the client, and those that stay with methods.</summary>
public class ClientParameterTests
{
    private const string Tenant = "{ name: X-Tenant, in: header, required: true, schema: { type: string } }";

    [Theory]
    [InlineData(Tenant, 2, false)]
    [InlineData(Tenant, 3, true)]
    [InlineData("{ name: x, in: query, required: true, schema: { type: string } }", 4, false)]
    [InlineData("{ name: x, in: query, required: true, schema: { type: string } }", 5, true)]
    [InlineData("{ name: x, in: query, schema: { type: string } }", 5, false)]
    [InlineData("{ name: x, in: cookie, required: true, schema: { type: string } }", 5, false)]
    [InlineData("{ name: Accept, in: header, required: true, schema: { type: string } }", 5, false)]
    // The only value is sent without being passed.
    [InlineData("{ name: v, in: header, required: true, schema: { type: string, enum: ['1'] } }", 5, false)]
    public void Required_headers_and_queries_of_every_operation_are_options(string parameter, int operations, bool isOption)
    {
        GeneratorRun run = GeneratorHost.Generate(CreateDocument(operations, _ => parameter)).AssertCompiles();

        Assert.Equal(isOption, GetOptions(run).Contains("GetClientParameter", StringComparison.Ordinal));
    }

    [Fact]
    public void An_operation_without_the_parameter_keeps_it_with_all_methods()
    {
        GeneratorRun run = GeneratorHost.Generate(CreateDocument(5, i => i == 4 ? "" : Tenant)).AssertCompiles();

        Assert.DoesNotContain("GetClientParameter", GetOptions(run), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(4)]
    public void An_operation_with_the_parameter_as_an_optional_one_keeps_it_with_all_methods(int optional)
    {
        string given = Tenant.Replace("required: true, ", "", StringComparison.Ordinal);
        GeneratorRun run = GeneratorHost.Generate(CreateDocument(5, i => i == optional ? given : Tenant)).AssertCompiles();

        Assert.DoesNotContain("GetClientParameter", GetOptions(run), StringComparison.Ordinal);
    }

    [Fact]
    public void The_selection_changes_nothing()
    {
        GeneratorRun run = GeneratorHost.Generate(CreateDocument(5, _ => Tenant).With("Operations", "id:op1")).AssertCompiles();
        GeneratorRun without = GeneratorHost
            .Generate(CreateDocument(5, i => i == 4 ? "" : Tenant).With("Operations", "id:op1"))
            .AssertCompiles();

        Assert.Contains("string? XTenant {", GetOptions(run), StringComparison.Ordinal);
        Assert.DoesNotContain("XTenant", GetOptions(without), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("none")]
    [InlineData("NONE")]
    public void None_turns_it_off(string value)
    {
        GeneratorRun run = GeneratorHost.Generate(CreateDocument(5, _ => Tenant).With("ClientParameters", value)).AssertCompiles();

        Assert.DoesNotContain("GetClientParameter", GetOptions(run), StringComparison.Ordinal);
    }

    [Fact]
    public void Different_schemas_stay_with_methods_and_are_reported()
    {
        TestDocument document = CreateDocument(4, i => i == 2 ? Tenant.Replace("string", "integer", StringComparison.Ordinal) : Tenant);
        GeneratorRun run = new GeneratorHost(document).WithReport().Run().AssertCompiles();
        GeneratorRun named = new GeneratorHost(document.With("ClientParameters", "xTenant")).WithReport().Run().AssertCompiles();

        Assert.DoesNotContain("GetClientParameter", GetOptions(run), StringComparison.Ordinal);
        Assert.Contains(
            "Inferred at #/paths: the header parameter 'X-Tenant' of 4 operations stays with their methods, since its schemas differ",
            GetReport(run)
        );
        // Of a parameter that the item names, the most common schema is the option's.
        Assert.Contains("string? XTenant {", GetOptions(named), StringComparison.Ordinal);
        Assert.Equal(
            [
                "Inferred at #/paths/~1p0/get/parameters/0: the parameter 'X-Tenant' is the option XTenant of the client",
                "Inferred at #/paths: the header parameter 'X-Tenant' of 1 operations stays with their methods, since its schemas differ",
            ],
            GetReport(named).Where(m => m.Contains("X-Tenant", StringComparison.Ordinal))
        );
    }

    [Fact]
    public void Descriptions_and_examples_do_not_make_schemas_different()
    {
        GeneratorRun run = GeneratorHost
            .Generate(
                CreateDocument(
                    3,
                    i =>
                        $"{{ name: X-Tenant, in: header, required: true, description: d{i}, schema: {{ type: string, example: e{i}, description: f{i} }} }}"
                )
            )
            .AssertCompiles();

        Assert.Contains("string? XTenant {", GetOptions(run), StringComparison.Ordinal);
    }

    [Fact]
    public void A_name_that_is_no_parameter_is_reported_at_the_item()
    {
        Diagnostic found = Assert.Single(
            GeneratorHost.Generate(CreateDocument(3, _ => Tenant).With("ClientParameters", "tenent;x_tenant")).Diagnostics
        );

        Assert.Equal(("CFG2060", DiagnosticSeverity.Warning), (found.Id, found.DefaultSeverity));
        Assert.StartsWith(
            "The name 'tenent' of ClientParameters is not that of a parameter",
            found.GetMessage(CultureInfo.InvariantCulture),
            StringComparison.Ordinal
        );
        Assert.Equal(11, found.Location.GetLineSpan().StartLinePosition.Line);
    }

    [Theory]
    [InlineData("{ type: array, items: { type: string } }", "_generic::IReadOnlyList<string>? Value {")]
    [InlineData("{ type: string, format: uuid }", "string? Value {")]
    [InlineData("{ type: string, enum: [a, b], default: a }", "SampleValue(\"a\")")]
    [InlineData("{ type: boolean, default: true }", "ClientParameter(\"Value\", null, true)")]
    [InlineData("{ type: string, default: 'a\"b' }", "ClientParameter(\"Value\", \"SAMPLE_VALUE\", \"a\\\"b\")")]
    [InlineData("{ type: object, properties: { a: { type: string } } }", "Value {")]
    public void Options_have_the_type_and_the_default_of_the_parameter(string schema, string expected)
    {
        GeneratorRun run = GeneratorHost
            .Generate(
                CreateDocument(3, i => $"{{ name: value, in: query, required: {(i > 0 ? "true" : "false")}, schema: {schema} }}")
                    .With("ClientParameters", "value")
            )
            .AssertCompiles();

        Assert.Contains(expected, GetOptions(run), StringComparison.Ordinal);
    }

    [Fact]
    public void Names_of_options_that_collide_are_apart()
    {
        GeneratorRun run = GeneratorHost
            .Generate(
                CreateDocument(
                    3,
                    _ =>
                        "{ name: timeout, in: header, required: true, schema: { type: string } }, { name: api_token, in: header, required: true, schema: { type: string } }, { name: ApiToken, in: header, required: true, schema: { type: integer } }"
                )
            )
            .AssertCompiles();

        string options = GetOptions(run);
        foreach (string name in (string[])["TimeoutParameter", "ApiTokenParameter", "ApiTokenParameter2"])
            Assert.Contains($"? {name} {{ get => GetClientParameter", options, StringComparison.Ordinal);
    }

    private static TestDocument CreateDocument(int operations, Func<int, string> getParameter) =>
        TestDocument.FromPaths(
            string.Join(
                '\n',
                Enumerable
                    .Range(0, operations)
                    .Select(i =>
                        $"/p{i}: {{ get: {{ operationId: op{i}, parameters: [{getParameter(i)}], responses: {{ '204': {{ description: ok }} }} }} }}"
                    )
            )
        );

    private static string GetOptions(GeneratorRun run) =>
        Assert.Single(run.Sources, s => s.Value.Contains("partial class SampleClientOptions", StringComparison.Ordinal)).Value;

    private static List<string> GetReport(GeneratorRun run) =>
        [.. run.Diagnostics.Where(d => d.Id == "CFG4001").Select(d => d.GetMessage(CultureInfo.InvariantCulture))];
}
