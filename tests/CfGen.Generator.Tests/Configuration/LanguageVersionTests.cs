using CfGen.Generator.Tests.Emission;
using CfGen.Generator.Tests.Hosting;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace CfGen.Generator.Tests.Configuration;

/// <summary>The version of C# that a project is compiled with.</summary>
public class LanguageVersionTests
{
    private static readonly TestDocument s_other = TestDocument.FromPaths(
        "/a: { get: { operationId: one, responses: { '200': { description: ok } } } }"
    );

    [Theory]
    [InlineData(LanguageVersion.CSharp12, true, "12.0, and generated code needs C# 13")]
    [InlineData(LanguageVersion.CSharp11, false, "11.0, and generated code needs C# 12")]
    [InlineData(LanguageVersion.CSharp7_3, false, "7.3, and generated code needs C# 12")]
    public void One_that_is_too_old_is_one_error_and_no_code(LanguageVersion version, bool isNet9, string text)
    {
        GeneratorRun run = new GeneratorHost(TestDocument.RiskScoring, s_other).WithLanguageVersion(version, isNet9).Run();

        Diagnostic error = Assert.Single(run.Diagnostics);
        Assert.Equal(("CFG2061", DiagnosticSeverity.Error), (error.Id, error.Severity));
        Assert.Contains(
            $"compiled as C# {text} or later",
            error.GetMessage(System.Globalization.CultureInfo.InvariantCulture),
            StringComparison.Ordinal
        );
        Assert.Empty(run.Sources);
    }

    [Theory]
    [InlineData(LanguageVersion.CSharp12, false)]
    [InlineData(LanguageVersion.CSharp13, true)]
    public void The_oldest_one_compiles_all_kinds_of_code(LanguageVersion version, bool isNet9)
    {
        foreach (TestDocument document in ContractDocuments.All)
        {
            new GeneratorHost(document).WithReferences(SdkPaths.Web).WithLanguageVersion(version, isNet9).Run().AssertCompiles();
        }
    }

    [Fact]
    public void A_project_without_items_gets_no_error() =>
        new GeneratorHost([]).WithLanguageVersion(LanguageVersion.CSharp9, isNet9: false).Run().AssertNoDiagnostics();
}
