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
}
