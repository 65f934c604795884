using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using CfGen.Pipeline.Responses;

namespace CfGen;

/// <summary>The properties of an <see cref="ApiStatusException"/>.</summary>
internal sealed record ApiStatusDetails(
    HttpStatusCode StatusCode,
    HttpResponseHeaders Headers,
    string? RequestId,
    ErrorList Errors,
    string RawBody,
    TimeSpan? RetryAfter,
    Exception? BodyFailure
)
{
    /// <summary>The options that read types of the program that have no codec.</summary>
    public JsonSerializerOptions? SerializerOptions { get; init; }
}
