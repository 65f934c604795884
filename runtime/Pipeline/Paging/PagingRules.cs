using CfGen.CodeGen;

namespace CfGen.Pipeline.Paging;

/// <summary>Finds the next page of a list, and the signs that a page is the last.</summary>
internal static class PagingRules
{
    /// <summary>
    /// The number of pages in a row that may have no new items. Servers that filter after they cut pages return some such pages; one that
    /// returns nothing else would hold an enumeration forever.
    /// </summary>
    public const int MaxIdlePages = 100;

    /// <summary>
    /// Decides whether a page is another one than the page before it. A server that ignores the number returns the same page again. A
    /// cursor or a link is new, and so is its page.
    /// </summary>
    public static bool IsNewPage(in ReceivedPage page)
    {
        PageRequest request = page.Request;
        if (request.Url is null || !PagingStyleRules.Get(page.Paging.Style).IsNumbered)
            return true;
        if (page.Fingerprint is not null && page.Fingerprint == request.Fingerprint)
            return false;
        return page.Paging.Style != PagingStyle.PageNumber || page.ResultInfo?.Page is not { } number || number >= request.Number;
    }

    /// <summary>Creates the request of the page after this one; null if this is the last.</summary>
    /// <exception cref="ApiConnectionException">The next page is on another origin.</exception>
    /// <exception cref="ApiResponseFormatException">There is a next page, but too many in a row had no new items.</exception>
    public static PageRequest? GetNextRequest(in ReceivedPage page)
    {
        if (IsStatedEnd(page) || !CanCountOn(page) || PagingStyleRules.FindNext(page) is not { } next)
            return null;
        bool isIdle = page.Count == 0 || page.Fingerprint == page.Request.Fingerprint;
        int idlePages = isIdle ? page.Request.IdlePages + 1 : 0;
        if (idlePages > MaxIdlePages)
            throw page.CreateEndlessException(idlePages);
        return new PageRequest
        {
            Url = next.Url,
            Number = next.Number,
            Trail = next.Trail,
            Fingerprint = page.Fingerprint ?? page.Request.Fingerprint,
            LongestPage = page.LongestPage,
            IdlePages = idlePages,
            KeepsBody = page.Request.KeepsBody,
            IsNextNamed = page.Request.IsNextNamed || page.NamesNext == true,
        };
    }

    /// <summary>Decides whether the list goes on after this page, as far as the response tells, if no next page is requested.</summary>
    public static bool HasMore(in ReceivedPage page)
    {
        PagingStyle style = page.Paging.Style;
        if (IsStatedEnd(page) || !(style == PagingStyle.Single || PagingStyleRules.Get(style).IsNumbered))
            return false;
        ResultInfo? info = page.ResultInfo;
        return new PageCounters(page).HasMore
            || (style == PagingStyle.Single && info is { Cursor: not null, TotalCount: null, TotalPages: null });
    }

    /// <summary>Finds the page after one with a number; null if it is the last.</summary>
    public static NextPage? FindNextNumber(in ReceivedPage page)
    {
        var counters = new PageCounters(page);
        bool isLast = counters.IsLastByPages || (page.NamesNext is null && counters.IsLastByTotal);
        return isLast ? null : page.RequestPage(counters.Number + 1);
    }

    /// <summary>Finds the page after one with an offset; null if it is the last.</summary>
    public static NextPage? FindNextOffset(in ReceivedPage page)
    {
        var counters = new PageCounters(page);
        return page.NamesNext is null && counters.IsLastOffset ? null : page.RequestPage(counters.Number + page.Count);
    }

    // The response itself says that no page follows.
    private static bool IsStatedEnd(in ReceivedPage page) =>
        (page.Paging.HasMorePath is { } more && JsonPathReader.ReadBoolean(page.Body, more) == false)
        || (page.Paging.LastPath is { } last && JsonPathReader.ReadBoolean(page.Body, last) == true)
        || page.NamesNext == false;

    // A number leads to a page that may not exist. An empty page ends the count, and a parameter that the document does not name is sent
    // only for items that are counted.
    private static bool CanCountOn(in ReceivedPage page) =>
        !PagingStyleRules.Get(page.Paging.Style).IsNumbered
        || (page.Count > 0 && (page.Paging.Origin != PagingOrigin.Siblings || new PageCounters(page).HasMore));
}
