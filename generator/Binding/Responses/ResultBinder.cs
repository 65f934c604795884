using CfGen.Generator.Model;
using CfGen.Generator.Schemas;
using Microsoft.OpenApi;

namespace CfGen.Generator.Binding.Responses;

/// <param name="Schema">Null where the envelope has no result.</param>
/// <param name="IsRequired">Whether the envelope requires it.</param>
/// <param name="MayBeMissing">Whether one of the answers has no result.</param>
internal sealed record ResponseResult(
    SchemaIntersection? Schema,
    EnvelopeKind Envelope,
    bool IsRequired = false,
    bool MayBeMissing = false
);

/// <summary>The one result of all JSON answers of an operation, out of its envelope.</summary>
internal sealed class ResultBinder(SchemaResolver shapes)
{
    private static readonly HashSet<string> s_envelopeProperties = ["result", "success", "errors", "messages", "result_info"];

    /// <param name="answers">The whole bodies, in the order of their statuses.</param>
    /// <param name="pointer">What stands for the place of all of them.</param>
    public ResponseResult Bind(IReadOnlyList<SchemaIntersection> answers, string pointer)
    {
        List<ResponseResult> results = [.. answers.Select(Unwrap)];
        ResponseResult first = results.Find(r => r.Schema is not null) ?? results[0];
        List<ResponseResult> alike = [.. results.Where(r => r.Envelope == first.Envelope)];
        bool mayLack = results.Exists(r => r.Envelope == EnvelopeKind.NoResult) && first.Schema is not null;
        if (first.Schema is null || alike.Count == 1)
            return first with { MayBeMissing = mayLack, IsRequired = first.IsRequired && !mayLack };
        return first with
        {
            Schema = FindCommonSchema([.. alike.Select(r => r.Schema!)], pointer),
            IsRequired = alike.TrueForAll(r => r.IsRequired) && !mayLack,
            MayBeMissing = mayLack,
        };
    }

    private ResponseResult Unwrap(SchemaIntersection body)
    {
        ResolvedSchema shape = shapes.Resolve(body);
        if (shape.Unions.Count == 1 && UnwrapUnion(body, shape) is { } chosen)
            return chosen;
        return GetEnvelopeKind(shape) switch
        {
            EnvelopeKind.Result => new ResponseResult(shape.Properties["result"], EnvelopeKind.Result, shape.Required.Contains("result")),
            EnvelopeKind.NoResult => new ResponseResult(null, EnvelopeKind.NoResult),
            _ => new ResponseResult(body, EnvelopeKind.None),
        };
    }

    /// <summary>A choice of envelopes, or of an envelope and what it holds, is one envelope with a choice of results. Null for any other.</summary>
    private ResponseResult? UnwrapUnion(SchemaIntersection body, ResolvedSchema shape)
    {
        SchemaIntersection beside = body.WithoutUnions;
        List<ResolvedSchema> all = [.. shape.Unions[0].Alternatives.Select(a => shapes.Resolve(beside.IntersectWith(a)))];
        if (
            all.TrueForAll(s => GetEnvelopeKind(s) == EnvelopeKind.None)
            || !all.TrueForAll(s =>
                s.HasType(JsonSchemaType.Object) && s.Unions.Count == 0 && s.PropertyOrder.TrueForAll(s_envelopeProperties.Contains)
            )
        )
            return null;
        List<ResolvedSchema> holding = [.. all.Where(s => s.Properties.ContainsKey("result"))];
        if (holding.Count == 0)
            return new ResponseResult(null, EnvelopeKind.NoResult);
        // Beside a typed result, one of any kind says nothing; what is said for all of them is said once.
        List<SchemaIntersection> results =
            shape.Properties.TryGetValue("result", out SchemaIntersection? common) && !shapes.Resolve(common).IsTypeOnly
                ? [common]
                : [.. holding.Select(s => s.Properties["result"])];
        List<SchemaIntersection> typed = results.FindAll(r => !shapes.Resolve(r).IsTypeOnly);
        results = typed.Count > 0 ? typed : [results[results.Count - 1]];
        bool required = all.TrueForAll(s => s.Required.Contains("result"));
        SchemaIntersection result =
            results.Count == 1
                ? results[0]
                : SchemaIntersection.Create(new SyntheticUnionSchema(new SchemaUnion(results)), results[0].Pointer);
        return new ResponseResult(result, EnvelopeKind.Result, required, MayBeMissing: holding.Count < all.Count);
    }

    /// <summary>An envelope is known by its properties, never by whose API it is.</summary>
    private EnvelopeKind GetEnvelopeKind(ResolvedSchema shape)
    {
        if (
            !shape.HasType(JsonSchemaType.Object)
            || !shape.Properties.TryGetValue("success", out SchemaIntersection? success)
            || !shape.Properties.TryGetValue("errors", out SchemaIntersection? errors)
        )
            return EnvelopeKind.None;
        if (!shapes.Resolve(success).HasType(JsonSchemaType.Boolean) || !shapes.Resolve(errors).HasType(JsonSchemaType.Array))
            return EnvelopeKind.None;
        return shape.Properties.ContainsKey("result") ? EnvelopeKind.Result : EnvelopeKind.NoResult;
    }

    /// <summary>The schema that reads all of them, where one does (a job's answer while it runs and when it is done); else a choice of them.</summary>
    private SchemaIntersection FindCommonSchema(IReadOnlyList<SchemaIntersection> schemas, string pointer)
    {
        foreach (SchemaIntersection candidate in schemas)
        {
            List<SchemaIntersection> others = [.. schemas.Where(other => !ReferenceEquals(other, candidate))];
            if (others.TrueForAll(other => IsSupersetOf(candidate, other, new(SchemaIntersectionListComparer.Instance))))
                return shapes.WithEnumValuesOf(candidate, others);
        }

        OpenApiSchema choice = new()
        {
            AnyOf =
            [
                .. schemas.Select(s =>
                    s.Schemas.Count == 1 ? s.Schemas[0].Schema : new OpenApiSchema { AllOf = [.. s.Schemas.Select(p => p.Schema)] }
                ),
            ],
        };
        return SchemaIntersection.Create(choice, pointer);
    }

    /// <summary>Whether a type made of <paramref name="wide"/> reads every value of <paramref name="narrow"/> without losing a member's type.</summary>
    /// <param name="seen">The pairs that were looked at: what was equal so far stays equal in a circle.</param>
    private bool IsSupersetOf(SchemaIntersection wide, SchemaIntersection narrow, HashSet<IReadOnlyList<SchemaIntersection>> seen)
    {
        if (SchemaIntersectionComparer.Instance.Equals(wide, narrow) || !seen.Add([wide, narrow]))
            return true;
        ResolvedSchema all = shapes.Resolve(wide);
        ResolvedSchema some = shapes.Resolve(narrow);
        if (all.Types != some.Types || all.Unions.Count > 0 || some.Unions.Count > 0 || (some.IsNullable && !all.IsNullable))
            return false;
        if (all.HasType(JsonSchemaType.Array))
            return all.Items is null || (some.Items is { } items && IsSupersetOf(all.Items, items, seen));
        // Of two lists of values the type has both.
        if (!all.HasType(JsonSchemaType.Object))
            return all.Format == some.Format
                && all.Properties.Count == 0
                && some.Properties.Count == 0
                && all.Items is null
                && some.Items is null;
        if (all.AdditionalProperties is not null || some.AdditionalProperties is not null)
            return false;
        return all.Required.IsSubsetOf(some.Required)
            && some.PropertyOrder.TrueForAll(p =>
                all.Properties.TryGetValue(p, out SchemaIntersection? member) && IsSupersetOf(member, some.Properties[p], seen)
            );
    }
}
