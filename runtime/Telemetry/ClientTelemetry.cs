using System.Collections.Concurrent;
using System.Diagnostics;
using System.Diagnostics.Metrics;
using CfGen.CodeGen;

namespace CfGen.Telemetry;

/// <summary>
/// The activity source and the meter of a client, both named <c>CfGen.&lt;client&gt;</c>. One a name, however many clients there are.
/// When nobody listens, a call asks two booleans.
/// </summary>
internal sealed class ClientTelemetry
{
    private static readonly ConcurrentDictionary<string, ClientTelemetry> s_clients = new(StringComparer.Ordinal);

    private readonly ActivitySource _source;
    private readonly Histogram<double> _duration;
    private readonly Counter<long> _drift;

    private ClientTelemetry(string name)
    {
        _source = new ActivitySource(name);
        var meter = new Meter(name);
        _duration = meter.CreateHistogram<double>("cfgen.client.operation.duration", "s", "Duration of a call with all its attempts.");
        _drift = meter.CreateCounter<long>(
            "cfgen.client.drift",
            "{value}",
            "Values in answers that the document does not know or that break it."
        );
    }

    public static ClientTelemetry GetOrCreate(string clientName) =>
        s_clients.GetOrAdd("CfGen." + clientName, static n => new ClientTelemetry(n));

    /// <summary>Begins the span of a call, where somebody listens.</summary>
    public Activity? StartActivity(ApiRequestBuilder call)
    {
        if (
            !_source.HasListeners()
            || _source.CreateActivity($"{call.Operation.Method.Method} {call.Operation.Path}", ActivityKind.Client) is not { } activity
        )
            return null;
        activity.SetTag("http.request.method", call.Operation.Method.Method);
        activity.SetTag("url.template", call.Operation.Path);
        activity.SetTag("cfgen.operation.id", call.Operation.Id);
        if (call.InitialUrl is { } url)
        {
            activity.SetTag("server.address", url.Host);
            activity.SetTag("server.port", url.Port);
        }

        return activity.Start();
    }

    /// <summary>Ends a call: tags of the span, and the duration.</summary>
    public void RecordCompletion(ApiRequestBuilder call, Activity? activity, TimeSpan elapsed, ApiException? failure)
    {
        if (activity is null && !_duration.Enabled)
            return;
        int? status = failure is ApiStatusException or null ? (int?)call.Response?.StatusCode : null;
        string? error = failure switch
        {
            null => null,
            ApiStatusException => status?.ToString(System.Globalization.CultureInfo.InvariantCulture),
            _ => failure.GetType().FullName,
        };
        if (activity is not null)
        {
            if (status is not null)
                activity.SetTag("http.response.status_code", status);
            if (call.Attempts > 1)
                activity.SetTag("http.request.resend_count", call.Attempts - 1);
            if (error is not null)
                activity.SetTag("error.type", error).SetStatus(ActivityStatusCode.Error);
        }

        if (!_duration.Enabled)
            return;
        var tags = new TagList
        {
            { "http.request.method", call.Operation.Method.Method },
            { "url.template", call.Operation.Path },
            { "cfgen.operation.id", call.Operation.Id },
        };
        if (status is not null)
            tags.Add("http.response.status_code", status);
        if (error is not null)
            tags.Add("error.type", error);
        _duration.Record(elapsed.TotalSeconds, tags);
    }

    /// <summary>Counts what an answer had that the document has not.</summary>
    public void CountDrift(ApiRequestBuilder call, string kind, int count)
    {
        if (count > 0 && _drift.Enabled)
            _drift.Add(
                count,
                new KeyValuePair<string, object?>("cfgen.operation.id", call.Operation.Id),
                new KeyValuePair<string, object?>("cfgen.drift.kind", kind)
            );
    }
}
