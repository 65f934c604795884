using System.ComponentModel;

namespace CfGen.CodeGen;

/// <summary>How a list operation is paged; one static instance an operation. Paths are property names with dots between them.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class PagingInfo
{
    /// <summary>Paging of a style.</summary>
    public PagingInfo(PagingStyle style) => Style = style;

    /// <summary>The style.</summary>
    public PagingStyle Style { get; }

    /// <summary>The path of the array, from the result where there is an envelope, else from the body; null: that value is the array.</summary>
    public string? Items { get; init; }

    /// <summary>The query parameter that asks for a page: <c>page</c>, <c>offset</c>, <c>cursor</c>, <c>page_token</c>, <c>starting_after</c>.</summary>
    public string? Parameter { get; init; }

    /// <summary>The query parameter of the page's size: <c>per_page</c>, <c>limit</c>.</summary>
    public string? Size { get; init; }

    /// <summary>
    /// The path from the body's root of the cursor, token or URL of the next page; null: <c>result_info.cursor</c>, else <c>result_info.cursors.after</c>.
    /// </summary>
    public string? Next { get; init; }

    /// <summary>The path from the body's root of a boolean that says whether there is more, or null.</summary>
    public string? More { get; init; }

    /// <summary>The path from the body's root of the number of all items, or null: of an envelope, <c>result_info.total_count</c>.</summary>
    public string? Total { get; init; }

    /// <summary>The path from the body's root of the number of all pages, or null: of an envelope, <c>result_info.total_pages</c>.</summary>
    public string? Pages { get; init; }

    /// <summary>The property of an item that <see cref="PagingStyle.LastItem"/> sends.</summary>
    public string Id { get; init; } = "id";

    /// <summary>The number of the first page, or the first offset, where the caller names none. 1 unless set; offsets start at 0.</summary>
    public long First { get; init; } = 1;
}
