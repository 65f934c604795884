using Microsoft.OpenApi;

namespace CfGen.Generator.Schemas;

/// <summary>A oneOf or anyOf: one of the alternatives holds, beside all else that the schema says.</summary>
/// <param name="Discriminator">The document's own word on how to tell them apart.</param>
internal sealed record SchemaUnion(IReadOnlyList<SchemaIntersection> Alternatives, OpenApiDiscriminator? Discriminator = null);

/// <summary>A schema that the document does not write down: a choice whose alternatives stand at several places of it.</summary>
internal sealed class SyntheticUnionSchema(SchemaUnion choice) : OpenApiSchema
{
    public SchemaUnion Union { get; } = choice;
}

/// <summary>
/// A schema that the document does not write down: one that reads the values of others too, once its lists of values have theirs. Stands alone
/// in its conjunction.
/// </summary>
internal sealed class WidenedSchema(SchemaIntersection wide, IReadOnlyList<SchemaIntersection> narrow) : OpenApiSchema
{
    public SchemaIntersection BaseSchema { get; } = wide;

    public IReadOnlyList<SchemaIntersection> OtherSchemas { get; } = narrow;
}
