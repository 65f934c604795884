using CfGen.CodeGen;
using Microsoft.Extensions.Logging;

namespace CfGen.Telemetry;

/// <summary>What a call logs: method, route template, status, duration, attempts. Never a value, a credential or a body.</summary>
internal static partial class CallLog
{
    public static void LogStart(ApiRequestBuilder call) =>
        Started(call.Connection.Logger, call.Operation.Method.Method, call.Operation.Path, call.Operation.Id);

    public static void LogRetry(ApiRequestBuilder call, TimeSpan delay, ApiException failure)
    {
        if (call.Connection.Logger.IsEnabled(LogLevel.Information))
            Retrying(
                call.Connection.Logger,
                call.Operation.Method.Method,
                call.Operation.Path,
                call.Operation.Id,
                call.Attempts,
                DescribeReason(failure),
                delay.TotalMilliseconds
            );
    }

    public static void LogSuccess(ApiRequestBuilder call, TimeSpan elapsed) =>
        Ended(
            call.Connection.Logger,
            call.Operation.Method.Method,
            call.Operation.Path,
            call.Operation.Id,
            (int)call.Response!.StatusCode,
            elapsed.TotalMilliseconds,
            call.Attempts
        );

    public static void LogFailure(ApiRequestBuilder call, TimeSpan elapsed, ApiException failure)
    {
        if (call.Connection.Logger.IsEnabled(LogLevel.Warning))
            Failing(
                call.Connection.Logger,
                call.Operation.Method.Method,
                call.Operation.Path,
                call.Operation.Id,
                DescribeReason(failure),
                elapsed.TotalMilliseconds,
                call.Attempts
            );
    }

    public static void LogDrift(ApiRequestBuilder call, int count) =>
        Drifting(call.Connection.Logger, call.Operation.Method.Method, call.Operation.Path, call.Operation.Id, count);

    // The exception itself stays out of the log: the caller gets it, and its inner ones are not ours to vouch for.
    private static string DescribeReason(ApiException failure) =>
        failure switch
        {
            ApiStatusException status => ((int)status.StatusCode).ToString(System.Globalization.CultureInfo.InvariantCulture),
            ApiTimeoutException => "a timeout",
            ApiConnectionException => "a connection error",
            _ => "an answer that cannot be read",
        };

    [LoggerMessage(1, LogLevel.Debug, "{Method} {Route} ({Operation}) starts")]
    private static partial void Started(ILogger logger, string method, string route, string operation);

    [LoggerMessage(
        2,
        LogLevel.Information,
        "{Method} {Route} ({Operation}) attempt {Attempt} ended with {Reason}; the next one follows in {DelayMs} ms"
    )]
    private static partial void Retrying(
        ILogger logger,
        string method,
        string route,
        string operation,
        int attempt,
        string reason,
        double delayMs
    );

    [LoggerMessage(
        3,
        LogLevel.Information,
        "{Method} {Route} ({Operation}) was answered with {Status} in {ElapsedMs} ms, attempts: {Attempts}"
    )]
    private static partial void Ended(
        ILogger logger,
        string method,
        string route,
        string operation,
        int status,
        double elapsedMs,
        int attempts
    );

    [LoggerMessage(4, LogLevel.Warning, "{Method} {Route} ({Operation}) failed with {Reason} in {ElapsedMs} ms, attempts: {Attempts}")]
    private static partial void Failing(
        ILogger logger,
        string method,
        string route,
        string operation,
        string reason,
        double elapsedMs,
        int attempts
    );

    [LoggerMessage(
        5,
        LogLevel.Warning,
        "{Method} {Route} ({Operation}) was answered with {Count} values that break the document; they were read as defaults"
    )]
    private static partial void Drifting(ILogger logger, string method, string route, string operation, int count);
}
