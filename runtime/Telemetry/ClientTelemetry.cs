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
        _duration = CreateDuration(meter);
        _drift = meter.CreateCounter<long>(
            "cfgen.client.drift",
            "{value}",
            "Values in responses that the document does not declare or that violate it."
        );
    }

    /// <summary>True if somebody traces or measures calls.</summary>
    public bool HasListeners => _source.HasListeners() || _duration.Enabled;

    /// <summary>Gets the source and the meter of a client's name. A factory that was passed in owns its meter.</summary>
    public static ClientTelemetry GetOrCreate(string clientName, IMeterFactory? meters)
    {
        string name = "CfGen." + clientName;
        ClientTelemetry shared = s_clients.GetOrAdd(name, static n => new ClientTelemetry(new ActivitySource(n), new Meter(n)));
        return meters is null ? shared : new ClientTelemetry(shared._source, meters.Create(name));
    }

    /// <summary>Starts the activity of a call if somebody listens. A sampler sees all that is known then.</summary>
    /// <param name="request">The request.</param>
    /// <param name="url">The URL that is sent first, with credentials; null for a request that is not sent.</param>
    public Activity? StartActivity(ApiRequest request, Uri? url)
    {
        if (!_source.HasListeners())
            return null;
        ApiOperationInfo operation = request.Operation;
        KeyValuePair<string, object?>[] tags = new KeyValuePair<string, object?>[url is null ? 3 : 6];
        tags[0] = new(CallTags.Method, CallTags.GetMethod(operation));
        tags[1] = new(CallTags.Template, operation.Path);
        tags[2] = new(CallTags.Operation, operation.Id);
        if (url is not null)
        {
            tags[3] = new(CallTags.Url, RedactedUrl.Create(request));
            tags[4] = new(CallTags.Address, url.Host);
            tags[5] = new(CallTags.Port, url.Port);
        }

        return _source.CreateActivity(operation.SpanName, ActivityKind.Client, default(ActivityContext), tags)?.Start();
    }

    /// <summary>Sets the final tags of the activity and records the duration of a call.</summary>
    public void RecordEnd(ApiRequest request, Uri? url, ApiMessage? message, Activity? activity, TimeSpan elapsed, Exception? failure)
    {
        if (activity is null && !_duration.Enabled)
            return;
        object? status = message?.Response is { } response ? (int)response.StatusCode : null;
        string? errorType = CallTags.GetErrorType(failure);
        string? errorCode = CallTags.GetErrorCode(failure, message);
        if (activity is { IsAllDataRequested: true })
            AddFinalTags(activity, request, message, status, errorType, errorCode);
        if (!_duration.Enabled)
            return;
        var tags = new TagList
        {
            { CallTags.Method, CallTags.GetMethod(request.Operation) },
            { CallTags.Template, request.Operation.Path },
            { CallTags.Operation, request.Operation.Id },
        };
        if (url is not null)
        {
            tags.Add(CallTags.Address, url.Host);
            tags.Add(CallTags.Port, url.Port);
        }

        if (status is not null)
            tags.Add(CallTags.Status, status);
        if (errorType is not null)
            tags.Add(CallTags.ErrorType, errorType);
        if (errorCode is not null)
            tags.Add(CallTags.ErrorCode, errorCode);
        _duration.Record(elapsed.TotalSeconds, tags);
    }

    /// <summary>Counts values in a response that the document does not declare, or that violate it.</summary>
    public void CountDrift(string operationId, string kind, int count)
    {
        if (count > 0 && _drift.Enabled)
            _drift.Add(
                count,
                new KeyValuePair<string, object?>(CallTags.Operation, operationId),
                new KeyValuePair<string, object?>(CallTags.DriftKind, kind)
            );
    }

    private static void AddFinalTags(
        Activity activity,
        ApiRequest request,
        ApiMessage? message,
        object? status,
        string? errorType,
        string? errorCode
    )
    {
        if (CallTags.GetMethod(request.Operation) == CallTags.OtherMethod)
            activity.SetTag(CallTags.OriginalMethod, request.Operation.Method.Method);
        if (status is not null)
            activity.SetTag(CallTags.Status, status);
        if (message?.Response is { } response)
            activity.SetTag(CallTags.ProtocolVersion, CallTags.GetProtocolVersion(response.Version));
        if (message is { ResendCount: > 0 })
            activity.SetTag(CallTags.ResendCount, message.ResendCount);
        if (errorCode is not null)
            activity.SetTag(CallTags.ErrorCode, errorCode);
        if (errorType is not null)
            activity.SetTag(CallTags.ErrorType, errorType).SetStatus(ActivityStatusCode.Error);
    }

    private static Histogram<double> CreateDuration(Meter meter)
    {
        const string Name = "cfgen.client.operation.duration"; // that of the handler is http.client.request.duration, an attempt each
        const string Description = "Duration of a call with all its attempts.";
#if NET9_0_OR_GREATER
        return meter.CreateHistogram<double>(
            Name,
            "s",
            Description,
            tags: null,
            // The boundaries of the conventions, and longer ones, because attempts and the delays between them add up.
            new InstrumentAdvice<double>
            {
                HistogramBucketBoundaries = [0.005, 0.01, 0.025, 0.05, 0.075, 0.1, 0.25, 0.5, 0.75, 1, 2.5, 5, 7.5, 10, 30, 60, 120],
            }
        );
#else
        return meter.CreateHistogram<double>(Name, "s", Description);
#endif
    }
}
