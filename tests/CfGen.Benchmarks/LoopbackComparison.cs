using System.Diagnostics;
using System.Globalization;
using Acme.Cloudflare;
using CfGen.Benchmarks.Peers;
using CfGen.Benchmarks.Support;

namespace CfGen.Benchmarks;

/// <summary>
/// Compares calls over real connections, 64 at once: CfGen and the hand-written client take turns in rounds, and the result is the
/// median of the ratios within each round. Bytes are those of this process; the server is another one.
/// </summary>
internal sealed class LoopbackComparison : IDisposable
{
    private const int Parallel = 64;
    private const int Slices = 20;

    private readonly LoopbackServer _server;
    private readonly CloudflareClient _ours;
    private readonly HttpClient _http;
    private readonly HandWrittenClient _handWritten;

    private LoopbackComparison(LoopbackServer server)
    {
        _server = server;
        _ours = new CloudflareClient(new CloudflareClientOptions { BaseUrl = server.Url, ApiToken = "token" });
        _http = new HttpClient(new SocketsHttpHandler { PooledConnectionLifetime = TimeSpan.FromMinutes(5), UseCookies = false })
        {
            BaseAddress = server.Url,
        };
        _http.DefaultRequestHeaders.Authorization = new("Bearer", "token");
        _http.DefaultRequestHeaders.Accept.ParseAdd("application/json");
        _http.DefaultRequestHeaders.UserAgent.ParseAdd("benchmarks/1.0");
        _handWritten = new HandWrittenClient(_http);
    }

    /// <summary>Prints the ratio of throughput, and the bytes of a call.</summary>
    public static async Task RunAsync(int rounds, int calls)
    {
        using LoopbackComparison comparison = new(await LoopbackServer.StartAsync().ConfigureAwait(false));
        await comparison.MeasureAsync(comparison.CallCfGenAsync, calls).ConfigureAwait(false);
        await comparison.MeasureAsync(comparison.CallHandWrittenAsync, calls).ConfigureAwait(false);
        List<(Round Ours, Round Theirs)> all = [];
        for (int round = 0; round < rounds; round++)
            all.Add(await comparison.MeasureRoundAsync(calls).ConfigureAwait(false));
        Print("throughput", all.Select(r => r.Theirs.Time / r.Ours.Time), "0.000");
        Print("processor time", all.Select(r => r.Ours.Processor / r.Theirs.Processor), "0.000");
        Print("calls a second, CfGen", all.Select(r => calls / r.Ours.Time.TotalSeconds), "N0");
        Print("calls a second, by hand", all.Select(r => calls / r.Theirs.Time.TotalSeconds), "N0");
        Print("bytes of a call, CfGen", all.Select(r => (double)r.Ours.Bytes / calls), "N0");
        Print("bytes of a call, by hand", all.Select(r => (double)r.Theirs.Bytes / calls), "N0");
    }

    /// <summary>Checks without a clock that all calls succeed, and that CfGen's allocate no more bytes.</summary>
    public static async Task<(long Ours, long Theirs)> CountBytesAsync(int calls)
    {
        using LoopbackComparison comparison = new(await LoopbackServer.StartAsync().ConfigureAwait(false));
        await comparison.MeasureAsync(comparison.CallCfGenAsync, calls).ConfigureAwait(false);
        await comparison.MeasureAsync(comparison.CallHandWrittenAsync, calls).ConfigureAwait(false);
        Round ours = await comparison.MeasureAsync(comparison.CallCfGenAsync, calls).ConfigureAwait(false);
        Round theirs = await comparison.MeasureAsync(comparison.CallHandWrittenAsync, calls).ConfigureAwait(false);
        return (ours.Bytes / calls, theirs.Bytes / calls);
    }

    public void Dispose()
    {
        _ours.Dispose();
        _http.Dispose();
        _server.Dispose();
    }

    private static void Print(string name, IEnumerable<double> values, string format)
    {
        double[] sorted = [.. values.Order()];
        Console.Out.WriteLine(
            string.Create(CultureInfo.InvariantCulture, $"{name, -26} median ")
                + sorted[sorted.Length / 2].ToString(format, CultureInfo.InvariantCulture)
                + $"  from {sorted[0].ToString(format, CultureInfo.InvariantCulture)} to {sorted[^1].ToString(format, CultureInfo.InvariantCulture)}"
        );
    }

    private async Task<string> CallCfGenAsync() =>
        (await _ours.ZeroTrust.RiskScoring.GetAsync(Bodies.Account, Bodies.User).ConfigureAwait(false)).Email;

    private async Task<string> CallHandWrittenAsync() =>
        (await _handWritten.GetAsync(Bodies.Account, Bodies.User).ConfigureAwait(false)).Email;

    /// <summary>
    /// Measures both in turns of short slices, so that other work on the machine hits both. Neither is always the first one.
    /// </summary>
    private async Task<(Round Ours, Round Theirs)> MeasureRoundAsync(int calls)
    {
        Round ours = default;
        Round theirs = default;
        for (int slice = 0; slice < Slices; slice++)
        {
            if (slice % 2 == 0)
                ours += await MeasureAsync(CallCfGenAsync, calls / Slices).ConfigureAwait(false);
            theirs += await MeasureAsync(CallHandWrittenAsync, calls / Slices).ConfigureAwait(false);
            if (slice % 2 != 0)
                ours += await MeasureAsync(CallCfGenAsync, calls / Slices).ConfigureAwait(false);
        }

        return (ours, theirs);
    }

    private async Task<Round> MeasureAsync(Func<Task<string>> call, int calls)
    {
        int rest = calls;
        long bytes = GC.GetTotalAllocatedBytes(precise: true);
        TimeSpan processor = Environment.CpuUsage.TotalTime;
        long start = Stopwatch.GetTimestamp();
        await Task.WhenAll(Enumerable.Range(0, Parallel).Select(_ => Task.Run(CallRepeatedlyAsync))).ConfigureAwait(false);
        TimeSpan time = Stopwatch.GetElapsedTime(start);
        return new Round(time, Environment.CpuUsage.TotalTime - processor, GC.GetTotalAllocatedBytes(precise: true) - bytes);

        async Task CallRepeatedlyAsync()
        {
            while (Interlocked.Decrement(ref rest) >= 0)
            {
                if (await call().ConfigureAwait(false) != "ada@example.com")
                    throw new InvalidOperationException("A call returned another value than the server sent.");
            }
        }
    }

    /// <summary>The cost of a round.</summary>
    private readonly record struct Round(TimeSpan Time, TimeSpan Processor, long Bytes)
    {
        public static Round operator +(Round a, Round b) => new(a.Time + b.Time, a.Processor + b.Processor, a.Bytes + b.Bytes);
    }
}
