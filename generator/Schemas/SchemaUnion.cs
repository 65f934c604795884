using Microsoft.OpenApi;

namespace CfGen.Generator.Schemas;

/// <summary>A oneOf or anyOf: one of the alternatives holds, together with everything else that the schema requires.</summary>
/// <param name="Discriminator">The document's own <c>discriminator</c>; null where it has none.</param>
/// <param name="IsHierarchy">True where the other alternatives build on the first one.</param>
internal sealed record SchemaUnion(
    IReadOnlyList<SchemaIntersection> Alternatives,
    OpenApiDiscriminator? Discriminator = null,
    bool IsHierarchy = false
);

/// <summary>A schema that the document does not have: a union whose alternatives stand at several places of the document.</summary>
internal sealed class SyntheticUnionSchema(SchemaUnion union) : OpenApiSchema
{
    public SchemaUnion Union { get; } = union;
}

/// <summary>
/// A schema that the document does not have: one that also accepts the values of others, once its enums have theirs. It is the only schema
/// of its intersection.
/// </summary>
internal sealed class WidenedSchema(SchemaIntersection baseSchema, IReadOnlyList<SchemaIntersection> otherSchemas) : OpenApiSchema
{
    public SchemaIntersection BaseSchema { get; } = baseSchema;

    public IReadOnlyList<SchemaIntersection> OtherSchemas { get; } = otherSchemas;
}
