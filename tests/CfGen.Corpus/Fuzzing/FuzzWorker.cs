using System.Diagnostics;
using System.Globalization;

namespace CfGen.Corpus.Fuzzing;

/// <summary>
/// Runs a batch of cases in this process, which a stack overflow or a case without end may take with it. The parent process reads
/// what it prints: the case before it runs, and the faults after it.
/// </summary>
internal sealed class FuzzWorker(FuzzSources sources, int maximum, TextWriter output)
{
    public const string Begin = "BEGIN";
    public const string Fault = "FAULT";
    public const string End = "END";
    public const string Slowest = "SLOWEST";

    /// <summary>The exit code after a case that did not end.</summary>
    public const int HangExitCode = 3;

    /// <summary>The time of the processor in which the generator and the compiler end, or never.</summary>
    public const int MaximumSeconds = 30;

    private const int PollMilliseconds = 100;

    // The time of the processor, since other work may hold the machine; and a limit for a case that waits.
    private static readonly TimeSpan s_maximumTime = TimeSpan.FromSeconds(MaximumSeconds);
    private static readonly TimeSpan s_maximumWait = TimeSpan.FromMinutes(2);

    /// <summary>Runs cases, and returns the exit code of the process.</summary>
    public int Run(IEnumerable<FuzzCase> cases)
    {
        // The first document pays for the start of the compiler.
        _ = FuzzCheck.FindFaults(new FuzzCase(FuzzCase.Schema, 0).CreateText(sources), maximum: 0);
        (TimeSpan Time, string Case) slowest = default;
        foreach (FuzzCase next in cases)
        {
            output.WriteLine($"{Begin}\t{next}");
            string text = next.CreateText(sources);
            IReadOnlyList<FuzzFault>? faults = Run(text, out TimeSpan time);
            if (faults is null)
                return HangExitCode;
            if (time > slowest.Time)
                slowest = (time, next.ToString());
            foreach (FuzzFault fault in faults)
                output.WriteLine($"{Fault}\t{next}\t{text.Length}\t{ToLine(fault.Signature)}\t{ToLine(fault.Detail)}");
        }

        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{Slowest}\t{slowest.Time.TotalMilliseconds:F0}\t{slowest.Case}"));
        output.WriteLine(End);
        return 0;
    }

    /// <summary>Returns null for a case that does not end in time.</summary>
    private IReadOnlyList<FuzzFault>? Run(string text, out TimeSpan time)
    {
        IReadOnlyList<FuzzFault> faults = [];
        using var process = Process.GetCurrentProcess();
        TimeSpan before = process.TotalProcessorTime;
        long start = Stopwatch.GetTimestamp();
        Thread thread = new(() => faults = FuzzCheck.FindFaults(text, maximum), CorpusRun.StackSize) { IsBackground = true };
        thread.Start();
        while (!thread.Join(PollMilliseconds))
        {
            process.Refresh();
            time = process.TotalProcessorTime - before;
            if (time > s_maximumTime || Stopwatch.GetElapsedTime(start) > s_maximumWait)
                return null;
        }

        time = Stopwatch.GetElapsedTime(start);
        return faults;
    }

    private static string ToLine(string text) => text.Replace('\n', ' ').Replace('\r', ' ').Replace('\t', ' ');
}
