using System.Diagnostics;
using CfGen.Pipeline;
using Microsoft.Extensions.Logging.Abstractions;

namespace CfGen.Telemetry;

/// <summary>Reports one call to the activity source, the meter and the log of its client. A call that nobody watches has none.</summary>
internal sealed class CallObserver
{
    private readonly ApiRequest _request;
    private readonly Uri? _url;
    private readonly Activity? _activity;
    private readonly long _started;

    private readonly string? _correlationId;

    private CallObserver(ApiRequest request, Uri? url, string? correlationId)
    {
        _request = request;
        _correlationId = correlationId;
        _url = url;
        _started = request.Settings.TimeProvider.GetTimestamp();
        _activity = request.Settings.Telemetry.StartActivity(request, url);
        if (correlationId is not null)
            _activity?.SetTag(CallTags.CorrelationId, correlationId);
    }

    /// <summary>Starts to watch a call. Null if there is no listener and no log.</summary>
    public static CallObserver? Start(in PreparedRequest prepared)
    {
        if (!IsWatched(prepared.Request))
            return null;
        CallLog.LogStart(prepared.Request, prepared.CorrelationId);
        return new CallObserver(prepared.Request, prepared.Url, prepared.CorrelationId);
    }

    /// <summary>
    /// Reports an exception that ends a call before there is a response to read. Always false, so that the exception goes on.
    /// </summary>
    /// <param name="request">The request.</param>
    /// <param name="observer">The observer of the call; null if nobody watches it, or if it was refused before it began.</param>
    /// <param name="message">The last attempt; null before the first.</param>
    /// <param name="failure">The exception.</param>
    public static bool Report(ApiRequest request, CallObserver? observer, ApiMessage? message, Exception failure)
    {
        if (observer is null && request.Connection.Settings is not null && IsWatched(request))
            observer = new CallObserver(request, null, null);
        observer?.End(message, failure);
        return false;
    }

    /// <summary>Ends the call.</summary>
    /// <param name="message">The last attempt; null if there was none.</param>
    /// <param name="failure">The exception that the caller gets; null after a success.</param>
    public void End(ApiMessage? message, Exception? failure)
    {
        TimeSpan elapsed = _request.Settings.TimeProvider.GetElapsedTime(_started);
        _request.Settings.Telemetry.RecordEnd(_request, _url, message, _activity, elapsed, failure);
        _activity?.Dispose();
        CallLog.LogEnd(_request, message, elapsed, failure, _correlationId);
    }

    private static bool IsWatched(ApiRequest request) =>
        request.Settings.Telemetry.HasListeners || !ReferenceEquals(request.Connection.Logger, NullLogger.Instance);
}
