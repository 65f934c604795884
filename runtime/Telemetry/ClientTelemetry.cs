using System.Collections.Concurrent;
using System.Diagnostics;
using System.Diagnostics.Metrics;
using CfGen.CodeGen;
using CfGen.Pipeline;

namespace CfGen.Telemetry;

/// <summary>
/// The activity source and the meter of a client, both named <c>CfGen.&lt;client&gt;</c>. Clients of one name share them.
/// Without a listener, a call only reads two booleans.
/// </summary>
internal sealed class ClientTelemetry
{
    private static readonly ConcurrentDictionary<string, ClientTelemetry> s_clients = new(StringComparer.Ordinal);

    private readonly ActivitySource _source;
    private readonly Histogram<double> _duration;
    private readonly Counter<long> _drift;

    private ClientTelemetry(ActivitySource source, Meter meter)
    {
        _source = source;
        _duration = meter.CreateHistogram<double>("cfgen.client.operation.duration", "s", "Duration of a call with all its attempts.");
        _drift = meter.CreateCounter<long>(
            "cfgen.client.drift",
            "{value}",
            "Values in responses that the document does not declare or that violate it."
        );
    }

    /// <summary>Gets the source and the meter of a client's name. A factory that was passed in owns its meter.</summary>
    public static ClientTelemetry GetOrCreate(string clientName, IMeterFactory? meters)
    {
        string name = "CfGen." + clientName;
        ClientTelemetry shared = s_clients.GetOrAdd(name, static n => new ClientTelemetry(new ActivitySource(n), new Meter(n)));
        return meters is null ? shared : new ClientTelemetry(shared._source, meters.Create(name));
    }

    /// <summary>Starts the activity of a call if somebody listens.</summary>
    public Activity? StartActivity(in PreparedRequest prepared)
    {
        ApiOperationInfo operation = prepared.Request.Operation;
        if (
            !_source.HasListeners()
            || _source.CreateActivity($"{operation.Method.Method} {operation.Path}", ActivityKind.Client) is not { } activity
        )
            return null;
        activity.SetTag("http.request.method", operation.Method.Method);
        activity.SetTag("url.template", operation.Path);
        activity.SetTag("cfgen.operation.id", operation.Id);
        activity.SetTag("server.address", prepared.Url.Host);
        activity.SetTag("server.port", prepared.Url.Port);
        return activity.Start();
    }

    /// <summary>Sets the final tags of the activity and records the duration of a call.</summary>
    public void RecordCompletion(ApiMessage message, Activity? activity, TimeSpan elapsed, ApiException? failure)
    {
        if (activity is null && !_duration.Enabled)
            return;
        int? status = failure is ApiStatusException or null ? (int?)message.Response?.StatusCode : null;
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
            if (message.Attempt > 1)
                activity.SetTag("http.request.resend_count", message.Attempt - 1);
            if (error is not null)
                activity.SetTag("error.type", error).SetStatus(ActivityStatusCode.Error);
        }

        if (!_duration.Enabled)
            return;
        var tags = new TagList
        {
            { "http.request.method", message.Request.Operation.Method.Method },
            { "url.template", message.Request.Operation.Path },
            { "cfgen.operation.id", message.Request.Operation.Id },
        };
        if (status is not null)
            tags.Add("http.response.status_code", status);
        if (error is not null)
            tags.Add("error.type", error);
        _duration.Record(elapsed.TotalSeconds, tags);
    }

    /// <summary>Counts values in a response that the document does not declare, or that violate it.</summary>
    public void CountDrift(ApiMessage message, string kind, int count)
    {
        if (count > 0 && _drift.Enabled)
            _drift.Add(
                count,
                new KeyValuePair<string, object?>("cfgen.operation.id", message.Request.Operation.Id),
                new KeyValuePair<string, object?>("cfgen.drift.kind", kind)
            );
    }
}
