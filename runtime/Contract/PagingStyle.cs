using System.ComponentModel;

namespace CfGen.CodeGen;

/// <summary>How an operation gives its items page by page.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public enum PagingStyle
{
    /// <summary>All items at once.</summary>
    Single,

    /// <summary>A page number in the query, counted up by one.</summary>
    PageNumber,

    /// <summary>An offset in the query, counted up by the items of the page.</summary>
    Offset,

    /// <summary>A cursor or token of the answer goes into the query.</summary>
    Cursor,

    /// <summary>The id of the last item goes into the query, as long as the answer says that there is more.</summary>
    LastItem,

    /// <summary>The <c>Link</c> header names the next page with <c>rel=next</c>.</summary>
    Link,

    /// <summary>A property of the answer is the URL of the next page.</summary>
    NextUrl,
}
