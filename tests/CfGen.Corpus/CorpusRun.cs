using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using CfGen.Generator.Tests.Documents;

namespace CfGen.Corpus;

/// <summary>Measures documents of the corpus, several at a time, and prints a line for each.</summary>
internal static class CorpusRun
{
    /// <summary>
    /// The size of the stack: that of a thread in a compiler process on Windows, the smallest that hosts have.
    /// </summary>
    public const int StackSize = 1024 * 1024;

    /// <summary>Returns the measurements in the order of the documents.</summary>
    public static IReadOnlyList<DocumentMeasurement> Measure(IReadOnlyList<CorpusEntry> documents, int jobs, bool hasNotes)
    {
        // The largest first, so that none of them is alone at the end.
        ConcurrentQueue<CorpusEntry> queue = new(documents.OrderByDescending(d => new FileInfo(d.Path).Length));
        ConcurrentDictionary<string, DocumentMeasurement> measured = new(StringComparer.Ordinal);
        Print("ms generator", "ms all", "lines", "MB", DocumentRow.Header);
        List<Thread> threads = [];
        for (int i = 0; i < jobs; i++)
        {
            Thread thread = new(MeasureQueue, StackSize);
            thread.Start();
            threads.Add(thread);
        }

        threads.ForEach(t => t.Join());
        return [.. documents.Select(d => measured[d.Name])];

        void MeasureQueue()
        {
            while (queue.TryDequeue(out CorpusEntry? entry))
            {
                if (jobs == 1)
                    GC.Collect();
                DocumentMeasurement measurement = DocumentMeasurement.Measure(entry);
                measured[entry.Name] = measurement;
                lock (measured)
                    Print(measurement, hasNotes);
            }
        }
    }

    /// <summary>Prints the sums of each class, and of the machine.</summary>
    public static void PrintTotals(IReadOnlyList<DocumentMeasurement> measured, TimeSpan time)
    {
        foreach (string line in CorpusTotals.Create([.. measured.Select(m => m.Row)]).Select(t => t.ToString()))
            Console.WriteLine(line);
        double generator = measured.Sum(m => m.GeneratorTime.TotalSeconds);
        double all = measured.Sum(m => m.TotalTime.TotalSeconds);
        using Process process = Process.GetCurrentProcess();
        Console.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"{time.TotalSeconds:F0} s; generator {generator:F1} s and all {all:F1} s of work; {measured.Sum(m => m.Lines)} lines; peak {process.PeakWorkingSet64 / 1_000_000} MB"
            )
        );
    }

    private static void Print(DocumentMeasurement measurement, bool hasNotes)
    {
        Print(
            ToText(measurement.GeneratorTime.TotalMilliseconds),
            ToText(measurement.TotalTime.TotalMilliseconds),
            ToText(measurement.Lines),
            ToText(measurement.PeakBytes / 1e6),
            measurement.Row.ToString()
        );
        foreach (string fault in measurement.Faults)
            Console.WriteLine("    FAULT " + fault);
        if (hasNotes)
        {
            foreach (string note in measurement.Notes)
                Console.WriteLine("    " + note);
        }
    }

    private static void Print(params string[] cells) => Console.WriteLine(string.Join('\t', cells));

    private static string ToText(double number) => number.ToString("F0", CultureInfo.InvariantCulture);
}
