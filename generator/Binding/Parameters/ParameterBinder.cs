using CfGen.Generator.Binding.Bodies;
using CfGen.Generator.Binding.Operations;
using CfGen.Generator.Binding.Types;
using CfGen.Generator.Diagnostics;
using CfGen.Generator.Documents;
using CfGen.Generator.Documents.Selection;
using CfGen.Generator.Model;
using CfGen.Generator.Naming;
using CfGen.Generator.Schemas;
using Microsoft.OpenApi;

namespace CfGen.Generator.Binding.Parameters;

/// <summary>Binds the parameters of an operation and its path item, in the order of the C# signature.</summary>
internal sealed class ParameterBinder(SchemaResolver schemas, TypeBinder types, ClientParameterBinder client, FindingCollector findings)
{
    public List<ParameterModel> Bind(IOpenApiPathItem item, OpenApiOperation operation, OperationKey key, OperationTypeNames typeNames)
    {
        (string path, string operationPointer) = (key.Path, key.Pointer);
        List<DeclaredParameter> declared = DeclaredParameter.ReadAll(item, operation, operationPointer);
        NameScope names = new(reserved: ReservedNames.MethodParameters);
        List<ParameterModel> bound = [];
        List<string> templateNames = [.. ReadTemplateNames(path).Distinct(StringComparer.Ordinal)];
        foreach (string name in templateNames)
        {
            DeclaredParameter parameter =
                declared.Find(d => d.Matches(name, ParameterLocation.Path))
                ?? FindDifferentCase(declared, templateNames, name)
                ?? CreateUndeclared(name, operation.OperationId ?? path, operationPointer);
            bound.Add(BindParameter(parameter, key, names, typeNames));
        }

        foreach (DeclaredParameter parameter in declared.Where(d => d.Location != ParameterLocation.Path))
        {
            if (parameter.HasValidName)
                bound.Add(BindParameter(parameter, key, names, typeNames));
            else
                findings.Add(
                    ParameterFindings.InvalidName(
                        parameter.Pointer + "/name",
                        parameter.Location == ParameterLocation.Cookie ? "cookie" : "header",
                        parameter.Name
                    )
                );
        }

        return bound;
    }

    /// <summary>
    /// Finds the header that takes an idempotency key, such as <c>Idempotency-Key</c> or <c>X-Idempotency-Token</c>; empty if there is
    /// none. An id of the request, such as <c>X-Request-Id</c>, does not promise that a repeated request has no second effect.
    /// </summary>
    public static string FindIdempotencyHeader(List<ParameterModel> parameters) =>
        parameters.Find(p => p.Location == ParameterLocation.Header && IsIdempotencyKey(p.SerializedName))?.SerializedName ?? "";

    private static bool IsIdempotencyKey(string name)
    {
        string letters = name.Replace("-", "").Replace("_", "");
        return letters.EndsWith("IdempotencyKey", StringComparison.OrdinalIgnoreCase)
            || letters.EndsWith("IdempotencyToken", StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>Finds the path parameter of a name that differs in its case only, and that the path does not have itself.</summary>
    private static DeclaredParameter? FindDifferentCase(List<DeclaredParameter> declared, List<string> templateNames, string name) =>
        declared.Find(d =>
            d.Location == ParameterLocation.Path
            && d.Name.Equals(name, StringComparison.OrdinalIgnoreCase)
            && !templateNames.Contains(d.Name, StringComparer.Ordinal)
        )
            is { } found
            ? found with
            {
                Name = name,
            }
            : null;

    private DeclaredParameter CreateUndeclared(string name, string operation, string operationPointer)
    {
        findings.Add(OperationFindings.UndeclaredPathParameter(operationPointer, operation, name));
        return new DeclaredParameter(
            name,
            ParameterLocation.Path,
            new OpenApiParameter
            {
                Name = name,
                Schema = new OpenApiSchema { Type = JsonSchemaType.String },
            },
            operationPointer
        );
    }

    /// <summary>The names between braces, in the order of the path.</summary>
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

    private ParameterModel BindParameter(DeclaredParameter declared, OperationKey operation, NameScope names, OperationTypeNames typeNames)
    {
        SharedParameter? shared = client.Find(operation, declared);
        (string serializedName, ParameterLocation location, IOpenApiParameter parameter, string pointer) = declared;
        // A required idempotency key is optional for the caller: each call that has none gets a new one.
        bool isRequired =
            location == ParameterLocation.Path
            || (parameter.Required && !(location == ParameterLocation.Header && IsIdempotencyKey(serializedName)));
        string name = names.Reserve(
            isRequired || shared is not null
                ? Identifiers.ToParameterName(serializedName)
                : Identifiers.ToOptionalParameterName(serializedName, typeNames.ParameterPrefix + "Parameters")
        );
        ParameterModel untyped = new(
            name,
            serializedName,
            location,
            TypeRef.String,
            isRequired,
            ValueRules.None,
            pointer,
            new Documentation(parameter.Description ?? "", Pointer: pointer, Deprecated: parameter.Deprecated),
            ValueRules.None,
            ParameterStyle.Simple,
            false
        )
        {
            Option = shared is null ? null : 0,
        };
        InlineTypeName typeName = shared is not null
            ? client.CreateTypeName(serializedName)
            : InlineTypeName.ForParameter(typeNames.ParameterPrefix, Words.ToPascalCase(serializedName), typeNames.Scope);
        if (GetContent(parameter, location, pointer) is not var (schema, style))
            return shared is null ? untyped : client.Bind(shared, untyped, null);
        ParameterModel bound = BindTyped(untyped, parameter, schema, style, typeName);
        return shared is null ? bound : client.Bind(shared, bound, schemas.Resolve(new SchemaIntersection([schema])));
    }

    private ParameterModel BindTyped(
        ParameterModel untyped,
        IOpenApiParameter parameter,
        LocatedSchema located,
        ParameterStyle style,
        InlineTypeName typeName
    )
    {
        SchemaIntersection schema = new([located]);
        ResolvedSchema resolved = schemas.Resolve(schema);
        bool isText = style != ParameterStyle.Json && untyped.Location != ParameterLocation.QueryString;
        ConstantValue? constant = isText ? types.FindConstant(schema, resolved) : null;
        TypeRef type = constant?.Type ?? (isText ? BindText(schema, resolved, typeName) : types.Bind(schema, resolved, typeName));
        // A required UUID stays a string with a check, and gets an overload that takes a Guid.
        if ((untyped.Required || untyped.Option is not null) && isText && type is ScalarType { Kind: ScalarKind.Guid })
            type = TypeRef.String;
        Documentation documentation = untyped.Docs;
        return untyped with
        {
            Type = type,
            Rules = types.GetConstraints(resolved),
            SchemaPointer = located.Target.Pointer,
            Docs = documentation with
            {
                Summary = documentation.Summary.Length == 0 ? resolved.Description : documentation.Summary,
                Default = types.FormatDefault(resolved, located.Target.Pointer),
                OnlyValue = DefaultValues.FormatOnlyValue(resolved),
            },
            ItemRules = types.GetItemConstraints(resolved, type),
            Style = style,
            Explode = ParameterStyles.GetExplode(parameter, untyped.Location),
            AllowReserved = untyped.Location == ParameterLocation.Query && parameter.AllowReserved,
            Constant = untyped.Required ? constant?.Text : null,
            HasGuidOverload =
                untyped.Required && constant is null && resolved.Constraints.Format == StringFormat.Uuid && type == TypeRef.String,
        };
    }

    /// <summary>The schema and the style of the value; null where it is a text of a media type of its own.</summary>
    private static (LocatedSchema Schema, ParameterStyle Style)? GetContent(
        IOpenApiParameter parameter,
        ParameterLocation location,
        string pointer
    )
    {
        bool isQueryString = location == ParameterLocation.QueryString;
        if (parameter.Schema is { } schema)
            return (
                new LocatedSchema(schema, pointer + "/schema"),
                isQueryString ? ParameterStyle.Json : ParameterStyles.GetStyle(parameter, location)
            );
        foreach (KeyValuePair<string, IOpenApiMediaType> media in parameter.Content ?? new Dictionary<string, IOpenApiMediaType>())
        {
            bool isForm = isQueryString && MediaTypes.Matches(media.Key, "application/x-www-form-urlencoded");
            if ((isForm || MediaTypes.IsJson(media.Key)) && media.Value?.Schema is { } value)
                return (
                    new LocatedSchema(value, $"{pointer}/content/{JsonPointer.Escape(media.Key)}/schema"),
                    isForm ? ParameterStyle.Form : ParameterStyle.Json
                );
        }

        return null;
    }

    /// <summary>The type of a value that is sent as text, or as several texts.</summary>
    private TypeRef BindText(SchemaIntersection schema, ResolvedSchema resolved, InlineTypeName typeName)
    {
        if (types.FindOwnType(schema, resolved) is { } own)
            return own == TypeRef.Json ? TypeRef.String : own;
        // In a URL, all alternatives of a union of scalars are text.
        if (resolved.IsUnion && EnumValues.TryCreate(resolved) is null && IsScalarUnion(resolved, new(SchemaIntersectionComparer.Instance)))
            return TypeRef.String;
        if (resolved.IsTuple)
            return new ListType(TypeRef.String);
        // An object without properties takes names and texts.
        if (
            resolved.HasType(JsonSchemaType.Object)
            && resolved.Properties.Count == 0
            && resolved.AdditionalProperties is null
            && resolved.Unions.Count == 0
        )
            return new MapType(TypeRef.String);
        return ToSentType(types.Bind(schema, resolved, typeName));
    }

    /// <param name="visited">The alternatives that were looked at: a union that leads back to itself adds nothing.</param>
    private bool IsScalarUnion(ResolvedSchema schema, HashSet<SchemaIntersection> visited) =>
        (schema.Unions.Count > 0 || schema.Types is not null)
        && ((schema.Types ?? 0) & (JsonSchemaType.Object | JsonSchemaType.Array)) == 0
        && schema.Unions.TrueForAll(u => u.Alternatives.All(a => !visited.Add(a) || IsScalarUnion(schemas.Resolve(a), visited)));

    /// <summary>Replaces the types that have only checks of their text, or no text of their own, by a string.</summary>
    private static TypeRef ToSentType(TypeRef type) =>
        type switch
        {
            ScalarType { Kind: ScalarKind.Uri or ScalarKind.IPAddress or ScalarKind.Json or ScalarKind.Bytes } => TypeRef.String,
            // A decimal is the widest number that a URL is checked for.
            ScalarType { Kind: ScalarKind.Int128 or ScalarKind.UInt128 } => new ScalarType(ScalarKind.Decimal),
            ListType { Item: NullableType item } => ToSentType(new ListType(item.Inner)),
            // The items of a list are written by their C# type, and a TimeSpan as ISO 8601.
            ListType { Item: ScalarType { Kind: ScalarKind.TimeSpan } } => new ListType(TypeRef.String),
            ListType list => new ListType(ToSentType(list.Item)),
            _ => type,
        };
}
