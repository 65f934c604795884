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
    private static readonly HashSet<string> s_pageParameters = ["page", "page_number", "pageNumber", "page_no"];
    private static readonly HashSet<string> s_sizeParameters = ["per_page", "perPage", "page_size", "pageSize", "limit", "max_results", "maxResults", "count", "size"];
    private static readonly HashSet<string> s_cursorParameters = ["cursor", "page_token", "pageToken", "next_token", "nextToken", "next_cursor", "after", "marker", "continue"];
    private static readonly HashSet<string> s_lastItemParameters = ["starting_after", "after", "after_id"];
    private static readonly HashSet<string> s_offsetParameters = ["offset", "skip", "start"];

    // Beside the list in a result, these tell where the page is: they do not make it a thing of its own.
    private static readonly HashSet<string> s_pageInfo =
        [
            "page", "per_page", "page_size", "total", "total_count", "total_pages", "count", "cursor", "next_cursor", "next_page_token", "next_token", "has_more", "limit", "offset",
            "object", "url", "href", "next", "previous", "next_page", "next_marker", "prev_marker", "order", "first_id", "last_id",
        ];

    // Kubernetes: what each of its lists is, beside the list.
    private static readonly HashSet<string> s_kind = ["apiVersion", "kind", "metadata"];

    private static readonly string[] s_totals = ["total_count", "total"];

    /// <param name="envelope">The whole answer's shape, which has the page's place beside the result.</param>
    /// <param name="result">The result's shape.</param>
    /// <param name="types">Knows the members of the result's type.</param>
    public static PagingModel? Bind(string method, IReadOnlyList<ParameterModel> parameters, Shape envelope, Shape result, TypeRef type, ShapeResolver shapes, TypeBinder types)
    {
        if (method != "get")
            return null;
        (PagingStyle style, List<PagingSetting> settings) = Style(parameters, envelope, shapes);
        if (type is ListType list)
            return new PagingModel(style, list.Item, settings.ToEquatable());
        // A single page in an object is that object; only with a way to the next page is it a list.
        if (style == PagingStyle.Single || type is not NamedType named || types.Find(named) is not RecordNode record)
            return null;
        bool isKind = settings.Exists(s => s.Value == "metadata.continue");
        List<PropertyNode> rest = [.. record.Properties.Where(p => !s_pageInfo.Contains(p.WireName) && !(isKind && s_kind.Contains(p.WireName)))];
        if (style is PagingStyle.Offset && s_totals.FirstOrDefault(t => Is(envelope, t, JsonSchemaType.Integer, shapes)) is { } total)
            settings.Add(new PagingSetting("Total", total));
        // The next page begins after the last item: it has to have an id.
        if (style == PagingStyle.LastItem && rest is [{ Type: ListType { Item: NamedType item } }] && types.Find(item) is RecordNode last && !last.Properties.Exists(p => p.WireName == "id"))
            return null;
        return rest is [{ Type: ListType items, Nullable: false } property]
            ? new PagingModel(style, items.Item, settings.Append(new PagingSetting("Items", property.WireName)).ToEquatable())
            : null;
    }

    private static (PagingStyle Style, List<PagingSetting> Settings) Style(IReadOnlyList<ParameterModel> parameters, Shape envelope, ShapeResolver shapes)
    {
        // What the answer says of the next page is sure; a number that is counted on is not.
        if (Parameter(s_pageParameters) is { Type: ScalarType { IsNumber: false } } token && Is(envelope, "next_page", JsonSchemaType.String, shapes))
            return (PagingStyle.Cursor, [.. Settings(token.WireName), new PagingSetting("Next", "next_page")]);
        if (Query(s_pageParameters) is { } page)
            return (PagingStyle.PageNumber, Settings(page));
        if (Query(s_lastItemParameters) is { } after && Is(envelope, "has_more", JsonSchemaType.Boolean, shapes))
            return (PagingStyle.LastItem, [.. Settings(after), new PagingSetting("More", "has_more")]);
        if (Query(s_cursorParameters) is { } cursor && NextCursor(cursor, envelope, shapes) is { } next)
            return (PagingStyle.Cursor, [.. Settings(cursor), new PagingSetting("Next", next)]);
        // An offset that is a text is the server's own, and no number to count on with.
        if (Parameter(s_offsetParameters) is { Type: ScalarType { IsNumber: true }, WireName: { } offset })
            return (PagingStyle.Offset, Settings(offset));
        return (PagingStyle.Single, []);

        List<PagingSetting> Settings(string parameter) =>
            Query(s_sizeParameters) is { } size ? [new PagingSetting("Parameter", parameter), new PagingSetting("Size", size)] : [new PagingSetting("Parameter", parameter)];

        string? Query(HashSet<string> names) => Parameter(names)?.WireName;

        ParameterModel? Parameter(HashSet<string> names) => parameters.FirstOrDefault(p => p.Place == ParameterPlace.Query && names.Contains(p.WireName));
    }

    private static bool Is(Shape shape, string property, JsonSchemaType type, ShapeResolver shapes) =>
        shape.Properties.TryGetValue(property, out Conjunction? schema) && shapes.Resolve(schema).Is(type);

    /// <summary>Where the answer says which cursor comes next.</summary>
    private static string? NextCursor(string parameter, Shape envelope, ShapeResolver shapes)
    {
        // Words of one vendor or system, which mean a cursor only together.
        if (parameter == "marker")
            return Is(envelope, "next_marker", JsonSchemaType.String, shapes) ? "next_marker" : null;
        if (parameter == "continue")
            return envelope.Properties.TryGetValue("metadata", out Conjunction? metadata) && Is(shapes.Resolve(metadata), "continue", JsonSchemaType.String, shapes) ? "metadata.continue" : null;
        foreach (string direct in (string[])["next_page_token", "nextPageToken", "next_cursor", "next_token", "nextToken", "cursor"])
        {
            if (envelope.Properties.ContainsKey(direct))
                return direct;
        }

        if (!envelope.Properties.TryGetValue("result_info", out Conjunction? info))
            return null;
        Shape place = shapes.Resolve(info);
        if (place.Properties.ContainsKey("cursors"))
            return "result_info.cursors.after";
        return "result_info.cursor";
    }
}
