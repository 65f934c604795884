using System.Net;
using System.Net.Http.Headers;

namespace CfGen;

/// <summary>A successful answer whose body is not what the document says: not JSON, cut short, a required property missing, a value of another type, or too large.</summary>
public sealed class ApiResponseFormatException : ApiException
{
    internal ApiResponseFormatException(string message, HttpResponseHeaders headers, Exception? inner = null)
        : base(message, inner) => Headers = headers;

    /// <summary>The status of the answer.</summary>
    public HttpStatusCode StatusCode { get; internal init; }

    /// <summary>The headers of the answer.</summary>
    public HttpResponseHeaders Headers { get; }

    /// <summary><c>cf-ray</c>, else <c>x-request-id</c>, else null.</summary>
    public string? RequestId { get; internal init; }

    /// <summary>The media type that the answer claims, or null.</summary>
    public string? MediaType { get; internal init; }

    /// <summary>The JSON path of the fault, such as <c>$.result.events[3].risk_level</c>, or null where the body is no JSON at all.</summary>
    public string? JsonPath { get; internal init; }

    /// <summary>The line of the fault, from 1, or null.</summary>
    public long? Line { get; internal init; }

    /// <summary>The first 2 KB of the body as text; may hold personal data, which is why no message repeats it.</summary>
    public string RawBody { get; internal init; } = "";
}
