using BenchmarkDotNet.Attributes;
using CfGen.Benchmarks.Support;

namespace CfGen.Benchmarks;

/// <summary>The whole call, from arguments to model, over a handler that responds from memory.</summary>
[MemoryDiagnoser]
public class CallBenchmarks
{
    private ClientCalls _clients = null!;

    /// <summary>The number of events in the response.</summary>
    [Params(1, 100)]
    public int Events { get; set; }

    [GlobalSetup]
    public void Setup() => _clients = new ClientCalls(Bodies.CreateScore(Events));

    [GlobalCleanup]
    public void Cleanup() => _clients.Dispose();

    [Benchmark(Baseline = true, Description = "HttpClient and System.Text.Json by hand")]
    public Task<object> HandWritten() => _clients.CallHandWrittenAsync();

    [Benchmark(Description = "CfGen")]
    public Task<object> CfGen() => _clients.CallCfGenAsync();

    [Benchmark(Description = "CfGen over a borrowed HttpClient")]
    public Task<object> CfGenOverHttpClient() => _clients.CallCfGenOverHttpClientAsync();

    [Benchmark(Description = "Refit 16")]
    public Task<object> Refit() => _clients.CallRefitAsync();

    [Benchmark(Description = "NSwag 14")]
    public Task<object> NSwag() => _clients.CallNSwagAsync();

    [Benchmark(Description = "bare HttpClient, nothing read")]
    public Task<object> BareHttpClient() => _clients.CallHttpClientAsync();
}
