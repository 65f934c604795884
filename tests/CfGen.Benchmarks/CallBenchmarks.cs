using BenchmarkDotNet.Attributes;
using CfGen.Benchmarks.Support;

namespace CfGen.Benchmarks;

/// <summary>The whole call, from arguments to model, over a handler that answers from memory.</summary>
[MemoryDiagnoser]
public class CallBenchmarks
{
    private Clients _clients = null!;

    /// <summary>How many events the answer has.</summary>
    [Params(1, 100)]
    public int Events { get; set; }

    [GlobalSetup]
    public void Setup() => _clients = new Clients(Bodies.Score(Events));

    [GlobalCleanup]
    public void Cleanup() => _clients.Dispose();

    [Benchmark(Baseline = true, Description = "HttpClient and System.Text.Json by hand")]
    public Task<object> Twin() => _clients.TwinAsync();

    [Benchmark(Description = "CfGen")]
    public Task<object> Ours() => _clients.OursAsync();

    [Benchmark(Description = "CfGen over a borrowed HttpClient")]
    public Task<object> Borrowing() => _clients.BorrowingAsync();

    [Benchmark(Description = "Refit 16")]
    public Task<object> Refit() => _clients.RefitAsync();

    [Benchmark(Description = "NSwag 14")]
    public Task<object> NSwag() => _clients.NSwagAsync();

    [Benchmark(Description = "bare HttpClient, nothing read")]
    public Task<object> Bare() => _clients.BareAsync();
}
