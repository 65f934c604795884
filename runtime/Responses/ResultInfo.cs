namespace CfGen;

/// <summary>The paging data of an envelope (<c>result_info</c>). A property is null if the response does not contain it.</summary>
public sealed record ResultInfo
{
    /// <summary>The number of items on this page.</summary>
    public long? Count { get; init; }

    /// <summary>The number of this page, from 1.</summary>
    public long? Page { get; init; }

    /// <summary>The maximum number of items on a page.</summary>
    public long? PerPage { get; init; }

    /// <summary>The number of items on all pages.</summary>
    public long? TotalCount { get; init; }

    /// <summary>The number of pages.</summary>
    public long? TotalPages { get; init; }

    /// <summary>The cursor of the next page (<c>cursor</c>, or <c>cursors.after</c>).</summary>
    public string? Cursor { get; init; }

    /// <summary>The cursor of the previous page (<c>cursors.before</c>).</summary>
    public string? CursorBefore { get; init; }
}
