using System.Net.Http.Headers;

namespace CfGen.Infrastructure;

/// <summary>The id under which the API's operators find a request.</summary>
internal static class RequestIds
{
    private const string Ending = "request-id";

    public static string? Of(HttpResponseHeaders headers) => First(headers, "cf-ray") ?? First(headers, "x-request-id") ?? First(headers, Ending) ?? Vendors(headers);

    /// <summary>A vendor's own, as <c>Box-Request-Id</c> and <c>x-amzn-RequestId</c>.</summary>
    private static string? Vendors(HttpResponseHeaders headers)
    {
        foreach ((string name, HeaderStringValues values) in headers.NonValidated)
        {
            if ((name.EndsWith("-" + Ending, StringComparison.OrdinalIgnoreCase) || name.EndsWith("-requestid", StringComparison.OrdinalIgnoreCase)) && values.Count > 0)
                return values.ToString();
        }

        return null;
    }

    public static string? First(HttpResponseHeaders headers, string name)
        => headers.NonValidated.TryGetValues(name, out HeaderStringValues values) && values.Count > 0 ? values.ToString() : null;
}
