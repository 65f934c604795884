using CfGen.Generator.Binding.Bodies;
using CfGen.Generator.Binding.Operations;
using CfGen.Generator.Binding.Types;
using CfGen.Generator.Diagnostics;
using CfGen.Generator.Documents;
using CfGen.Generator.Model;
using CfGen.Generator.Schemas;
using Microsoft.OpenApi;

namespace CfGen.Generator.Binding.Responses;

/// <summary>
/// Binds the bodies of errors: those that components describe with their operation, and all others once the types of all operations are
/// bound, so that the names of results do not depend on errors.
/// </summary>
internal sealed class ErrorBodyBinder(SchemaResolver schemas, TypeBinder types, FindingCollector findings)
{
    // Lists are one or two deep. A schema that is a list of itself never ends.
    private const int MaxElementDepth = 16;

    private readonly ErrorEnvelopes _envelopes = new(schemas);

    // The same component is the body of most errors of a document.
    private readonly Dictionary<string, TypeRef?> _bound = new(StringComparer.Ordinal);
    private readonly Dictionary<string, ErrorBodyModel?> _boundLater = new(StringComparer.Ordinal);
    private readonly List<LaterError> _later = [];

    /// <summary>Binds the bodies of an operation's errors that components describe, those of one type together.</summary>
    /// <param name="successes">The statuses of success.</param>
    public EquatableArray<ErrorBodyModel> Bind(
        OpenApiOperation operation,
        OperationKey key,
        ICollection<string> successes,
        OperationTypeNames typeNames
    )
    {
        ErrorBodyList bodies = new();
        foreach (
            KeyValuePair<string, IOpenApiResponse> response in (operation.Responses ?? [])
                .Where(r => r.Key.Length > 0 && r.Key[0] is not ('1' or '2' or '3') && !successes.Contains(r.Key))
                .OrderBy(r => r.Key, StringComparer.Ordinal)
        )
        {
            if (ErrorContent.Find(response.Value, key, response.Key) is not { } content)
                continue;
            if (BindComponent(content, typeNames) is { } type)
                bodies.Add(response.Key, type);
            else
                _later.Add(new LaterError(key, response.Key, content, typeNames));
        }

        return bodies.ToModels();
    }

    /// <summary>Binds all other bodies of errors: those that operations describe in place, envelopes, lists, maps and scalars.</summary>
    /// <returns>The resources with these bodies.</returns>
    public IReadOnlyList<BoundResource> BindOthers(IReadOnlyList<BoundResource> resources)
    {
        Dictionary<OperationKey, EquatableArray<ErrorBodyModel>> bound = [];
        foreach (IGrouping<OperationKey, LaterError> errors in _later.GroupBy(e => e.Operation))
        {
            ErrorBodyList bodies = new();
            foreach (LaterError error in errors)
            {
                if (TryBind(error) is { } body)
                    bodies.Add(error.Status, body.Type);
            }

            bound.Add(errors.Key, bodies.ToModels());
        }

        return
        [
            .. resources.Select(r =>
                r with
                {
                    Operations =
                    [
                        .. r.Operations.Select(o =>
                            bound.TryGetValue(o.Key, out EquatableArray<ErrorBodyModel>? errors) ? o with { OtherErrors = errors } : o
                        ),
                    ],
                }
            ),
        ];
    }

    /// <returns>Null where no component describes the body, or it is no object.</returns>
    private TypeRef? BindComponent(ErrorContent content, OperationTypeNames typeNames)
    {
        if (content.Component is not { } component)
            return null;
        if (_bound.TryGetValue(component, out TypeRef? known))
            return known;
        ResolvedSchema resolved = schemas.Resolve(content.Schema);
        bool isTyped = IsJson(content, resolved) && !ErrorEnvelopes.IsLike(resolved);
        TypeRef? type =
            isTyped && types.Bind(content.Schema, resolved, typeNames.GetName("Error")) is BoundType { Node: RecordNode or UnionNode } bound
                ? bound
                : null;
        _bound.Add(component, type);
        return type;
    }

    /// <summary>Binds one body. A fault costs the body its type, and not the operation its method.</summary>
    private ErrorBodyModel? TryBind(LaterError error)
    {
        try
        {
            if (error.Content.Component is not { } component)
                return Bind(error);
            if (!_boundLater.TryGetValue(component, out ErrorBodyModel? body))
                _boundLater.Add(component, body = Bind(error));
            return body;
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            findings.Add(
                DocumentFindings.InternalError(error.Content.Schema.Pointer, $"generating the type of the error {error.Status}", exception)
            );
            return null;
        }
    }

    private ErrorBodyModel? Bind(LaterError error)
    {
        SchemaIntersection schema = error.Content.Schema;
        ResolvedSchema resolved = schemas.Resolve(schema);
        if (!IsJson(error.Content, resolved))
            return null;
        if (types.FindOwnType(schema, resolved) is { } own)
            return new ErrorBodyModel([], own);
        if (_envelopes.IsEnvelope(schema, resolved))
            return new ErrorBodyModel([], null);
        TypeRef? type =
            resolved.HasType(JsonSchemaType.String) ? TypeRef.String
            : IsObject(GetElement(resolved)) ? types.Bind(schema, resolved, error.TypeNames.GetErrorName(error.Status))
            : GetElement(resolved).Types is null or JsonSchemaType.Object or JsonSchemaType.Array ? null
            : TypeRef.Json;
        return type is null ? null : new ErrorBodyModel([], type);
    }

    /// <summary>The innermost elements of lists and maps: no type of an enum is declared for a list that is read as JSON.</summary>
    private ResolvedSchema GetElement(ResolvedSchema schema)
    {
        for (int i = 0; i < MaxElementDepth; i++)
        {
            SchemaIntersection? element =
                schema.HasType(JsonSchemaType.Array) && !schema.IsTuple ? schema.Items
                : schema.Properties.Count == 0 && !schema.IsUnion ? schema.AdditionalProperties
                : null;
            if (element is null)
                break;
            schema = schemas.Resolve(element);
        }

        return schema;
    }

    private static bool IsObject(ResolvedSchema schema) => schema.IsUnion || schema.IsTuple || schema.Properties.Count > 0;

    private static bool IsJson(ErrorContent content, ResolvedSchema resolved) =>
        MediaTypes.GetContentKind(content.MediaType, resolved) == ContentKind.Json;

    /// <param name="Operation">The operation that has the error.</param>
    private sealed record LaterError(OperationKey Operation, string Status, ErrorContent Content, OperationTypeNames TypeNames);
}
