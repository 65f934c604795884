using System.Net;
using System.Net.Http.Headers;
using CfGen.CodeGen;
using CfGen.Pipeline.Responses;

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
    public string? RequestId => _headers is null ? null : RequestIdHeader.Read(_headers);

    /// <summary>The envelope around the result; null if the response has none.</summary>
    public ApiEnvelope? Envelope { get; init; }

    /// <summary>The body as text if <see cref="RequestOptions.IncludeRawBody"/> is set, else null.</summary>
    public string? RawBody { get; init; }

    /// <summary>
    /// The unread body, decompressed, which the caller disposes: it holds the connection. Null unless the call has
    /// <see cref="RequestOptions.LeaveBodyOpen"/>, or its value is the stream.
    /// </summary>
    public Stream? OpenBody { get; init; }

    /// <summary>Reads the lines of <see cref="OpenBody"/> as they arrive, and disposes it at the end. A body is read once.</summary>
    /// <exception cref="InvalidOperationException">The response has no open body.</exception>
    /// <exception cref="ApiException">The body is incomplete, takes too long, or has a line that is too long.</exception>
    public IAsyncEnumerable<string> ReadLinesAsync() => new ResponseLines(this).ReadTextsAsync();

    /// <summary>
    /// Reads <see cref="OpenBody"/> as JSON values, one a line, as they arrive, and disposes it at the end. Empty lines are skipped.
    /// </summary>
    /// <typeparam name="T">The type of a value.</typeparam>
    /// <exception cref="InvalidOperationException">The response has no open body.</exception>
    /// <exception cref="ApiException">
    /// The body is incomplete, takes too long, or has a line that is too long or violates the document.
    /// </exception>
    public IAsyncEnumerable<T> ReadJsonLinesAsync<T>()
        where T : IJsonModel<T> => new ResponseLines(this).ReadValuesAsync<T>();

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
