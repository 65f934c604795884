namespace CfGen.Generator.Binding.Paging;

/// <summary>
/// The names by which paging is recognized. All names are normalized: <c>next_page_token</c> and <c>NextPageToken</c> are
/// <c>nextpagetoken</c>.
/// </summary>
internal static class PagingNames
{
    // Not `unreachable` and `nextSyncToken`: a caller has to see them.
    private static readonly HashSet<string> s_googleProperties =
    [
        "etag",
        "eventid",
        "id",
        "incompletesearch",
        "kind",
        "pageinfo",
        "prevpagetoken",
        "resultsizeestimate",
        "selflink",
        "tokenpagination",
        "totalsize",
        "visitorid",
        "warning",
    ];

    /// <summary>The parameters that take the number of a page.</summary>
    public static HashSet<string> PageParameters { get; } = ["page", "pagenumber", "pageno", "page[number]"];

    /// <summary>The parameters that count pages from 0 or from 1, as the document says.</summary>
    public static HashSet<string> IndexParameters { get; } = ["pageindex"];

    /// <summary>The parameters that take the size of a page.</summary>
    public static HashSet<string> SizeParameters { get; } =
    [
        "perpage",
        "pagesize",
        "limit",
        "maxresults",
        "count",
        "size",
        "page[size]",
        "page[limit]",
        "maxresultcount",
        "take",
        "itemsperpage",
        "resultsperpage",
    ];

    /// <summary>The parameters that take a cursor.</summary>
    public static HashSet<string> CursorParameters { get; } = ["cursor", "pagetoken", "nexttoken", "nextcursor", "after"];

    /// <summary>The parameters that take the id of the last item.</summary>
    public static HashSet<string> LastItemParameters { get; } = ["startingafter", "after", "afterid"];

    /// <summary>The parameters that take the number of items to skip.</summary>
    public static HashSet<string> OffsetParameters { get; } = ["offset", "skip", "start", "page[offset]", "skipcount"];

    /// <summary>The properties of the response that hold the next cursor.</summary>
    public static IReadOnlyList<string> NextCursorProperties { get; } = ["nextpagetoken", "nextcursor", "nexttoken", "cursor"];

    /// <summary>
    /// The parameters and properties that mean a cursor only together. Other APIs send a number in the one, or use the other for something
    /// else.
    /// </summary>
    public static IReadOnlyList<CursorPair> CursorPairs { get; } =
    [
        new(PageParameters, ["nextpage"], []),
        new(PageParameters, ["meta", "pagination", "nextpage"], []),
        new(["marker"], ["nextmarker"], []),
        // JSON:API, as Datadog has it.
        new(["page[cursor]"], ["meta", "page", "after"], []),
        new(["page[cursor]"], ["meta", "page", "nextcursor"], []),
        new(["page[cursor]"], ["meta", "pagination", "nextcursor"], []),
        new(["page[cursor]"], ["meta", "after"], []),
        // Laravel's cursors.
        new(CursorParameters, ["meta", "nextcursor"], []),
        new(CursorParameters, ["pagination", "nextcursor"], []),
        new(CursorParameters, ["paging", "nextcursor"], []),
        new(CursorParameters, ["metadata", "nextcursor"], []),
        // The cursors of fastapi-pagination.
        new(CursorParameters, ["nextpage"], ["currentpagebackwards", "previouspage"]),
        // Kubernetes, whose lists have their own type in them.
        new(["continue"], ["metadata", "continue"], ["apiversion", "kind", "metadata"]),
        // Google's discovery documents, whose lists have a type, a version and a warning of their own.
        new(["pagetoken"], ["nextpagetoken"], s_googleProperties),
        // Svix and services like it: the last page has an iterator too, and says that it is the last.
        new(["iterator"], ["iterator"], ["iterator", "previterator", "done"]),
        // Services on tables of Azure and AWS.
        new(["continuationtoken"], ["continuationtoken"], ["continuationtoken", "orderby"]),
        new(["continuationtoken"], ["nextcontinuationtoken"], ["continuationtoken", "nextcontinuationtoken"]),
    ];

    /// <summary>The properties that describe the page. An object of such properties and a list is a page.</summary>
    public static HashSet<string> PageInfoProperties { get; } =
    [
        "page",
        "perpage",
        "pagesize",
        "total",
        "totalcount",
        "totalpages",
        "count",
        "cursor",
        "nextcursor",
        "nextpagetoken",
        "nexttoken",
        "hasmore",
        "limit",
        "offset",
        "object",
        "url",
        "href",
        "next",
        "previous",
        "nextpage",
        "nextmarker",
        "prevmarker",
        "order",
        "firstid",
        "lastid",
        "pages",
        "pagecount",
        "results",
        "pagination",
        "meta",
        "links",
        // ASP.NET Core and Spring.
        "pagenumber",
        "pageindex",
        "currentpage",
        "totalitems",
        "itemcount",
        "totalrecords",
        "totalresults",
        "hasnextpage",
        "haspreviouspage",
        "hasnext",
        "hasprevious",
        "isfirstpage",
        "islastpage",
        "totalelements",
        "numberofelements",
        "pageable",
        "sort",
        "number",
        "first",
        "last",
        "empty",
        "size",
        // Laravel, Azure.
        "lastpage",
        "prev",
        "firstpageurl",
        "lastpageurl",
        "nextpageurl",
        "prevpageurl",
        "prevcursor",
        "nextlink",
        "nexturl",
        // Lists that repeat what was asked for.
        "skip",
        "take",
        "itemsperpage",
        "rowcount",
        "self",
        "currentoffset",
    ];

    /// <summary>The objects that describe the page if all that they have does.</summary>
    public static HashSet<string> PageInfoObjects { get; } = ["metadata", "paging", "pageinfo"];

    /// <summary>The properties that describe the page where one of <see cref="LaravelCounters"/> is beside them.</summary>
    public static HashSet<string> LaravelProperties { get; } = ["from", "to", "path"];

    /// <summary>The properties that every page of Laravel has one of.</summary>
    public static HashSet<string> LaravelCounters { get; } = ["currentpage", "perpage"];

    /// <summary>The lists that are no items if the response has another list.</summary>
    public static HashSet<string> MinorLists { get; } = ["links", "sort"];

    /// <summary>The places of the counters in a page of Spring.</summary>
    public static IReadOnlyList<string[]> SpringPageLocations { get; } =
    [
        [],
        ["page"],
    ];

    /// <summary>The properties that hold the next page of OData.</summary>
    public static IReadOnlyList<string> ODataNextLinks { get; } = ["@odata.nextlink", "@nextlink"];

    /// <summary>The query options of OData that a list has.</summary>
    public static HashSet<string> ODataParameters { get; } = ["$top", "$skip", "$skiptoken", "$count"];

    /// <summary>The lists that are empty in a page.</summary>
    public static HashSet<string> ErrorProperties { get; } = ["errors", "warnings"];

    /// <summary>The objects of the response that may hold totals.</summary>
    public static IReadOnlyList<string[]> CounterLocations { get; } =
    [
        [],
        ["meta"],
        ["pagination"],
        ["meta", "pagination"],
        ["meta", "page"],
        ["page"],
        ["metadata"],
        ["paging"],
        ["pageinfo"],
    ];

    /// <summary>The properties that hold the number of items.</summary>
    public static IReadOnlyList<string> TotalProperties { get; } =
    [
        "totalcount",
        "total",
        "totalentries",
        "totalresults",
        "totalitems",
        "totalrecords",
        "totalelements",
        "itemcount",
        "results",
        "@odata.count",
        "@count",
    ];

    /// <summary>The properties that hold the number of pages.</summary>
    public static IReadOnlyList<string> PageCountProperties { get; } = ["totalpages", "pages", "pagecount", "lastpage"];

    /// <summary>The properties that tell whether there are more pages.</summary>
    public static IReadOnlyList<string> HasMoreProperties { get; } = ["hasmore", "hasnextpage", "hasnext"];

    /// <summary>The properties that tell whether the page is the last.</summary>
    public static IReadOnlyList<string> LastPageProperties { get; } = ["last", "islast", "islastpage", "done"];

    /// <summary>The objects of the response that may name the next page.</summary>
    public static IReadOnlyList<string[]> NextPageLocations { get; } =
    [.. CounterLocations, ["links"], ["links", "pages"], ["meta", "links"]];

    /// <summary>The properties that name the next page of a list that is counted, and are null on the last.</summary>
    public static IReadOnlyList<string> NextPageProperties { get; } =
    ["next", "nextpage", "nexturl", "nexturi", "nextlink", "nexthref", "nextpageurl", "nextpageuri", "nextpagelink"];

    /// <summary>The properties that hold a URL by their name.</summary>
    public static HashSet<string> NextUrlProperties { get; } =
    ["nexturl", "nexturi", "nextlink", "nexthref", "nextpageurl", "nextpageuri", "nextpagelink"];

    /// <summary>The properties that a page tells, or that repeat what was asked for.</summary>
    public static HashSet<string> PageProperties { get; } =
    [
        "page",
        "perpage",
        "pagesize",
        "pagenumber",
        "pageindex",
        "currentpage",
        "limit",
        "offset",
        "skip",
        "take",
        "size",
        "itemsperpage",
        "object",
        "hasmore",
        "hasnextpage",
        "hasnext",
        "url",
        .. TotalProperties,
        .. NextPageProperties,
        .. NextCursorProperties,
    ];

    /// <summary>The properties of <c>result_info</c> that count pages or items.</summary>
    public static HashSet<string> PageInfoNumbers { get; } = ["page", "totalcount", "totalpages"];

    /// <summary>The properties of <c>result_info</c> that hold cursors.</summary>
    public static HashSet<string> PageInfoCursors { get; } = ["cursor", "cursors"];

    /// <summary>The phrases in the description of a page parameter that mean that the first page is 0.</summary>
    public static IReadOnlyList<string> ZeroBasedPhrases { get; } =
    [
        "zero-based",
        "zero based",
        "0-based",
        "base 0",
        "zero-indexed",
        "zero indexed",
        "0-indexed",
        "0 indexed",
        "starts at zero",
        "starts at 0",
        "starting at zero",
        "starting at 0",
        "starts from zero",
        "starts from 0",
        "starting from zero",
        "starting from 0",
        "start with 0",
        "default=0",
        "0 being the first",
        "first page is 0",
    ];

    /// <summary>The parameters that select a page.</summary>
    public static HashSet<string> NextPageParameters { get; } =
    [.. PageParameters, .. CursorParameters, .. LastItemParameters, .. OffsetParameters];

    /// <summary>All parameters that ask for a page.</summary>
    public static HashSet<string> AllParameters { get; } = [.. NextPageParameters, .. SizeParameters];

    public static string Normalize(string name) => name.Replace("_", "").Replace("-", "").ToLowerInvariant();
}

/// <summary>A cursor parameter, and the property of the response that has the next cursor.</summary>
/// <param name="NextCursorPath">The path of the property.</param>
/// <param name="PageInfoProperties">The properties of a page beside the common ones.</param>
internal sealed record CursorPair(HashSet<string> ParameterNames, string[] NextCursorPath, HashSet<string> PageInfoProperties);
