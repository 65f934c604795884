using CfGen.CodeGen;

namespace CfGen.Pipeline.Responses;

/// <summary>Creates the exception for a failed attempt.</summary>
internal static class ErrorFactory
{
    /// <summary>Creates the exception for what an attempt threw; null for what is not a failure of the call, such as the caller's cancellation or a bug in a handler.</summary>
    public static ApiException? FromException(
        Exception e,
        ApiMessage message,
        CancellationTokenSource timer,
        CancellationToken cancellationToken
    )
    {
        ApiRequest request = message.Request;
        if (e is ApiException known)
            return known;
        if (e is InvalidDataException && message.Response is not null)
            return ResponseFormatError.Create(message, $"is not valid {Decompression.GetName(message)}", null, e);
        if (e is not (OperationCanceledException or HttpRequestException or IOException) || cancellationToken.IsCancellationRequested)
            return null;
        if (request.Body?.SourceException is { } source)
            return new ApiConnectionException($"{request.Describe()} was not sent completely: its body could not be read.", source)
            {
                OperationId = request.Operation.Id,
                Attempts = message.Attempt,
            };
        if (timer.IsCancellationRequested)
            return CreateTimeoutException(message, DescribeTimeout(message), request.Timeout, e);
        if (e is OperationCanceledException)
            return e.InnerException is TimeoutException
                ? CreateTimeoutException(message, DescribeClientTimeout(message), Timeout.InfiniteTimeSpan, e)
                : null;
        return new ApiConnectionException(
            $"{request.Describe()} received no {(message.Response is null ? "" : "complete ")}response from {message.TargetOrigin}{DescribeAttempts(message)}: {DescribeFailure(e)}",
            e
        )
        {
            OperationId = request.Operation.Id,
            Attempts = message.Attempt,
            IsTransient = true,
            IsConnectFailure = IsConnectFailure(e),
        };
    }

    private static ApiTimeoutException CreateTimeoutException(ApiMessage message, string text, TimeSpan timeout, Exception e) =>
        new(text, timeout, e) { OperationId = message.Request.Operation.Id, Attempts = message.Attempt };

    private static bool IsConnectFailure(Exception e) =>
        e
            is HttpRequestException
            {
                HttpRequestError: HttpRequestError.ConnectionError
                    or HttpRequestError.NameResolutionError
                    or HttpRequestError.SecureConnectionError
                    or HttpRequestError.ProxyTunnelError,
            };

    /// <summary>Creates the exception for a response, by its status.</summary>
    public static ApiStatusException FromStatus(ApiMessage message)
    {
        HttpResponseMessage response = message.Response!;
        ErrorList errors = ErrorBodyReader.Read(BodyCharset.ErrorToUtf8(message), out string? fallback);
        var status = new ApiStatusDetails(
            response.StatusCode,
            response.Headers,
            RequestIdHeader.Read(response.Headers),
            errors,
            BodyText.Decode(message.Body.Bytes),
            RetryAfterHeader.Read(response.Headers, message.Request.Settings.TimeProvider.GetUtcNow())
        );
        return CreateStatusException(message, StatusMessage.Create(message, status, fallback), status);
    }

    private static ApiStatusException CreateStatusException(ApiMessage message, string text, ApiStatusDetails status)
    {
        string id = message.Request.Operation.Id;
        int attempts = message.Attempt;
        return (int)status.StatusCode switch
        {
            400 => new ApiBadRequestException(text, status) { OperationId = id, Attempts = attempts },
            401 => new ApiUnauthorizedException(text, status) { OperationId = id, Attempts = attempts },
            403 => new ApiForbiddenException(text, status) { OperationId = id, Attempts = attempts },
            404 => new ApiNotFoundException(text, status) { OperationId = id, Attempts = attempts },
            409 => new ApiConflictException(text, status) { OperationId = id, Attempts = attempts },
            422 => new ApiUnprocessableEntityException(text, status) { OperationId = id, Attempts = attempts },
            429 => new ApiRateLimitException(text, status) { OperationId = id, Attempts = attempts },
            >= 500 => new ApiServerException(text, status) { OperationId = id, Attempts = attempts },
            _ => new ApiStatusException(text, status) { OperationId = id, Attempts = attempts },
        };
    }

    private static string DescribeTimeout(ApiMessage message) =>
        FormattableString.Invariant(
            $"{message.Request.Describe()} received no complete response within {message.Request.Timeout.TotalSeconds:0.###} s{DescribeAttempts(message)}."
        );

    private static string DescribeClientTimeout(ApiMessage message) =>
        $"{message.Request.Describe()} received no response within the timeout of the HttpClient that was passed in{DescribeAttempts(message)}. Set HttpClient.Timeout to infinite and use the Timeout of the options.";

    private static string DescribeAttempts(ApiMessage message) => message.Attempt > 1 ? $" in {message.Attempt} attempts" : "";

    private static string DescribeFailure(Exception e) =>
        e switch
        {
            TruncatedBodyException => "the compressed body ended before its data did.",
            HttpRequestException { HttpRequestError: HttpRequestError.NameResolutionError } => "the host name could not be resolved.",
            HttpRequestException { HttpRequestError: HttpRequestError.ConnectionError } => "the connection could not be made.",
            HttpRequestException { HttpRequestError: HttpRequestError.SecureConnectionError } => "the TLS connection could not be made.",
            HttpRequestException { HttpRequestError: HttpRequestError.ResponseEnded }
            or HttpIOException { HttpRequestError: HttpRequestError.ResponseEnded } =>
                "the connection was closed before the end of the response.",
            _ => "the connection failed.",
        };
}
