namespace CfGen.Pipeline;

/// <summary>Reduces base URLs to what requests and messages use: scheme, host, port and path; never user-info, query or fragment.</summary>
internal static class BaseUrlNormalizer
{
    /// <summary>Gets the URL without a slash at its end, or null if it is no absolute http or https URL.</summary>
    /// <param name="url">The URL.</param>
    /// <param name="allowsOtherSchemes">True if a URL of another scheme will do: a handler makes http or https of it.</param>
    public static string? Normalize(Uri? url, bool allowsOtherSchemes = false)
    {
        if (url is null || !url.IsAbsoluteUri || url.Host.Length == 0 || !(IsHttp(url) || (allowsOtherSchemes && !url.IsFile)))
            return null;
        return (GetOrigin(url) + url.GetComponents(UriComponents.Path | UriComponents.KeepDelimiter, UriFormat.UriEscaped)).TrimEnd('/');
    }

    /// <summary>Decides whether the scheme is http or https. Others, such as <c>https+http</c>, are for the handlers.</summary>
    public static bool IsHttp(Uri url) => url.Scheme == Uri.UriSchemeHttps || url.Scheme == Uri.UriSchemeHttp;

    /// <summary>Decides whether a request to the URL is sent unencrypted to another machine.</summary>
    public static bool IsUnencrypted(Uri url) => url.Scheme == Uri.UriSchemeHttp && !url.IsLoopback;

    /// <summary>Decides whether two URLs have the same scheme, host and port.</summary>
    public static bool HaveSameOrigin(Uri a, Uri b) =>
        ReferenceEquals(a, b) || string.Equals(GetOrigin(a), GetOrigin(b), StringComparison.OrdinalIgnoreCase);

    public static string GetOrigin(Uri url) => url.GetComponents(UriComponents.SchemeAndServer, UriFormat.UriEscaped);

    /// <summary>Gets the text for messages. A URL that cannot be parsed is not repeated, because it may hold a secret.</summary>
    public static string ToDisplayString(string? url) =>
        url is null ? "(none)"
        : Uri.TryCreate(url, UriKind.Absolute, out Uri? uri) ? Normalize(uri) ?? "(not an absolute http or https URL)"
        : "(not an absolute http or https URL)";
}
