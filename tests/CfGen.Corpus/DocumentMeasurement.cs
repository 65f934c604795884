using System.Diagnostics;
using System.Globalization;
using CfGen.Generator;
using CfGen.Generator.Binding.Operations;
using CfGen.Generator.Diagnostics;
using CfGen.Generator.Documents;
using CfGen.Generator.Documents.References;
using CfGen.Generator.Tests.Documents;

namespace CfGen.Corpus;

/// <summary>The measurement of one document of the corpus: its row, the faults that no table excuses, and what a machine decides.</summary>
/// <param name="Faults">Exceptions, internal errors (CFG0099), and errors and warnings of the compiler.</param>
/// <param name="Notes">The operations that are missing with the reason, and the types that were loosened.</param>
internal sealed record DocumentMeasurement(
    DocumentRow Row,
    IReadOnlyList<string> Faults,
    IReadOnlyList<string> Notes,
    TimeSpan GeneratorTime,
    TimeSpan TotalTime,
    int Lines,
    long PeakBytes
)
{
    /// <summary>The id of an exception inside the generator.</summary>
    public const string InternalError = "CFG0099";

    // More of the same errors would hide the others.
    private const int MaximumErrors = 10;

    /// <summary>Generates and compiles a document of the corpus. An exception becomes a fault.</summary>
    public static DocumentMeasurement Measure(CorpusEntry entry)
    {
        long start = Stopwatch.GetTimestamp();
        using PeakMemory memory = new();
        CompiledClient? compiled = null;
        List<string> faults = [];
        try
        {
            compiled = DocumentCompiler.Compile(entry.Document(), entry.References());
        }
        catch (Exception exception)
        {
            faults.Add("exception: " + exception);
        }

        List<string> notes = [];
        DocumentRow row = CreateRow(entry, compiled?.Generated.Stages, notes);
        if (compiled is not null)
            faults.AddRange(FindFaults(compiled));
        return new DocumentMeasurement(
            row,
            faults,
            notes,
            compiled?.Generated.Time ?? TimeSpan.Zero,
            Stopwatch.GetElapsedTime(start),
            compiled?.Generated.Lines ?? 0,
            memory.Bytes
        );
    }

    /// <summary>Returns the internal errors of the generator, and the errors and warnings of the compiler.</summary>
    public static IEnumerable<string> FindFaults(CompiledClient compiled) =>
        compiled
            .Generated.Stages.Client.Diagnostics.Where(d => d.Id == InternalError)
            .Select(d => $"{d.Id}: {d.Message}")
            .Concat(compiled.CompilerErrors.Take(MaximumErrors).Select(d => d.ToString()));

    private static DocumentRow CreateRow(CorpusEntry entry, ClientStages? stages, List<string> notes)
    {
        List<OperationKey> generated =
        [
            .. stages?.Bound?.Resources.SelectMany(r => r.Operations).Where(o => o.Model.Variant is null).Select(o => o.Key) ?? [],
        ];
        List<LoosenedType> loosened = stages is null ? [] : [.. LoosenedTypes.Find(stages)];
        notes.AddRange(loosened.Select(l => (l.IsSilent ? "loosened in silence: " : "loosened: ") + l.Pointer));
        return new DocumentRow(
            entry.Name,
            entry.Class,
            entry.Version,
            generated.Count,
            Math.Max(entry.Operations, stages?.Loaded?.Outlines.Count ?? 0),
            stages is null ? 0 : CountUnexplained(stages, [.. generated], notes),
            FormatCounts(stages?.Client.Diagnostics ?? []),
            loosened.Count,
            loosened.Count(l => l.IsSilent)
        );
    }

    private static int CountUnexplained(ClientStages stages, HashSet<OperationKey> generated, List<string> notes)
    {
        int unexplained = 0;
        foreach (OperationKey key in stages.Loaded?.Outlines.Select(o => o.Operation).Where(k => !generated.Contains(k)) ?? [])
        {
            string name = Reachability.FormatOperation(key);
            // A document that skips an operation has its diagnostic: at the operation, or at the reference that it cannot do without.
            string? reason =
                stages.Loaded!.SkippedOperations.GetReason(key)
                ?? stages.Loaded.Findings.FirstOrDefault(f => IsAbout(f, key, name))?.Message;
            notes.Add($"no method: {name}: {reason ?? "without a diagnostic"}");
            if (reason is null)
                unexplained++;
        }

        return unexplained;
    }

    private static bool IsAbout(Finding finding, OperationKey key, string name) =>
        finding.Pointer == key.Pointer
        || finding.Pointer.StartsWith(key.Pointer + "/", StringComparison.Ordinal)
        || finding.Message.Contains(name, StringComparison.Ordinal);

    private static string FormatCounts(IEnumerable<DiagnosticInfo> diagnostics) =>
        string.Join(
            ' ',
            diagnostics
                .GroupBy(d => d.Id, StringComparer.Ordinal)
                .OrderBy(g => g.Key, StringComparer.Ordinal)
                .Select(g => string.Create(CultureInfo.InvariantCulture, $"{g.Key}:{g.Count()}"))
        );
}
