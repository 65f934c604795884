using System.Globalization;
using CfGen.Generator.Tests.Hosting;
using Microsoft.CodeAnalysis;

namespace CfGen.Generator.Tests.Diagnostics;

/// <summary>A mistake that is everywhere in a document does not hide the others.</summary>
public class DiagnosticLimitTests
{
    [Theory]
    [InlineData("summry: x", "CFG1003", "CFG1131", "notes")]
    [InlineData("deprecated: 7", "CFG0010", "CFG1130", "warnings")]
    public void The_hundred_first_diagnostics_of_an_id_are_shown_and_the_rest_is_counted(string fault, string id, string rest, string kind)
    {
        TestDocument document = CreateDocument(fault, 130);
        GeneratorRun run = GeneratorHost.Generate(document);

        Assert.Equal(100, run.Diagnostics.Count(d => d.Id == id));
        Diagnostic counted = Assert.Single(run.Diagnostics, d => d.Id != id);
        Assert.Equal(rest, counted.Id);
        Assert.Contains($"has 30 more {kind} of the kind {id}", counted.GetMessage(CultureInfo.InvariantCulture), StringComparison.Ordinal);
        Assert.Equal(103, counted.Location.GetLineSpan().StartLinePosition.Line);
    }

    [Fact]
    public void The_report_has_all()
    {
        GeneratorRun notes = new GeneratorHost(CreateDocument("summry: x", 130)).WithReport().Run();
        GeneratorRun warnings = new GeneratorHost(CreateDocument("deprecated: 7", 130)).WithReport().Run();

        Assert.Equal(130, notes.Diagnostics.Count(d => d.Id == "CFG4002"));
        Assert.Equal(30, warnings.Diagnostics.Count(d => d.Id == "CFG4002"));
        Assert.EndsWith(
            "Diagnostics: CFG0010 130.",
            Assert.Single(warnings.Diagnostics, d => d.Id == "CFG4004").GetMessage(CultureInfo.InvariantCulture),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void A_hundred_diagnostics_are_all_shown()
    {
        GeneratorRun run = GeneratorHost.Generate(CreateDocument("summry: x", 100));

        Assert.Equal(100, run.Diagnostics.Length);
        Assert.All(run.Diagnostics, d => Assert.Equal("CFG1003", d.Id));
    }

    private static TestDocument CreateDocument(string fault, int count) =>
        TestDocument.FromPaths(
            string.Join(
                '\n',
                Enumerable
                    .Range(0, count)
                    .Select(i => $"/p{i}: {{ get: {{ operationId: o{i}, {fault}, responses: {{ '204': {{ description: ok }} }} }} }}")
            )
        );
}
