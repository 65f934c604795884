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
/// Measures the generator over real documents, warm, as a ratio to Microsoft.OpenApi, which parses the same documents in the same run.
/// Both take turns, and the shortest round of each counts. The time of the processor is stable on a busy machine; the time of the clock
/// shows what runs in parallel. YAML is JSON for Microsoft.OpenApi, because its own reader of YAML is another library. Documents of
/// several files are left out, because it reads one, and documents that it cannot read.
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
        Console.WriteLine("generator ms CPU\tparse ms CPU\tratio\tgenerator ms\tparse ms\tratio\tMB allocated\tMB peak\tdocument");
        foreach (CorpusEntry entry in CorpusEntry.ReadIndex(index).Where(e => e is { Class: "real", Folder: null }))
        {
            if (!entry.Name.Contains(filter, StringComparison.OrdinalIgnoreCase))
                continue;
            if (Measure(entry, rounds) is not { } time)
            {
                Console.WriteLine($"left out, because Microsoft.OpenApi cannot read it: {entry.Name}");
                continue;
            }

            all.Add(time);
            Print(time);
        }

        if (all.Count == 0)
            return 1;
        Print(
            new DocumentTime(
                string.Create(CultureInfo.InvariantCulture, $"all {all.Count}, shortest of {rounds} rounds; the largest peak"),
                all.Aggregate(Duration.Zero, (sum, t) => sum.Add(t.Generator)),
                all.Aggregate(Duration.Zero, (sum, t) => sum.Add(t.Parse)),
                all.Sum(t => t.Allocated),
                all.Max(t => t.Peak)
            )
        );
        return 0;
    }

    private static DocumentTime? Measure(CorpusEntry entry, int rounds)
    {
        DocumentText document = entry.Document();
        if (TextParser.Parse(document, CancellationToken.None).Root is not { } root)
            return null;
        byte[] json = Encoding.UTF8.GetBytes(FuzzCase.ToJson(root));
        (Duration? generator, Duration? parse, long peak, long allocated) = (null, null, 0, 0);
        for (int i = 0; i <= rounds; i++)
        {
            long before = GC.GetTotalAllocatedBytes(precise: true);
            using PeakMemory memory = new();
            Duration generated = Duration.Measure(() => DocumentCompiler.Generate(document, []));
            peak = Math.Max(peak, memory.Bytes);
            allocated = GC.GetTotalAllocatedBytes(precise: true) - before;
            Duration parsed;
            try
            {
                parsed = Duration.Measure(() => Parse(json));
            }
            catch (Exception exception) when (exception is NullReferenceException or InvalidOperationException or OpenApiException)
            {
                return null;
            }

            // The first round is for the JIT.
            if (i > 0)
                (generator, parse) = (generated.GetShorter(generator), parsed.GetShorter(parse));
        }

        return new DocumentTime(entry.Name, generator ?? Duration.Zero, parse ?? Duration.Zero, allocated, peak);
    }

    private static void Parse(byte[] json)
    {
        using MemoryStream stream = new(json, writable: false);
        OpenApiReaderSettings settings = new() { LoadExternalRefs = false, RuleSet = new ValidationRuleSet() };
        _ = OpenApiDocument.Load(stream, OpenApiConstants.Json, settings);
    }

    private static void Print(DocumentTime time) =>
        Console.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"{time.Generator.Processor:F1}\t{time.Parse.Processor:F1}\t{time.Generator.Processor / time.Parse.Processor:F2}\t{time.Generator.Clock:F1}\t{time.Parse.Clock:F1}\t{time.Generator.Clock / time.Parse.Clock:F2}\t{time.Allocated / 1e6:F0}\t{time.Peak / 1e6:F0}\t{time.Name}"
            )
        );

    /// <summary>The memory of the generator in bytes, and both times.</summary>
    private sealed record DocumentTime(string Name, Duration Generator, Duration Parse, long Allocated, long Peak);

    /// <summary>Milliseconds of the processor, on all threads, and of the clock.</summary>
    private sealed record Duration(double Processor, double Clock)
    {
        public static Duration Zero { get; } = new(0, 0);

        public static Duration Measure(Action action)
        {
            GC.Collect();
            TimeSpan before = Environment.CpuUsage.TotalTime;
            long start = Stopwatch.GetTimestamp();
            action();
            TimeSpan clock = Stopwatch.GetElapsedTime(start);
            return new Duration((Environment.CpuUsage.TotalTime - before).TotalMilliseconds, clock.TotalMilliseconds);
        }

        public Duration Add(Duration other) => new(Processor + other.Processor, Clock + other.Clock);

        /// <summary>Takes the shorter time of each kind.</summary>
        public Duration GetShorter(Duration? other) =>
            other is null ? this : new(Math.Min(Processor, other.Processor), Math.Min(Clock, other.Clock));
    }
}
