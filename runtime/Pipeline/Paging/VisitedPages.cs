namespace CfGen.Pipeline.Paging;

/// <summary>
/// The hashes of the cursors and links that the pages of a list lead to, in the order of the pages. All pages of a list share one table, so
/// that a page costs one entry. A <see cref="PageTrail"/> is the part of it that one page sees.
/// </summary>
internal sealed class VisitedPages
{
    private readonly object _lock = new();
    private UInt128[] _hashes = new UInt128[4];
    private int[] _slots = new int[8]; // 0 if free, else the number of the hash from 1; at most half of them are in use
    private int _count;

    /// <summary>Adds a page behind those that the caller knows; false if it is one of them.</summary>
    /// <param name="known">The number of the pages that the caller knows.</param>
    /// <param name="hash">The hash of the page's cursor or URL.</param>
    /// <param name="pages">
    /// This table, or a copy if another page follows these already, because a caller went on twice from one page.
    /// </param>
    public bool TryAdd(int known, UInt128 hash, out VisitedPages pages)
    {
        lock (_lock)
        {
            pages = this;
            int number = _slots[FindSlot(hash)];
            if (number > 0 && number <= known)
                return false;
            if (number == known + 1)
                return true;
            if (known < _count)
                pages = CopyFirst(known);
            pages.Append(hash);
            return true;
        }
    }

    private VisitedPages CopyFirst(int count)
    {
        var copy = new VisitedPages();
        for (int i = 0; i < count; i++)
            copy.Append(_hashes[i]);
        return copy;
    }

    private void Append(UInt128 hash)
    {
        if (_count == _hashes.Length)
            Grow();
        _hashes[_count++] = hash;
        _slots[FindSlot(hash)] = _count;
    }

    private void Grow()
    {
        Array.Resize(ref _hashes, _hashes.Length * 2);
        _slots = new int[_hashes.Length * 2];
        for (int i = 0; i < _count; i++)
            _slots[FindSlot(_hashes[i])] = i + 1;
    }

    /// <summary>
    /// Finds the slot of a hash, or the free one where it belongs. Hashes are evenly distributed, so the next slot is a good second choice.
    /// </summary>
    private int FindSlot(UInt128 hash)
    {
        int slot = (int)((ulong)hash & (uint)(_slots.Length - 1));
        while (_slots[slot] > 0 && _hashes[_slots[slot] - 1] != hash)
            slot = (slot + 1) & (_slots.Length - 1);
        return slot;
    }
}
