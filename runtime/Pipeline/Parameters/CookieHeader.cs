namespace CfGen.Pipeline.Parameters;

/// <summary>Adds cookies to a request. All of them are sent in one header.</summary>
internal static class CookieHeader
{
    public static void Append(HttpRequestMessage request, string name, string value)
    {
        string cookie = $"{name}={value}";
        if (request.Headers.NonValidated.TryGetValues("Cookie", out var before))
        {
            cookie = $"{before}; {cookie}";
            request.Headers.Remove("Cookie");
        }

        request.Headers.TryAddWithoutValidation("Cookie", cookie);
    }

    /// <summary>Decides whether the value of a header has a cookie.</summary>
    public static bool Contains(string header, string name)
    {
        for (ReadOnlySpan<char> rest = header; !rest.IsEmpty; )
        {
            int end = rest.IndexOf(';');
            ReadOnlySpan<char> cookie = (end < 0 ? rest : rest[..end]).Trim();
            rest = end < 0 ? default : rest[(end + 1)..];
            if (cookie.Length > name.Length + 1 && cookie.StartsWith(name, StringComparison.Ordinal) && cookie[name.Length] == '=')
                return true;
        }

        return false;
    }
}
