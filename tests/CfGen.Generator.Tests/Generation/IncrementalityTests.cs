using CfGen.Generator.Diagnostics;
using CfGen.Generator.Pipeline;
using Microsoft.CodeAnalysis;

namespace CfGen.Generator.Tests.Generation;

/// <summary>What an edit costs: by the driver's own account of each step, not by the clock.</summary>
public class IncrementalityTests
{
    private const string Scoring = "Acme.Cloudflare.RiskScoringResource.g.cs";
    private const string Behaviours = "Acme.Cloudflare.BehavioursResource.g.cs";
    private const string Integrations = "Acme.Cloudflare.IntegrationsResource.g.cs";

    private static readonly string[] s_steps = [Steps.Inputs, Steps.References, Steps.NamesFiles, Steps.Items, Steps.Clients, Steps.Namespaces, Steps.Owners, Steps.Units, Steps.Diagnostics];

    // Something is wrong in it, so that diagnostics have a place that moves.
    private static readonly Document s_flawed = Document.RiskScoring.Replace("operationId: reset-risk-score", "operationId: get-risk-score");

    [Fact]
    public void In_the_first_run_everything_is_new()
    {
        GeneratorRun run = new GeneratorHost(s_flawed).Run();

        Assert.NotEmpty(run.UnitOutputs);
        Assert.NotEmpty(run.DiagnosticOutputs);
        Assert.All(run.UnitOutputs.Values, reason => Assert.Equal(IncrementalStepRunReason.New, reason));
        Assert.All(run.DiagnosticOutputs, output => Assert.Equal(IncrementalStepRunReason.New, output.Reason));
        Assert.All(s_steps, name => Assert.All(run.Step(name), output => Assert.Equal(IncrementalStepRunReason.New, output.Reason)));
    }

    [Fact]
    public void A_second_run_is_cached()
    {
        GeneratorHost host = new(s_flawed);
        GeneratorRun first = host.Run();
        AssertCached(first, host.Run());
    }

    [Fact]
    public void An_edit_of_csharp_is_cached()
    {
        GeneratorHost host = new(s_flawed);
        GeneratorRun first = host.Run();
        AssertCached(first, host.EditCode("namespace Acme { internal static class Other { internal const int Answer = 42; } }").Run());
    }

    [Fact]
    public void Equal_options_are_cached()
    {
        GeneratorHost host = new(s_flawed);
        GeneratorRun first = host.Run();
        AssertCached(first, host.ReloadOptions().Run());
    }

    public static TheoryData<string, string, string> Cosmetics => new()
    {
        { "a comment at the end of a line", "openapi: 3.0.3\n", "openapi: 3.0.3 # the format\n" },
        { "a blank line that moves all below", "paths:\n", "\n\npaths:\n" },
        { "a comment line that moves all below", "paths:\n", "# Here they are.\npaths:\n" },
        { "a comment line within an operation", "      x-cfgen-name: zero_trust.risk_scoring.get\n", "      # as the SDKs name it\n      x-cfgen-name: zero_trust.risk_scoring.get\n" },
        { "quotes", "      operationId: get-risk-score\n", "      operationId: 'get-risk-score'\n" },
        { "spaces", "title: Cloudflare API", "title:   Cloudflare API  " },
    };

    [Theory]
    [MemberData(nameof(Cosmetics))]
    public void An_edit_of_looks_emits_nothing(string what, string old, string with)
    {
        GeneratorHost host = new(Document.RiskScoring);
        GeneratorRun first = host.Run();
        GeneratorRun second = host.Edit(Document.RiskScoring.Replace(old, with)).Run();

        AssertOnly(IncrementalStepRunReason.Modified, second.Step(Steps.Inputs));
        AssertDone(second.Step(Steps.Units));
        Assert.All(second.UnitOutputs, unit => Assert.True(unit.Value == IncrementalStepRunReason.Cached, $"{what}: {unit.Key} was {unit.Value}"));
        Assert.Equal(first.Sources, second.Sources);
    }

    [Fact]
    public void A_line_that_moves_takes_its_diagnostic_along_and_emits_nothing()
    {
        GeneratorHost host = new(s_flawed);
        int before = Line(Assert.Single(host.Run().Diagnostics));
        GeneratorRun second = host.Edit(s_flawed.Replace("paths:\n", "# Here they are.\npaths:\n")).Run();

        Assert.Equal(before + 1, Line(Assert.Single(second.Diagnostics)));
        Assert.Equal(IncrementalStepRunReason.Modified, Assert.Single(second.DiagnosticOutputs).Reason);
        Assert.All(second.UnitOutputs.Values, reason => Assert.Equal(IncrementalStepRunReason.Cached, reason));

        static int Line(Diagnostic diagnostic) => diagnostic.Location.GetLineSpan().StartLinePosition.Line;
    }

    public static TheoryData<string, string, string> Edits => new()
    {
        { "Clear the risk score of a specific user", "Clear the score of one user", Scoring },
        { "x-cfgen-name: zero_trust.risk_scoring.behaviours.update", "x-cfgen-name: zero_trust.risk_scoring.behaviours.set", Behaviours },
        { "Removes an integration; risk scores", "Forgets an integration; risk scores", Integrations },
        // Two resources use it, so it stands in the unit that both share.
        { "The id that the creator gave the integration.", "The creator's id of the integration.", "Acme.Cloudflare.Models.g.cs" },
        { "zero_trust.risk_scoring.integrations.references.get", "zero_trust.risk_scoring.integrations.references.find", "Acme.Cloudflare.ReferencesResource.g.cs" },
    };

    [Theory]
    [MemberData(nameof(Edits))]
    public void An_edit_of_one_operation_emits_its_unit_alone(string old, string with, string hintName)
    {
        GeneratorHost host = new(Document.RiskScoring);
        host.Run();
        GeneratorRun second = host.Edit(Document.RiskScoring.Replace(old, with)).Run();

        Assert.Equal([hintName], second.UnitOutputs.Where(u => u.Value != IncrementalStepRunReason.Cached).Select(u => u.Key));
        Assert.Equal(IncrementalStepRunReason.Modified, second.UnitOutputs[hintName]);
    }

    [Fact]
    public void A_unit_that_goes_is_removed_and_the_others_stay()
    {
        Document both = Document.OfPaths("/a: { get: { responses: { '200': { description: ok } } } }\n/b: { get: { responses: { '200': { description: ok } } } }");
        GeneratorHost host = new(both);
        GeneratorRun first = host.Run();
        GeneratorRun second = host.Edit(both.Replace("  /b: { get: { responses: { '200': { description: ok } } } }\n", "")).Run();

        Assert.Contains("Acme.Sample.BResource.g.cs", first.Sources.Keys);
        Assert.DoesNotContain("Acme.Sample.BResource.g.cs", second.Sources.Keys);
        Assert.Equal(IncrementalStepRunReason.Removed, second.UnitOutputs["Acme.Sample.BResource.g.cs"]);
        Assert.Equal(IncrementalStepRunReason.Cached, second.UnitOutputs["Acme.Sample.AResource.g.cs"]);
    }

    [Fact]
    public void An_edit_of_one_document_leaves_the_other_alone()
    {
        Document other = Document.OfPaths("/a: { get: { operationId: one, responses: { '200': { description: ok } } } }");
        GeneratorHost host = new(Document.RiskScoring, other);
        host.Run();
        GeneratorRun second = host.Edit(other.Replace("/a:", "/b:")).Run();

        Assert.Equal(
            [IncrementalStepRunReason.Unchanged, IncrementalStepRunReason.Modified],
            second.Step(Steps.Inputs).Select(o => o.Reason is IncrementalStepRunReason.Cached ? IncrementalStepRunReason.Unchanged : o.Reason));
        Assert.Equal([IncrementalStepRunReason.Cached, IncrementalStepRunReason.Modified], second.Step(Steps.Clients).Select(o => o.Reason));
        AssertDone(second.Step(Steps.Owners));
        Assert.All(
            second.UnitOutputs.Where(u => u.Key.StartsWith("Acme.Cloudflare.", StringComparison.Ordinal)),
            unit => Assert.Equal(IncrementalStepRunReason.Cached, unit.Value));
        Assert.Contains(second.UnitOutputs, u => u.Key.StartsWith("Acme.Sample.", StringComparison.Ordinal) && u.Value != IncrementalStepRunReason.Cached);
    }

    [Fact]
    public void An_edit_that_breaks_the_document_and_its_undoing_come_back_to_the_same_code()
    {
        GeneratorHost host = new(Document.Score);
        GeneratorRun first = host.Run();
        GeneratorRun broken = host.Edit(Document.Score.Replace("paths:\n", "paths: [\n")).Run();
        GeneratorRun mended = host.Edit(Document.Score).Run();

        Assert.Empty(broken.Sources);
        Assert.Equal("CFG0002", Assert.Single(broken.Diagnostics).Id);
        Assert.Equal(first.Sources, mended.Sources);
        Assert.Empty(mended.Diagnostics);
    }

    [Fact]
    public void A_file_that_is_not_declared_is_not_read()
    {
        Document undeclared = new("/project/notes.yaml", "nothing: [of ours");
        GeneratorRun run = new GeneratorHost(Document.Score).WithUndeclared(undeclared).Run();

        Assert.Single(run.Step(Steps.Inputs));
        run.AssertNoDiagnostics();
    }

    private static void AssertCached(GeneratorRun first, GeneratorRun second)
    {
        Assert.Equal(first.Sources, second.Sources);
        Assert.Equal(first.UnitOutputs.Count, second.UnitOutputs.Count);
        Assert.All(s_steps, name => AssertDone(second.Step(name)));
        Assert.All(second.UnitOutputs.Values, reason => Assert.Equal(IncrementalStepRunReason.Cached, reason));
        Assert.All(second.DiagnosticOutputs, output => Assert.Equal(IncrementalStepRunReason.Cached, output.Reason));
    }

    private static void AssertDone(IEnumerable<(object Value, IncrementalStepRunReason Reason)> outputs)
    {
        Assert.NotEmpty(outputs);
        Assert.All(outputs, o => Assert.True(o.Reason is IncrementalStepRunReason.Cached or IncrementalStepRunReason.Unchanged, $"{o.Reason}: {o.Value}"));
    }

    private static void AssertOnly(IncrementalStepRunReason reason, IEnumerable<(object Value, IncrementalStepRunReason Reason)> outputs) =>
        Assert.Equal(reason, Assert.Single(outputs).Reason);
}
