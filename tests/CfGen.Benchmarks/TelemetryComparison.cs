using System.Diagnostics;
using System.Diagnostics.Metrics;
using CfGen.Benchmarks.Support;

namespace CfGen.Benchmarks;

/// <summary>Compares a call that nobody watches with one that is traced, measured, or both.</summary>
internal static class TelemetryComparison
{
    private const string Name = "CfGen.Cloudflare";

    public static void Run()
    {
        using ClientCalls clients = new(Bodies.CreateScore(1));
        (string, Action)[] calls =
        [
            ("hand-written", () => QuickComparison.Keep(clients.CallHandWrittenAsync())),
            ("CfGen", () => QuickComparison.Keep(clients.CallCfGenAsync())),
        ];
        QuickComparison.Compare("first", calls); // the compiler of the runtime is not done before
        using (Trace())
            QuickComparison.Compare("traced", calls);
        using (Measure())
            QuickComparison.Compare("measured", calls);
        using (Trace())
        using (Measure())
            QuickComparison.Compare("traced and measured", calls);
        QuickComparison.Compare("nobody listens", calls);
    }

    private static ActivityListener Trace()
    {
        ActivityListener listener = new()
        {
            ShouldListenTo = static s => s.Name == Name,
            Sample = static (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
        };
        ActivitySource.AddActivityListener(listener);
        return listener;
    }

    private static MeterListener Measure()
    {
        MeterListener listener = new()
        {
            InstrumentPublished = static (instrument, l) =>
            {
                if (instrument.Meter.Name == Name)
                    l.EnableMeasurementEvents(instrument);
            },
        };
        listener.SetMeasurementEventCallback<double>(static (_, _, _, _) => { });
        listener.Start();
        return listener;
    }
}
