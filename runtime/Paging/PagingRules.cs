using System.Globalization;

namespace CfGen.Infrastructure;

/// <summary>Whether and how a list goes on. A server that gives the same page again and again ends it, as does every sign that this page is the last.</summary>
internal static class PagingRules
{
    /// <summary>Whether a page that came is another one than the page before it.</summary>
    public static bool Advances(PagingInfo paging, PageRequest request, ApiResponse response, UInt128? print)
    {
        if (request.Url is null)
            return true;
        if (print is not null && print == request.Print)
            return false;
        return paging.Style != PagingStyle.PageNumber || response.Envelope?.ResultInfo?.Page is not { } page || page >= request.Number;
    }

    /// <summary>What asks for the page after this one, or null where this is the last.</summary>
    /// <exception cref="ApiConnectionException">The next page is on another origin.</exception>
    public static PageRequest? Next(PagingInfo paging, ApiCall call, PageRequest request, ApiResponse response, int count, ReadOnlySpan<byte> items)
    {
        if (count == 0)
            return null;
        if (paging.More is not null && JsonSlice.Flag(call.Body.Bytes, paging.More) == false)
            return null;
        ResultInfo? info = response.Envelope?.ResultInfo;
        string url = call.UrlText;
        switch (paging.Style)
        {
            case PagingStyle.PageNumber when paging.Parameter is { } parameter:
                long page = request.Number ?? Number(url, parameter) ?? info?.Page ?? paging.First;
                int longest = Math.Max(request.Longest, count);
                bool isLast = info is null
                    ? IsLastPage(page - paging.First + 1, count, Counter(call, paging.Pages), Counter(call, paging.Total), longest)
                    : IsLastPage(page - paging.First + 1, count, info.TotalPages, info.TotalCount, info.PerPage ?? Number(url, paging.Size));
                return isLast ? null : Ask(request with { Longest = longest }, url, parameter, page + 1);
            case PagingStyle.Offset when paging.Parameter is { } parameter:
                long offset = request.Number ?? Number(url, parameter) ?? 0;
                return (info?.TotalCount ?? Counter(call, paging.Total)) is { } total && total >= count && offset + count >= total ? null : Ask(request, url, parameter, offset + count);
            case PagingStyle.Cursor when paging.Parameter is { } parameter:
                string? cursor = paging.Next is null ? info?.Cursor : JsonSlice.Text(call.Body.Bytes, paging.Next);
                return Ask(request, url, parameter, cursor);
            case PagingStyle.LastItem when paging.Parameter is { } parameter:
                return Ask(request, url, parameter, JsonSlice.Text(JsonSlice.Last(items), paging.Id));
            case PagingStyle.Link:
                return Follow(request, call, LinkHeader.Next(response.Headers));
            case PagingStyle.NextUrl:
                return Follow(request, call, JsonSlice.Text(call.Body.Bytes, paging.Next ?? "next"));
            default:
                return null;
        }
    }

    /// <summary>
    /// Totals that are smaller than what has been seen are wrong, and asked no more: servers leave them at 0. The size is that of a full page;
    /// where the answer does not say it that of the longest, since servers give fewer than are asked for.
    /// </summary>
    private static bool IsLastPage(long page, int count, long? pages, long? total, long? size) =>
        (pages is >= 1 && page >= pages) || (size is > 0 && total >= count && page * size >= total);

    private static PageRequest Ask(PageRequest request, string url, string parameter, long number)
        => request with { Url = QueryText.With(url, parameter, number.ToString(CultureInfo.InvariantCulture)), Number = number };

    private static PageRequest? Ask(PageRequest request, string url, string parameter, string? cursor)
        => cursor is null || request.Seen.Contains(cursor) ? null : request with { Url = QueryText.With(url, parameter, cursor), Seen = new HashSet<string>(request.Seen, StringComparer.Ordinal) { cursor } };

    private static PageRequest? Follow(PageRequest request, ApiCall call, string? link)
    {
        if (link is null)
            return null;
        if (!Uri.TryCreate(call.Target, link, out Uri? next) || !string.Equals(BaseUrlText.Origin(next), call.Origin, StringComparison.OrdinalIgnoreCase))
        {
            throw new ApiConnectionException($"{call.Describe()} names a next page on another origin than {call.Origin}, which is not followed.")
            {
                OperationId = call.Operation.Id,
                Attempts = call.Attempts,
            };
        }

        string url = BaseUrlText.Origin(next) + next.PathAndQuery;
        return request.Seen.Contains(url) || string.Equals(url, call.UrlText, StringComparison.Ordinal)
            ? null
            : request with { Url = url, Seen = new HashSet<string>(request.Seen, StringComparer.Ordinal) { url } };
    }

    private static long? Counter(ApiCall call, string? path)
        => path is not null && long.TryParse(JsonSlice.Text(call.Body.Bytes, path), NumberStyles.None, CultureInfo.InvariantCulture, out long number) ? number : null;

    private static long? Number(string url, string? parameter)
        => parameter is not null && long.TryParse(QueryText.Get(url, parameter), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out long number) ? number : null;
}
