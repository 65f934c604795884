using CfGen.Generator.Binding.Shapes;
using CfGen.Generator.Binding.Types;
using CfGen.Generator.Model;
using Microsoft.OpenApi;

namespace CfGen.Generator.Binding.Operations;

/// <summary>
/// Recognises operations that list: by the query parameters that ask for a page, and by the one array that the answer is or holds.
/// </summary>
internal static class PagingBinder
{
    private static readonly HashSet<string> s_pageParameters = ["page", "page_number", "pageNumber", "page_no", "page[number]"];
    private static readonly HashSet<string> s_sizeParameters = ["per_page", "perPage", "page_size", "pageSize", "limit", "max_results", "maxResults", "count", "size", "page[size]", "page[limit]"];
    private static readonly HashSet<string> s_cursorParameters = ["cursor", "page_token", "pageToken", "next_token", "nextToken", "next_cursor", "after"];
    private static readonly HashSet<string> s_lastItemParameters = ["starting_after", "after", "after_id"];
    private static readonly HashSet<string> s_offsetParameters = ["offset", "skip", "start", "page[offset]"];

    private static readonly string[] s_nextCursors = ["next_page_token", "nextPageToken", "next_cursor", "next_token", "nextToken", "cursor"];

    /// <summary>Parameters and members that mean a cursor only together: other APIs send a number in the one, or tell something else in the other.</summary>
    private static readonly CursorPair[] s_cursorPairs =
        [
            new(s_pageParameters, ["next_page"], []),
            new(s_pageParameters, ["meta", "pagination", "next_page"], []),
            new(["marker"], ["next_marker"], []),
            // JSON:API as Datadog has it.
            new(["page[cursor]"], ["meta", "page", "after"], []),
            new(["page[cursor]"], ["meta", "page", "next_cursor"], []),
            new(["page[cursor]"], ["meta", "pagination", "next_cursor"], []),
            new(["page[cursor]"], ["meta", "after"], []),
            // Kubernetes, which says of each of its lists what it is.
            new(["continue"], ["metadata", "continue"], ["apiVersion", "kind", "metadata"]),
        ];

    // Beside the list in a result, these tell where the page is: they do not make it a thing of its own.
    private static readonly HashSet<string> s_pageInfo =
        [
            "page", "per_page", "page_size", "total", "total_count", "total_pages", "count", "cursor", "next_cursor", "next_page_token", "next_token", "has_more", "limit", "offset",
            "object", "url", "href", "next", "previous", "next_page", "next_marker", "prev_marker", "order", "first_id", "last_id",
            "pages", "page_count", "results", "pagination", "meta", "links", "_links",
        ];

    private static readonly string[] s_zeroWords =
        [
            "zero-based", "zero based", "0-based", "base 0", "zero-indexed", "zero indexed", "0-indexed", "0 indexed", "starts at zero", "starts at 0", "starting at zero", "starting at 0",
            "starts from zero", "starts from 0", "starting from zero", "starting from 0", "start with 0", "default=0", "0 being the first", "first page is 0",
        ];

    // Lists themselves, and empty where there is a page.
    private static readonly HashSet<string> s_complaints = ["errors", "warnings"];

    // Where an answer counts, and what: from the root, or from what it keeps apart.
    private static readonly string[][] s_counters = [[], ["meta"], ["pagination"], ["meta", "pagination"], ["meta", "page"]];
    private static readonly string[] s_totals = ["total_count", "total", "total_entries", "total_results", "results"];
    private static readonly string[] s_pages = ["total_pages", "pages", "page_count", "last_page"];

    /// <param name="envelope">The whole answer's shape, which has the page's place beside the result.</param>
    /// <param name="result">The result's shape.</param>
    /// <param name="hasLink">Whether the document says that the answer has a <c>Link</c> header.</param>
    /// <param name="types">Knows the members of the result's type.</param>
    public static PagingModel? Bind(string method, IReadOnlyList<ParameterModel> parameters, Shape envelope, Shape result, bool hasLink, TypeRef type, ShapeResolver shapes, TypeBinder types)
    {
        if (method != "get")
            return null;
        (PagingStyle style, List<PagingSetting> settings, IReadOnlyCollection<string> info) = Style(parameters, envelope, hasLink, shapes);
        if (type is ListType list)
            return new PagingModel(style, list.Item, settings.ToEquatable());
        // A single page in an object is that object; only with a way to the next page is it a list.
        if (style == PagingStyle.Single || type is not NamedType named || types.Find(named) is not RecordNode record)
            return null;
        List<PropertyNode> rest = [.. record.Properties.Where(p => !s_complaints.Contains(p.WireName) && (p.Type is ListType || (!s_pageInfo.Contains(p.WireName) && !info.Contains(p.WireName))))];
        if (style is PagingStyle.Offset or PagingStyle.PageNumber && Counter(envelope, s_totals, shapes) is { } total)
            settings.Add(new PagingSetting("Total", total));
        if (style is PagingStyle.PageNumber && Counter(envelope, s_pages, shapes) is { } pages)
            settings.Add(new PagingSetting("Pages", pages));
        // The next page begins after the last item: it has to have an id.
        if (style == PagingStyle.LastItem && rest is [{ Type: ListType { Item: NamedType item } }] && types.Find(item) is RecordNode last && !last.Properties.Exists(p => p.WireName == "id"))
            return null;
        return rest is [{ Type: ListType items, Nullable: false } property]
            ? new PagingModel(style, items.Item, settings.Append(new PagingSetting("Items", property.WireName)).ToEquatable())
            : null;
    }

    /// <returns>With what stands in the answer beside the list, where the parameter of the style says more of that than the usual.</returns>
    private static (PagingStyle Style, List<PagingSetting> Settings, IReadOnlyCollection<string> Info) Style(IReadOnlyList<ParameterModel> parameters, Shape envelope, bool hasLink, ShapeResolver shapes)
    {
        // What the answer says of the next page is sure; a number that is counted on is not.
        foreach (CursorPair pair in s_cursorPairs)
        {
            if (Parameter(pair.Parameters) is { Type: ScalarType { IsNumber: var isNumber } } token
                && Holds(envelope, pair.Next, isNumber ? JsonSchemaType.Integer : JsonSchemaType.String, shapes))
                return (PagingStyle.Cursor, [.. Settings(token.WireName), new PagingSetting("Next", string.Join(".", pair.Next))], pair.Info);
        }

        // GitHub: a header that is there for another reason has no parameter beside it that asks for a page.
        if (hasLink && (string[])[.. s_pageParameters, .. s_sizeParameters, .. s_cursorParameters, .. s_lastItemParameters, .. s_offsetParameters] is var asking && parameters.Any(p => p.Place == ParameterPlace.Query && asking.Contains(p.WireName)))
            return (PagingStyle.Link, [], []);
        if (Parameter(s_pageParameters) is { WireName: { } page } number)
            return (PagingStyle.PageNumber, IsFromZero(number) ? [.. Settings(page), new PagingSetting("First", "0", IsNumber: true)] : Settings(page), []);
        if (Query(s_lastItemParameters) is { } after && Is(envelope, "has_more", JsonSchemaType.Boolean, shapes))
            return (PagingStyle.LastItem, [.. Settings(after), new PagingSetting("More", "has_more")], []);
        if (Query(s_cursorParameters) is { } cursor && NextCursor(envelope, shapes) is { } next)
            return (PagingStyle.Cursor, [.. Settings(cursor), new PagingSetting("Next", next)], []);
        // An offset that is a text is the server's own, and no number to count on with.
        if (Parameter(s_offsetParameters) is { Type: ScalarType { IsNumber: true }, WireName: { } offset })
            return (PagingStyle.Offset, Settings(offset), []);
        // An array has no place for the cursor of the next page, so a header tells it (Okta); without one the page is the only one.
        return (Query(s_cursorParameters) is not null && envelope.Is(JsonSchemaType.Array) ? PagingStyle.Link : PagingStyle.Single, [], []);

        List<PagingSetting> Settings(string parameter) =>
            Query(s_sizeParameters) is { } size ? [new PagingSetting("Parameter", parameter), new PagingSetting("Size", size)] : [new PagingSetting("Parameter", parameter)];

        string? Query(HashSet<string> names) => Parameter(names)?.WireName;

        ParameterModel? Parameter(HashSet<string> names) => parameters.FirstOrDefault(p => p.Place == ParameterPlace.Query && names.Contains(p.WireName));
    }

    // Who names no page gets the default; a zero that is allowed is a page, and some say it in words only.
    private static bool IsFromZero(ParameterModel page) => page.Docs.Default.Length > 0 ? page.Docs.Default == "0"
        : page.Rules.Minimum is { } least ? least == 0
        : s_zeroWords.Any(w => $"{page.Docs.Summary} {page.Docs.Remarks}".Replace("`", "").IndexOf(w, StringComparison.OrdinalIgnoreCase) >= 0);

    private static bool Is(Shape shape, string property, JsonSchemaType type, ShapeResolver shapes) =>
        shape.Properties.TryGetValue(property, out Conjunction? schema) && shapes.Resolve(schema).Is(type);

    /// <summary>The way to the first of the names that stands in the answer and is a number.</summary>
    private static string? Counter(Shape envelope, string[] names, ShapeResolver shapes) => s_counters
        .SelectMany(place => names.Select(name => (string[])[.. place, name]))
        .FirstOrDefault(way => Holds(envelope, way, JsonSchemaType.Integer, shapes)) is { } found ? string.Join(".", found) : null;

    private static bool Holds(Shape shape, string[] way, JsonSchemaType type, ShapeResolver shapes)
    {
        foreach (string step in way.Take(way.Length - 1))
        {
            if (!shape.Properties.TryGetValue(step, out Conjunction? next))
                return false;
            shape = shapes.Resolve(next);
        }

        return Is(shape, way[way.Length - 1], type, shapes);
    }

    /// <summary>Where the answer says which cursor comes next.</summary>
    private static string? NextCursor(Shape envelope, ShapeResolver shapes)
    {
        if (s_nextCursors.FirstOrDefault(envelope.Properties.ContainsKey) is { } direct)
            return direct;
        if (!envelope.Properties.TryGetValue("result_info", out Conjunction? info))
            return null;
        Shape place = shapes.Resolve(info);
        if (place.Properties.ContainsKey("cursors"))
            return "result_info.cursors.after";
        return "result_info.cursor";
    }

    /// <param name="Next">The way to the cursor of the next page.</param>
    /// <param name="Info">What stands beside the list, more than the usual.</param>
    private sealed record CursorPair(HashSet<string> Parameters, string[] Next, HashSet<string> Info);
}
