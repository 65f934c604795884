using System.Runtime.InteropServices;
using System.Text.RegularExpressions;

namespace CfGen.Tasks.Updating;

/// <summary>The place that a document is fetched from: a URL or a file.</summary>
internal sealed class SourceLocation
{
    // At least two letters, because one is the drive of a path.
    private static readonly Regex s_scheme = new("^[A-Za-z][A-Za-z0-9+.-]+:", RegexOptions.CultureInvariant);

    private SourceLocation(Uri? url, string filePath)
    {
        Url = url;
        FilePath = filePath;
    }

    /// <summary>The URL. Null for a file.</summary>
    public Uri? Url { get; }

    /// <summary>The full path of the file. Empty for a URL.</summary>
    public string FilePath { get; }

    /// <summary>The location as a message shows it. A query can hold a key, so it is left out.</summary>
    public string Display => Url is null ? FilePath : Describe(Url);

    /// <summary>Reads the location that a project names. A relative path starts at the folder of the project.</summary>
    /// <exception cref="UpdateException">Nothing is fetched from there.</exception>
    public static SourceLocation Parse(string source, string projectDirectory)
    {
        Match scheme = s_scheme.Match(source);
        if (!scheme.Success)
            return ForFile(Combine(projectDirectory, source));
        if (!Uri.TryCreate(source, UriKind.Absolute, out Uri? url))
            throw new UpdateException(UpdateFindings.UnusableSource(scheme.Value, "it is not a valid URL"));
        if (url.IsFile)
            return ForFileUrl(url);
        if (url.UserInfo.Length > 0)
            throw new UpdateException(
                UpdateFindings.UnusableSource(Describe(url), "it has a user or a password. Put credentials into CfGenUpdateHeaders")
            );
        if (IsAllowed(url))
            return new SourceLocation(url, "");
        string reason = url.Scheme == Uri.UriSchemeHttp ? "http is for this machine only. Use https" : $"'{url.Scheme}' is not supported";
        throw new UpdateException(UpdateFindings.UnusableSource(Describe(url), reason));
    }

    /// <summary>Returns the location of a file.</summary>
    public static SourceLocation ForFile(string path) => new(null, path);

    /// <summary>Returns the location that a relative reference in the document leads to.</summary>
    /// <exception cref="UpdateException">The reference leads to another server.</exception>
    public SourceLocation Resolve(string reference)
    {
        if (Url is null)
            return ForFile(Combine(Path.GetDirectoryName(FilePath)!, Uri.UnescapeDataString(reference)));
        Uri url = new(Url, reference);
        if (!HasSameOrigin(Url, url))
            throw new UpdateException(UpdateFindings.ForbiddenFile(reference, "it is on another server"));
        return new SourceLocation(url, "");
    }

    /// <summary>Follows a redirect. Null where it would leave https, or this machine if http is used here.</summary>
    public SourceLocation? Redirect(Uri target)
    {
        if (Url is null || !target.IsAbsoluteUri || !IsAllowed(target))
            return null;
        bool isSecure = Url.Scheme == Uri.UriSchemeHttps;
        bool stays = isSecure ? target.Scheme == Uri.UriSchemeHttps : target.IsLoopback;
        return stays ? new SourceLocation(target, "") : null;
    }

    /// <summary>True if both are of one scheme, host and port.</summary>
    public static bool HasSameOrigin(Uri left, Uri right) =>
        left.Scheme == right.Scheme && left.Port == right.Port && left.Host.Equals(right.Host, StringComparison.OrdinalIgnoreCase);

    /// <summary>Returns a URL without what may be secret.</summary>
    public static string Describe(Uri url) =>
        url.IsAbsoluteUri ? url.GetComponents(UriComponents.SchemeAndServer | UriComponents.Path, UriFormat.UriEscaped) : "a relative URL";

    /// <summary>Returns a full path. A project file may have backslashes on any system.</summary>
    public static string Combine(string directory, string path) =>
        Path.GetFullPath(Path.Combine(directory, Path.DirectorySeparatorChar == '/' ? path.Replace('\\', '/') : path));

    private static bool IsAllowed(Uri url) => url.Scheme == Uri.UriSchemeHttps || (url.Scheme == Uri.UriSchemeHttp && url.IsLoopback);

    private static SourceLocation ForFileUrl(Uri url)
    {
        if (url.IsUnc && !RuntimeInformation.IsOSPlatform(OSPlatform.Windows))
            throw new UpdateException(UpdateFindings.UnusableSource(Describe(url), "a file URL with a host is for Windows only"));
        return ForFile(Path.GetFullPath(url.LocalPath));
    }
}
