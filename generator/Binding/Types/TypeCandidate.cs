using CfGen.Generator.Schemas;
using CfGen.Generator.Schemas.Unions;
using Microsoft.OpenApi;

namespace CfGen.Generator.Binding.Types;

/// <summary>A schema that is about to become a type.</summary>
/// <param name="Plan">The union that it is; null for any other type.</param>
/// <param name="Component">The reference to the component that names the type; null for an inline type.</param>
internal sealed record TypeCandidate(SchemaIntersection Schema, ResolvedSchema Resolved, UnionPlan? Plan, LocatedSchema? Component)
{
    /// <summary>True for records, tuples, enums and unions; false for scalars, lists and maps.</summary>
    public bool IsDeclared =>
        Plan is not null ? Plan.IsUnion : (OnlyValue is null && EnumValues.TryCreate(Resolved) is not null) || Resolved.IsTuple || IsObject;

    /// <summary>The only value, which needs no type unless a component names it; null where there are several.</summary>
    public ConstantValue? OnlyValue => Component?.ComponentId is null ? ConstantValue.FindOnlyValue(Resolved) : null;

    private bool IsObject => Resolved.HasType(JsonSchemaType.Object) && Resolved.Properties.Count > 0;
}
