using System.ComponentModel;
#if !CFGEN_GENERATOR
using CfGen.Pipeline.Paging;
#endif

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

/// <summary>The rules of one paging style. The generator reads what a style needs, the runtime how the next page is found.</summary>
internal sealed class PagingStyleRules
{
    // Both tables have one entry for each value of PagingStyle, in its order.
    private static readonly PagingStyleRules[] s_table =
    [
        /* Single */new(),
        /* PageNumber */new() { NeedsParameter = true, IsNumbered = true },
        /* Offset */new() { NeedsParameter = true, IsNumbered = true },
        /* Cursor */new() { NeedsParameter = true },
        /* LastItem */new() { NeedsParameter = true },
        /* Link */new(),
        /* NextUrl */new() { NeedsNextPath = true },
    ];

#if !CFGEN_GENERATOR
    private static readonly FindNextPage[] s_next =
    [
        /* Single */static (in ReceivedPage _) => null,
        /* PageNumber */PagingRules.FindNextNumber,
        /* Offset */PagingRules.FindNextOffset,
        /* Cursor */static (in ReceivedPage page) =>
            page.RequestPage(
                page.Paging.NextPath is null ? page.ResultInfo?.Cursor : JsonPathReader.ReadText(page.Body, page.Paging.NextPath)
            ),
        /* LastItem */static (in ReceivedPage page) =>
            page.RequestPage(JsonPathReader.ReadText(JsonPathReader.GetLastItem(page.Items), page.Paging.ItemIdProperty)),
        /* Link */static (in ReceivedPage page) => page.FollowUrl(LinkHeader.FindNext(page.Response.Headers)),
        /* NextUrl */static (in ReceivedPage page) => page.FollowUrl(JsonPathReader.ReadText(page.Body, page.Paging.NextPath ?? "next"), isInBody: true),
    ];

    private delegate NextPage? FindNextPage(in ReceivedPage page);
#endif

    private PagingStyleRules() { }

    /// <summary>True if the next page is requested by a query parameter.</summary>
    public bool NeedsParameter { get; private set; }

    /// <summary>True if the response holds the next page at a path that has no default.</summary>
    public bool NeedsNextPath { get; private set; }

    /// <summary>
    /// True if pages are counted. Such a list ends with an empty page, and with one that is the same as the page before it.
    /// </summary>
    public bool IsNumbered { get; private set; }

    /// <summary>Finds the rules of a style.</summary>
    public static PagingStyleRules Get(PagingStyle style) => s_table[(int)style];

#if CFGEN_GENERATOR
    /// <summary>Lists the names of the styles in <c>x-cfgen-paging</c>, such as <c>a, b or c</c>.</summary>
    public static string DescribeNames()
    {
        string[] names = [.. Enum.GetNames(typeof(PagingStyle)).Select(ToKebabCase)];
        return string.Join(", ", names.Take(names.Length - 1)) + " or " + names[names.Length - 1];
    }

    private static string ToKebabCase(string name) =>
        string.Concat(name.Select((c, i) => (i > 0 && char.IsUpper(c) ? "-" : "") + char.ToLowerInvariant(c)));
#else
    /// <summary>Finds the page after another one; null if there is none.</summary>
    public static NextPage? FindNext(in ReceivedPage page) => s_next[(int)page.Paging.Style](page);
#endif
}
