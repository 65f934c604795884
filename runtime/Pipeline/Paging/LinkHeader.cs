using System.Net.Http.Headers;

namespace CfGen.Pipeline.Paging;

/// <summary>Reads the next page in a <c>Link</c> header (RFC 8288).</summary>
internal static class LinkHeader
{
    public static string? FindNext(HttpResponseHeaders headers)
    {
        if (!headers.NonValidated.TryGetValues("Link", out HeaderStringValues values))
            return null;
        foreach (string value in values)
        {
            if (FindNext(value) is { } next)
                return next;
        }

        return null;
    }

    private static string? FindNext(string value)
    {
        // Commas and semicolons are legal inside <>, so a link is split at the brackets first.
        for (int open = value.IndexOf('<', StringComparison.Ordinal); open >= 0; )
        {
            int close = value.IndexOf('>', open);
            if (close < 0)
                return null;
            int following = value.IndexOf('<', close);
            string parameters = following < 0 ? value[close..] : value[close..following];
            if (IsNext(parameters))
                return value[(open + 1)..close].Trim();
            open = following;
        }

        return null;
    }

    private static bool IsNext(string parameters)
    {
        foreach (string part in parameters.Split(';', ','))
        {
            string[] pair = part.Split('=', 2);
            if (
                pair.Length == 2
                && pair[0].Trim(' ', '>').Equals("rel", StringComparison.OrdinalIgnoreCase)
                && pair[1].Trim().Trim('"').Split(' ').Contains("next", StringComparer.OrdinalIgnoreCase)
            )
                return true;
        }

        return false;
    }
}
