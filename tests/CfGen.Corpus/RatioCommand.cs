using System.Diagnostics;
using System.Globalization;
using System.Text;
using CfGen.Corpus.Fuzzing;
using CfGen.Generator.Parsing;
using CfGen.Generator.Tests.Documents;
using Microsoft.OpenApi;
using Microsoft.OpenApi.Reader;

namespace CfGen.Corpus;

/// <summary>
/// Measures the generator over real documents, warm and on one thread, as a ratio to Microsoft.OpenApi, which parses the same
/// documents in the same run. Both take turns, and the shortest round of each counts. YAML is JSON for Microsoft.OpenApi, because its
/// own reader of YAML is another library.
/// </summary>
internal static class RatioCommand
{
    private const int DefaultRounds = 3;

    /// <summary>Runs the command, and returns its exit code.</summary>
    public static int Run(CommandOptions options, string index)
    {
        string filter = options.GetText("--filter") ?? "";
        int rounds = options.GetNumber("--rounds", DefaultRounds);
        List<DocumentTime> all = [];
        Console.WriteLine("generator ms\tMicrosoft.OpenApi ms\tratio\tMB allocated\tMB peak\tdocument");
        foreach (CorpusEntry entry in CorpusEntry.ReadIndex(index).Where(e => e.Class == "real"))
        {
            if (!entry.Name.Contains(filter, StringComparison.OrdinalIgnoreCase) || Measure(entry, rounds) is not { } time)
                continue;
            all.Add(time);
            Print(time);
        }

        Print(
            new DocumentTime(
                string.Create(CultureInfo.InvariantCulture, $"all {all.Count}, shortest of {rounds} rounds; the largest peak"),
                all.Sum(t => t.Generator),
                all.Sum(t => t.Parse),
                all.Sum(t => t.Allocated),
                all.Max(t => t.Peak)
            )
        );
        return 0;
    }

    private static DocumentTime? Measure(CorpusEntry entry, int rounds)
    {
        DocumentText document = entry.Document();
        IReadOnlyList<DocumentText> references = entry.References();
        if (TextParser.Parse(document, CancellationToken.None).Root is not { } root)
            return null;
        byte[] json = Encoding.UTF8.GetBytes(FuzzCase.ToJson(root));
        (double generator, double parse, long peak) = (double.MaxValue, double.MaxValue, 0);
        long allocated = 0;
        for (int i = 0; i <= rounds; i++)
        {
            GC.Collect();
            long before = GC.GetAllocatedBytesForCurrentThread();
            using PeakMemory memory = new();
            double generated = DocumentCompiler.Generate(document, references).Time.TotalMilliseconds;
            peak = Math.Max(peak, memory.Bytes);
            allocated = GC.GetAllocatedBytesForCurrentThread() - before;
            GC.Collect();
            double parsed = MeasureParse(json);
            // The first round is for the JIT.
            if (i > 0)
                (generator, parse) = (Math.Min(generator, generated), Math.Min(parse, parsed));
        }

        return new DocumentTime(entry.Name, generator, parse, allocated, peak);
    }

    private static double MeasureParse(byte[] json)
    {
        using MemoryStream stream = new(json, writable: false);
        OpenApiReaderSettings settings = new() { LoadExternalRefs = false, RuleSet = new ValidationRuleSet() };
        long start = Stopwatch.GetTimestamp();
        _ = OpenApiDocument.Load(stream, OpenApiConstants.Json, settings);
        return Stopwatch.GetElapsedTime(start).TotalMilliseconds;
    }

    private static void Print(DocumentTime time) =>
        Console.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"{time.Generator:F1}\t{time.Parse:F1}\t{time.Generator / time.Parse:F2}\t{time.Allocated / 1e6:F0}\t{time.Peak / 1e6:F0}\t{time.Name}"
            )
        );

    /// <summary>The times of a document in milliseconds, and the memory of the generator in bytes.</summary>
    private sealed record DocumentTime(string Name, double Generator, double Parse, long Allocated, long Peak);
}
