using System.Text.Json.Nodes;
using CfGen.Generator.Parsing;
using CfGen.Generator.Schemas;
using Microsoft.OpenApi;

namespace CfGen.Generator.Binding.Responses;

/// <summary>
/// Recognizes the bodies of errors that the runtime's type of an envelope holds whole: <c>success</c>, <c>errors</c>, <c>messages</c> and
/// no result. APIs with an envelope have it as the body of every error, so that a type each would be most of the client's types.
/// </summary>
internal sealed class ErrorEnvelopes(SchemaResolver schemas)
{
    private static readonly HashSet<string> s_errorProperties = new(
        ["code", "message", "field", "documentation_url", "source", "error_chain"],
        StringComparer.Ordinal
    );

    /// <summary>True for an object with the two properties that all envelopes have, whatever else it has.</summary>
    public static bool IsLike(ResolvedSchema schema) => schema.Properties.ContainsKey("success") && schema.Properties.ContainsKey("errors");

    public bool IsEnvelope(SchemaIntersection body, ResolvedSchema schema)
    {
        if (schema.Unions.Count == 0)
            return IsEnvelope(schema);
        if (schema.Unions.Count > 1)
            return false;
        SchemaIntersection rest = body.WithoutUnions;
        List<ResolvedSchema> all = [.. schema.Unions[0].Alternatives.Select(a => schemas.Resolve(rest.IntersectWith(a)))];
        // The default of an operation can have its success among the alternatives.
        return all.TrueForAll(s => s.Unions.Count == 0 && (IsEnvelope(s) || IsSuccess(s))) && all.Exists(IsEnvelope);
    }

    private bool IsEnvelope(ResolvedSchema schema) =>
        FindSuccess(schema) is { } success
        && (IsContradiction(success) || (ResultBinder.HasOnlyEnvelopeProperties(schema) && !HasResult(schema)));

    private bool IsSuccess(ResolvedSchema schema) => FindSuccess(schema) is { } success && success.Schemas.Any(s => IsOnly(s, true));

    /// <returns>Null for a schema that is no envelope.</returns>
    private SchemaIntersection? FindSuccess(ResolvedSchema schema) =>
        schema.HasType(JsonSchemaType.Object)
        && schema.Properties.TryGetValue("success", out SchemaIntersection? success)
        && schema.Properties.TryGetValue("errors", out SchemaIntersection? errors)
        && schemas.Resolve(success).HasType(JsonSchemaType.Boolean)
        && IsErrorList(errors)
            ? success
            : null;

    /// <summary>
    /// True for the success of a body that is in an allOf with the body of a failure, as in Cloudflare's document: nothing of the success
    /// is in the response.
    /// </summary>
    private static bool IsContradiction(SchemaIntersection success) =>
        success.Schemas.Any(s => IsOnly(s, true)) && success.Schemas.Any(s => IsOnly(s, false));

    private static bool IsOnly(LocatedSchema schema, bool value) =>
        schema.Target.Schema.Enum is { Count: 1 } values && JsonNode.DeepEquals(values[0], JsonValue.Create(value));

    /// <summary>True for a list of errors without members that the runtime's type does not have.</summary>
    private bool IsErrorList(SchemaIntersection errors) =>
        schemas.Resolve(errors) is var list
        && list.HasType(JsonSchemaType.Array)
        && (list.Items is null || schemas.Resolve(list.Items).PropertyOrder.TrueForAll(s_errorProperties.Contains));

    /// <summary>False where the result is any object, or where one schema of it allows only null.</summary>
    private bool HasResult(ResolvedSchema schema) =>
        schema.Properties.TryGetValue("result", out SchemaIntersection? result)
        && !result.Schemas.Any(s => IsOnlyNull(s.Target.Schema))
        && !schemas.Resolve(result).IsTypeOnly;

    private static bool IsOnlyNull(IOpenApiSchema schema) =>
        schema.Type == JsonSchemaType.Null || (schema.Enum is { Count: > 0 } values && values.All(v => v.IsJsonNull()));
}
