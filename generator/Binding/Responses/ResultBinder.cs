using CfGen.Generator.Model;
using CfGen.Generator.Schemas;
using Microsoft.OpenApi;

namespace CfGen.Generator.Binding.Responses;

/// <summary>The result of an operation, without its envelope.</summary>
/// <param name="Schema">Null where the envelope has no result.</param>
/// <param name="IsRequired">True where the envelope requires it.</param>
/// <param name="MayBeMissing">True where one of the responses has no result.</param>
internal sealed record ResponseResult(
    SchemaIntersection? Schema,
    EnvelopeKind Envelope,
    bool IsRequired = false,
    bool MayBeMissing = false
);

/// <summary>Takes the results of all JSON responses of an operation out of their envelopes, and finds one schema for them.</summary>
/// <param name="hasOwnType">True for a schema that has a type of the project: it is no envelope then.</param>
internal sealed class ResultBinder(SchemaResolver schemas, Func<SchemaIntersection, bool> hasOwnType)
{
    private static readonly HashSet<string> s_envelopeProperties = ["result", "success", "errors", "messages", "result_info"];

    /// <param name="bodies">The schemas of the bodies, in the order of their statuses.</param>
    /// <param name="pointer">The pointer of all of them.</param>
    public ResponseResult Bind(IReadOnlyList<SchemaIntersection> bodies, string pointer)
    {
        List<ResponseResult> results = [.. bodies.Select(Unwrap)];
        ResponseResult first = results.Find(r => r.Schema is not null) ?? results[0];
        List<ResponseResult> same = [.. results.Where(r => r.Envelope == first.Envelope)];
        bool mayBeMissing = results.Exists(r => r.Envelope == EnvelopeKind.NoResult) && first.Schema is not null;
        if (first.Schema is null || same.Count == 1)
            return first with { MayBeMissing = mayBeMissing, IsRequired = first.IsRequired && !mayBeMissing };
        return first with
        {
            Schema = FindCommonSchema([.. same.Select(r => r.Schema!)], pointer),
            IsRequired = same.TrueForAll(r => r.IsRequired) && !mayBeMissing,
            MayBeMissing = mayBeMissing,
        };
    }

    private ResponseResult Unwrap(SchemaIntersection body)
    {
        if (hasOwnType(body))
            return new ResponseResult(body, EnvelopeKind.None);
        ResolvedSchema resolved = schemas.Resolve(body);
        if (resolved.Unions.Count == 1 && UnwrapUnion(body, resolved) is { } unwrapped)
            return unwrapped;
        return GetEnvelopeKind(resolved) switch
        {
            EnvelopeKind.Result => new ResponseResult(
                resolved.Properties["result"],
                EnvelopeKind.Result,
                resolved.Required.Contains("result")
            ),
            EnvelopeKind.NoResult => new ResponseResult(null, EnvelopeKind.NoResult),
            _ => new ResponseResult(body, EnvelopeKind.None),
        };
    }

    /// <summary>
    /// Unwraps a union of envelopes, or of an envelope and its properties, as one envelope with a union of results. Null for any other
    /// union.
    /// </summary>
    private ResponseResult? UnwrapUnion(SchemaIntersection body, ResolvedSchema resolved)
    {
        SchemaIntersection rest = body.WithoutUnions;
        List<ResolvedSchema> all = [.. resolved.Unions[0].Alternatives.Select(a => schemas.Resolve(rest.IntersectWith(a)))];
        if (all.TrueForAll(s => GetEnvelopeKind(s) == EnvelopeKind.None) || !all.TrueForAll(HasOnlyEnvelopeProperties))
            return null;
        List<ResolvedSchema> withResult = [.. all.Where(s => s.Properties.ContainsKey("result"))];
        if (withResult.Count == 0)
            return new ResponseResult(null, EnvelopeKind.NoResult);
        // A result that all alternatives have is taken once. Beside a typed result, one of any type adds nothing.
        List<SchemaIntersection> results =
            resolved.Properties.TryGetValue("result", out SchemaIntersection? common) && !schemas.Resolve(common).IsTypeOnly
                ? [common]
                : [.. withResult.Select(s => s.Properties["result"])];
        List<SchemaIntersection> typed = results.FindAll(r => !schemas.Resolve(r).IsTypeOnly);
        results = typed.Count > 0 ? typed : [results[results.Count - 1]];
        SchemaIntersection result =
            results.Count == 1
                ? results[0]
                : SchemaIntersection.Create(new SyntheticUnionSchema(new SchemaUnion(results)), results[0].Pointer);
        bool isRequired = all.TrueForAll(s => s.Required.Contains("result"));
        return new ResponseResult(result, EnvelopeKind.Result, isRequired, MayBeMissing: withResult.Count < all.Count);
    }

    /// <summary>True for an object with no property but those of an envelope.</summary>
    public static bool HasOnlyEnvelopeProperties(ResolvedSchema schema) =>
        schema.HasType(JsonSchemaType.Object) && schema.Unions.Count == 0 && schema.PropertyOrder.TrueForAll(s_envelopeProperties.Contains);

    /// <summary>Recognizes an envelope by its properties, and not by the API.</summary>
    private EnvelopeKind GetEnvelopeKind(ResolvedSchema schema)
    {
        if (
            !schema.HasType(JsonSchemaType.Object)
            || !schema.Properties.TryGetValue("success", out SchemaIntersection? success)
            || !schema.Properties.TryGetValue("errors", out SchemaIntersection? errors)
        )
            return EnvelopeKind.None;
        if (!schemas.Resolve(success).HasType(JsonSchemaType.Boolean) || !schemas.Resolve(errors).HasType(JsonSchemaType.Array))
            return EnvelopeKind.None;
        if (schema.Properties.ContainsKey("result"))
            return EnvelopeKind.Result;
        // A response with members of its own is a record: they would be lost.
        return schema.PropertyOrder.TrueForAll(s_envelopeProperties.Contains) ? EnvelopeKind.NoResult : EnvelopeKind.None;
    }

    /// <summary>
    /// Finds the schema that reads the results of all responses: one of them (a job's response while it runs and when it is done), else a
    /// union.
    /// </summary>
    private SchemaIntersection FindCommonSchema(IReadOnlyList<SchemaIntersection> results, string pointer)
    {
        foreach (SchemaIntersection candidate in results)
        {
            List<SchemaIntersection> others = [.. results.Where(other => !ReferenceEquals(other, candidate))];
            if (others.TrueForAll(other => IsSupersetOf(candidate, other, new(SchemaIntersectionListComparer.Instance))))
                return schemas.WithEnumValuesOf(candidate, others);
        }

        OpenApiSchema union = new()
        {
            AnyOf =
            [
                .. results.Select(r =>
                    r.Schemas.Count == 1 ? r.Schemas[0].Schema : new OpenApiSchema { AllOf = [.. r.Schemas.Select(s => s.Schema)] }
                ),
            ],
        };
        return SchemaIntersection.Create(union, pointer);
    }

    /// <summary>True where a type of the schema reads every value of the other without losing a member's type.</summary>
    /// <param name="visited">The pairs that were compared: a circle leads back to one of them.</param>
    private bool IsSupersetOf(SchemaIntersection schema, SchemaIntersection other, HashSet<IReadOnlyList<SchemaIntersection>> visited)
    {
        if (SchemaIntersectionComparer.Instance.Equals(schema, other) || !visited.Add([schema, other]))
            return true;
        ResolvedSchema wide = schemas.Resolve(schema);
        ResolvedSchema narrow = schemas.Resolve(other);
        if (wide.Types != narrow.Types || wide.Unions.Count > 0 || narrow.Unions.Count > 0 || (narrow.IsNullable && !wide.IsNullable))
            return false;
        if (wide.IsTuple || narrow.IsTuple)
            return false;
        if (wide.HasType(JsonSchemaType.Array))
            return wide.Items is null || (narrow.Items is { } items && IsSupersetOf(wide.Items, items, visited));
        // The type has the values of both enums.
        if (!wide.HasType(JsonSchemaType.Object))
            return wide.Format == narrow.Format
                && wide.Properties.Count == 0
                && narrow.Properties.Count == 0
                && wide.Items is null
                && narrow.Items is null;
        if (wide.AdditionalProperties is not null || narrow.AdditionalProperties is not null)
            return false;
        return wide.Required.IsSubsetOf(narrow.Required)
            && narrow.PropertyOrder.TrueForAll(p =>
                wide.Properties.TryGetValue(p, out SchemaIntersection? property) && IsSupersetOf(property, narrow.Properties[p], visited)
            );
    }
}
