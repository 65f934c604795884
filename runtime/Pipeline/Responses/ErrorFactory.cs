using CfGen.CodeGen;

namespace CfGen.Pipeline.Responses;

/// <summary>Turns what went wrong into the exception that the caller sees.</summary>
internal static class ErrorFactory
{
    /// <summary>The exception for a failed attempt, or null where it is not ours to explain (the caller's cancellation, a bug in a handler).</summary>
    public static ApiException? FromException(
        Exception e,
        ApiRequestBuilder call,
        CancellationTokenSource timer,
        CancellationToken cancellationToken
    )
    {
        if (e is ApiException known)
            return known;
        if (e is InvalidDataException && call.Response is not null)
            return ResponseFormatError.Create(call, "is no valid gzip", null, e);
        if (e is not (OperationCanceledException or HttpRequestException or IOException) || cancellationToken.IsCancellationRequested)
            return null;
        if (call.BodyException is { } fault)
            return new ApiConnectionException($"{call.Describe()} was not sent as a whole: its body could not be read.", fault)
            {
                OperationId = call.Operation.Id,
                Attempts = call.Attempts,
            };
        if (timer.IsCancellationRequested)
            return CreateTimeoutException(call, DescribeTimeout(call, ours: true), call.Timeout, e);
        if (e is OperationCanceledException)
            return e.InnerException is TimeoutException
                ? CreateTimeoutException(call, DescribeTimeout(call, ours: false), System.Threading.Timeout.InfiniteTimeSpan, e)
                : null;
        return new ApiConnectionException(
            $"{call.Describe()} got no {(call.Response is null ? "" : "complete ")}answer from {call.TargetOrigin}{DescribeAttempts(call)}: {DescribeFailure(e)}",
            e
        )
        {
            OperationId = call.Operation.Id,
            Attempts = call.Attempts,
            IsTransient = true,
            IsConnectFailure = IsConnectFailure(e),
        };
    }

    private static ApiTimeoutException CreateTimeoutException(ApiRequestBuilder call, string message, TimeSpan timeout, Exception e) =>
        new(message, timeout, e) { OperationId = call.Operation.Id, Attempts = call.Attempts };

    private static bool IsConnectFailure(Exception e) =>
        e
            is HttpRequestException
            {
                HttpRequestError: HttpRequestError.ConnectionError
                    or HttpRequestError.NameResolutionError
                    or HttpRequestError.SecureConnectionError
                    or HttpRequestError.ProxyTunnelError,
            };

    /// <summary>The exception for the answer that the call holds, by its status.</summary>
    public static ApiStatusException FromStatus(ApiRequestBuilder call)
    {
        HttpResponseMessage response = call.Response!;
        IReadOnlyList<ApiError> errors = ErrorBodyReader.Read(call.Body.Bytes, out string? fallback);
        var status = new ApiStatusDetails(
            response.StatusCode,
            response.Headers,
            RequestIdHeader.Read(response.Headers),
            errors,
            BodyText.Decode(call.Body.Bytes),
            RetryAfterHeader.Read(response.Headers, call.Connection.Settings!.TimeProvider.GetUtcNow())
        );
        string message = StatusMessage.Create(call, status, fallback);
        return CreateStatusException(call, message, status);
    }

    private static ApiStatusException CreateStatusException(ApiRequestBuilder call, string message, ApiStatusDetails status)
    {
        string id = call.Operation.Id;
        int attempts = call.Attempts;
        return (int)status.StatusCode switch
        {
            400 => new ApiBadRequestException(message, status) { OperationId = id, Attempts = attempts },
            401 => new ApiUnauthorizedException(message, status) { OperationId = id, Attempts = attempts },
            403 => new ApiForbiddenException(message, status) { OperationId = id, Attempts = attempts },
            404 => new ApiNotFoundException(message, status) { OperationId = id, Attempts = attempts },
            409 => new ApiConflictException(message, status) { OperationId = id, Attempts = attempts },
            422 => new ApiUnprocessableEntityException(message, status) { OperationId = id, Attempts = attempts },
            429 => new ApiRateLimitException(message, status) { OperationId = id, Attempts = attempts },
            >= 500 => new ApiServerException(message, status) { OperationId = id, Attempts = attempts },
            _ => new ApiStatusException(message, status) { OperationId = id, Attempts = attempts },
        };
    }

    private static string DescribeTimeout(ApiRequestBuilder call, bool ours) =>
        ours
            ? FormattableString.Invariant(
                $"{call.Describe()} had no complete answer within {call.Timeout.TotalSeconds:0.###} s{DescribeAttempts(call)}."
            )
            : $"{call.Describe()} had no answer within the timeout of the HttpClient that was passed in{DescribeAttempts(call)}; set HttpClient.Timeout to infinite and let the options' Timeout govern.";

    private static string DescribeAttempts(ApiRequestBuilder call) => call.Attempts > 1 ? $" in {call.Attempts} attempts" : "";

    private static string DescribeFailure(Exception e) =>
        e switch
        {
            HttpRequestException { HttpRequestError: HttpRequestError.NameResolutionError } => "the host name is not known.",
            HttpRequestException { HttpRequestError: HttpRequestError.ConnectionError } => "the connection could not be made.",
            HttpRequestException { HttpRequestError: HttpRequestError.SecureConnectionError } => "the TLS connection could not be made.",
            HttpRequestException { HttpRequestError: HttpRequestError.ResponseEnded }
            or HttpIOException { HttpRequestError: HttpRequestError.ResponseEnded } => "the connection ended in the middle of the answer.",
            _ => "the connection failed.",
        };
}
