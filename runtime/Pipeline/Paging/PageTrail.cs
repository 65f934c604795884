using System.Runtime.InteropServices;

namespace CfGen.Pipeline.Paging;

/// <summary>The cursors and links that led to a page. It does not change when pages are requested after it.</summary>
internal readonly record struct PageTrail
{
    private readonly VisitedPages? _pages;

    private PageTrail(VisitedPages pages, int count) => (_pages, Count) = (pages, count);

    public int Count { get; }

    /// <summary>Adds a cursor or a URL; false if the trail has it already.</summary>
    public bool TryAdd(string page, out PageTrail longer)
    {
        UInt128 hash = PageFingerprint.Compute(MemoryMarshal.AsBytes(page.AsSpan()));
        bool isNew = (_pages ?? new VisitedPages()).TryAdd(Count, hash, out VisitedPages pages);
        longer = isNew ? new PageTrail(pages, Count + 1) : this;
        return isNew;
    }
}
