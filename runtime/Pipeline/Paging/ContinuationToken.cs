using System.Globalization;
using System.Text;
using CfGen.CodeGen;

namespace CfGen.Pipeline.Paging;

/// <summary>
/// Writes the place of a page as a text that a caller stores, and reads it again. The text has the number, the cursor, or path and query of
/// the page, and never an origin: a token leads to no other server than the call does.
/// </summary>
internal static class ContinuationToken
{
    private const int FieldCount = 4;

    /// <summary>Writes a token for a page.</summary>
    public static string Write(PageRequest page, PagingInfo paging)
    {
        string place =
            page.Number is { } number ? number.ToString(CultureInfo.InvariantCulture)
            : PagingStyleRules.Get(paging.Style).NeedsParameter ? QueryParameter.Get(page.Url!, paging.PageParameter!) ?? ""
            : new Uri(page.Url!).PathAndQuery;
        string text = string.Create(
            CultureInfo.InvariantCulture,
            $"{(int)paging.Style}.{page.LongestPage}.{(page.IsNextNamed ? 1 : 0)}.{place}"
        );
        return Convert.ToBase64String(Encoding.UTF8.GetBytes(text)).TrimEnd('=').Replace('+', '-').Replace('/', '_');
    }

    /// <summary>Reads a token.</summary>
    /// <param name="token">The token.</param>
    /// <param name="url">The URL of the list's first page.</param>
    /// <param name="paging">The paging of the list.</param>
    /// <returns>The page; null if the token is not one of a list like this.</returns>
    public static PageRequest? Read(string token, string url, PagingInfo paging)
    {
        if (Decode(token) is not { } text || text.Split('.', FieldCount) is not [var style, var longest, var isNextNamed, var place])
            return null;
        if (
            style != ((int)paging.Style).ToString(CultureInfo.InvariantCulture)
            || !int.TryParse(longest, NumberStyles.None, CultureInfo.InvariantCulture, out int longestPage)
            || isNextNamed is not ("0" or "1")
        )
            return null;
        var page = new PageRequest { LongestPage = longestPage, IsNextNamed = isNextNamed == "1" };
        PagingStyleRules rules = PagingStyleRules.Get(paging.Style);
        if (rules.IsNumbered)
        {
            return
                paging.PageParameter is { } counted
                && long.TryParse(place, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out long number)
                ? page with
                {
                    Url = QueryParameter.Set(url, counted, number.ToString(CultureInfo.InvariantCulture)),
                    Number = number,
                }
                : null;
        }

        if (rules.NeedsParameter)
            return paging.PageParameter is { } cursor && place.Length > 0
                ? page with
                {
                    Url = QueryParameter.Set(url, cursor, place),
                }
                : null;
        return ReadUrl(place, url) is { } next ? page with { Url = next } : null;
    }

    // A token may come back from a browser: it can name another page of the API, but no other host.
    private static string? ReadUrl(string place, string url)
    {
        if (place is not ['/', ..] || place.StartsWith("//", StringComparison.Ordinal) || place.AsSpan().ContainsAny('\\', '#'))
            return null;
        string origin = BaseUrlNormalizer.GetOrigin(new Uri(url));
        return Uri.TryCreate(origin + place, UriKind.Absolute, out Uri? next) && BaseUrlNormalizer.GetOrigin(next) == origin
            ? origin + next.PathAndQuery
            : null;
    }

    private static string? Decode(string token)
    {
        string base64 = token.Replace('-', '+').Replace('_', '/');
        byte[] bytes = new byte[token.Length];
        if (!Convert.TryFromBase64String(base64.PadRight((base64.Length + 3) / 4 * 4, '='), bytes, out int length))
            return null;
        string text = Encoding.UTF8.GetString(bytes, 0, length);
        foreach (char c in text)
        {
            if (char.IsControl(c))
                return null;
        }

        return text;
    }
}
