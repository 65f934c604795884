using System.Net;
using System.Net.Http.Headers;

namespace CfGen;

/// <summary>
/// The body of a successful response violates the document: it is not JSON, truncated or too large, lacks a required property, or has a
/// value of another type.
/// </summary>
public sealed class ApiResponseFormatException : ApiException
{
    internal ApiResponseFormatException(string message, HttpResponseHeaders headers, Exception? inner = null)
        : base(message, inner) => Headers = headers;

    /// <summary>The status of the response.</summary>
    public HttpStatusCode StatusCode { get; internal init; }

    /// <summary>The headers of the response.</summary>
    public HttpResponseHeaders Headers { get; }

    /// <summary>The id of the request: <c>cf-ray</c>, <c>x-request-id</c> or a similar header, or null.</summary>
    public string? RequestId { get; internal init; }

    /// <summary>The media type of the response, or null.</summary>
    public string? MediaType { get; internal init; }

    /// <summary>The JSON path of the error, such as <c>$.result.events[3].risk_level</c>; null if the body is not JSON.</summary>
    public string? JsonPath { get; internal init; }

    /// <summary>The line of the error, from 1; null if the body is not JSON.</summary>
    public long? Line { get; internal init; }

    /// <summary>The first 2 KB of the body as text. It may hold personal data; no message repeats it.</summary>
    public string RawBody { get; internal init; } = "";
}
