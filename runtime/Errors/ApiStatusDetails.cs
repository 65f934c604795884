using System.Net;
using System.Net.Http.Headers;

namespace CfGen;

/// <summary>What an <see cref="ApiStatusException"/> is made of.</summary>
internal sealed record ApiStatusDetails(
    HttpStatusCode StatusCode,
    HttpResponseHeaders Headers,
    string? RequestId,
    IReadOnlyList<ApiError> Errors,
    string RawBody,
    TimeSpan? RetryAfter
);
