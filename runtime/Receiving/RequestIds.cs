using System.Net.Http.Headers;

namespace CfGen.Infrastructure;

/// <summary>The id under which the API's operators find a request.</summary>
internal static class RequestIds
{
    public static string? Of(HttpResponseHeaders headers) => First(headers, "cf-ray") ?? First(headers, "x-request-id");

    public static string? First(HttpHeaders headers, string name)
        => headers.NonValidated.TryGetValues(name, out HeaderStringValues values) && values.Count > 0 ? values.ToString() : null;
}
