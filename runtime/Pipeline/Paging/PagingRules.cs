using System.Globalization;
using CfGen.CodeGen;

namespace CfGen.Pipeline.Paging;

/// <summary>Whether and how a list goes on. A server that gives the same page again and again ends it, as does every sign that this page is the last.</summary>
internal static class PagingRules
{
    /// <summary>Whether a page that came is another one than the page before it.</summary>
    public static bool IsNewPage(PagingInfo paging, PageRequest request, ApiResponse response, UInt128? print)
    {
        if (request.Url is null)
            return true;
        if (print is not null && print == request.Fingerprint)
            return false;
        return paging.Style != PagingStyle.PageNumber || response.Envelope?.ResultInfo?.Page is not { } page || page >= request.Number;
    }

    /// <summary>What asks for the page after this one, or null where this is the last.</summary>
    /// <exception cref="ApiConnectionException">The next page is on another origin.</exception>
    public static PageRequest? GetNextRequest(
        PagingInfo paging,
        ApiRequestBuilder call,
        PageRequest request,
        ApiResponse response,
        int count,
        ReadOnlySpan<byte> items
    )
    {
        if (count == 0)
            return null;
        if (paging.More is not null && JsonPathReader.ReadBoolean(call.Body.Bytes, paging.More) == false)
            return null;
        ResultInfo? info = response.Envelope?.ResultInfo;
        string url = call.UrlText;
        switch (paging.Style)
        {
            case PagingStyle.PageNumber when paging.Parameter is { } parameter:
                long page = request.Number ?? ReadNumber(url, parameter) ?? info?.Page ?? paging.First;
                int longest = Math.Max(request.LongestPage, count);
                bool isLast = info is null
                    ? IsLastPage(page - paging.First + 1, count, ReadCounter(call, paging.Pages), ReadCounter(call, paging.Total), longest)
                    : IsLastPage(
                        page - paging.First + 1,
                        count,
                        info.TotalPages,
                        info.TotalCount,
                        info.PerPage ?? ReadNumber(url, paging.Size)
                    );
                return isLast ? null : RequestPage(request with { LongestPage = longest }, url, parameter, page + 1);
            case PagingStyle.Offset when paging.Parameter is { } parameter:
                long offset = request.Number ?? ReadNumber(url, parameter) ?? 0;
                return (info?.TotalCount ?? ReadCounter(call, paging.Total)) is { } total && total >= count && offset + count >= total
                    ? null
                    : RequestPage(request, url, parameter, offset + count);
            case PagingStyle.Cursor when paging.Parameter is { } parameter:
                string? cursor = paging.Next is null ? info?.Cursor : JsonPathReader.ReadText(call.Body.Bytes, paging.Next);
                return RequestPage(request, url, parameter, cursor);
            case PagingStyle.LastItem when paging.Parameter is { } parameter:
                return RequestPage(request, url, parameter, JsonPathReader.ReadText(JsonPathReader.GetLastItem(items), paging.Id));
            case PagingStyle.Link:
                return FollowUrl(request, call, LinkHeader.FindNext(response.Headers));
            case PagingStyle.NextUrl:
                return FollowUrl(request, call, JsonPathReader.ReadText(call.Body.Bytes, paging.Next ?? "next"));
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

    private static PageRequest RequestPage(PageRequest request, string url, string parameter, long number) =>
        request with
        {
            Url = QueryParameter.Set(url, parameter, number.ToString(CultureInfo.InvariantCulture)),
            Number = number,
        };

    private static PageRequest? RequestPage(PageRequest request, string url, string parameter, string? cursor) =>
        cursor is null || request.RequestedPages.Contains(cursor)
            ? null
            : request with
            {
                Url = QueryParameter.Set(url, parameter, cursor),
                RequestedPages = new HashSet<string>(request.RequestedPages, StringComparer.Ordinal) { cursor },
            };

    private static PageRequest? FollowUrl(PageRequest request, ApiRequestBuilder call, string? link)
    {
        if (link is null)
            return null;
        if (
            !Uri.TryCreate(call.Target, link, out Uri? next)
            || !string.Equals(BaseUrlNormalizer.GetOrigin(next), call.Origin, StringComparison.OrdinalIgnoreCase)
        )
        {
            throw new ApiConnectionException(
                $"{call.Describe()} names a next page on another origin than {call.Origin}, which is not followed."
            )
            {
                OperationId = call.Operation.Id,
                Attempts = call.Attempts,
            };
        }

        string url = BaseUrlNormalizer.GetOrigin(next) + next.PathAndQuery;
        return request.RequestedPages.Contains(url) || string.Equals(url, call.UrlText, StringComparison.Ordinal)
            ? null
            : request with
            {
                Url = url,
                RequestedPages = new HashSet<string>(request.RequestedPages, StringComparer.Ordinal) { url },
            };
    }

    private static long? ReadCounter(ApiRequestBuilder call, string? path) =>
        path is not null
        && long.TryParse(JsonPathReader.ReadText(call.Body.Bytes, path), NumberStyles.None, CultureInfo.InvariantCulture, out long number)
            ? number
            : null;

    private static long? ReadNumber(string url, string? parameter) =>
        parameter is not null
        && long.TryParse(QueryParameter.Get(url, parameter), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out long number)
            ? number
            : null;
}
