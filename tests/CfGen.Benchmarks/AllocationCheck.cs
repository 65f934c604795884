using Acme.Cloudflare;
using CfGen.Benchmarks.Peers;
using CfGen.Benchmarks.Peers.NSwag;
using CfGen.Benchmarks.Support;

namespace CfGen.Benchmarks;

/// <summary>
/// Checks without a clock that all candidates return the same result and that CfGen allocates no more bytes than hand-written code.
/// </summary>
internal static class AllocationCheck
{
    private const int WarmUps = 200;

    private static bool s_failed;

    /// <summary>Runs the checks and returns the exit code.</summary>
    public static async Task<int> RunAsync()
    {
        foreach (int events in (int[])[1, 100])
        {
            using BodyReaders readers = new(Bodies.CreateScore(events, details: true));
            AssertSameResult(events, readers.ReadWithCfGen(), readers.ReadHandWritten(), readers.ReadRecords());
            using ClientCalls clients = new(Bodies.CreateScore(events));
            AssertSameResult(
                events,
                await clients.CallCfGenAsync(),
                await clients.CallCfGenOverHttpClientAsync(),
                await clients.CallHandWrittenAsync(),
                await clients.CallRefitAsync(),
                await clients.CallNSwagAsync()
            );

            AssertNoMoreBytes($"reading {events}", () => readers.ReadWithCfGen(), () => readers.ReadHandWritten());
            AssertNoMoreBytes($"call {events}", () => clients.CallCfGenAsync(), () => clients.CallHandWrittenAsync());
        }

        (long ours, long theirs) = await LoopbackComparison.CountBytesAsync(2000);
        Report(ours <= theirs, $"call over loopback: {ours} bytes, hand-written {theirs}");
        return s_failed ? 1 : 0;
    }

    private static void AssertSameResult(int events, params object[] results)
    {
        foreach (object result in results)
        {
            (string email, int count) = result switch
            {
                RiskScoringGetResponse score => (score.Email, score.Events.Count),
                HandWrittenScore score => (score.Email, score.Events.Count),
                RecordScore score => (score.Email, score.Events.Count),
                Result2 score => (score.Email, score.Events.Count),
                _ => (result.ToString()!, 0),
            };
            Report((email, count) == ("ada@example.com", events), $"{result.GetType().Name}: {email}, {count} events");
        }
    }

    private static void AssertNoMoreBytes(string what, Func<object> ours, Func<object> theirs)
    {
        (long mine, long other) = (MeasureBytes(ours), MeasureBytes(theirs));
        Report(mine <= other, $"{what}: {mine} bytes, hand-written {other}");
    }

    private static long MeasureBytes(Func<object> run)
    {
        // The first calls fill pools and caches.
        for (int i = 0; i < WarmUps; i++)
            run();
        long before = GC.GetAllocatedBytesForCurrentThread();
        run();
        return GC.GetAllocatedBytesForCurrentThread() - before;
    }

    private static void Report(bool holds, string what)
    {
        s_failed |= !holds;
        Console.Out.WriteLine($"{(holds ? "ok" : "NO")}  {what}");
    }
}
