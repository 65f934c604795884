using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;

namespace CfGen.Generator.Tests.Hosting;

/// <summary>The compiler's options of the strictest consumer: warnings as errors, nullable, and documentation (CS1591).</summary>
internal static class ConsumerOptions
{
    // The SDK defines this symbol and others for the framework of a project.
    public static CSharpParseOptions Parsing { get; } =
        new(LanguageVersion.Latest, DocumentationMode.Diagnose, preprocessorSymbols: ["NET9_0_OR_GREATER"]);

    // CS1701/2: the SDK turns these off for everybody.
    public static CSharpCompilationOptions Compilation { get; } =
        new(
            OutputKind.DynamicallyLinkedLibrary,
            generalDiagnosticOption: ReportDiagnostic.Error,
            nullableContextOptions: NullableContextOptions.Enable,
            specificDiagnosticOptions: new Dictionary<string, ReportDiagnostic>
            {
                ["CS1701"] = ReportDiagnostic.Suppress,
                ["CS1702"] = ReportDiagnostic.Suppress,
            }
        );

    /// <summary>Creates the project of a consumer, without generated code.</summary>
    public static CSharpCompilation CreateProject() =>
        CSharpCompilation.Create(
            "Consumer",
            [Parse("namespace Acme { internal static class Program { } }", "Program.cs")],
            SdkPaths.All,
            Compilation
        );

    public static SyntaxTree Parse(string code, string path) =>
        CSharpSyntaxTree.ParseText(SourceText.From(code, System.Text.Encoding.UTF8), Parsing, path);
}
