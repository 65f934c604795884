using Acme.Cloudflare;
using BenchmarkDotNet.Attributes;
using CfGen.Benchmarks.Peers;
using CfGen.Benchmarks.Support;

namespace CfGen.Benchmarks;

/// <summary>
/// Measures reading from the bytes of a response to its model, envelope included. The events have empty details, as in the API's
/// documentation.
/// </summary>
[MemoryDiagnoser]
public class ReadingBenchmarks
{
    private BodyReaders _readers = null!;

    /// <summary>The number of events in the score.</summary>
    [Params(1, 100, 10_000)]
    public int Events { get; set; }

    [GlobalSetup]
    public void Setup() => _readers = new BodyReaders(Bodies.CreateScore(Events));

    [GlobalCleanup]
    public void Cleanup() => _readers.Dispose();

    [Benchmark(Baseline = true, Description = "System.Text.Json, source-generated")]
    public HandWrittenScore HandWritten() => _readers.ReadHandWritten();

    [Benchmark(Description = "the same with records and required members")]
    public RecordScore Records() => _readers.ReadRecords();

    [Benchmark(Description = "CfGen")]
    public RiskScoringGetResponse CfGen() => _readers.ReadWithCfGen();
}

/// <summary>
/// Measures reading where each event has free-form details. Every reader turns them into a JsonElement, at the framework's price.
/// </summary>
[MemoryDiagnoser]
public class ReadingDetailsBenchmarks
{
    private BodyReaders _readers = null!;

    /// <summary>The number of events in the score.</summary>
    [Params(1, 100)]
    public int Events { get; set; }

    [GlobalSetup]
    public void Setup() => _readers = new BodyReaders(Bodies.CreateScore(Events, details: true));

    [GlobalCleanup]
    public void Cleanup() => _readers.Dispose();

    [Benchmark(Baseline = true, Description = "System.Text.Json, source-generated")]
    public HandWrittenScore HandWritten() => _readers.ReadHandWritten();

    [Benchmark(Description = "CfGen")]
    public RiskScoringGetResponse CfGen() => _readers.ReadWithCfGen();
}
