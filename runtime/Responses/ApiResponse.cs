using System.Net;
using System.Net.Http.Headers;

namespace CfGen;

/// <summary>A successful response.</summary>
public class ApiResponse
{
    private HttpResponseHeaders? _headers;

    /// <summary>Creates a response, for fakes in tests.</summary>
    public ApiResponse(HttpStatusCode statusCode, HttpResponseHeaders? headers = null)
    {
        StatusCode = statusCode;
        _headers = headers;
    }

    /// <summary>The status code.</summary>
    public HttpStatusCode StatusCode { get; }

    /// <summary>The headers.</summary>
    public HttpResponseHeaders Headers => _headers ??= CreateEmptyHeaders();

    /// <summary>The content headers, such as the media type; null if the response has no body, and in fakes.</summary>
    public HttpContentHeaders? ContentHeaders { get; init; }

    /// <summary>The id of the request: <c>cf-ray</c>, <c>x-request-id</c> or a similar header, or null.</summary>
    public string? RequestId => _headers is null ? null : CfGen.Pipeline.Responses.RequestIdHeader.Read(_headers);

    /// <summary>The envelope around the result; null if the response has none.</summary>
    public ApiEnvelope? Envelope { get; init; }

    /// <summary>The body as text if <see cref="RequestOptions.IncludeRawBody"/> is set, else null.</summary>
    public string? RawBody { get; init; }

    private static HttpResponseHeaders CreateEmptyHeaders()
    {
        using var message = new HttpResponseMessage();
        return message.Headers;
    }
}

/// <summary>A successful response with its value.</summary>
/// <typeparam name="T">The type of the value.</typeparam>
public sealed class ApiResponse<T> : ApiResponse
{
    /// <summary>Creates a response, for fakes in tests.</summary>
    public ApiResponse(HttpStatusCode statusCode, T? value, bool hasValue = true, HttpResponseHeaders? headers = null)
        : base(statusCode, headers)
    {
        Value = value;
        HasValue = hasValue;
    }

    /// <summary>The value; the default of its type if <see cref="HasValue"/> is false.</summary>
    public T? Value { get; }

    /// <summary>True if the response has a value; false for 204, an empty body, and an envelope without a result.</summary>
    public bool HasValue { get; }
}
