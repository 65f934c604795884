using CfGen.Benchmarks.Support;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace CfGen.Benchmarks;

/// <summary>
/// Compares what the generator does after a keystroke in one of 300 files of 300 lines, with <c>Emit="all"</c> and with <c>used</c>, for a
/// client of a whole document.
/// </summary>
internal static class KeystrokeComparison
{
    private const int Files = 300;
    private const int Lines = 300;

    public static void Run(string document)
    {
        Project.DocumentText text = new(document, File.ReadAllText(document));
        QuickComparison.Compare(
            "keystroke",
            ("all", CreateKeystrokes(text, emitsUsed: false)),
            ("used", CreateKeystrokes(text, emitsUsed: true))
        );
    }

    private static Action CreateKeystrokes(AdditionalText document, bool emitsUsed)
    {
        CSharpCompilation compilation = Project.CompileTrees(
            Enumerable.Range(0, Files).Select(i => Project.ParseFile(i, Lines, 0, emitsUsed))
        );
        CSharpCompilation[] edits =
        [
            .. Enumerable
                .Range(1, 64)
                .Select(n => compilation.ReplaceSyntaxTree(compilation.SyntaxTrees[0], Project.ParseFile(0, Lines, n, emitsUsed))),
        ];
        GeneratorDriver driver = Project.CreateDriver(document, emitsUsed).RunGenerators(compilation);
        int edit = 0;
        return () => QuickComparison.Keep(driver = driver.RunGenerators(edits[edit++ % edits.Length]));
    }
}
