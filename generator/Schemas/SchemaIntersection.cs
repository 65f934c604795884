using Microsoft.OpenApi;

namespace CfGen.Generator.Schemas;

/// <summary>A schema and the JSON pointer that leads to it in the document. A class: lists of structs cost the JIT a type each, in every cold build.</summary>
/// <param name="schema">The schema; where the document has null instead of one, and so the object model, one that says nothing.</param>
/// <param name="pointer">Where it stands.</param>
/// <param name="ignoresUnions">Whether its oneOf and anyOf are left out: what holds beside each alternative of them.</param>
internal sealed class LocatedSchema(IOpenApiSchema? schema, string pointer, bool ignoresUnions = false)
{
    // Aliases of aliases come one or two deep; a longer chain is a circle.
    private const int MaxReferenceDepth = 16;

    private static readonly OpenApiSchema s_emptySchema = new();

    private LocatedSchema? _target;

    public IOpenApiSchema Schema { get; } = schema ?? s_emptySchema;

    public string Pointer { get; } = pointer;

    public bool IgnoresUnions { get; } = ignoresUnions;

    /// <summary>The schema behind the reference, and behind what that refers to, at its own pointer.</summary>
    public LocatedSchema Target
    {
        get
        {
            if (_target is null)
            {
                _target = this;
                for (int i = 0; i < MaxReferenceDepth && _target.ReferencedSchema is { } next; i++)
                    _target = next;
            }

            return _target;
        }
    }

    /// <summary>One step along a reference; null where this is none, or leads nowhere.</summary>
    public LocatedSchema? ReferencedSchema
    {
        get
        {
            if (Schema is not OpenApiSchemaReference { Reference: { Id: { } id } reference } schema)
                return null;
            // The library's own look-up builds a URI each time, and every property of a reference makes it anew.
            IOpenApiSchema? target = null;
            if (reference.HostDocument?.Components?.Schemas?.TryGetValue(id, out target) is not true)
                target = schema.Target;
            return target is null
                ? null
                : new LocatedSchema(target, "#/components/schemas/" + CfGen.Generator.Parsing.JsonPointer.Escape(id));
        }
    }

    /// <summary>What holds of every value: the branches of allOf, and the one alternative of a oneOf or anyOf that has no other, but for null.</summary>
    public IEnumerable<LocatedSchema> RequiredSchemas
    {
        get
        {
            for (int i = 0; i < (Schema.AllOf?.Count ?? 0); i++)
                yield return new LocatedSchema(Schema.AllOf![i], $"{Pointer}/allOf/{i}");
            if (CountNonNullAlternatives(Schema.OneOf) is (1, var one))
                yield return new LocatedSchema(Schema.OneOf![one], $"{Pointer}/oneOf/{one}");
            if (CountNonNullAlternatives(Schema.AnyOf) is (1, var any))
                yield return new LocatedSchema(Schema.AnyOf![any], $"{Pointer}/anyOf/{any}");
        }
    }

    /// <summary>Whether it leaves something to choose: two alternatives that are more than null.</summary>
    public bool HasUnion => CountNonNullAlternatives(Schema.OneOf).Count > 1 || CountNonNullAlternatives(Schema.AnyOf).Count > 1;

    /// <summary>Whether it is null and nothing else.</summary>
    public bool IsNull =>
        Target.Schema is var schema
        && schema.Type == JsonSchemaType.Null
        && schema.AllOf is not { Count: > 0 }
        && schema.Properties is not { Count: > 0 };

    /// <summary>How many of the alternatives are more than null, counted to two, and which is the last of these.</summary>
    private static (int Count, int Last) CountNonNullAlternatives(IList<IOpenApiSchema>? alternatives)
    {
        (int count, int last) = (0, -1);
        for (int i = 0; i < (alternatives?.Count ?? 0) && count < 2; i++)
        {
            if (!new LocatedSchema(alternatives![i], "").IsNull)
                (count, last) = (count + 1, i);
        }

        return (count, last);
    }

    public string? ComponentId => (Schema as OpenApiSchemaReference)?.Reference.Id;
}

/// <summary>Schemas that all hold at once for one value: an allOf, or the same property as several branches of an allOf state it.</summary>
internal sealed class SchemaIntersection(IReadOnlyList<LocatedSchema> parts)
{
    public IReadOnlyList<LocatedSchema> Schemas { get; } = parts;

    public string Pointer => Schemas[Schemas.Count - 1].Pointer;

    /// <summary>What it says beside its choices.</summary>
    public SchemaIntersection WithoutUnions =>
        Schemas.Aggregate(
            new SchemaIntersection([]),
            (all, part) => all.IntersectWith(new LocatedSchema(part.Schema, part.Pointer, ignoresUnions: true))
        );

    public static SchemaIntersection Create(IOpenApiSchema schema, string pointer) => new([new LocatedSchema(schema, pointer)]);

    /// <summary>With the parts of another too, each once: what leads back into itself comes to the same conjunction again.</summary>
    public SchemaIntersection IntersectWith(SchemaIntersection other) =>
        other.Schemas.Aggregate(this, (all, part) => all.IntersectWith(part));

    /// <summary>With one more part; a schema that says the same as one of the parts, being it, adds nothing.</summary>
    public SchemaIntersection IntersectWith(LocatedSchema part) =>
        Schemas.Any(p => ReferenceEquals(p.Target.Schema, part.Target.Schema) && p.IgnoresUnions == part.IgnoresUnions)
            ? this
            : new([.. Schemas, part]);
}
