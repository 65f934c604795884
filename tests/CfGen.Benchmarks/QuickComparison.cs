using System.Diagnostics;
using System.Globalization;
using System.Runtime.CompilerServices;
using CfGen.Benchmarks.Support;

namespace CfGen.Benchmarks;

/// <summary>
/// A quick comparison for a busy machine: candidates take turns in short rounds, and the result is the median of the ratios within
/// each round. Bytes are exact.
/// </summary>
internal static class QuickComparison
{
    private const int Rounds = 301;
    private static readonly TimeSpan s_slice = TimeSpan.FromMilliseconds(2);

    public static void Run()
    {
        foreach (int events in (int[])[1, 100, 10_000])
        {
            using BodyReaders readers = new(Bodies.CreateScore(events));
            Compare(
                $"reading {events}",
                ("System.Text.Json", () => Keep(readers.ReadHandWritten())),
                ("records", () => Keep(readers.ReadRecords())),
                ("CfGen", () => Keep(readers.ReadWithCfGen()))
            );
        }

        foreach (int events in (int[])[1, 100])
        {
            using BodyReaders readers = new(Bodies.CreateScore(events, details: true));
            Compare(
                $"reading {events} with details",
                ("System.Text.Json", () => Keep(readers.ReadHandWritten())),
                ("CfGen", () => Keep(readers.ReadWithCfGen()))
            );
        }

        foreach (int events in (int[])[1, 100])
        {
            using ClientCalls clients = new(Bodies.CreateScore(events));
            Compare(
                $"call {events}",
                ("hand-written", () => Keep(clients.CallHandWrittenAsync())),
                ("CfGen", () => Keep(clients.CallCfGenAsync())),
                ("borrowed", () => Keep(clients.CallCfGenOverHttpClientAsync())),
                ("Refit", () => Keep(clients.CallRefitAsync())),
                ("NSwag", () => Keep(clients.CallNSwagAsync())),
                ("bare", () => Keep(clients.CallHttpClientAsync()))
            );
        }

        DriverBenchmarks driver = new();
        driver.Setup();
        Compare(
            "driver",
            ("first run", () => Keep(driver.Cold())),
            ("nothing", () => Keep(driver.Warm())),
            ("keystroke", () => Keep(driver.Keystroke())),
            ("document", () => Keep(driver.DocumentEdit()))
        );
        CompileBenchmarks compile = new();
        compile.Setup();
        Compare("csc", ("without", () => Keep(compile.Without())), ("with", () => Keep(compile.With())));
    }

    /// <summary>Prints times and bytes of candidates that take turns.</summary>
    public static void Compare(string title, params (string Name, Action Run)[] candidates)
    {
        int[] times = new int[candidates.Length];
        for (int c = 0; c < candidates.Length; c++)
        {
            Action run = candidates[c].Run;
            // Warms up until the JIT tiers have settled, and counts how many runs make a slice.
            long start = Stopwatch.GetTimestamp();
            int done = 0;
            while (Stopwatch.GetElapsedTime(start) < TimeSpan.FromMilliseconds(900) || done < 3)
            {
                run();
                done++;
            }

            times[c] = Math.Max(1, (int)(done * (s_slice / Stopwatch.GetElapsedTime(start))));
        }

        int rounds = times.Max() == 1 ? 15 : Rounds;
        double[][] each = [.. candidates.Select(_ => new double[rounds])];
        for (int round = 0; round < rounds; round++)
        {
            for (int c = 0; c < candidates.Length; c++)
            {
                int turn = (c + round) % candidates.Length;
                Action run = candidates[turn].Run;
                long start = Stopwatch.GetTimestamp();
                for (int i = 0; i < times[turn]; i++)
                    run();
                each[turn][round] = Stopwatch.GetElapsedTime(start).TotalNanoseconds / times[turn];
            }
        }

        for (int c = 0; c < candidates.Length; c++)
        {
            Action run = candidates[c].Run;
            long before = GC.GetAllocatedBytesForCurrentThread();
            run();
            long bytes = GC.GetAllocatedBytesForCurrentThread() - before;
            double ratio = Median([.. each[c].Select((t, round) => t / each[0][round])]);
            Console.Out.WriteLine(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{title, -26} {candidates[c].Name, -18} least {each[c].Min(), 12:N0} ns  median {Median(each[c]), 12:N0} ns  ratio {ratio, 6:0.000} (of the least {each[c].Min() / each[0].Min(), 6:0.000})  {bytes, 10:N0} B"
                )
            );
        }
    }

    private static double Median(double[] values)
    {
        double[] sorted = [.. values.Order()];
        return sorted[sorted.Length / 2];
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    public static void Keep(object? value) => GC.KeepAlive(value);

    /// <summary>Waits for a call, and keeps its result from being optimized away.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static void Keep(Task<object> task) => GC.KeepAlive(task.GetAwaiter().GetResult());
}
