using System.Net;
using System.Net.Http.Headers;
using CfGen.Pipeline.Responses;

namespace CfGen;

/// <summary>Creates the exceptions of calls, for fakes in tests. They have the types and properties of those that calls throw.</summary>
public static class ApiExceptionFactory
{
    /// <summary>Creates the exception of a status, such as <see cref="ApiNotFoundException"/> for 404.</summary>
    /// <param name="statusCode">The status.</param>
    /// <param name="errors">The errors of the body; null for none.</param>
    /// <param name="rawBody">The body.</param>
    /// <param name="headers">The headers of the response; null for none. The request id and the delay are read from them.</param>
    /// <param name="message">The message; null for one that names the status.</param>
    /// <param name="operationId">The <c>operationId</c> of the call.</param>
    /// <param name="attempts">The number of attempts.</param>
    /// <param name="timeProvider">The clock for a <c>Retry-After</c> that is a date; null for the system's.</param>
    public static ApiStatusException CreateStatusException(
        HttpStatusCode statusCode,
        IReadOnlyList<ApiError>? errors = null,
        string rawBody = "",
        HttpResponseHeaders? headers = null,
        string? message = null,
        string? operationId = null,
        int attempts = 1,
        TimeProvider? timeProvider = null
    )
    {
        ArgumentNullException.ThrowIfNull(rawBody);
        headers ??= CreateEmptyHeaders();
        errors ??= [];
        var status = new ApiStatusDetails(
            statusCode,
            headers,
            RequestIdHeader.Read(headers),
            new ErrorList(errors, errors.Count),
            rawBody,
            Pipeline.RetryAfterHeader.Read(headers, (timeProvider ?? TimeProvider.System).GetUtcNow()),
            BodyFailure: null
        );
        return ErrorFactory.FromDetails(message ?? $"The call failed with {(int)statusCode}.", status, operationId, attempts);
    }

    /// <summary>Creates the exception of a call that received no complete response.</summary>
    /// <param name="message">The message; null for a general one.</param>
    /// <param name="inner">The cause, such as an <see cref="HttpRequestException"/>.</param>
    /// <param name="operationId">The <c>operationId</c> of the call.</param>
    /// <param name="attempts">The number of attempts.</param>
    public static ApiConnectionException CreateConnectionException(
        string? message = null,
        Exception? inner = null,
        string? operationId = null,
        int attempts = 1
    ) => new(message ?? "The call received no complete response.", inner) { OperationId = operationId, Attempts = attempts };

    /// <summary>Creates the exception of a call that took longer than its timeout.</summary>
    /// <param name="timeout">The timeout.</param>
    /// <param name="message">The message; null for a general one.</param>
    /// <param name="inner">The cause.</param>
    /// <param name="operationId">The <c>operationId</c> of the call.</param>
    /// <param name="attempts">The number of attempts.</param>
    public static ApiTimeoutException CreateTimeoutException(
        TimeSpan timeout,
        string? message = null,
        Exception? inner = null,
        string? operationId = null,
        int attempts = 1
    ) => new(message ?? "The call took longer than its timeout.", timeout, inner) { OperationId = operationId, Attempts = attempts };

    /// <summary>Creates the exception of a call without a usable credential.</summary>
    /// <param name="message">The message; null for a general one.</param>
    /// <param name="inner">The cause, such as an exception of a token provider.</param>
    /// <param name="operationId">The <c>operationId</c> of the call.</param>
    public static ApiCredentialsException CreateCredentialsException(
        string? message = null,
        Exception? inner = null,
        string? operationId = null
    ) => new(message ?? "The call has no usable credential.", inner) { OperationId = operationId };

    /// <summary>Creates the exception of a successful response that violates the document.</summary>
    /// <param name="message">The message; null for a general one.</param>
    /// <param name="statusCode">The status of the response.</param>
    /// <param name="jsonPath">The JSON path of the error; null if the body is not JSON.</param>
    /// <param name="rawBody">The body.</param>
    /// <param name="headers">The headers of the response; null for none.</param>
    /// <param name="inner">The cause.</param>
    /// <param name="operationId">The <c>operationId</c> of the call.</param>
    /// <param name="attempts">The number of attempts.</param>
    public static ApiResponseFormatException CreateResponseFormatException(
        string? message = null,
        HttpStatusCode statusCode = HttpStatusCode.OK,
        string? jsonPath = null,
        string rawBody = "",
        HttpResponseHeaders? headers = null,
        Exception? inner = null,
        string? operationId = null,
        int attempts = 1
    )
    {
        headers ??= CreateEmptyHeaders();
        return new(message ?? "The response violates the document.", headers, inner)
        {
            StatusCode = statusCode,
            RequestId = RequestIdHeader.Read(headers),
            JsonPath = jsonPath,
            RawBody = rawBody,
            OperationId = operationId,
            Attempts = attempts,
        };
    }

    /// <summary>Creates the exception of arguments that violate the document.</summary>
    /// <param name="operationId">The <c>operationId</c> of the call.</param>
    /// <param name="violations">The violations, one at least.</param>
    /// <exception cref="ArgumentException">The list of violations is empty.</exception>
    public static ApiValidationException CreateValidationException(string operationId, params IReadOnlyList<ApiViolation> violations)
    {
        ArgumentNullException.ThrowIfNull(operationId);
        ArgumentNullException.ThrowIfNull(violations);
        return violations.Count > 0
            ? new(operationId, violations)
            : throw new ArgumentException("An ApiValidationException has one violation at least.", nameof(violations));
    }

    private static HttpResponseHeaders CreateEmptyHeaders()
    {
        using var message = new HttpResponseMessage();
        return message.Headers;
    }
}
