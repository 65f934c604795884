namespace CfGen.Pipeline.Responses;

/// <summary>Creates the exception for a failed attempt.</summary>
internal static class ErrorFactory
{
    /// <summary>Creates the exception for what an attempt threw. The caller's cancellation is none.</summary>
    public static ApiException FromException(Exception e, ApiMessage message, CancellationTokenSource timer)
    {
        ApiRequest request = message.Request;
        bool isKnown = e is ApiException { OperationId: { } id } && id == request.Operation.Id; // a handler may call another client
        if (isKnown && e is not ApiResponseFormatException)
            return (ApiException)e;
        if (request.Body?.SourceException is { } source)
            return new ApiConnectionException($"{request.Describe()} was not sent completely: its body could not be read.", source)
            {
                OperationId = request.Operation.Id,
                Attempts = message.Attempt,
            };
        if (message.Response is not null && !message.IsSuccess)
            return FromStatus(message, e); // the status tells more than the error of its body
        if (isKnown)
            return (ApiException)e;
        if (timer.IsCancellationRequested)
            return CreateTimeoutException(message, DescribeTimeout(message), request.Timeout, e);
        if (e is OperationCanceledException { InnerException: TimeoutException })
            return CreateTimeoutException(message, DescribeClientTimeout(message), Timeout.InfiniteTimeSpan, e);
        if (e is InvalidDataException && message.Response is not null)
            return ResponseFormatError.Create(message, $"is not valid {Decompression.GetName(message)}", null, e);
        bool isTransient = e is HttpRequestException or IOException && !HeaderValidator.HasUnsendableHeader(message);
        return new ApiConnectionException(
            $"{request.Describe()} received no {(message.Response is null ? "" : "complete ")}response from {message.TargetOrigin}{DescribeAttempts(message)}: {DescribeFailure(e, isTransient)}",
            e
        )
        {
            OperationId = request.Operation.Id,
            Attempts = message.Attempt,
            IsTransient = isTransient,
            IsConnectFailure = IsConnectFailure(e),
        };
    }

    /// <summary>Creates the exception for a call that took longer than its total timeout.</summary>
    public static ApiTimeoutException FromTotalTimeout(ApiMessage message, Exception? cause)
    {
        TimeSpan timeout = message.Request.TotalTimeout;
        string text = FormattableString.Invariant(
            $"{message.Request.Describe()} received no complete response within its TotalTimeout of {timeout.TotalSeconds:0.###} s{DescribeAttempts(message)}."
        );
        return new(text, timeout, cause)
        {
            OperationId = message.Request.Operation.Id,
            Attempts = message.HttpRequest is null ? message.Attempt - 1 : message.Attempt,
            IsTotal = true,
        };
    }

    /// <summary>Creates the exception for a response, by its status.</summary>
    /// <param name="message">The message that holds the response.</param>
    /// <param name="bodyFailure">The reason why the body could not be read to its end; null if it was.</param>
    public static ApiStatusException FromStatus(ApiMessage message, Exception? bodyFailure = null)
    {
        HttpResponseMessage response = message.Response!;
        ErrorList errors = ErrorBodyReader.Read(BodyCharset.ErrorToUtf8(message), out string? fallback);
        var status = new ApiStatusDetails(
            response.StatusCode,
            response.Headers,
            RequestIdHeader.Read(response.Headers),
            errors,
            BodyText.Decode(message.Body.Bytes),
            RetryAfterHeader.Read(response.Headers, message.Request.Settings.TimeProvider.GetUtcNow()),
            bodyFailure
        )
        {
            SerializerOptions = message.Request.Settings.SerializerOptions,
        };
        string text = StatusMessage.Create(message, status, fallback);
        return FromDetails(
            bodyFailure is null ? text : text + " Its body could not be read completely.",
            status,
            message.Request.Operation.Id,
            message.Attempt
        );
    }

    /// <summary>Creates the exception of a status, of the type that belongs to it.</summary>
    public static ApiStatusException FromDetails(string text, ApiStatusDetails status, string? id, int attempts) =>
        (int)status.StatusCode switch
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

    private static string DescribeTimeout(ApiMessage message) =>
        FormattableString.Invariant(
            $"{message.Request.Describe()} received no complete response within {message.Request.Timeout.TotalSeconds:0.###} s{DescribeAttempts(message)}."
        );

    private static string DescribeClientTimeout(ApiMessage message) =>
        $"{message.Request.Describe()} received no response within the timeout of the HttpClient that was passed in{DescribeAttempts(message)}. Set HttpClient.Timeout to infinite and use the Timeout of the options.";

    private static string DescribeAttempts(ApiMessage message) => message.Attempt > 1 ? $" in {message.Attempt} attempts" : "";

    // The type of an exception is named, and not its text, which may hold anything.
    private static string DescribeFailure(Exception e, bool isTransient) =>
        e switch
        {
            TruncatedBodyException => "the compressed body is truncated.",
            HttpRequestException { HttpRequestError: HttpRequestError.NameResolutionError } => "the host name could not be resolved.",
            HttpRequestException { HttpRequestError: HttpRequestError.ConnectionError } => "the connection could not be made.",
            HttpRequestException { HttpRequestError: HttpRequestError.SecureConnectionError } => "the TLS connection could not be made.",
            HttpRequestException { HttpRequestError: HttpRequestError.ResponseEnded }
            or HttpIOException { HttpRequestError: HttpRequestError.ResponseEnded } =>
                "the connection was closed before the end of the response.",
            HttpRequestException when !isTransient => "a header has a character outside of ASCII, which the handler cannot send.",
            HttpRequestException or IOException => "the connection failed.",
            OperationCanceledException => "a handler canceled the request, or the HttpClient was disposed.",
            ObjectDisposedException =>
                "the client, or the HttpClient or handler that was passed in, was disposed. Keep it until the call ends.",
            _ => $"it failed with {e.GetType().Name}, which the inner exception describes.",
        };
}
