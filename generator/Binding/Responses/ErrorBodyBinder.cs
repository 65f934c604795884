using CfGen.Generator.Binding.Bodies;
using CfGen.Generator.Binding.Operations;
using CfGen.Generator.Binding.Types;
using CfGen.Generator.Documents;
using CfGen.Generator.Model;
using CfGen.Generator.Schemas;
using Microsoft.OpenApi;

namespace CfGen.Generator.Binding.Responses;

/// <summary>
/// Binds the bodies of errors that components describe. One that an operation describes in place would be a type of its own, and an
/// envelope has nothing that the exception does not have.
/// </summary>
internal sealed class ErrorBodyBinder(SchemaResolver schemas, TypeBinder types)
{
    // The same component is the body of most errors of a document.
    private readonly Dictionary<string, TypeRef?> _bound = new(StringComparer.Ordinal);

    /// <summary>Binds the bodies of an operation's errors, those of one type together.</summary>
    /// <param name="successes">The statuses of success.</param>
    public EquatableArray<ErrorBodyModel> Bind(OpenApiOperation operation, ICollection<string> successes, OperationTypeNames typeNames)
    {
        List<(TypeRef Type, List<string> Statuses)> bodies = [];
        foreach (
            KeyValuePair<string, IOpenApiResponse> response in (operation.Responses ?? [])
                .Where(r => r.Key.Length > 0 && r.Key[0] is not ('1' or '2' or '3') && !successes.Contains(r.Key))
                .OrderBy(r => r.Key, StringComparer.Ordinal)
        )
        {
            if (Bind(response.Value, typeNames) is not { } type)
                continue;
            int same = bodies.FindIndex(b => b.Type == type);
            if (same >= 0)
                bodies[same].Statuses.Add(response.Key);
            else
                bodies.Add((type, [response.Key]));
        }

        return bodies.Select(b => new ErrorBodyModel(b.Statuses.ToEquatable(), b.Type)).ToEquatable();
    }

    private TypeRef? Bind(IOpenApiResponse response, OperationTypeNames typeNames)
    {
        string? component = response is OpenApiResponseReference { Reference.Id: { } id }
            ? "#/components/responses/" + JsonPointer.Escape(id)
            : null;
        if (FindSchema(response) is not { } found)
            return null;
        string? key = found.Schema is OpenApiSchemaReference { Reference.Id: { } name } ? "#/components/schemas/" + name : component;
        if (key is null)
            return null;
        if (_bound.TryGetValue(key, out TypeRef? known))
            return known;
        string pointer = $"{component}/content/{JsonPointer.Escape(found.MediaType)}/schema";
        var schema = SchemaIntersection.Create(found.Schema, pointer);
        ResolvedSchema resolved = schemas.Resolve(schema);
        bool isTyped = MediaTypes.GetContentKind(found.MediaType, resolved) == ContentKind.Json && !IsEnvelope(resolved);
        TypeRef? type =
            isTyped && types.Bind(schema, resolved, typeNames.GetName("Error")) is BoundType { Node: RecordNode or UnionNode } bound
                ? bound
                : null;
        _bound.Add(key, type);
        return type;
    }

    private static (string MediaType, IOpenApiSchema Schema)? FindSchema(IOpenApiResponse response)
    {
        foreach (KeyValuePair<string, IOpenApiMediaType> media in response.Content ?? new Dictionary<string, IOpenApiMediaType>())
        {
            if (MediaTypes.IsJson(media.Key) && media.Value?.Schema is { } schema)
                return (media.Key, schema);
        }

        return null;
    }

    private static bool IsEnvelope(ResolvedSchema schema) =>
        schema.Properties.ContainsKey("success") && schema.Properties.ContainsKey("errors");
}
