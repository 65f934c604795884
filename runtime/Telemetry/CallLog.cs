using CfGen.CodeGen;
using CfGen.Pipeline;
using Microsoft.Extensions.Logging;

namespace CfGen.Telemetry;

/// <summary>Logs calls: method, route template, status, duration, attempts. Never a value, a credential or a body.</summary>
internal static partial class CallLog
{
    public static void LogStart(ApiRequest request) =>
        Started(request.Connection.Logger, request.Operation.Method.Method, request.Operation.Path, request.Operation.Id);

    public static void LogRetry(ApiMessage message, TimeSpan delay, ApiException failure)
    {
        (ILogger logger, ApiOperationInfo operation) = GetTarget(message);
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

    public static void LogSuccess(ApiMessage message, TimeSpan elapsed)
    {
        (ILogger logger, ApiOperationInfo operation) = GetTarget(message);
        Ended(
            logger,
            operation.Method.Method,
            operation.Path,
            operation.Id,
            (int)message.Response!.StatusCode,
            elapsed.TotalMilliseconds,
            message.Attempt
        );
    }

    public static void LogFailure(ApiMessage message, TimeSpan elapsed, ApiException failure)
    {
        (ILogger logger, ApiOperationInfo operation) = GetTarget(message);
        if (logger.IsEnabled(LogLevel.Warning))
            Failing(
                logger,
                operation.Method.Method,
                operation.Path,
                operation.Id,
                DescribeReason(failure),
                elapsed.TotalMilliseconds,
                message.Attempt
            );
    }

    public static void LogDrift(ApiMessage message, int count)
    {
        (ILogger logger, ApiOperationInfo operation) = GetTarget(message);
        Drifting(logger, operation.Method.Method, operation.Path, operation.Id, count);
    }

    private static (ILogger Logger, ApiOperationInfo Operation) GetTarget(ApiMessage message) =>
        (message.Request.Connection.Logger, message.Request.Operation);

    // The exception itself is not logged: the caller gets it, and the text of its inner exceptions may hold anything.
    private static string DescribeReason(ApiException failure) =>
        failure switch
        {
            ApiStatusException status => ((int)status.StatusCode).ToString(System.Globalization.CultureInfo.InvariantCulture),
            ApiTimeoutException => "a timeout",
            ApiConnectionException => "a connection error",
            ApiCredentialsException => "a credential that cannot be sent",
            _ => "a response that cannot be read",
        };

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
        5,
        LogLevel.Warning,
        "{Method} {Route} ({Operation}) returned {Count} values that violate the document; they were read as defaults"
    )]
    private static partial void Drifting(ILogger logger, string method, string route, string operation, int count);
}
