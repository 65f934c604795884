using System.Runtime.CompilerServices;
using Microsoft.OpenApi;

namespace CfGen.Generator.Schemas;

/// <summary>
/// Types the properties that patterns name, together with the additional ones: a C# type has one dictionary for all properties that it does
/// not name. Of several types, a value has one.
/// </summary>
internal static class PatternPropertyMerger
{
    // One union for the patterns of a schema, however often the schema is merged: a circle of schemas leads back to it.
    private static readonly ConditionalWeakTable<IOpenApiSchema, SyntheticUnionSchema> s_unions = new();

    public static void Merge(ResolvedSchema resolved)
    {
        if (resolved.PatternProperties.Count == 0)
            return;
        List<SchemaIntersection> types = [];
        foreach (LocatedSchema pattern in resolved.PatternProperties)
            AddDistinct(types, new SchemaIntersection([pattern]));
        if (resolved.AdditionalProperties is { } additional)
            AddDistinct(types, additional);
        resolved.AdditionalProperties =
            types.Count == 1
                ? types[0]
                : SchemaIntersection.Create(
                    s_unions.GetValue(resolved.PatternProperties[0].Schema, _ => new SyntheticUnionSchema(new SchemaUnion(types))),
                    resolved.PatternProperties[0].Pointer
                );
        // `additionalProperties: false` forbids the names that no pattern has.
        resolved.ForbidsAdditionalProperties = false;
    }

    private static void AddDistinct(List<SchemaIntersection> types, SchemaIntersection type)
    {
        if (!types.Exists(t => SchemaIntersectionComparer.Instance.Equals(t, type)))
            types.Add(type);
    }
}
