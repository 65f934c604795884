using System.Globalization;
using CfGen.Generator.Tests.Hosting;
using Microsoft.CodeAnalysis;

namespace CfGen.Generator.Tests.Documents;

/// <summary>
/// The diagnostics of documents with a bad spot, at its value. Warnings are errors in these projects. That the rest is called is tested
/// over the wire, in CfGen.Cases.Tests.
/// </summary>
public class CaseDiagnosticTests
{
    [Theory]
    [InlineData("deep-references.json", "Error CFG0005 (14,147)", "Error CFG0005 (15,155)")]
    [InlineData("required-among-properties.yaml", "Error CFG0010 (19,9)")]
    [InlineData("circular-format.yaml", "Error CFG0010 (11,5)", "Info CFG1005 (16,32)", "Info CFG1005 (16,75)")]
    [InlineData("method-in-upper-case.json", "Info CFG1113 (9,7)")]
    [InlineData("path-without-slash.json", "Info CFG1114 (8,5)")]
    [InlineData("servers-of-texts.json", "Info CFG1111 (26,5)")]
    [InlineData("server-variable-text.json", "Info CFG1111 (29,19)")]
    [InlineData("legacy-host-port.json", "Error CFG1110 (7,11)")]
    [InlineData("type-list.json")]
    [InlineData("aspnet-shop.json", "Info CFG1015 (606,15)", "Info CFG1015 (679,15)")]
    public void A_bad_spot_is_reported_at_its_value(string file, params string[] expected)
    {
        string path = Path.Combine(SharedData.RepositoryRoot, "tests", "CfGen.Cases.Tests", "Documents", file);

        GeneratorRun run = GeneratorHost.Generate(new TestDocument("/project/" + file, File.ReadAllText(path))).AssertCompiles();

        Assert.Equal(expected, run.Diagnostics.Select(Format).Order(StringComparer.Ordinal));
        Assert.Contains("[_cfgen::ApiOperation(", string.Concat(run.Sources.Values), StringComparison.Ordinal);
    }

    private static string Format(Diagnostic diagnostic)
    {
        FileLinePositionSpan span = diagnostic.Location.GetLineSpan();
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{diagnostic.Severity} {diagnostic.Id} ({span.StartLinePosition.Line + 1},{span.StartLinePosition.Character + 1})"
        );
    }
}
