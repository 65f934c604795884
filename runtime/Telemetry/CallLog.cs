using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using CfGen.CodeGen;
using CfGen.Pipeline;
using Microsoft.Extensions.Logging;

namespace CfGen.Telemetry;

/// <summary>Logs calls: method, route template, status, duration, attempts. Never a value, a credential or a body.</summary>
internal static class CallLog
{
    private const string Call = "{Method} {Route} ({Operation})";

    public static void LogStart(ApiRequest request, string? correlationId)
    {
        ILogger logger = request.Connection.Logger;
        if (!logger.IsEnabled(LogLevel.Debug))
            return;
        using IDisposable? scope = BeginScope(logger, correlationId);
        Write(request, LogLevel.Debug, new EventId(1, "Started"), Call + " starts");
    }

    public static void LogRetry(ApiMessage message, TimeSpan delay, ApiException failure, string? correlationId)
    {
        ILogger logger = message.Request.Connection.Logger;
        if (!logger.IsEnabled(LogLevel.Information))
            return;
        using IDisposable? scope = BeginScope(logger, correlationId);
        Write(
            message.Request,
            LogLevel.Information,
            new EventId(2, "Retrying"),
            Call + " attempt {Attempt} failed with {Reason}; the next attempt starts in {DelayMs} ms",
            message.Attempt,
            DescribeReason(failure, message),
            delay.TotalMilliseconds
        );
    }

    /// <summary>Logs the end of a call.</summary>
    public static void LogEnd(ApiRequest request, ApiMessage? message, TimeSpan elapsed, Exception? failure, string? correlationId)
    {
        ILogger logger = request.Connection.Logger;
        LogLevel level = failure is null or OperationCanceledException ? LogLevel.Information : LogLevel.Warning;
        if (!logger.IsEnabled(level))
            return;
        using IDisposable? scope = BeginScope(logger, correlationId);
        object time = elapsed.TotalMilliseconds;
        object attempts = message?.Attempt ?? 0;
        if (failure is null)
            Write(
                request,
                level,
                new EventId(3, "Ended"),
                Call + " succeeded with {Status} in {ElapsedMs} ms, attempts: {Attempts}",
                (int)message!.Response!.StatusCode,
                time,
                attempts
            );
        else if (failure is OperationCanceledException)
            Write(
                request,
                level,
                new EventId(6, "Canceled"),
                Call + " was canceled by its caller after {ElapsedMs} ms, attempts: {Attempts}",
                time,
                attempts
            );
        else
            Write(
                request,
                level,
                new EventId(4, "Failing"),
                Call + " failed with {Reason} in {ElapsedMs} ms, attempts: {Attempts}",
                DescribeReason(failure, message),
                time,
                attempts
            );
    }

    public static void LogDrift(ApiMessage message, int count)
    {
        if (message.Request.Connection.Logger.IsEnabled(LogLevel.Warning))
            Write(
                message.Request,
                LogLevel.Warning,
                new EventId(5, "Drifting"),
                Call + " returned {Count} values that violate the document; they were read as defaults",
                count
            );
    }

    /// <summary>Begins a scope with the correlation id of a call; null if it has none.</summary>
    public static IDisposable? BeginScope(ILogger logger, string? correlationId) =>
        correlationId is null ? null : logger.BeginScope(new KeyValuePair<string, object?>[] { new("CorrelationId", correlationId) });

    // The exception itself is not logged: the caller gets it, and the text of its inner exceptions may hold anything.
    private static string DescribeReason(Exception failure, ApiMessage? message) =>
        failure switch
        {
            ApiStatusException status => DescribeStatus(status, message),
            ApiTimeoutException => "a timeout",
            ApiConnectionException => "a connection error",
            ApiCredentialsException => "a credential that cannot be sent",
            ApiResponseFormatException => "a response that cannot be read",
            ApiValidationException => "arguments that violate the document",
            _ => failure.GetType().Name,
        };

    private static string DescribeStatus(ApiStatusException failure, ApiMessage? message)
    {
        string status = ((int)failure.StatusCode).ToString(CultureInfo.InvariantCulture);
        return CallTags.GetErrorCode(failure, message) is { } code ? $"{status} (error code {code})" : status;
    }

    // One type of state for all messages: LoggerMessage has a generic one for each combination of values, and NativeAOT compiles each.
    [SuppressMessage("Performance", "CA1848", Justification = "It adds 22 KB to each program of NativeAOT.")]
    [SuppressMessage("Performance", "CA1873", Justification = "Callers check the level.")]
    [SuppressMessage("Usage", "CA2254", Justification = "Callers pass constants.")]
    private static void Write(ApiRequest request, LogLevel level, EventId id, string message, params object[] values)
    {
        ApiOperationInfo operation = request.Operation;
        request.Connection.Logger.Log(level, id, message, [operation.Method.Method, operation.Path, operation.Id, .. values]);
    }
}
