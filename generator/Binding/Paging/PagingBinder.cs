using CfGen.Generator.Binding.Types;
using CfGen.Generator.Model;
using CfGen.Generator.Schemas;
using Microsoft.OpenApi;

namespace CfGen.Generator.Binding.Paging;

/// <summary>
/// Recognises operations that list: by the query parameters that ask for a page, and by the one array that the answer is or holds.
/// </summary>
internal static class PagingBinder
{
    // However a name is written, next_page_token or NextPageToken: it is looked for as Plain has it.
    private static readonly HashSet<string> s_pageParameters = ["page", "pagenumber", "pageno", "page[number]"];
    private static readonly HashSet<string> s_sizeParameters =
    [
        "perpage",
        "pagesize",
        "limit",
        "maxresults",
        "count",
        "size",
        "page[size]",
        "page[limit]",
    ];
    private static readonly HashSet<string> s_cursorParameters = ["cursor", "pagetoken", "nexttoken", "nextcursor", "after"];
    private static readonly HashSet<string> s_lastItemParameters = ["startingafter", "after", "afterid"];
    private static readonly HashSet<string> s_offsetParameters = ["offset", "skip", "start", "page[offset]"];

    private static readonly string[] s_nextCursorProperties = ["nextpagetoken", "nextcursor", "nexttoken", "cursor"];

    /// <summary>Parameters and members that mean a cursor only together: other APIs send a number in the one, or tell something else in the other.</summary>
    private static readonly CursorPair[] s_cursorPairs =
    [
        new(s_pageParameters, ["nextpage"], []),
        new(s_pageParameters, ["meta", "pagination", "nextpage"], []),
        new(["marker"], ["nextmarker"], []),
        // JSON:API as Datadog has it.
        new(["page[cursor]"], ["meta", "page", "after"], []),
        new(["page[cursor]"], ["meta", "page", "nextcursor"], []),
        new(["page[cursor]"], ["meta", "pagination", "nextcursor"], []),
        new(["page[cursor]"], ["meta", "after"], []),
        // Kubernetes, which says of each of its lists what it is.
        new(["continue"], ["metadata", "continue"], ["apiversion", "kind", "metadata"]),
    ];

    // Beside the list in a result, these tell where the page is: they do not make it a thing of its own.
    private static readonly HashSet<string> s_pageInfoProperties =
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
        // ASP.NET Core and Spring as most write it.
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
    ];

    private static readonly string[] s_zeroBasedPhrases =
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

    // Lists themselves, and empty where there is a page.
    private static readonly HashSet<string> s_errorProperties = ["errors", "warnings"];

    // Where an answer counts, and what: from the root, or from what it keeps apart.
    private static readonly string[][] s_counterLocations =
    [
        [],
        ["meta"],
        ["pagination"],
        ["meta", "pagination"],
        ["meta", "page"],
    ];
    private static readonly string[] s_totalProperties =
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
    ];
    private static readonly string[] s_pageCountProperties = ["totalpages", "pages", "pagecount", "lastpage"];
    private static readonly string[] s_hasMoreProperties = ["hasmore", "hasnextpage", "hasnext"];

    /// <param name="envelope">The whole answer's shape, which has the page's place beside the result.</param>
    /// <param name="result">The result's shape.</param>
    /// <param name="hasLink">Whether the document says that the answer has a <c>Link</c> header.</param>
    /// <param name="types">Knows the members of the result's type.</param>
    public static PagingModel? Bind(
        string method,
        IReadOnlyList<ParameterModel> parameters,
        ResolvedSchema envelope,
        ResolvedSchema result,
        bool hasLink,
        TypeRef type,
        SchemaResolver shapes,
        TypeBinder types
    )
    {
        if (method != "get")
            return null;
        (PagingStyle style, List<PagingSetting> settings, IReadOnlyCollection<string> info) = InferStyle(
            parameters,
            envelope,
            hasLink,
            shapes
        );
        if (type is ListType list)
            return new PagingModel(style, list.Item, settings.ToEquatable());
        // A single page in an object is that object; only with a way to the next page is it a list.
        if (style == PagingStyle.Single || type is not NamedType named || types.FindNode(named) is not RecordNode record)
            return null;
        List<PropertyNode> rest =
        [
            .. record.Properties.Where(p =>
                !s_errorProperties.Contains(NormalizeName(p.WireName))
                && (
                    p.Type is ListType
                    || (!s_pageInfoProperties.Contains(NormalizeName(p.WireName)) && !info.Contains(NormalizeName(p.WireName)))
                )
            ),
        ];
        if (style is PagingStyle.Offset or PagingStyle.PageNumber && FindCounter(envelope, s_totalProperties, shapes) is { } total)
            settings.Add(new PagingSetting(PagingSettingName.Total, total));
        if (style is PagingStyle.PageNumber && FindCounter(envelope, s_pageCountProperties, shapes) is { } pages)
            settings.Add(new PagingSetting(PagingSettingName.Pages, pages));
        if (
            style is PagingStyle.Offset or PagingStyle.PageNumber
            && FindCounter(envelope, s_hasMoreProperties, shapes, JsonSchemaType.Boolean) is { } more
        )
            settings.Add(new PagingSetting(PagingSettingName.More, more));
        // The next page begins after the last item: it has to have an id.
        if (
            style == PagingStyle.LastItem
            && rest is [{ Type: ListType { Item: NamedType item } }]
            && types.FindNode(item) is RecordNode last
            && !last.Properties.Exists(p => p.WireName == "id")
        )
            return null;
        return rest is [{ Type: ListType items, IsNullable: false } property]
            ? new PagingModel(
                style,
                items.Item,
                settings.Append(new PagingSetting(PagingSettingName.Items, property.WireName)).ToEquatable()
            )
            : null;
    }

    /// <returns>With what stands in the answer beside the list, where the parameter of the style says more of that than the usual.</returns>
    private static (PagingStyle Style, List<PagingSetting> Settings, IReadOnlyCollection<string> Info) InferStyle(
        IReadOnlyList<ParameterModel> parameters,
        ResolvedSchema envelope,
        bool hasLink,
        SchemaResolver shapes
    )
    {
        // What the answer says of the next page is sure; a number that is counted on is not.
        foreach (CursorPair pair in s_cursorPairs)
        {
            if (
                Parameter(pair.ParameterNames) is { Type: ScalarType { IsNumber: var isNumber } } token
                && FindPropertyPath(envelope, pair.NextCursorPath, isNumber ? JsonSchemaType.Integer : JsonSchemaType.String, shapes)
                    is { } place
            )
                return (
                    PagingStyle.Cursor,
                    [.. Settings(token.SerializedName), new PagingSetting(PagingSettingName.Next, place)],
                    pair.PageInfoProperties
                );
        }

        // GitHub: a header that is there for another reason has no parameter beside it that asks for a page.
        if (
            hasLink
            && (string[])[.. s_pageParameters, .. s_sizeParameters, .. s_cursorParameters, .. s_lastItemParameters, .. s_offsetParameters]
                is var asking
            && parameters.Any(p => p.Location == ParameterLocation.Query && asking.Contains(NormalizeName(p.SerializedName)))
        )
            return (PagingStyle.Link, [], []);
        if (Parameter(s_pageParameters) is { SerializedName: { } page } number)
            return (
                PagingStyle.PageNumber,
                IsZeroBased(number) ? [.. Settings(page), new PagingSetting(PagingSettingName.First, "0", IsNumber: true)] : Settings(page),
                []
            );
        if (
            Query(s_lastItemParameters) is { } after
            && FindPropertyPath(envelope, ["hasmore"], JsonSchemaType.Boolean, shapes) is { } hasMore
        )
            return (PagingStyle.LastItem, [.. Settings(after), new PagingSetting(PagingSettingName.More, hasMore)], []);
        if (Query(s_cursorParameters) is { } cursor && FindNextCursorPath(envelope, shapes) is { } next)
            return (PagingStyle.Cursor, [.. Settings(cursor), new PagingSetting(PagingSettingName.Next, next)], []);
        // An offset that is a text is the server's own, and no number to count on with.
        if (Parameter(s_offsetParameters) is { Type: ScalarType { IsNumber: true }, SerializedName: { } offset })
            return (PagingStyle.Offset, Settings(offset), []);
        // An array has no place for the cursor of the next page, so a header tells it (Okta); without one the page is the only one.
        return (
            Query(s_cursorParameters) is not null && envelope.HasType(JsonSchemaType.Array) ? PagingStyle.Link : PagingStyle.Single,
            [],
            []
        );

        List<PagingSetting> Settings(string parameter) =>
            Query(s_sizeParameters) is { } size
                ? [new PagingSetting(PagingSettingName.Parameter, parameter), new PagingSetting(PagingSettingName.Size, size)]
                : [new PagingSetting(PagingSettingName.Parameter, parameter)];

        string? Query(HashSet<string> names) => Parameter(names)?.SerializedName;

        ParameterModel? Parameter(HashSet<string> names) =>
            parameters.FirstOrDefault(p => p.Location == ParameterLocation.Query && names.Contains(NormalizeName(p.SerializedName)));
    }

    // Who names no page gets the default; a zero that is allowed is a page, and some say it in words only.
    private static bool IsZeroBased(ParameterModel page) =>
        page.Docs.Default.Length > 0 ? page.Docs.Default == "0"
        : page.Rules.Minimum is { } least ? least == 0
        : s_zeroBasedPhrases.Any(w =>
            $"{page.Docs.Summary} {page.Docs.Remarks}".Replace("`", "").IndexOf(w, StringComparison.OrdinalIgnoreCase) >= 0
        );

    private static string NormalizeName(string name) => name.Replace("_", "").Replace("-", "").ToLowerInvariant();

    private static string? FindProperty(ResolvedSchema shape, string name) =>
        shape.PropertyOrder.FirstOrDefault(p => NormalizeName(p) == name);

    /// <summary>The way to the first of the names that stands in the answer and has the type.</summary>
    private static string? FindCounter(
        ResolvedSchema envelope,
        string[] names,
        SchemaResolver shapes,
        JsonSchemaType type = JsonSchemaType.Integer
    ) =>
        s_counterLocations
            .SelectMany(place => names.Select(name => (string[])[.. place, name]))
            .Select(way => FindPropertyPath(envelope, way, type, shapes))
            .FirstOrDefault(way => way is not null);

    /// <summary>The way as the document writes it; null where there is none to a value of the type.</summary>
    private static string? FindPropertyPath(ResolvedSchema shape, string[] names, JsonSchemaType type, SchemaResolver shapes)
    {
        List<string> way = [];
        foreach (string name in names)
        {
            if (FindProperty(shape, name) is not { } property)
                return null;
            way.Add(property);
            shape = shapes.Resolve(shape.Properties[property]);
        }

        return shape.HasType(type) ? string.Join(".", way) : null;
    }

    /// <summary>Where the answer says which cursor comes next.</summary>
    private static string? FindNextCursorPath(ResolvedSchema envelope, SchemaResolver shapes)
    {
        if (s_nextCursorProperties.Select(name => FindProperty(envelope, name)).FirstOrDefault(found => found is not null) is { } direct)
            return direct;
        if (!envelope.Properties.TryGetValue("result_info", out SchemaIntersection? info))
            return null;
        ResolvedSchema place = shapes.Resolve(info);
        if (place.Properties.ContainsKey("cursors"))
            return "result_info.cursors.after";
        return "result_info.cursor";
    }

    /// <param name="NextCursorPath">The way to the cursor of the next page.</param>
    /// <param name="PageInfoProperties">What stands beside the list, more than the usual.</param>
    private sealed record CursorPair(HashSet<string> ParameterNames, string[] NextCursorPath, HashSet<string> PageInfoProperties);
}
