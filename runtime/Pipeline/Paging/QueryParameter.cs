using CfGen.Pipeline.Parameters;

namespace CfGen.Pipeline.Paging;

/// <summary>Reads and sets one parameter in the query of a URL.</summary>
internal static class QueryParameter
{
    /// <summary>Gets the decoded value of the first parameter of a name; null if there is none.</summary>
    public static string? Get(string url, string name)
    {
        int question = url.IndexOf('?', StringComparison.Ordinal);
        if (question < 0)
            return null;
        string prefix = Encode(name) + "=";
        foreach (string part in url[(question + 1)..].Split('&'))
        {
            if (part.StartsWith(prefix, StringComparison.Ordinal))
                return Uri.UnescapeDataString(part[prefix.Length..]);
        }

        return null;
    }

    /// <summary>Gets the URL with a parameter set: in place of the first of its name, else at the end.</summary>
    public static string Set(string url, string name, string value)
    {
        string parameter = Encode(name) + "=";
        int question = url.IndexOf('?', StringComparison.Ordinal);
        if (question < 0)
            return url + "?" + parameter + Encode(value);
        var parts = new List<string>(url[(question + 1)..].Split('&'));
        int at = parts.FindIndex(p => p.StartsWith(parameter, StringComparison.Ordinal));
        parts.RemoveAll(p => p.StartsWith(parameter, StringComparison.Ordinal));
        parts.Insert(at < 0 ? parts.Count : at, parameter + Encode(value));
        return url[..(question + 1)] + string.Join('&', parts);
    }

    private static string Encode(string text)
    {
        UrlBuilder url = default;
        url.AppendEncoded(text);
        string encoded = url.ToString();
        url.Release();
        return encoded;
    }
}
