using System.Diagnostics;
using CfGen.Pipeline;

namespace CfGen.Telemetry;

/// <summary>Reports one call to the activity source, the meter and the log of its client.</summary>
internal readonly struct CallObserver : IDisposable
{
    private readonly ConnectionSettings _settings;
    private readonly Activity? _activity;
    private readonly long _started;

    private CallObserver(ConnectionSettings settings, Activity? activity, long started)
    {
        _settings = settings;
        _activity = activity;
        _started = started;
    }

    private TimeSpan Elapsed => _settings.TimeProvider.GetElapsedTime(_started);

    public static CallObserver Start(in PreparedRequest prepared)
    {
        ConnectionSettings settings = prepared.Request.Settings;
        long started = settings.TimeProvider.GetTimestamp();
        Activity? activity = settings.Telemetry.StartActivity(prepared);
        CallLog.LogStart(prepared.Request);
        return new CallObserver(settings, activity, started);
    }

    public static void Retry(ApiMessage message, TimeSpan delay, ApiException failure) => CallLog.LogRetry(message, delay, failure);

    public void Succeed(ApiMessage message)
    {
        TimeSpan elapsed = Elapsed;
        _settings.Telemetry.RecordCompletion(message, _activity, elapsed, null);
        CallLog.LogSuccess(message, elapsed);
    }

    public void Fail(ApiMessage message, ApiException failure)
    {
        TimeSpan elapsed = Elapsed;
        _settings.Telemetry.RecordCompletion(message, _activity, elapsed, failure);
        CallLog.LogFailure(message, elapsed, failure);
    }

    public void Dispose() => _activity?.Dispose();
}
