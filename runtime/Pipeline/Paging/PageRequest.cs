namespace CfGen.Pipeline.Paging;

/// <summary>The request of one page, and what is known of the pages before it.</summary>
internal sealed record PageRequest
{
    public static PageRequest First { get; } = new();

    /// <summary>The URL without credentials; null for that of the first page.</summary>
    public string? Url { get; init; }

    /// <summary>The page number or offset.</summary>
    public long? Number { get; init; }

    /// <summary>The cursors and URLs of the pages before it, and its own; a repeated one ends the list.</summary>
    public PageTrail Trail { get; init; }

    /// <summary>The fingerprint of the latest items before it.</summary>
    public UInt128? Fingerprint { get; init; }

    /// <summary>The number of items on the longest page before it.</summary>
    public int LongestPage { get; init; }

    /// <summary>The number of pages directly before it that had no items, or the same as the page before them.</summary>
    public int IdlePages { get; init; }

    /// <summary>
    /// True if the page keeps its body for <see cref="Page{T}.GetBody{TBody}"/>: nobody asks the pages of an enumeration of items.
    /// </summary>
    public bool KeepsBody { get; init; }

    /// <summary>True if its body stays unread where the options of the call say so.</summary>
    public bool MayStayOpen { get; init; }

    /// <summary>True if a page before it named the next one, so that a page that does not is the last.</summary>
    public bool IsNextNamed { get; init; }
}
