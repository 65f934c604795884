using System.Diagnostics;
using System.Diagnostics.Metrics;
using CfGen.CodeGen;
using CfGen.Runtime.Tests.Support;

namespace CfGen.Runtime.Tests.Telemetry;

public sealed class TelemetryTests : IDisposable
{
    private readonly ActivityListener _spans;
    private readonly MeterListener _meters = new();
    private readonly string _id = "op-" + Guid.NewGuid();
    private readonly List<Activity> _ended = [];
    private readonly List<(string Name, double Value, Dictionary<string, object?> Tags)> _measured = [];

    public TelemetryTests()
    {
        _spans = new ActivityListener
        {
            ShouldListenTo = s => s.Name == "CfGen.Test",
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = a =>
            {
                lock (_ended)
                {
                    if (Equals(a.GetTagItem("cfgen.operation.id"), _id))
                        _ended.Add(a);
                }
            },
        };
        ActivitySource.AddActivityListener(_spans);
        _meters.InstrumentPublished = (i, l) =>
        {
            if (i.Meter.Name == "CfGen.Test")
                l.EnableMeasurementEvents(i);
        };
        _meters.SetMeasurementEventCallback<double>((i, v, tags, _) => RecordMeasurement(i, v, tags));
        _meters.SetMeasurementEventCallback<long>((i, v, tags, _) => RecordMeasurement(i, v, tags));
        _meters.Start();
    }

    public void Dispose()
    {
        _spans.Dispose();
        _meters.Dispose();
    }

    private void RecordMeasurement(Instrument instrument, double value, ReadOnlySpan<KeyValuePair<string, object?>> tags)
    {
        Dictionary<string, object?> all = new(tags.ToArray());
        lock (_measured)
        {
            if (Equals(all["cfgen.operation.id"], _id)) // other tests run beside this one
                _measured.Add((instrument.Name, value, all));
        }
    }

    private ApiOperationInfo CreateOperation() => new(_id, HttpMethod.Get, "/things/{id}") { Security = [1] };

    [Fact]
    public async Task A_call_records_an_activity_and_a_duration_without_credentials()
    {
        await using TestServer server = await TestServer.StartAsync(TestServer.Respond(503, ""), TestServer.Respond(200, "1"));
        using TestClient client = server.CreateClient();

        await client
            .Call(CreateOperation())
            .AddString(ParameterLocation.Path, "id", "7", "#", true)
            .SendForResultAsync<int, Int32Codec>(default);

        Activity span = Assert.Single(_ended);
        Assert.Equal(("GET /things/{id}", ActivityKind.Client, ActivityStatusCode.Unset), (span.DisplayName, span.Kind, span.Status));
        Assert.Equal(
            ("GET", "/things/{id}", server.Url + "/client/v4/things/7", "127.0.0.1", 200, 1),
            (
                span.GetTagItem("http.request.method"),
                span.GetTagItem("url.template"),
                span.GetTagItem("url.full"),
                span.GetTagItem("server.address"),
                span.GetTagItem("http.response.status_code"),
                span.GetTagItem("http.request.resend_count")
            )
        );
        Secrets.AssertAbsent(string.Join(' ', span.TagObjects.Select(t => $"{t.Key}={t.Value}")));
        (string name, double _, Dictionary<string, object?> tags) = Assert.Single(_measured);
        Assert.Equal(("cfgen.client.operation.duration", 200), (name, tags["http.response.status_code"]));
    }

    [Fact]
    public async Task A_failure_records_its_error_type()
    {
        await using TestServer server = await TestServer.StartAsync(TestServer.Respond(404, ""), TestServer.Disconnect);
        using TestClient client = server.CreateClient(o => o.MaxRetries = 0);

        await Assert.ThrowsAsync<ApiNotFoundException>(() =>
            client.Call(CreateOperation()).AddString(ParameterLocation.Path, "id", "x", "#", true).SendAsync(default)
        );
        await Assert.ThrowsAsync<ApiConnectionException>(() =>
            client.Call(CreateOperation()).AddString(ParameterLocation.Path, "id", "x", "#", true).SendAsync(default)
        );

        Assert.Equal(["404", "CfGen.ApiConnectionException"], _ended.Select(a => a.GetTagItem("error.type")));
        Assert.All(_ended, a => Assert.Equal(ActivityStatusCode.Error, a.Status));
        Assert.Equal(["404", "CfGen.ApiConnectionException"], _measured.Select(m => m.Tags["error.type"]));
    }

    [Theory]
    [InlineData("""{"id":"1"}""", "missing_property", ResponseValidation.Strict)]
    [InlineData("""{"id":"1"}""", "missing_property", ResponseValidation.Lenient)]
    [InlineData("""{"id":"1","name":5}""", "broken_value", ResponseValidation.Strict)]
    [InlineData("""{"id":"1","name":5}""", "broken_value", ResponseValidation.Lenient)]
    public async Task Violations_are_counted_by_a_strict_read_too(string body, string kind, ResponseValidation validation)
    {
        await using TestServer server = await TestServer.StartAsync(200, body);
        using TestClient client = server.CreateClient(o => o.ResponseValidation = validation);

        Exception? e = await Record.ExceptionAsync(() =>
            client.Call(CreateOperation()).AddString(ParameterLocation.Path, "id", "x", "#", true).SendForResultAsync<Named>(default)
        );

        Assert.Equal(validation == ResponseValidation.Strict, e is ApiResponseFormatException);
        Assert.Equal(
            [(kind, 1d)],
            _measured.Where(m => m.Name == "cfgen.client.drift").Select(m => ((string)m.Tags["cfgen.drift.kind"]!, m.Value))
        );
    }

    [Fact]
    public async Task Drift_is_counted()
    {
        await using TestServer server = await TestServer.StartAsync(200, """["low","critical","worse",5]""");
        using TestClient client = server.CreateClient(o => o.ResponseValidation = ResponseValidation.Lenient);

        await client
            .Call(CreateOperation())
            .AddString(ParameterLocation.Path, "id", "x", "#", true)
            .SendForResultAsync<IReadOnlyList<RiskLevel>, ListCodec<RiskLevel, EnumCodec<RiskLevel>>>(default);

        Assert.Equal(
            [("unknown_enum_value", 2d), ("broken_value", 1d)],
            _measured.Where(m => m.Name == "cfgen.client.drift").Select(m => ((string)m.Tags["cfgen.drift.kind"]!, m.Value))
        );
    }

    private sealed record Named : IJsonModel<Named>
    {
        public required string Id { get; init; }

        public required string Name { get; init; }

        static Named IJsonModel<Named>.Read(ref JsonModelReader r)
        {
            string? id = null;
            string? name = null;
            JsonObjectState outer = r.ReadStartObject();
            for (; r.HasMoreProperties(); r.SkipUnknown())
            {
                if (r.IsProperty("id"u8, 0b01))
                    id = r.String();
                if (r.IsProperty("name"u8, 0b10))
                    name = r.String();
            }

            r.ReadEndObject(outer, 0b11, "id\0name"u8);
            return new Named { Id = id!, Name = name! };
        }
    }
}
