namespace CfGen.Pipeline;

/// <summary>The base URL as requests and messages use it: scheme, host, port and path; never user-info, query or fragment.</summary>
internal static class BaseUrlNormalizer
{
    /// <summary>The URL without a slash at its end, or null where it is no absolute http or https URL.</summary>
    public static string? Normalize(Uri? url)
    {
        if (
            url is null
            || !url.IsAbsoluteUri
            || url.Host.Length == 0
            || (url.Scheme != Uri.UriSchemeHttps && url.Scheme != Uri.UriSchemeHttp)
        )
            return null;
        return (GetOrigin(url) + url.GetComponents(UriComponents.Path | UriComponents.KeepDelimiter, UriFormat.UriEscaped)).TrimEnd('/');
    }

    /// <summary>Whether what is sent there travels readable to another machine.</summary>
    public static bool IsUnencrypted(Uri url) => url.Scheme == Uri.UriSchemeHttp && !url.IsLoopback;

    public static string GetOrigin(Uri url) => url.GetComponents(UriComponents.SchemeAndServer, UriFormat.UriEscaped);

    /// <summary>For messages: a URL that cannot be read is not repeated, because a secret may be in it.</summary>
    public static string ToDisplayString(string? url) =>
        url is null ? "(none)"
        : Uri.TryCreate(url, UriKind.Absolute, out Uri? uri) ? Normalize(uri) ?? "(not an absolute http or https URL)"
        : "(not an absolute http or https URL)";
}
