using CfGen.Generator.Tests.Hosting;
using Microsoft.CodeAnalysis;

namespace CfGen.Generator.Tests;

/// <summary>Work after an edit, by the steps that the driver runs again.</summary>
public class IncrementalityTests
{
    private const string Scoring = "Acme.Cloudflare.RiskScoringResource.g.cs";
    private const string Behaviours = "Acme.Cloudflare.BehavioursResource.g.cs";
    private const string Integrations = "Acme.Cloudflare.IntegrationsResource.g.cs";

    private static readonly string[] s_steps =
    [
        Steps.Inputs,
        Steps.References,
        Steps.NamesFiles,
        Steps.Overlays,
        Steps.Listings,
        Steps.Items,
        Steps.Clients,
        Steps.Namespaces,
        Steps.Owners,
        Steps.Project,
        Steps.Units,
        Steps.Diagnostics,
    ];

    // Something is wrong in it, so that diagnostics have a place that moves.
    private static readonly TestDocument s_flawed = TestDocument.RiskScoring.Replace(
        "operationId: reset-risk-score",
        "operationId: get-risk-score"
    );

    [Fact]
    public void The_first_run_emits_everything()
    {
        GeneratorRun run = new GeneratorHost(s_flawed).Run();

        Assert.NotEmpty(run.SourceOutputs);
        Assert.NotEmpty(run.DiagnosticOutputs);
        Assert.All(run.SourceOutputs.Values, reason => Assert.Equal(IncrementalStepRunReason.New, reason));
        Assert.All(run.DiagnosticOutputs, output => Assert.Equal(IncrementalStepRunReason.New, output.Reason));
        Assert.All(
            s_steps,
            name => Assert.All(run.GetStepOutputs(name), output => Assert.Equal(IncrementalStepRunReason.New, output.Reason))
        );
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

    [Fact]
    public void A_package_that_is_added_emits_only_the_registration()
    {
        GeneratorHost host = new(TestDocument.RiskScoring);
        GeneratorRun first = host.Run();
        GeneratorRun second = host.WithReferences(SdkPaths.Web).Run();
        GeneratorRun third = host.EditCode("namespace Acme { internal static class Other { } }").Run();
        GeneratorRun last = host.WithReferences(SdkPaths.All).Run();

        const string Registration = "Acme.Cloudflare.CloudflareClient.DependencyInjection.g.cs";
        Assert.Equal([Registration], second.Sources.Keys.Except(first.Sources.Keys));
        Assert.Equal(
            [(Registration, IncrementalStepRunReason.New)],
            second.SourceOutputs.Where(u => u.Value != IncrementalStepRunReason.Cached).Select(u => (u.Key, u.Value))
        );
        AssertCompleted(second.GetStepOutputs(Steps.Clients));
        Assert.Equal(second.Sources, third.Sources);
        Assert.All(third.SourceOutputs.Values, reason => Assert.Equal(IncrementalStepRunReason.Cached, reason));
        Assert.Equal(first.Sources, last.Sources);
        Assert.Equal(IncrementalStepRunReason.Removed, last.SourceOutputs[Registration]);
    }

    [Theory]
    [InlineData("Clear the risk score of a specific user", "Clear the score of one user", false)]
    [InlineData("  title: Cloudflare API", "  title: Cloudflare Edge API", true)]
    public void An_edit_emits_the_registration_only_if_it_changes_the_client(string old, string with, bool isEmitted)
    {
        GeneratorHost host = new GeneratorHost(TestDocument.RiskScoring).WithReferences(SdkPaths.Web);
        host.Run();
        GeneratorRun second = host.Edit(TestDocument.RiskScoring.Replace(old, with)).Run();

        IncrementalStepRunReason reason = second
            .SourceOutputs.Single(u => u.Key.EndsWith(".DependencyInjection.g.cs", StringComparison.Ordinal))
            .Value;
        Assert.Equal(isEmitted, reason != IncrementalStepRunReason.Cached);
    }

    public static TheoryData<string, string, string> Cosmetics =>
        new()
        {
            { "a comment at the end of a line", "openapi: 3.0.3\n", "openapi: 3.0.3 # the format\n" },
            { "a blank line that moves all below", "paths:\n", "\n\npaths:\n" },
            { "a comment line that moves all below", "paths:\n", "# Here they are.\npaths:\n" },
            {
                "a comment line within an operation",
                "      x-cfgen-name: zero_trust.risk_scoring.get\n",
                "      # as the SDKs name it\n      x-cfgen-name: zero_trust.risk_scoring.get\n"
            },
            { "quotes", "      operationId: get-risk-score\n", "      operationId: 'get-risk-score'\n" },
            { "spaces", "title: Cloudflare API", "title:   Cloudflare API  " },
        };

    [Theory]
    [MemberData(nameof(Cosmetics))]
    public void A_cosmetic_edit_emits_nothing(string what, string old, string with)
    {
        GeneratorHost host = new(TestDocument.RiskScoring);
        GeneratorRun first = host.Run();
        GeneratorRun second = host.Edit(TestDocument.RiskScoring.Replace(old, with)).Run();

        AssertOnly(IncrementalStepRunReason.Modified, second.GetStepOutputs(Steps.Inputs));
        AssertCompleted(second.GetStepOutputs(Steps.Units));
        Assert.All(
            second.SourceOutputs,
            unit => Assert.True(unit.Value == IncrementalStepRunReason.Cached, $"{what}: {unit.Key} was {unit.Value}")
        );
        Assert.Equal(first.Sources, second.Sources);
    }

    [Fact]
    public void A_moved_line_moves_its_diagnostic_and_emits_nothing()
    {
        GeneratorHost host = new(s_flawed);
        int before = Line(Assert.Single(host.Run().Diagnostics));
        GeneratorRun second = host.Edit(s_flawed.Replace("paths:\n", "# Here they are.\npaths:\n")).Run();

        Assert.Equal(before + 1, Line(Assert.Single(second.Diagnostics)));
        Assert.Equal(IncrementalStepRunReason.Modified, Assert.Single(second.DiagnosticOutputs).Reason);
        Assert.All(second.SourceOutputs.Values, reason => Assert.Equal(IncrementalStepRunReason.Cached, reason));

        static int Line(Diagnostic diagnostic) => diagnostic.Location.GetLineSpan().StartLinePosition.Line;
    }

    public static TheoryData<string, string, string> Edits =>
        new()
        {
            { "Clear the risk score of a specific user", "Clear the score of one user", Scoring },
            {
                "x-cfgen-name: zero_trust.risk_scoring.behaviours.update",
                "x-cfgen-name: zero_trust.risk_scoring.behaviours.set",
                Behaviours
            },
            { "Removes an integration; risk scores", "Forgets an integration; risk scores", Integrations },
            // Two resources use it, so it stands in the unit that both share.
            { "The id that the creator gave the integration.", "The creator's id of the integration.", "Acme.Cloudflare.Models.g.cs" },
            {
                "zero_trust.risk_scoring.integrations.references.get",
                "zero_trust.risk_scoring.integrations.references.find",
                "Acme.Cloudflare.ReferencesResource.g.cs"
            },
        };

    [Theory]
    [MemberData(nameof(Edits))]
    public void An_edit_of_one_operation_emits_only_its_file(string old, string with, string hintName)
    {
        GeneratorHost host = new(TestDocument.RiskScoring);
        host.Run();
        GeneratorRun second = host.Edit(TestDocument.RiskScoring.Replace(old, with)).Run();

        Assert.Equal([hintName], second.SourceOutputs.Where(u => u.Value != IncrementalStepRunReason.Cached).Select(u => u.Key));
        Assert.Equal(IncrementalStepRunReason.Modified, second.SourceOutputs[hintName]);
    }

    [Fact]
    public void A_removed_resource_removes_only_its_file()
    {
        TestDocument both = TestDocument.FromPaths(
            "/a: { get: { responses: { '200': { description: ok } } } }\n/b: { get: { responses: { '200': { description: ok } } } }"
        );
        GeneratorHost host = new(both);
        GeneratorRun first = host.Run();
        GeneratorRun second = host.Edit(both.Replace("  /b: { get: { responses: { '200': { description: ok } } } }\n", "")).Run();

        Assert.Contains("Acme.Sample.BResource.g.cs", first.Sources.Keys);
        Assert.DoesNotContain("Acme.Sample.BResource.g.cs", second.Sources.Keys);
        Assert.Equal(IncrementalStepRunReason.Removed, second.SourceOutputs["Acme.Sample.BResource.g.cs"]);
        Assert.Equal(IncrementalStepRunReason.Cached, second.SourceOutputs["Acme.Sample.AResource.g.cs"]);
    }

    [Fact]
    public void An_edit_of_one_document_does_not_regenerate_another()
    {
        TestDocument other = TestDocument.FromPaths("/a: { get: { operationId: one, responses: { '200': { description: ok } } } }");
        GeneratorHost host = new(TestDocument.RiskScoring, other);
        host.Run();
        GeneratorRun second = host.Edit(other.Replace("/a:", "/b:")).Run();

        Assert.Equal(
            [IncrementalStepRunReason.Unchanged, IncrementalStepRunReason.Modified],
            second
                .GetStepOutputs(Steps.Inputs)
                .Select(o => o.Reason is IncrementalStepRunReason.Cached ? IncrementalStepRunReason.Unchanged : o.Reason)
        );
        Assert.Equal(
            [IncrementalStepRunReason.Cached, IncrementalStepRunReason.Modified],
            second.GetStepOutputs(Steps.Clients).Select(o => o.Reason)
        );
        AssertCompleted(second.GetStepOutputs(Steps.Owners));
        Assert.All(
            second.SourceOutputs.Where(u => u.Key.StartsWith("Acme.Cloudflare.", StringComparison.Ordinal)),
            unit => Assert.Equal(IncrementalStepRunReason.Cached, unit.Value)
        );
        Assert.Contains(
            second.SourceOutputs,
            u => u.Key.StartsWith("Acme.Sample.", StringComparison.Ordinal) && u.Value != IncrementalStepRunReason.Cached
        );
    }

    [Fact]
    public void A_broken_document_that_is_restored_gives_the_same_code()
    {
        GeneratorHost host = new(TestDocument.Score);
        GeneratorRun first = host.Run();
        GeneratorRun broken = host.Edit(TestDocument.Score.Replace("paths:\n", "paths: [\n")).Run();
        GeneratorRun mended = host.Edit(TestDocument.Score).Run();

        Assert.Empty(broken.Sources);
        Assert.Equal("CFG0002", Assert.Single(broken.Diagnostics).Id);
        Assert.Equal(first.Sources, mended.Sources);
        Assert.Empty(mended.Diagnostics);
    }

    [Fact]
    public void An_undeclared_file_is_not_read()
    {
        TestDocument undeclared = new("/project/notes.yaml", "nothing: [of ours");
        GeneratorRun run = new GeneratorHost(TestDocument.Score).WithUndeclared(undeclared).Run();

        Assert.Single(run.GetStepOutputs(Steps.Inputs));
        run.AssertNoDiagnostics();
    }

    private static void AssertCached(GeneratorRun first, GeneratorRun second)
    {
        Assert.Equal(first.Sources, second.Sources);
        Assert.Equal(first.SourceOutputs.Count, second.SourceOutputs.Count);
        Assert.All(s_steps, name => AssertCompleted(second.GetStepOutputs(name)));
        Assert.All(second.SourceOutputs.Values, reason => Assert.Equal(IncrementalStepRunReason.Cached, reason));
        Assert.All(second.DiagnosticOutputs, output => Assert.Equal(IncrementalStepRunReason.Cached, output.Reason));
    }

    private static void AssertCompleted(IEnumerable<(object Value, IncrementalStepRunReason Reason)> outputs)
    {
        Assert.NotEmpty(outputs);
        Assert.All(
            outputs,
            o => Assert.True(o.Reason is IncrementalStepRunReason.Cached or IncrementalStepRunReason.Unchanged, $"{o.Reason}: {o.Value}")
        );
    }

    private static void AssertOnly(IncrementalStepRunReason reason, IEnumerable<(object Value, IncrementalStepRunReason Reason)> outputs) =>
        Assert.Equal(reason, Assert.Single(outputs).Reason);
}
