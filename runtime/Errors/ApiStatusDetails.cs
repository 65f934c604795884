using System.Net;
using System.Net.Http.Headers;

namespace CfGen;

/// <summary>The properties of an <see cref="ApiStatusException"/>.</summary>
internal sealed record ApiStatusDetails(
    HttpStatusCode StatusCode,
    HttpResponseHeaders Headers,
    string? RequestId,
    IReadOnlyList<ApiError> Errors,
    string RawBody,
    TimeSpan? RetryAfter
);
