using System.Globalization;
using BenchmarkDotNet.Columns;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Loggers;
using BenchmarkDotNet.Reports;
using BenchmarkDotNet.Running;

namespace CfGen.Benchmarks;

/// <summary>Runs everything and prints the tables of docs/design/measurements.md.</summary>
internal static class MeasurementTables
{
    private static readonly (string Title, Type Type)[] s_all =
    [
        ("Reading", typeof(ReadingBenchmarks)),
        ("Reading free-form details", typeof(ReadingDetailsBenchmarks)),
        ("A call", typeof(CallBenchmarks)),
        ("The generator", typeof(DriverBenchmarks)),
        ("The compiler", typeof(CompileBenchmarks)),
    ];

    public static void Run(string[] args)
    {
        // Runs in this process: one build, one JIT, one run. Further options of BenchmarkDotNet, such as `--job short`, may follow.
        string[] all = args.Contains("--inProcess") || args.Contains("-i") ? args : [.. args, "--inProcess"];
        if (!args.Contains("--filter") && !args.Contains("-f"))
            all = [.. all, "--filter", "*"];
        List<(string Title, Summary Summary)> done = [];
        foreach ((string title, Type type) in s_all)
            done.AddRange(
                BenchmarkSwitcher
                    .FromTypes([type])
                    .Run(all, DefaultConfig.Instance.WithOptions(ConfigOptions.DisableLogFile))
                    .Select(s => (title, s))
            );
        foreach ((string title, Summary summary) in done)
            Print(title, summary);
        Console.Out.WriteLine("\n### Emitted code\n");
        EmittedCodeSize.Print();
    }

    private static void Print(string title, Summary summary)
    {
        Console.Out.WriteLine($"\n### {title}\n");
        SummaryTable table = summary.Table;
        string[] wanted = ["Method", "Events", "Mean", "Error", "Ratio", "Allocated", "Alloc Ratio"];
        int[] columns = [.. wanted.Select(w => Array.FindIndex(table.Columns, c => c.Header == w)).Where(i => i >= 0)];
        Console.Out.WriteLine($"| {string.Join(" | ", columns.Select(c => table.FullHeader[c]))} |");
        Console.Out.WriteLine($"|{string.Concat(columns.Select((_, i) => i == 0 ? " --- |" : " ---: |"))}");
        foreach (string[] row in table.FullContent)
            Console.Out.WriteLine($"| {string.Join(" | ", columns.Select(c => row[c].Trim('\'')))} |");
    }
}
