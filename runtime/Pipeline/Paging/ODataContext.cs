namespace CfGen.Pipeline.Paging;

/// <summary>Reads the context of an OData response, such as <c>https://example.com/service/$metadata#People</c>.</summary>
internal static class ODataContext
{
    private static readonly string[] s_names = ["@odata.context", "@context"];

    /// <summary>
    /// Finds the URL that the links of a body are relative to: its context, if it has one, and else the request. A context on another
    /// origin is that of a server behind a proxy, which clients do not see.
    /// </summary>
    public static Uri? GetBaseUrl(ReadOnlySpan<byte> body, Uri? request)
    {
        foreach (string name in s_names)
        {
            if (
                request is not null
                && JsonPathReader.ReadText(body, name) is { } context
                && context.Contains("$metadata", StringComparison.Ordinal) // JSON-LD has a context, too
                && Uri.TryCreate(request, context, out Uri? url)
                && BaseUrlNormalizer.GetOrigin(url) == BaseUrlNormalizer.GetOrigin(request)
            )
                return url;
        }

        return request;
    }
}
