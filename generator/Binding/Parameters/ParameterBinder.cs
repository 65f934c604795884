using CfGen.Generator.Binding.Bodies;
using CfGen.Generator.Binding.Types;
using CfGen.Generator.Model;
using CfGen.Generator.Naming;
using CfGen.Generator.Schemas;
using Microsoft.OpenApi;

namespace CfGen.Generator.Binding.Parameters;

/// <summary>The parameters of an operation, those of its path item included, in the order of the C# signature.</summary>
internal sealed class ParameterBinder(SchemaResolver shapes, TypeBinder types)
{
    // Their values come from the client, not from a parameter.
    private static readonly HashSet<string> s_managedHeaders = new(
        ["Accept", "Content-Type", "Authorization"],
        StringComparer.OrdinalIgnoreCase
    );

    public List<ParameterModel> Bind(
        IOpenApiPathItem item,
        OpenApiOperation operation,
        string path,
        string operationPointer,
        string typeName
    )
    {
        string itemPointer = operationPointer.Substring(0, operationPointer.LastIndexOf('/'));
        List<DeclaredParameter> declared = [];
        Collect(item.Parameters, itemPointer);
        Collect(operation.Parameters, operationPointer);

        NameScope names = new(reserved: ["options", "cancellationToken", "body", "parameters"]);
        List<ParameterModel> bound = [];
        foreach (string name in ReadTemplateNames(path).Distinct(StringComparer.Ordinal))
        {
            if (declared.Find(d => d.Matches(name, ParameterLocation.Path)) is not { } parameter)
                throw new UndeclaredPathParameterException(name, operationPointer);
            bound.Add(ToModel(parameter, names, typeName));
        }

        foreach (DeclaredParameter parameter in declared.Where(d => d.Location != ParameterLocation.Path))
            bound.Add(ToModel(parameter, names, typeName));
        return bound;

        void Collect(IList<IOpenApiParameter>? parameters, string owner)
        {
            for (int i = 0; i < (parameters?.Count ?? 0); i++)
            {
                IOpenApiParameter parameter = parameters![i];
                string pointer = parameter is OpenApiParameterReference reference
                    ? "#/components/parameters/" + JsonPointer.Escape(reference.Reference.Id ?? "")
                    : $"{owner}/parameters/{i}";
                if (
                    parameter.Name is not { } name
                    || ToModelLocation(parameter.In) is not { } place
                    || (place == ParameterLocation.Header && s_managedHeaders.Contains(name))
                )
                    continue;
                // The operation's own takes the place of its path item's.
                DeclaredParameter entry = new(name, place, parameter, pointer);
                int known = declared.FindIndex(d => d.Matches(name, place));
                if (known < 0)
                    declared.Add(entry);
                else
                    declared[known] = entry;
            }
        }
    }

    /// <summary>
    /// Finds the header that takes an idempotency key, such as <c>Idempotency-Key</c> or <c>X-Idempotency-Token</c>; empty if there is none.
    /// An id of the request, such as <c>X-Request-Id</c>, does not promise that a repeated request has no second effect.
    /// </summary>
    public static string FindIdempotencyHeader(List<ParameterModel> parameters) =>
        parameters.Find(p => p.Location == ParameterLocation.Header && IsIdempotencyKey(p.SerializedName))?.SerializedName ?? "";

    private static bool IsIdempotencyKey(string name)
    {
        string letters = name.Replace("-", "").Replace("_", "");
        return letters.EndsWith("IdempotencyKey", StringComparison.OrdinalIgnoreCase)
            || letters.EndsWith("IdempotencyToken", StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>The names between braces, in the order of the path; one that stands there twice is one parameter.</summary>
    private static IEnumerable<string> ReadTemplateNames(string path)
    {
        for (int open = path.IndexOf('{'); open >= 0; open = path.IndexOf('{', open + 1))
        {
            int close = path.IndexOf('}', open);
            if (close < 0)
                yield break;
            yield return path.Substring(open + 1, close - open - 1);
        }
    }

    private ParameterModel ToModel(DeclaredParameter declared, NameScope names, string typeName)
    {
        (string wire, ParameterLocation place, IOpenApiParameter parameter, string pointer) = declared;
        Documentation docs = new(parameter.Description ?? "", Pointer: pointer, Deprecated: parameter.Deprecated);
        bool required = parameter.Required || place == ParameterLocation.Path;
        string name = names.Reserve(
            required ? Identifiers.ToParameterName(wire) : Identifiers.ToOptionalParameterName(wire, typeName + "Parameters")
        );
        if (GetContent(parameter, pointer) is not var (site, style))
            return new ParameterModel(
                name,
                wire,
                place,
                TypeRef.String,
                required,
                ValueRules.None,
                pointer,
                docs,
                ValueRules.None,
                ParameterStyle.Simple,
                false
            );

        SchemaIntersection conjunction = new([site]);
        ResolvedSchema shape = shapes.Resolve(conjunction);
        docs = docs with
        {
            Summary = docs.Summary.Length == 0 ? shape.Description : docs.Summary,
            Default = types.FormatDefault(shape, site.Target.Pointer),
        };
        TypeRef type = BindType(
            conjunction,
            shape,
            required,
            style != ParameterStyle.Json && place != ParameterLocation.QueryString,
            InlineTypeName.ForParameter(typeName, Words.ToPascalCase(wire))
        );
        ValueRules itemRules = types.GetItemConstraints(shape, type);
        bool allowReserved = place == ParameterLocation.Query && parameter.AllowReserved;
        return new ParameterModel(
            name,
            wire,
            place,
            type,
            required,
            shape.Constraints,
            site.Target.Pointer,
            docs,
            itemRules,
            style,
            GetExplode(parameter, place),
            allowReserved
        )
        {
            HasGuidOverload = required && shape.Constraints.Format == StringFormat.Uuid && type == TypeRef.String,
        };
    }

    /// <summary>The schema of the value, or of what the value is sent as, and how it is sent; null where it is a text of its own kind.</summary>
    private static (LocatedSchema Site, ParameterStyle Style)? GetContent(IOpenApiParameter parameter, string pointer)
    {
        bool isQuery = parameter.In == Microsoft.OpenApi.ParameterLocation.QueryString;
        if (parameter.Schema is { } schema)
            return (
                new LocatedSchema(schema, pointer + "/schema"),
                isQuery
                    ? ParameterStyle.Json
                    : FindStyle(parameter) ?? ParameterStyleRules.GetDefault(ToModelLocation(parameter.In) ?? ParameterLocation.Query)
            );
        foreach (KeyValuePair<string, IOpenApiMediaType> media in parameter.Content ?? new Dictionary<string, IOpenApiMediaType>())
        {
            bool isForm = isQuery && MediaTypes.Matches(media.Key, "application/x-www-form-urlencoded");
            if ((isForm || MediaTypes.IsJson(media.Key)) && media.Value?.Schema is { } value)
                return (
                    new LocatedSchema(value, $"{pointer}/content/{JsonPointer.Escape(media.Key)}/schema"),
                    isForm ? ParameterStyle.Form : ParameterStyle.Json
                );
        }

        return null;
    }

    private TypeRef BindType(SchemaIntersection conjunction, ResolvedSchema shape, bool required, bool isText, InlineTypeName typeName)
    {
        if (!isText)
            return types.Bind(conjunction, shape, typeName);
        // Of a choice of scalars all are text in a URL.
        if (shape.IsUnion && EnumValues.TryCreate(shape) is null && IsScalarUnion(shape, new(SchemaIntersectionComparer.Instance)))
            return TypeRef.String;
        // An object that says nothing of its properties: names and texts.
        if (
            shape.HasType(JsonSchemaType.Object)
            && shape.Properties.Count == 0
            && shape.AdditionalProperties is null
            && shape.Unions.Count == 0
        )
            return new MapType(TypeRef.String);
        return ToSentType(types.Bind(conjunction, shape, typeName), required);
    }

    /// <param name="seen">The alternatives looked at: a choice may lead back to itself, which adds nothing.</param>
    private bool IsScalarUnion(ResolvedSchema shape, HashSet<SchemaIntersection> seen) =>
        (shape.Unions.Count > 0 || shape.Types is not null)
        && ((shape.Types ?? 0) & (JsonSchemaType.Object | JsonSchemaType.Array)) == 0
        && shape.Unions.TrueForAll(c => c.Alternatives.All(a => !seen.Add(a) || IsScalarUnion(shapes.Resolve(a), seen)));

    /// <summary>
    /// A required uuid stays a string that is checked (and has a Guid overload); free-form values are strings too, and so is what
    /// has rules for texts only.
    /// </summary>
    private static TypeRef ToSentType(TypeRef type, bool required) =>
        type switch
        {
            ScalarType { Kind: ScalarKind.Guid } when required => TypeRef.String,
            ScalarType
            {
                Kind: ScalarKind.Uri
                    or ScalarKind.IPAddress
                    or ScalarKind.Json
                    or ScalarKind.Bytes
                    or ScalarKind.Duration
                    or ScalarKind.Time
            } => TypeRef.String,
            ListType { Item: NullableType item } => ToSentType(new ListType(item.Inner), required),
            ListType list => new ListType(ToSentType(list.Item, required: false)),
            _ => type,
        };

    /// <summary>A style that a query does not have is sent as the default, one parameter for each value.</summary>
    private static bool GetExplode(IOpenApiParameter parameter, ParameterLocation location) =>
        location == ParameterLocation.Query && parameter.Style is not null && FindStyle(parameter) is null || parameter.Explode;

    /// <summary>Finds the declared style; null if the document declares none, or one that the location does not have.</summary>
    private static ParameterStyle? FindStyle(IOpenApiParameter parameter) =>
        ToModelLocation(parameter.In) is { } location ? ParameterStyleRules.Find(location, parameter.Style?.ToString()) : null;

    private static ParameterLocation? ToModelLocation(Microsoft.OpenApi.ParameterLocation? location) =>
        location switch
        {
            Microsoft.OpenApi.ParameterLocation.Path => ParameterLocation.Path,
            Microsoft.OpenApi.ParameterLocation.Query => ParameterLocation.Query,
            Microsoft.OpenApi.ParameterLocation.Header => ParameterLocation.Header,
            Microsoft.OpenApi.ParameterLocation.Cookie => ParameterLocation.Cookie,
            Microsoft.OpenApi.ParameterLocation.QueryString => ParameterLocation.QueryString,
            _ => null,
        };

    private sealed record DeclaredParameter(string Name, ParameterLocation Location, IOpenApiParameter Parameter, string Pointer)
    {
        public bool Matches(string name, ParameterLocation place) => Location == place && Name == name;
    }
}

/// <summary>The path of an operation contains a parameter that is not declared, so the operation is skipped.</summary>
internal sealed class UndeclaredPathParameterException(string parameterName, string pointer)
    : Exception($"its path contains '{{{parameterName}}}', but no path parameter of that name is declared")
{
    public string ParameterName { get; } = parameterName;

    public string Pointer { get; } = pointer;
}
