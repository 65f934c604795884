using Microsoft.OpenApi;

namespace CfGen.Generator.Binding.Operations;

/// <summary>Resolves the servers of the document and of its operations.</summary>
internal static class ServerUrl
{
    /// <summary>The URL of the first server, with the defaults of its variables; empty where it has no host, so that the options have to.</summary>
    public static string Resolve(IList<OpenApiServer>? servers) => GetFirstUrl(servers) is { } url && IsAbsolute(url) ? url : "";

    /// <summary>The URL of the server of an operation or its path; empty where it is the document's, or not valid.</summary>
    /// <param name="baseUrl">The document's URL, which a relative URL is resolved against.</param>
    public static string Resolve(OpenApiOperation operation, IOpenApiPathItem item, string baseUrl)
    {
        if ((GetFirstUrl(operation.Servers) ?? GetFirstUrl(item.Servers)) is not { } url)
            return "";
        if (!IsAbsolute(url))
            url =
                Uri.TryCreate(baseUrl, UriKind.Absolute, out Uri? origin)
                && Uri.TryCreate(origin, url, out Uri? resolved)
                && IsAbsolute(resolved.AbsoluteUri)
                    ? resolved.AbsoluteUri
                    : "";
        url = url.TrimEnd('/');
        return url == baseUrl.TrimEnd('/') || url.IndexOfAny(['?', '#', '@']) >= 0 ? "" : url;
    }

    private static string? GetFirstUrl(IList<OpenApiServer>? servers)
    {
        if (servers is not { Count: > 0 } || servers[0].Url is not { } url)
            return null;
        foreach (
            KeyValuePair<string, OpenApiServerVariable> variable in servers[0].Variables ?? new Dictionary<string, OpenApiServerVariable>()
        )
            url = url.Replace("{" + variable.Key + "}", variable.Value.Default ?? "");
        return url;
    }

    private static bool IsAbsolute(string url) =>
        Uri.TryCreate(url, UriKind.Absolute, out Uri? absolute) && (absolute.Scheme == "https" || absolute.Scheme == "http");
}
