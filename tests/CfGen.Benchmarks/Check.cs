using Acme.Cloudflare;
using CfGen.Benchmarks.Peers;
using CfGen.Benchmarks.Peers.NSwag;
using CfGen.Benchmarks.Support;

namespace CfGen.Benchmarks;

/// <summary>What can be told without a clock: that all who are compared give the same answer, and that CfGen takes no more bytes.</summary>
internal static class Check
{
    private const int WarmUps = 200;

    private static bool s_failed;

    /// <summary>Gives the exit code.</summary>
    public static async Task<int> RunAsync()
    {
        foreach (int events in (int[])[1, 100])
        {
            using Readers readers = new(Bodies.Score(events, details: true));
            Same(events, readers.Ours(), readers.Twin(), readers.Records());
            using Clients clients = new(Bodies.Score(events));
            Same(
                events,
                await clients.OursAsync(),
                await clients.BorrowingAsync(),
                await clients.TwinAsync(),
                await clients.RefitAsync(),
                await clients.NSwagAsync()
            );

            NoMore($"reading {events}", () => readers.Ours(), () => readers.Twin());
            NoMore($"call {events}", () => clients.OursAsync(), () => clients.TwinAsync());
        }

        return s_failed ? 1 : 0;
    }

    private static void Same(int events, params object[] answers)
    {
        foreach (object answer in answers)
        {
            (string email, int count) = answer switch
            {
                RiskScoringGetResponse score => (score.Email, score.Events.Count),
                TwinScore score => (score.Email, score.Events.Count),
                RecordScore score => (score.Email, score.Events.Count),
                Result2 score => (score.Email, score.Events.Count),
                _ => (answer.ToString()!, 0),
            };
            Say((email, count) == ("ada@example.com", events), $"{answer.GetType().Name}: {email}, {count} events");
        }
    }

    private static void NoMore(string what, Func<object> ours, Func<object> theirs)
    {
        (long mine, long other) = (Bytes(ours), Bytes(theirs));
        Say(mine <= other, $"{what}: {mine} bytes, by hand {other}");
    }

    private static long Bytes(Func<object> run)
    {
        // The first calls fill pools and caches.
        for (int i = 0; i < WarmUps; i++)
            run();
        long before = GC.GetAllocatedBytesForCurrentThread();
        run();
        return GC.GetAllocatedBytesForCurrentThread() - before;
    }

    private static void Say(bool holds, string what)
    {
        s_failed |= !holds;
        Console.Out.WriteLine($"{(holds ? "ok" : "NO")}  {what}");
    }
}
