using System.Diagnostics;
using CfGen.CodeGen;
using CfGen.Runtime.Tests.Support;
using OpenTelemetry;
using OpenTelemetry.Metrics;
using OpenTelemetry.Trace;

namespace CfGen.Runtime.Tests.Telemetry;

/// <summary>A client whose traces and metrics OpenTelemetry exports to lists. Its name is its own: tests run side by side.</summary>
internal sealed class TracedClient : IDisposable
{
    private readonly TestClient _client;
    private readonly TracerProvider _tracer;
    private readonly MeterProvider _meter;
    private readonly List<Activity> _spans = [];
    private readonly List<Metric> _metrics = [];

    public TracedClient(TestServer server, Action<TestClientOptions>? more = null)
    {
        string name = "Traced" + Guid.NewGuid().ToString("N");
        _tracer = Sdk.CreateTracerProviderBuilder().AddSource("CfGen." + name).AddInMemoryExporter(_spans).Build();
        _meter = Sdk.CreateMeterProviderBuilder().AddMeter("CfGen." + name).AddInMemoryExporter(_metrics).Build();
        TestClientOptions options = new NamedOptions(name)
        {
            BaseUrl = new Uri(server.Url + "/v4"),
            ApiToken = Secrets.Token,
            TimeProvider = new InstantClock(),
            Timeout = Timeout.InfiniteTimeSpan,
        };
        more?.Invoke(options);
        _client = new TestClient(options);
    }

    public Activity Span => Assert.Single(_spans);

    public IReadOnlyList<Activity> Spans => _spans;

    public ApiRequestBuilder Call(ApiOperationInfo operation, RequestOptions? options = null) => _client.Call(operation, options);

    /// <summary>Gets the attributes of the one call that the duration has measured, and its histogram.</summary>
    public (Dictionary<string, object?> Tags, MetricPoint Point) GetDuration()
    {
        _metrics.Clear();
        _meter.ForceFlush();
        foreach (ref readonly MetricPoint point in _metrics.Single(m => m.Name == "cfgen.client.operation.duration").GetMetricPoints())
        {
            Dictionary<string, object?> tags = [];
            foreach (KeyValuePair<string, object?> tag in point.Tags)
                tags.Add(tag.Key, tag.Value);
            return (tags, point);
        }

        throw new InvalidOperationException("Nothing was measured.");
    }

    public void Dispose()
    {
        _client.Dispose();
        _tracer.Dispose();
        _meter.Dispose();
    }

    private sealed class NamedOptions(string name) : TestClientOptions
    {
        protected override ApiDefinition Definition =>
            field ??= new(
                name,
                "https://api.example.com",
                "CFGENTRACED",
                new BearerScheme("ApiToken", "CFGENTRACED_TOKEN"),
                new ApiKeyHeaderScheme("X-Auth-Email", "ApiEmail", requiredTogether: 0, "CFGENTRACED_EMAIL"),
                new ApiKeyHeaderScheme("X-Auth-Key", "ApiKey", requiredTogether: 0, "CFGENTRACED_KEY"),
                new ApiKeyHeaderScheme("X-Auth-User", "UserServiceKey", requiredTogether: 0, "CFGENTRACED_USER"),
                new ApiKeyQueryScheme("who", "QueryKey", requiredTogether: 0, "CFGENTRACED_QUERY_KEY")
            );
    }
}
