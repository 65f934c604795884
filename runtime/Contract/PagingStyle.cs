using System.ComponentModel;

namespace CfGen.CodeGen;

/// <summary>The way from one page of a list to the next.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
#if CFGEN_GENERATOR
internal
#else
public
#endif
enum PagingStyle
{
    /// <summary>All items at once.</summary>
    Single,

    /// <summary>A page number in the query, counted up by one.</summary>
    PageNumber,

    /// <summary>An offset in the query, counted up by the items of the page.</summary>
    Offset,

    /// <summary>A cursor or token of the response goes into the query.</summary>
    Cursor,

    /// <summary>The id of the last item goes into the query, as long as the response says that there are more.</summary>
    LastItem,

    /// <summary>The <c>Link</c> header names the next page with <c>rel=next</c>.</summary>
    Link,

    /// <summary>A property of the response is the URL of the next page.</summary>
    NextUrl,
}
