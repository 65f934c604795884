using System.Globalization;
using System.Text;
using CfGen.Benchmarks.Support;
using Microsoft.CodeAnalysis;

namespace CfGen.Benchmarks;

/// <summary>Prints the size of the emitted code and of what it compiles to.</summary>
internal static class EmittedCodeSize
{
    public static void Print()
    {
        Project project = new();
        GeneratorDriverRunResult result = project.CreateDriver().RunGenerators(project.Compilation).GetRunResult();
        string[] texts = [.. result.GeneratedTrees.Select(t => t.ToString())];
        int operations = texts
            .SelectMany(t => t.Split('\n'))
            .Select(l => l.Trim())
            .Where(l => l.StartsWith("[_cfgen::ApiOperation(", StringComparison.Ordinal))
            .Distinct()
            .Count();
        string[] lines = [.. texts.SelectMany(t => t.Split('\n'))];
        int code = lines.Count(l => l.Trim() is { Length: > 0 } line && !line.StartsWith("//", StringComparison.Ordinal));
        long with = Project.Emit(Project.Compile(texts));
        long without = Project.Emit(Project.Compile([]));
        PrintRow("", "all", "an operation");
        PrintRow("---", "---:", "---:");
        PrintRow("texts", texts.Length, null);
        PrintRow("lines", lines.Length, (double)lines.Length / operations);
        PrintRow("of these neither blank nor comment", code, (double)code / operations);
        PrintRow("characters", texts.Sum(t => t.Length), (double)texts.Sum(t => t.Length) / operations);
        PrintRow("bytes of assembly, as emitted", with - without, (double)(with - without) / operations);
    }

    private static void PrintRow(string name, long all, double? each) =>
        PrintRow(name, all.ToString("N0", CultureInfo.InvariantCulture), each?.ToString("N0", CultureInfo.InvariantCulture) ?? "");

    private static void PrintRow(string name, string all, string each) =>
        Console.Out.WriteLine(new StringBuilder("| ").Append(name).Append(" | ").Append(all).Append(" | ").Append(each).Append(" |"));
}
