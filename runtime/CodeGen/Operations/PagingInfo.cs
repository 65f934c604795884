using System.ComponentModel;

namespace CfGen.CodeGen;

/// <summary>
/// The paging of a list operation. Emitted code has one static instance for each. Paths are property names separated by dots.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class PagingInfo
{
    /// <summary>Creates the paging of a style.</summary>
    public PagingInfo(PagingStyle style) => Style = style;

    /// <summary>The style.</summary>
    internal PagingStyle Style { get; }

    /// <summary>The source of the paging. A parameter that other lists take is sent only for items that the response counts.</summary>
    public PagingOrigin Origin { get; init; }

    /// <summary>The path of the array, from the result in an envelope, else from the body; null if that value is the array.</summary>
    public string? ItemsPath { get; init; }

    /// <summary>
    /// The query parameter of the page: <c>page</c>, <c>offset</c>, <c>cursor</c>, <c>page_token</c>, <c>starting_after</c>.
    /// </summary>
    public string? PageParameter { get; init; }

    /// <summary>The query parameter of the page size: <c>per_page</c>, <c>limit</c>.</summary>
    public string? SizeParameter { get; init; }

    /// <summary>
    /// The path of the cursor, token or URL of the next page, from the body's root; null for <c>result_info.cursor</c> or
    /// <c>result_info.cursors.after</c>. A numbered page whose value is null is the last.
    /// </summary>
    public string? NextPath { get; init; }

    /// <summary>The path of a boolean that tells whether another page follows, from the body's root; null if there is none.</summary>
    public string? HasMorePath { get; init; }

    /// <summary>The path of a boolean that is true on the last page, from the body's root; null if there is none.</summary>
    public string? LastPath { get; init; }

    /// <summary>
    /// The path of the number of all items, from the body's root; null for <c>result_info.total_count</c> of an envelope.
    /// </summary>
    public string? TotalCountPath { get; init; }

    /// <summary>
    /// The path of the number of all pages, from the body's root; null for <c>result_info.total_pages</c> of an envelope.
    /// </summary>
    public string? PageCountPath { get; init; }

    /// <summary>True if the object that holds the items has a type of its own.</summary>
    public bool HasBody { get; init; }

    /// <summary>The property of an item that <see cref="PagingStyle.LastItem"/> sends.</summary>
    public string ItemIdProperty { get; init; } = "id";

    /// <summary>
    /// The number of the first page, or the first offset, if the caller names none. The default is 1; offsets start at 0.
    /// </summary>
    public long FirstPage { get; init; } = 1;
}
