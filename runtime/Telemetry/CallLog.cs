using System.Globalization;
using CfGen.CodeGen;
using CfGen.Pipeline;
using Microsoft.Extensions.Logging;

namespace CfGen.Telemetry;

/// <summary>Logs calls: method, route template, status, duration, attempts. Never a value, a credential or a body.</summary>
internal static partial class CallLog
{
    public static void LogStart(ApiRequest request, string? correlationId)
    {
        ILogger logger = request.Connection.Logger;
        using IDisposable? scope = BeginScope(logger, correlationId);
        Started(logger, request.Operation.Method.Method, request.Operation.Path, request.Operation.Id);
    }

    public static void LogRetry(ApiMessage message, TimeSpan delay, ApiException failure, string? correlationId)
    {
        (ILogger logger, ApiOperationInfo operation) = GetTarget(message);
        using IDisposable? scope = BeginScope(logger, correlationId);
        if (logger.IsEnabled(LogLevel.Information))
            Retrying(
                logger,
                operation.Method.Method,
                operation.Path,
                operation.Id,
                message.Attempt,
                DescribeReason(failure),
                delay.TotalMilliseconds
            );
    }

    /// <summary>Logs the end of a call.</summary>
    public static void LogEnd(ApiRequest request, ApiMessage? message, TimeSpan elapsed, Exception? failure, string? correlationId)
    {
        ILogger logger = request.Connection.Logger;
        using IDisposable? scope = BeginScope(logger, correlationId);
        (string method, string path, string id) = (request.Operation.Method.Method, request.Operation.Path, request.Operation.Id);
        (double time, int attempts) = (elapsed.TotalMilliseconds, message?.Attempt ?? 0);
        if (failure is null)
            Ended(logger, method, path, id, (int)message!.Response!.StatusCode, time, attempts);
        else if (failure is OperationCanceledException)
            Canceled(logger, method, path, id, time, attempts);
        else if (logger.IsEnabled(LogLevel.Warning))
            Failing(logger, method, path, id, DescribeReason(failure), time, attempts);
    }

    public static void LogDrift(ApiMessage message, int count)
    {
        (ILogger logger, ApiOperationInfo operation) = GetTarget(message);
        Drifting(logger, operation.Method.Method, operation.Path, operation.Id, count);
    }

    /// <summary>Begins a scope with the correlation id of a call; null if it has none.</summary>
    public static IDisposable? BeginScope(ILogger logger, string? correlationId) =>
        correlationId is null ? null : logger.BeginScope(new KeyValuePair<string, object?>[] { new("CorrelationId", correlationId) });

    private static (ILogger Logger, ApiOperationInfo Operation) GetTarget(ApiMessage message) =>
        (message.Request.Connection.Logger, message.Request.Operation);

    // The exception itself is not logged: the caller gets it, and the text of its inner exceptions may hold anything.
    private static string DescribeReason(Exception failure) =>
        failure switch
        {
            ApiStatusException status => DescribeStatus(status),
            ApiTimeoutException => "a timeout",
            ApiConnectionException => "a connection error",
            ApiCredentialsException => "a credential that cannot be sent",
            ApiResponseFormatException => "a response that cannot be read",
            ApiValidationException => "arguments that violate the document",
            _ => failure.GetType().Name,
        };

    private static string DescribeStatus(ApiStatusException failure)
    {
        string status = ((int)failure.StatusCode).ToString(CultureInfo.InvariantCulture);
        return CallTags.GetErrorCode(failure) is { } code ? $"{status} (error code {code})" : status;
    }

    [LoggerMessage(1, LogLevel.Debug, "{Method} {Route} ({Operation}) starts")]
    private static partial void Started(ILogger logger, string method, string route, string operation);

    [LoggerMessage(
        2,
        LogLevel.Information,
        "{Method} {Route} ({Operation}) attempt {Attempt} failed with {Reason}; the next attempt starts in {DelayMs} ms"
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
        "{Method} {Route} ({Operation}) succeeded with {Status} in {ElapsedMs} ms, attempts: {Attempts}"
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
        6,
        LogLevel.Information,
        "{Method} {Route} ({Operation}) was canceled by its caller after {ElapsedMs} ms, attempts: {Attempts}"
    )]
    private static partial void Canceled(ILogger logger, string method, string route, string operation, double elapsedMs, int attempts);

    [LoggerMessage(
        5,
        LogLevel.Warning,
        "{Method} {Route} ({Operation}) returned {Count} values that violate the document; they were read as defaults"
    )]
    private static partial void Drifting(ILogger logger, string method, string route, string operation, int count);
}
