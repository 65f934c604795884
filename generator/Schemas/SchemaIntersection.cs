using Microsoft.OpenApi;

namespace CfGen.Generator.Schemas;

/// <summary>Schemas that all hold for the same value: an allOf, or one property as several branches of an allOf describe it.</summary>
internal sealed class SchemaIntersection(IReadOnlyList<LocatedSchema> schemas)
{
    public IReadOnlyList<LocatedSchema> Schemas { get; } = schemas;

    public string Pointer => Schemas[Schemas.Count - 1].Pointer;

    /// <summary>The same schemas without oneOf and anyOf.</summary>
    public SchemaIntersection WithoutUnions =>
        Schemas.Aggregate(
            new SchemaIntersection([]),
            (all, part) => all.IntersectWith(new LocatedSchema(part.Schema, part.Pointer, ignoresUnions: true))
        );

    public static SchemaIntersection Create(IOpenApiSchema schema, string pointer) => new([new LocatedSchema(schema, pointer)]);

    /// <summary>Adds the schemas of another intersection, each once: a circle comes to the same intersection again.</summary>
    public SchemaIntersection IntersectWith(SchemaIntersection other) =>
        other.Schemas.Aggregate(this, (all, part) => all.IntersectWith(part));

    /// <summary>Adds a schema, unless it is among the schemas already.</summary>
    public SchemaIntersection IntersectWith(LocatedSchema schema) =>
        Schemas.Any(s => ReferenceEquals(s.Target.Schema, schema.Target.Schema) && s.IgnoresUnions == schema.IgnoresUnions)
            ? this
            : new([.. Schemas, schema]);
}
