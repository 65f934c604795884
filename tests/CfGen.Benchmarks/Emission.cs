using System.Globalization;
using System.Text;
using CfGen.Benchmarks.Support;
using Microsoft.CodeAnalysis;

namespace CfGen.Benchmarks;

/// <summary>How much code there is, and what it compiles to.</summary>
internal static class Emission
{
    public static void Print()
    {
        Project project = new();
        GeneratorDriverRunResult result = project.NewDriver().RunGenerators(project.Compilation).GetRunResult();
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
        Row("", "all", "an operation");
        Row("---", "---:", "---:");
        Row("texts", texts.Length, null);
        Row("lines", lines.Length, (double)lines.Length / operations);
        Row("of these neither blank nor comment", code, (double)code / operations);
        Row("characters", texts.Sum(t => t.Length), (double)texts.Sum(t => t.Length) / operations);
        Row("bytes of assembly, as emitted", with - without, (double)(with - without) / operations);
    }

    private static void Row(string name, long all, double? each) =>
        Row(name, all.ToString("N0", CultureInfo.InvariantCulture), each?.ToString("N0", CultureInfo.InvariantCulture) ?? "");

    private static void Row(string name, string all, string each) =>
        Console.Out.WriteLine(new StringBuilder("| ").Append(name).Append(" | ").Append(all).Append(" | ").Append(each).Append(" |"));
}
