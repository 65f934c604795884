using CfGen.Generator.Model;
using CfGen.Generator.Schemas;
using Microsoft.OpenApi;

namespace CfGen.Generator.Binding.Paging;

/// <summary>Infers the paging style of an operation from its query parameters and from the schema of its response.</summary>
/// <param name="parameters">The query parameters, and the properties of objects that are sent as such.</param>
/// <param name="envelope">The schema of the whole response.</param>
/// <param name="hasLink">True where the <c>Link</c> header of the response is documented.</param>
internal sealed class PagingInference(
    IReadOnlyList<PagingParameter> parameters,
    ResolvedSchema envelope,
    bool hasLink,
    SchemaResolver schemas
)
{
    // The first rule that applies decides. What the response says about the next page is certain; a number to count on is not.
    private static readonly Func<PagingInference, InferredPaging?>[] s_rules =
    [
        static p => p.FindODataLink(),
        static p => p.FindPairedCursor(),
        static p => p.FindLink(),
        static p => p.FindPageNumber(),
        static p => p.FindLastItem(),
        static p => p.FindCursor(),
        static p => p.FindOffset(),
        static p => p.FindLinkOfArray(),
        static p => p.FindNextUrl(),
    ];

    private delegate bool PropertyFilter(string[] location, string name, ResolvedSchema schema);

    // The rules ask for a hundred paths in the same few schemas.
    private readonly Dictionary<ResolvedSchema, Dictionary<string, string>> _properties = [];

    /// <summary>Infers the paging style by the first rule that applies.</summary>
    public InferredPaging Infer() =>
        s_rules.Select(rule => rule(this)).FirstOrDefault(paging => paging is not null) ?? new InferredPaging(PagingStyle.Single, []);

    /// <summary>
    /// The paging that other lists of the document have; null where the operation names a parameter itself, or the others do not agree.
    /// </summary>
    public InferredPaging? InferFromSiblings(SiblingPaging siblings)
    {
        if (
            FindParameter(PagingNames.NextPageParameters) is not null
            || !envelope.Properties.TryGetValue("result_info", out SchemaIntersection? info)
            || siblings.Infer(schemas.Resolve(info).PropertyOrder) is not { } paging
        )
            return null;
        return FindParameter(PagingNames.SizeParameters) is { } size
            ? paging with
            {
                Settings = [.. paging.Settings, new PagingSetting(PagingSettingName.Size, size.Name)],
            }
            : paging;
    }

    /// <summary>The path of the property that names the next page; null where there is none.</summary>
    public string? FindNextPath() => FindNextPath((_, _, schema) => !schema.HasType(JsonSchemaType.Array));

    private string? FindNextPath(PropertyFilter isWanted) =>
        FindPropertyPath(PagingNames.NextPageLocations, PagingNames.NextPageProperties, isWanted);

    /// <summary>The path of the first counter of the type in the response; null where there is none.</summary>
    public string? FindCounter(IReadOnlyList<string> names, JsonSchemaType type = JsonSchemaType.Integer)
    {
        // Documents of TypeScript say `number` of each count, and of the page. Elsewhere such a total may be a sum of money.
        bool isNumber =
            type == JsonSchemaType.Integer
            && FindParameter(PagingNames.NextPageParameters) is { Type: ScalarType { Kind: ScalarKind.Double } };
        return FindPropertyPath(
            PagingNames.CounterLocations,
            names,
            (_, _, schema) => schema.HasType(type) || (isNumber && schema.HasType(JsonSchemaType.Number))
        );
    }

    private InferredPaging? FindPairedCursor()
    {
        foreach (CursorPair pair in PagingNames.CursorPairs)
        {
            if (
                FindParameter(pair.ParameterNames) is { Type: ScalarType { IsNumber: var isNumber } } parameter
                && FindPropertyPath(
                    pair.NextCursorPath,
                    schema => schema.HasType(isNumber ? JsonSchemaType.Integer : JsonSchemaType.String) && !IsUrl(schema)
                )
                    is { } next
            )
                return Create(PagingStyle.Cursor, parameter, new PagingSetting(PagingSettingName.Next, next)) with
                {
                    PageInfoProperties = pair.PageInfoProperties,
                };
        }

        return null;
    }

    // A Link header without a parameter that asks for a page is there for another reason.
    private InferredPaging? FindLink() =>
        hasLink && FindParameter(PagingNames.AllParameters) is not null ? new InferredPaging(PagingStyle.Link, []) : null;

    private InferredPaging? FindPageNumber()
    {
        PagingParameter? page = FindParameter(PagingNames.PageParameters);
        if (page is null && FindParameter(PagingNames.IndexParameters) is { IsZeroBased: not null } index)
            page = index;
        if (page is null)
            return null;
        return page.IsZeroBased ?? IsSpringPage
            ? Create(PagingStyle.PageNumber, page, new PagingSetting(PagingSettingName.First, "0", IsNumber: true))
            : Create(PagingStyle.PageNumber, page);
    }

    private InferredPaging? FindLastItem() =>
        FindParameter(PagingNames.LastItemParameters) is { } after && FindPropertyPath(["hasmore"], JsonSchemaType.Boolean) is { } hasMore
            ? Create(PagingStyle.LastItem, after, new PagingSetting(PagingSettingName.More, hasMore))
            : null;

    private InferredPaging? FindCursor() =>
        FindParameter(PagingNames.CursorParameters) is { } cursor && FindNextCursorPath() is { } next
            ? Create(PagingStyle.Cursor, cursor, new PagingSetting(PagingSettingName.Next, next))
            : null;

    // An offset that is a string is opaque, and no number to count on with.
    private InferredPaging? FindOffset() =>
        FindParameter(PagingNames.OffsetParameters) is { Type: ScalarType { IsNumber: true } } offset
            ? Create(PagingStyle.Offset, offset)
            : null;

    // An array cannot hold the next cursor, so a header has it (Okta). Without the header, the page is the only one.
    private InferredPaging? FindLinkOfArray() =>
        envelope.HasType(JsonSchemaType.Array) && FindParameter(PagingNames.CursorParameters) is not null
            ? new InferredPaging(PagingStyle.Link, [])
            : null;

    // The server cuts pages, and names the next one whether the document says so or not. `$top` limits the whole list.
    private InferredPaging? FindODataLink()
    {
        string? next = PagingNames.ODataNextLinks.Select(name => FindProperty(envelope, name)).FirstOrDefault(p => p is not null);
        if (next is null)
        {
            if (FindParameter(PagingNames.ODataParameters) is null || FindPropertyPath(["value"], JsonSchemaType.Array) is null)
                return null;
            next = FindProperty(envelope, "@count") is null ? "@odata.nextLink" : "@nextLink";
        }

        return new InferredPaging(PagingStyle.NextUrl, [new PagingSetting(PagingSettingName.Next, next)]);
    }

    private InferredPaging? FindNextUrl() =>
        // A link of HAL is an object.
        (FindNextPath(IsNextUrl) ?? FindPropertyPath(["links", "next", "href"], JsonSchemaType.String))
            is { } next
            ? new InferredPaging(PagingStyle.NextUrl, [new PagingSetting(PagingSettingName.Next, next)])
            : null;

    // A `next` can be anything. It is a URL by its format, or among the links of a page of Laravel.
    private bool IsNextUrl(string[] location, string name, ResolvedSchema schema) =>
        schema.HasType(JsonSchemaType.String)
        && (
            PagingNames.NextUrlProperties.Contains(name)
            || IsUrl(schema)
            || (
                location is ["links"]
                && name == "next"
                && PagingNames.LaravelCounters.Any(name => FindPropertyPath(["meta", name], _ => true) is not null)
            )
        );

    private static bool IsUrl(ResolvedSchema schema) => schema.Format is "uri" or "url" or "uri-reference";

    private InferredPaging Create(PagingStyle style, PagingParameter parameter, params PagingSetting[] settings)
    {
        List<PagingSetting> all = [new PagingSetting(PagingSettingName.Parameter, parameter.Name)];
        if (FindParameter(PagingNames.SizeParameters) is { } size)
            all.Add(new PagingSetting(PagingSettingName.Size, size.Name));
        all.AddRange(settings);
        return new InferredPaging(style, all);
    }

    private PagingParameter? FindParameter(HashSet<string> names) =>
        parameters.FirstOrDefault(p => names.Contains(PagingNames.Normalize(p.Name)));

    // A page of Spring counts from 0, and has its number.
    private bool IsSpringPage =>
        PagingNames.SpringPageLocations.Any(location =>
            FindPropertyPath([.. location, "number"], JsonSchemaType.Integer) is not null
            && (
                FindPropertyPath([.. location, "totalelements"], JsonSchemaType.Integer)
                ?? FindPropertyPath([.. location, "numberofelements"], JsonSchemaType.Integer)
            )
                is not null
        );

    /// <summary>The property as the document spells it; null where there is none.</summary>
    private string? FindProperty(ResolvedSchema schema, string name)
    {
        if (!_properties.TryGetValue(schema, out Dictionary<string, string>? properties))
        {
            properties = new Dictionary<string, string>(StringComparer.Ordinal);
            foreach (string property in schema.PropertyOrder)
            {
                string normalized = PagingNames.Normalize(property);
                if (!properties.ContainsKey(normalized))
                    properties.Add(normalized, property);
            }

            _properties.Add(schema, properties);
        }

        return properties.TryGetValue(name, out string? found) ? found : null;
    }

    /// <summary>The path as the document spells it; null where it leads to no value that is wanted.</summary>
    private string? FindPropertyPath(string[] names, JsonSchemaType type) => FindPropertyPath(names, schema => schema.HasType(type));

    private string? FindPropertyPath(string[] names, Func<ResolvedSchema, bool> isWanted) =>
        TryFindSchema(names, out ResolvedSchema schema, out string path) && isWanted(schema) ? path : null;

    /// <summary>
    /// The path of the first property that is wanted, of any of the names in any of the locations; null where there is none.
    /// </summary>
    private string? FindPropertyPath(IReadOnlyList<string[]> locations, IReadOnlyList<string> names, PropertyFilter isWanted)
    {
        foreach (string[] location in locations)
        {
            if (!TryFindSchema(location, out ResolvedSchema parent, out string path))
                continue;
            foreach (string name in names)
            {
                if (FindProperty(parent, name) is { } property && isWanted(location, name, schemas.Resolve(parent.Properties[property])))
                    return location.Length == 0 ? property : path + "." + property;
            }
        }

        return null;
    }

    /// <summary>Finds the schema at a path, and the path as the document spells it.</summary>
    private bool TryFindSchema(string[] names, out ResolvedSchema schema, out string path)
    {
        schema = envelope;
        path = "";
        foreach (string name in names)
        {
            if (FindProperty(schema, name) is not { } property)
                return false;
            path = path.Length == 0 ? property : path + "." + property;
            schema = schemas.Resolve(schema.Properties[property]);
        }

        return true;
    }

    /// <summary>The path of the next cursor in the response; null where there is none.</summary>
    private string? FindNextCursorPath()
    {
        if (PagingNames.NextCursorProperties.Select(name => FindProperty(envelope, name)).FirstOrDefault(p => p is not null) is { } direct)
            return direct;
        if (!envelope.Properties.TryGetValue("result_info", out SchemaIntersection? info))
            return null;
        return schemas.Resolve(info).Properties.ContainsKey("cursors") ? "result_info.cursors.after" : "result_info.cursor";
    }
}

/// <summary>The paging style of an operation.</summary>
internal sealed record InferredPaging(PagingStyle Style, List<PagingSetting> Settings)
{
    /// <summary>The properties of a page beside the common ones.</summary>
    public IReadOnlyCollection<string> PageInfoProperties { get; init; } = [];
}
