using CfGen.Generator.Schemas;
using Microsoft.OpenApi;

namespace CfGen.Generator.Binding.Types;

/// <summary>
/// Finds the component that a schema is the same as: one that the schema refers to, in an allOf of one reference, or beside schemas that
/// only list JSON types. The schema then has the component's type.
/// </summary>
/// <param name="isOwn">True for a component that has a type of the project: it is never taken for another one.</param>
internal sealed class ComponentFinder(SchemaResolver schemas, Func<string?, bool> isOwn)
{
    // Aliases and wrappers are one or two deep.
    private const int MaxDepth = 16;

    /// <summary>The reference to the component; null where the schema is not the same as a component.</summary>
    public LocatedSchema? Find(SchemaIntersection schema) => Find(schema.Schemas, 0);

    private LocatedSchema? Find(IReadOnlyList<LocatedSchema> intersected, int depth)
    {
        if (
            depth > MaxDepth
            || (intersected.Count == 1 ? intersected[0] : FindOnlyConstrainingSchema(intersected)) is not { IgnoresUnions: false } schema
        )
            return null;
        if (schema.ComponentId is null)
            return IsWrapper(schema) ? FindWrapped(schema, depth) : null;
        if (isOwn(schema.ComponentId))
            return schema;
        // An alias of another component is that component. Anything of its own makes it a type.
        bool isAlias = schema.ReferencedSchema is { } target && (target.Schema is OpenApiSchemaReference || IsWrapper(target));
        return isAlias && FindWrapped(schema.ReferencedSchema!, depth) is { } inner ? inner : schema;
    }

    /// <summary>
    /// The one schema that requires more than a JSON type; null where several do, or where it is taken without its unions.
    /// </summary>
    private LocatedSchema? FindOnlyConstrainingSchema(IReadOnlyList<LocatedSchema> intersected)
    {
        LocatedSchema? constraining = null;
        foreach (LocatedSchema schema in intersected)
        {
            if (schema.IgnoresUnions)
                return null;
            if (!isOwn(schema.ComponentId) && schemas.Resolve(new SchemaIntersection([schema])).IsTypeOnly)
                continue;
            if (constraining is not null)
                return null;
            constraining = schema;
        }

        return constraining;
    }

    private LocatedSchema? FindWrapped(LocatedSchema schema, int depth) =>
        schema.ComponentId is not null ? Find([schema], depth + 1) : Find([.. schema.RequiredSchemas], depth + 1);

    /// <summary>True where the schema has an allOf, or a oneOf or anyOf of one alternative, and requires nothing beside it.</summary>
    private static bool IsWrapper(LocatedSchema located) =>
        located.Schema is var schema
        && schema.Properties is not { Count: > 0 }
        && schema.Required is not { Count: > 0 }
        && schema.Enum is not { Count: > 0 }
        && schema.Items is null
        && schema.AdditionalProperties is null
        && !located.HasUnion
        && located.RequiredSchemas.Any();
}
