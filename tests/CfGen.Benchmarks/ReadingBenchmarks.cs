using Acme.Cloudflare;
using BenchmarkDotNet.Attributes;
using CfGen.Benchmarks.Peers;
using CfGen.Benchmarks.Support;

namespace CfGen.Benchmarks;

/// <summary>From the bytes of an answer to its model, envelope included. The events are as the API's documentation shows them, with empty details.</summary>
[MemoryDiagnoser]
public class ReadingBenchmarks
{
    private Readers _readers = null!;

    /// <summary>How many events the score has.</summary>
    [Params(1, 100, 10_000)]
    public int Events { get; set; }

    [GlobalSetup]
    public void Setup() => _readers = new Readers(Bodies.Score(Events));

    [GlobalCleanup]
    public void Cleanup() => _readers.Dispose();

    [Benchmark(Baseline = true, Description = "System.Text.Json, source-generated")]
    public TwinScore Twin() => _readers.Twin();

    [Benchmark(Description = "the same with records and required members")]
    public RecordScore Records() => _readers.Records();

    [Benchmark(Description = "CfGen")]
    public RiskScoringGetResponse Ours() => _readers.Ours();
}

/// <summary>The same where each event carries free-form details, which become a JsonElement everywhere: all readers pay the framework for that.</summary>
[MemoryDiagnoser]
public class ReadingDetailsBenchmarks
{
    private Readers _readers = null!;

    /// <summary>How many events the score has.</summary>
    [Params(1, 100)]
    public int Events { get; set; }

    [GlobalSetup]
    public void Setup() => _readers = new Readers(Bodies.Score(Events, details: true));

    [GlobalCleanup]
    public void Cleanup() => _readers.Dispose();

    [Benchmark(Baseline = true, Description = "System.Text.Json, source-generated")]
    public TwinScore Twin() => _readers.Twin();

    [Benchmark(Description = "CfGen")]
    public RiskScoringGetResponse Ours() => _readers.Ours();
}
