using CfGen.CodeGen;

namespace CfGen.Pipeline.Paging;

/// <summary>
/// The counters of a response, and what they say about the pages after it. Each is null if the response does not contain it.
/// </summary>
internal readonly ref struct PageCounters
{
    private readonly long _position;
    private readonly long _given;
    private readonly int _count;
    private readonly long? _pages;
    private readonly long? _total;
    private readonly long? _size;

    public PageCounters(in ReceivedPage page)
    {
        PagingInfo paging = page.Paging;
        ResultInfo? info = page.ResultInfo;
        _count = page.Count;
        _pages = info is null ? page.ReadCounter(paging.PageCountPath) : info.TotalPages;
        _total = info is null ? page.ReadCounter(paging.TotalCountPath) : info.TotalCount;
        _size = info is null ? page.LongestPage : info.PerPage ?? page.ReadQuery(paging.SizeParameter);
        Number =
            paging.Style == PagingStyle.Offset
                ? page.Request.Number ?? page.ReadQuery(paging.PageParameter) ?? 0
                : page.Request.Number ?? page.ReadQuery(paging.PageParameter) ?? info?.Page ?? paging.FirstPage;
        _position = Math.Max(1, Number - paging.FirstPage + 1);
        long before = paging.Style == PagingStyle.Offset ? Number : (_position - 1) * (_size is > 0 ? _size.Value : page.LongestPage);
        _given = before + _count;
    }

    /// <summary>The number of the page, or the offset of its first item.</summary>
    public long Number { get; }

    /// <summary>
    /// True if the page is the last by the number of all items. Totals that are smaller than what arrived are wrong and ignored: servers
    /// leave them at 0. The size is that of a full page; if the response does not say it, that of the longest, since servers return fewer
    /// items than requested.
    /// </summary>
    public bool IsLastByTotal => _size is > 0 && _total >= _count && _position * _size >= _total;

    /// <summary>True if the page is the last by the number of all pages.</summary>
    public bool IsLastByPages => _pages is >= 1 && _position >= _pages;

    /// <summary>True if the page is the last by its offset.</summary>
    public bool IsLastOffset => _total >= _count && _given >= _total;

    /// <summary>True if the response counts more items or pages than it and the pages before it gave.</summary>
    public bool HasMore => !IsLastByPages && !IsLastByTotal && (_total > _given || _pages > _position);
}
