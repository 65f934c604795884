using System.Diagnostics.CodeAnalysis;
using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using CfGen.CodeGen;
using CfGen.Pipeline.Responses;
using CfGen.Serialization;

namespace CfGen;

/// <summary>The API returned an error: a status other than 2xx, or <c>success: false</c>.</summary>
public class ApiStatusException : ApiException
{
    private readonly JsonSerializerOptions? _serializerOptions;

    internal ApiStatusException(string message, ApiStatusDetails status)
        : base(message, status.BodyFailure)
    {
        StatusCode = status.StatusCode;
        Headers = status.Headers;
        RequestId = status.RequestId;
        Errors = status.Errors.Errors;
        ErrorCount = status.Errors.Count;
        RawBody = status.RawBody;
        RetryAfter = status.RetryAfter;
        _serializerOptions = status.SerializerOptions;
    }

    /// <summary>The status of the response.</summary>
    public HttpStatusCode StatusCode { get; }

    /// <summary>The headers of the response.</summary>
    public HttpResponseHeaders Headers { get; }

    /// <summary>The id of the request: <c>cf-ray</c>, <c>x-request-id</c> or a similar header, or null.</summary>
    public string? RequestId { get; }

    /// <summary>The errors in the body, at most 100 with those in their chains; empty if it has none.</summary>
    public IReadOnlyList<ApiError> Errors { get; }

    /// <summary>The number of errors in the body.</summary>
    public int ErrorCount { get; }

    /// <summary>The body as text. It may hold personal data; no message repeats it.</summary>
    public string RawBody { get; }

    /// <summary>The delay that the server asks for before another request, or null.</summary>
    public TimeSpan? RetryAfter { get; }

    /// <summary>
    /// Gets the body as a type of the document: the documentation of the operation's method names the type of each status.
    /// <see cref="ApiEnvelope"/> fits envelopes and <see cref="ApiProblem"/> problems of any document. The status is not looked at.
    /// </summary>
    /// <returns>False if the body is empty, or does not fit the type.</returns>
    public bool TryGetBody<T>([NotNullWhen(true)] out T? body)
        where T : class, IJsonModel<T> => ErrorBody.TryRead<T, ModelCodec<T>>(RawBody, out body, _serializerOptions);

    /// <summary>Gets the body as the text of a JSON string. <see cref="RawBody"/> has the text of any other body.</summary>
    /// <returns>False if the body has another form.</returns>
    public bool TryGetBody([NotNullWhen(true)] out string? text) => ErrorBody.TryRead<string, StringCodec>(RawBody, out text);

    /// <summary>Gets the body as JSON of any form.</summary>
    /// <returns>False if the body is empty, or is not JSON.</returns>
    public bool TryGetBody(out JsonElement json) => ErrorBody.TryRead<JsonElement, JsonElementCodec>(RawBody, out json);

    /// <summary>Gets the body as a type of your own.</summary>
    /// <typeparam name="T">The type.</typeparam>
    /// <typeparam name="TCodec">The codec, which can be the type itself.</typeparam>
    /// <returns>False if the body is empty, or does not fit the type.</returns>
    public bool TryGetBody<T, TCodec>([NotNullWhen(true)] out T? body)
        where TCodec : IJsonCodec<T> => ErrorBody.TryRead<T, OwnTypeCodec<T, TCodec>>(RawBody, out body);

    /// <summary>Gets the body as a list of a type of the document.</summary>
    /// <returns>False if the body is not a list, or one of its elements does not fit the type.</returns>
    public bool TryGetBodyList<T>([NotNullWhen(true)] out IReadOnlyList<T>? body)
        where T : class, IJsonModel<T> =>
        ErrorBody.TryRead<IReadOnlyList<T>, ListCodec<T, ModelCodec<T>>>(RawBody, out body, _serializerOptions);

    /// <summary>Gets the body as a map of texts to a type of the document.</summary>
    /// <returns>False if the body is not an object, or one of its values does not fit the type.</returns>
    public bool TryGetBodyMap<T>([NotNullWhen(true)] out IReadOnlyDictionary<string, T>? body)
        where T : class, IJsonModel<T> =>
        ErrorBody.TryRead<IReadOnlyDictionary<string, T>, MapCodec<T, ModelCodec<T>>>(RawBody, out body, _serializerOptions);
}

/// <summary>400 Bad Request.</summary>
public sealed class ApiBadRequestException : ApiStatusException
{
    internal ApiBadRequestException(string message, ApiStatusDetails status)
        : base(message, status) { }
}

/// <summary>401 Unauthorized: the credential is unknown, wrong or expired.</summary>
public sealed class ApiUnauthorizedException : ApiStatusException
{
    internal ApiUnauthorizedException(string message, ApiStatusDetails status)
        : base(message, status) { }
}

/// <summary>403 Forbidden: the credential lacks a permission, which the message names if the document does.</summary>
public sealed class ApiForbiddenException : ApiStatusException
{
    internal ApiForbiddenException(string message, ApiStatusDetails status)
        : base(message, status) { }
}

/// <summary>404 Not Found.</summary>
public sealed class ApiNotFoundException : ApiStatusException
{
    internal ApiNotFoundException(string message, ApiStatusDetails status)
        : base(message, status) { }
}

/// <summary>409 Conflict.</summary>
public sealed class ApiConflictException : ApiStatusException
{
    internal ApiConflictException(string message, ApiStatusDetails status)
        : base(message, status) { }
}

/// <summary>422 Unprocessable Entity.</summary>
public sealed class ApiUnprocessableEntityException : ApiStatusException
{
    internal ApiUnprocessableEntityException(string message, ApiStatusDetails status)
        : base(message, status) { }
}

/// <summary>429 Too Many Requests; <see cref="ApiStatusException.RetryAfter"/> is the delay that the server asks for.</summary>
public sealed class ApiRateLimitException : ApiStatusException
{
    internal ApiRateLimitException(string message, ApiStatusDetails status)
        : base(message, status) { }
}

/// <summary>A status of 500 or above.</summary>
public sealed class ApiServerException : ApiStatusException
{
    internal ApiServerException(string message, ApiStatusDetails status)
        : base(message, status) { }
}
