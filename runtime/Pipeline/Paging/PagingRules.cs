using CfGen.CodeGen;

namespace CfGen.Pipeline.Paging;

/// <summary>
/// Finds the next page of a list. A server that returns the same page again ends the list, as does every sign that a page is the last.
/// </summary>
internal static class PagingRules
{
    // One entry a style, in the order of PagingStyle. Each gives the request of the next page, or null after the last.
    private static readonly NextPage[] s_table =
    [
        /* Single */static (in ReceivedPage _) => null,
        /* PageNumber */NextPageNumber,
        /* Offset */NextOffset,
        /* Cursor */static (in ReceivedPage page) =>
            page.RequestPage(
                page.Paging.PageParameter,
                page.Paging.NextPath is null ? page.ResultInfo?.Cursor : JsonPathReader.ReadText(page.Body, page.Paging.NextPath)
            ),
        /* LastItem */static (in ReceivedPage page) =>
            page.RequestPage(
                page.Paging.PageParameter,
                JsonPathReader.ReadText(JsonPathReader.GetLastItem(page.Items), page.Paging.ItemIdProperty)
            ),
        /* Link */static (in ReceivedPage page) => page.FollowUrl(LinkHeader.FindNext(page.Response.Headers)),
        /* NextUrl */static (in ReceivedPage page) => page.FollowUrl(JsonPathReader.ReadText(page.Body, page.Paging.NextPath ?? "next")),
    ];

    private delegate PageRequest? NextPage(in ReceivedPage page);

    /// <summary>Decides whether a page is another one than the page before it.</summary>
    public static bool IsNewPage(PagingInfo paging, PageRequest request, ApiResponse response, UInt128? fingerprint)
    {
        if (request.Url is null)
            return true;
        if (fingerprint is not null && fingerprint == request.Fingerprint)
            return false;
        return paging.Style != PagingStyle.PageNumber || response.Envelope?.ResultInfo?.Page is not { } page || page >= request.Number;
    }

    /// <summary>Creates the request of the page after this one; null if this is the last.</summary>
    /// <exception cref="ApiConnectionException">The next page is on another origin.</exception>
    public static PageRequest? GetNextRequest(in ReceivedPage page)
    {
        if (page.Count == 0 || (page.Paging.HasMorePath is { } path && JsonPathReader.ReadBoolean(page.Body, path) == false))
            return null;
        return s_table[(int)page.Paging.Style](page);
    }

    private static PageRequest? NextPageNumber(in ReceivedPage page)
    {
        PagingInfo paging = page.Paging;
        long number = page.Request.Number ?? page.ReadQuery(paging.PageParameter) ?? page.ResultInfo?.Page ?? paging.FirstPage;
        int longest = Math.Max(page.Request.LongestPage, page.Count);
        long position = number - paging.FirstPage + 1;
        bool isLast = page.ResultInfo is { } info
            ? IsLastPage(position, page.Count, info.TotalPages, info.TotalCount, info.PerPage ?? page.ReadQuery(paging.SizeParameter))
            : IsLastPage(position, page.Count, page.ReadCounter(paging.PageCountPath), page.ReadCounter(paging.TotalCountPath), longest);
        return isLast || page.RequestPage(paging.PageParameter, number + 1) is not { } next ? null : next with { LongestPage = longest };
    }

    private static PageRequest? NextOffset(in ReceivedPage page)
    {
        PagingInfo paging = page.Paging;
        long offset = page.Request.Number ?? page.ReadQuery(paging.PageParameter) ?? 0;
        long? total = page.ResultInfo?.TotalCount ?? page.ReadCounter(paging.TotalCountPath);
        return total >= page.Count && offset + page.Count >= total ? null : page.RequestPage(paging.PageParameter, offset + page.Count);
    }

    /// <summary>
    /// Decides whether a page is the last. Totals that are smaller than what arrived are wrong and ignored: servers leave them at 0.
    /// The size is that of a full page; if the response does not say it, that of the longest, since servers return fewer items than requested.
    /// </summary>
    private static bool IsLastPage(long page, int count, long? pages, long? total, long? size) =>
        (pages is >= 1 && page >= pages) || (size is > 0 && total >= count && page * size >= total);
}
