using System.Text;
using CfGen.CodeGen;
using CfGen.Pipeline;

namespace CfGen.Telemetry;

/// <summary>
/// Makes the URL that traces show of a request: without credentials, and with a star for each value whose name denotes a secret.
/// </summary>
internal static class RedactedUrl
{
    /// <summary>Makes the URL of a request. The credentials that the client adds to the query are not part of it.</summary>
    public static string Create(ApiRequest request)
    {
        string url = request.Url;
        int query = url.IndexOf('?', StringComparison.Ordinal);
        if (query >= 0)
            url = RedactPairs(url, query + 1);
        if (request.Operation.HasSecretInPath)
            url = RedactPath(url, request.Operation.Path);
        return request.Settings.Credentials.Redact(url, request);
    }

    /// <summary>Decides whether a parameter of a path template is named as a secret.</summary>
    public static bool HasSecretName(ReadOnlySpan<char> template)
    {
        for (int open = template.IndexOf('{'); open >= 0; open = template.IndexOf('{'))
        {
            template = template[(open + 1)..];
            int close = template.IndexOf('}');
            if (close < 0)
                return false;
            if (SecretNames.IsSecret(template[..close]))
                return true;
            template = template[(close + 1)..];
        }

        return false;
    }

    /// <summary>Puts a star in place of each value whose name denotes a secret.</summary>
    /// <param name="url">A text with pairs of names and values, as a query and a form have them.</param>
    /// <param name="first">The place of the first pair.</param>
    public static string RedactPairs(string url, int first)
    {
        StringBuilder? text = null;
        int copied = 0;
        for (int start = first; start < url.Length; )
        {
            int end = url.IndexOf('&', start) is >= 0 and int next ? next : url.Length;
            ReadOnlySpan<char> pair = url.AsSpan(start, end - start);
            int equals = pair.IndexOf('=');
            if (equals >= 0 && equals + 1 < pair.Length && SecretNames.IsSecret(pair[..equals]))
            {
                (text ??= new StringBuilder(url.Length)).Append(url, copied, start + equals + 1 - copied).Append('*');
                copied = end;
            }

            start = end + 1;
        }

        return text is null ? url : text.Append(url, copied, url.Length - copied).ToString();
    }

    // From the end, because the base URL is before the template. A value has no slash that is not encoded.
    private static string RedactPath(string url, string template)
    {
        int query = url.IndexOf('?', StringComparison.Ordinal);
        string[] values = (query < 0 ? url : url[..query]).Split('/');
        string[] names = template.Split('?')[0].Split('#')[0].Split('/');
        for (int i = 1; i <= names.Length && i <= values.Length; i++)
        {
            if (HasSecretName(names[^i]))
                values[^i] = "*";
        }

        return string.Join('/', values) + (query < 0 ? "" : url[query..]);
    }
}
