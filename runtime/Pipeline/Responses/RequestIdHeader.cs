using System.Net.Http.Headers;

namespace CfGen.Pipeline.Responses;

/// <summary>Reads the id by which the API's operators find a request.</summary>
internal static class RequestIdHeader
{
    private const string Suffix = "request-id";

    public static string? Read(HttpResponseHeaders headers) =>
        ReadHeader(headers, "cf-ray") ?? ReadHeader(headers, "x-request-id") ?? ReadHeader(headers, Suffix) ?? ReadVendorHeader(headers);

    /// <summary>Reads a vendor's own header, such as <c>Box-Request-Id</c> or <c>x-amzn-RequestId</c>.</summary>
    private static string? ReadVendorHeader(HttpResponseHeaders headers)
    {
        foreach ((string name, HeaderStringValues values) in headers.NonValidated)
        {
            if (
                (
                    name.EndsWith("-" + Suffix, StringComparison.OrdinalIgnoreCase)
                    || name.EndsWith("-requestid", StringComparison.OrdinalIgnoreCase)
                )
                && values.Count > 0
            )
                return values.ToString();
        }

        return null;
    }

    public static string? ReadHeader(HttpResponseHeaders headers, string name) =>
        headers.NonValidated.TryGetValues(name, out HeaderStringValues values) && values.Count > 0 ? values.ToString() : null;
}
