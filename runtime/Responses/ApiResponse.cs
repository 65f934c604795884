using System.Net;
using System.Net.Http.Headers;

namespace CfGen;

/// <summary>A successful answer.</summary>
public class ApiResponse
{
    private HttpResponseHeaders? _headers;

    /// <summary>An answer, for the fakes of tests.</summary>
    public ApiResponse(HttpStatusCode statusCode, HttpResponseHeaders? headers = null)
    {
        StatusCode = statusCode;
        _headers = headers;
    }

    /// <summary>The status.</summary>
    public HttpStatusCode StatusCode { get; }

    /// <summary>The headers.</summary>
    public HttpResponseHeaders Headers => _headers ??= CreateEmptyHeaders();

    /// <summary>The headers of the body, such as its media type; null where there was no body, and in the fakes of tests.</summary>
    public HttpContentHeaders? ContentHeaders { get; init; }

    /// <summary><c>cf-ray</c>, else <c>x-request-id</c>, else null.</summary>
    public string? RequestId => _headers is null ? null : CfGen.Pipeline.Responses.RequestIdHeader.Read(_headers);

    /// <summary>The envelope around the result, or null where the answer has none.</summary>
    public ApiEnvelope? Envelope { get; init; }

    /// <summary>The body as text where <see cref="RequestOptions.IncludeRawBody"/> asks for it, else null.</summary>
    public string? RawBody { get; init; }

    private static HttpResponseHeaders CreateEmptyHeaders()
    {
        using var message = new HttpResponseMessage();
        return message.Headers;
    }
}

/// <summary>A successful answer with its value.</summary>
/// <typeparam name="T">The type of the value.</typeparam>
public sealed class ApiResponse<T> : ApiResponse
{
    /// <summary>An answer, for the fakes of tests.</summary>
    public ApiResponse(HttpStatusCode statusCode, T? value, bool hasValue = true, HttpResponseHeaders? headers = null)
        : base(statusCode, headers)
    {
        Value = value;
        HasValue = hasValue;
    }

    /// <summary>The value; the default of its type where <see cref="HasValue"/> is false.</summary>
    public T? Value { get; }

    /// <summary>Whether the answer had a value: false for 204, an empty body, and an envelope without a result.</summary>
    public bool HasValue { get; }
}
