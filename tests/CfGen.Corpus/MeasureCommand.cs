using System.Diagnostics;
using CfGen.Generator.Tests.Documents;

namespace CfGen.Corpus;

/// <summary>Measures the corpus, and compares the counts with the committed table.</summary>
internal static class MeasureCommand
{
    /// <summary>Runs the command, and returns its exit code.</summary>
    public static int Run(CommandOptions options, string index)
    {
        IReadOnlyList<CorpusEntry> all = CorpusEntry.ReadIndex(index);
        string filter = options.GetText("--filter") ?? "";
        List<CorpusEntry> documents =
        [
            .. all.Where(d => options.IsSampled(d.Name) && d.Name.Contains(filter, StringComparison.OrdinalIgnoreCase)),
        ];
        long start = Stopwatch.GetTimestamp();
        IReadOnlyList<DocumentMeasurement> measured = CorpusRun.Measure(
            documents,
            options.GetNumber("--jobs", Environment.ProcessorCount),
            options.Has("--notes")
        );
        CorpusRun.PrintTotals(measured, Stopwatch.GetElapsedTime(start));
        List<DocumentRow> rows = [.. measured.Select(m => m.Row)];
        IReadOnlyList<string> differences = [];
        if (options.Has("--update"))
            ExpectedTable.Update(rows, [.. all.Select(d => d.Name)]);
        else
            differences = ExpectedTable.Compare(rows);
        List<DocumentMeasurement> wrong = [.. measured.Where(m => m.Faults.Count > 0)];
        foreach (DocumentMeasurement document in wrong)
            Console.WriteLine($"FAULT {document.Row.Name}: {document.Faults[0]}");
        foreach (string difference in differences)
            Console.WriteLine(difference);
        if (differences.Count > 0)
            Console.WriteLine("The counts differ from tests/CfGen.Corpus/expected.tsv. Use --update if the new ones are right.");
        return wrong.Count + differences.Count > 0 ? 1 : 0;
    }
}
