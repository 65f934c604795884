using CfGen.Generator.Tests.Hosting;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Testing;
using Microsoft.CodeAnalysis.Testing;
using Microsoft.CodeAnalysis.Text;

namespace CfGen.Generator.Tests.Emission;

/// <summary>
/// The emitted text itself, byte for byte, for one small client; it is there to be read. What has to hold of all emitted code is
/// asserted by name elsewhere.
/// To take a change over: <c>CFGEN_UPDATE_SNAPSHOTS=1 dotnet test tests/CfGen.Generator.Tests --filter SnapshotTests</c> writes the
/// files under Emission/Snapshots anew (and passes); then read the difference and commit it with the change that made it.
/// </summary>
public class SnapshotTests
{
    private static bool Updating => Environment.GetEnvironmentVariable("CFGEN_UPDATE_SNAPSHOTS") == "1";

    [Fact]
    public async Task The_risk_scoring_client_matches_its_snapshot()
    {
        string folder = GetFolder();
        GeneratorRun run = GeneratorHost.Generate(TestDocument.Score).AssertCompiles();
        if (Updating)
            UpdateSnapshots(folder, run);

        // The official harness runs the generator its own way: workspace, options from an editorconfig, all trees and diagnostics compared.
        CSharpSourceGeneratorTest<OpenApiClientGenerator, DefaultVerifier> test = new()
        {
            ReferenceAssemblies = new ReferenceAssemblies("net10.0"),
            TestCode = "namespace Acme { internal static class Program { } }",
        };
        test.SolutionTransforms.Add(
            (solution, project) =>
                solution.WithProjectParseOptions(project, ConsumerOptions.Parsing).WithProjectMetadataReferences(project, SdkPaths.All)
        );
        test.TestState.AdditionalFiles.Add((TestDocument.Score.Path, SourceText.From(TestDocument.Score.Text, System.Text.Encoding.UTF8)));
        test.TestState.AnalyzerConfigFiles.Add(("/.globalconfig", GlobalConfig(TestDocument.Score)));
        foreach (string file in GetSnapshots(folder))
            test.TestState.GeneratedSources.Add(
                (
                    typeof(OpenApiClientGenerator),
                    Path.GetFileName(file),
                    SourceText.From(await File.ReadAllTextAsync(file), System.Text.Encoding.UTF8, SourceHashAlgorithm.Sha256)
                )
            );
        await test.RunAsync();
    }

    [Fact]
    public void Snapshots_are_utf8_without_byte_order_mark_and_with_line_feeds()
    {
        string folder = GetFolder();
        GeneratorRun run = GeneratorHost.Generate(TestDocument.Score);

        Assert.Equal(run.Sources.Keys.Order(StringComparer.Ordinal), GetSnapshots(folder).Select(Path.GetFileName));
        foreach ((string hintName, string code) in run.Sources)
        {
            Assert.Equal(System.Text.Encoding.UTF8.GetBytes(code), File.ReadAllBytes(Path.Combine(folder, hintName)));
            Assert.DoesNotContain('\r', code);
            Assert.DoesNotContain('\t', code);
            Assert.DoesNotContain(" \n", code, StringComparison.Ordinal);
            Assert.EndsWith("}\n", code, StringComparison.Ordinal);
        }
    }

    private static string GlobalConfig(TestDocument document) =>
        $"is_global = true\nbuild_property.RootNamespace = {GeneratorHost.RootNamespace}\n\n[{document.Path}]\n"
        + string.Join('\n', ProjectOptions.GetItemMetadata(document).Select(o => $"{o.Key} = {o.Value}"));

    private static void UpdateSnapshots(string folder, GeneratorRun run)
    {
        foreach (string file in GetSnapshots(folder))
            File.Delete(file);
        foreach ((string hintName, string code) in run.Sources)
            File.WriteAllText(Path.Combine(folder, hintName), code);
    }

    private static IEnumerable<string> GetSnapshots(string folder) =>
        Directory.EnumerateFiles(Directory.CreateDirectory(folder).FullName, "*.g.cs").Order(StringComparer.Ordinal);

    // Of the source tree, not of the output: what is written here is committed.
    private static string GetFolder() => Path.Combine(SharedData.RepositoryRoot, "tests", "CfGen.Generator.Tests", "Emission", "Snapshots");
}
