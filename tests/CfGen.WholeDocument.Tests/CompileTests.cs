using System.Diagnostics;
using Microsoft.CodeAnalysis;
using Xunit.Abstractions;

namespace CfGen.WholeDocument.Tests;

/// <summary>
/// The whole document through one item, as the strictest consumer has it: nullable, warnings as errors, documentation checked.
/// </summary>
[Collection(CompiledDocumentGroup.Name)]
public class CompileTests(CompiledDocument document, ITestOutputHelper output)
{
    [Fact]
    public void The_compiler_reports_nothing()
    {
        if (!document.IsAvailable(output))
            return;
        Stopwatch clock = Stopwatch.StartNew();
        Assert.NotEmpty(document.Run.Sources);
        output.WriteLine(
            $"generated in {clock.ElapsedMilliseconds} ms: {document.Run.Sources.Count} texts, {document.Run.Sources.Values.Sum(s => (long)s.Length)} characters"
        );
        foreach (IGrouping<string, Diagnostic> told in document.Run.Diagnostics.GroupBy(d => d.Id).OrderBy(g => g.Key))
            output.WriteLine($"{told.Key}: {told.Count()}");
        clock.Restart();
        List<Diagnostic> said = [.. document.Run.CompilerDiagnostics];
        output.WriteLine($"compiled in {clock.ElapsedMilliseconds} ms");
        Assert.True(
            said.Count == 0,
            string.Join(
                '\n',
                said.GroupBy(d => d.Id).Select(g => $"{g.Key}: {g.Count()}\n  " + string.Join("\n  ", g.Take(8).Select(d => $"{d}")))
            )
        );
    }

    [Fact]
    public void No_type_name_ends_in_a_disambiguating_number()
    {
        if (!document.IsAvailable(output))
            return;
        HashSet<string> names = [.. document.Run.Output.GetSymbolsWithName(_ => true, SymbolFilter.Type).Select(t => t.Name)];
        Assert.True(names.Count > 1000);
        // Names of the document's own end in digits too, such as Ipv4 beside no Ipv.
        Assert.DoesNotContain(names, n => char.IsDigit(n[^1]) && n[^1] > '1' && !char.IsDigit(n[^2]) && names.Contains(n[..^1]));
    }

    [Fact]
    public void No_diagnostic_is_an_internal_error()
    {
        if (!document.IsAvailable(output))
            return;
        Assert.DoesNotContain(document.Run.Diagnostics, d => d.Id == "CFG0099");
        // The host makes errors of warnings; what counts is what the generator means by them.
        Assert.DoesNotContain(document.Run.Diagnostics, d => d.DefaultSeverity == DiagnosticSeverity.Error);
    }
}
