namespace CfGen.Pipeline.Parameters;

/// <summary>All cookies of a request travel in one header.</summary>
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
