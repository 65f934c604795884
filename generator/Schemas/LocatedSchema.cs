using CfGen.Generator.Documents.Normalization;
using CfGen.Generator.Parsing;
using Microsoft.OpenApi;

namespace CfGen.Generator.Schemas;

/// <summary>A schema and its JSON pointer in the document.</summary>
/// <remarks>A class: the JIT compiles lists of each struct anew, in every cold build.</remarks>
/// <param name="schema">The schema; null where the document has null in its place, which the object model keeps.</param>
/// <param name="ignoresUnions">True for what holds beside each alternative: oneOf and anyOf are left out.</param>
internal sealed class LocatedSchema(IOpenApiSchema? schema, string pointer, bool ignoresUnions = false)
{
    // Aliases of aliases are one or two deep. A longer chain is a circle.
    private const int MaxReferenceDepth = 16;

    private static readonly OpenApiSchema s_emptySchema = new();

    private LocatedSchema? _target;

    public IOpenApiSchema Schema { get; } = schema ?? s_emptySchema;

    public string Pointer { get; } = pointer;

    public bool IgnoresUnions { get; } = ignoresUnions;

    /// <summary>The name of the component that the schema refers to; null where it is no reference.</summary>
    public string? ComponentId => (Schema as OpenApiSchemaReference)?.Reference.Id;

    /// <summary>The schema at the end of all references, at its own pointer.</summary>
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

    /// <summary>The schema that this one refers to, one step along; null where it is no reference, or leads nowhere.</summary>
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
            return target is null ? null : new LocatedSchema(target, "#/components/schemas/" + JsonPointer.Escape(id));
        }
    }

    /// <summary>
    /// The schemas that hold for every value: the branches of allOf, and a oneOf or anyOf of one alternative, null aside.
    /// </summary>
    public IEnumerable<LocatedSchema> RequiredSchemas =>
        Schema.AllOf is { Count: > 0 } || Schema.OneOf is { Count: > 0 } || Schema.AnyOf is { Count: > 0 } ? GetRequiredSchemas() : [];

    /// <summary>True where oneOf or anyOf have two alternatives or more, null aside.</summary>
    public bool HasUnion => CountNonNullAlternatives(Schema.OneOf).Count > 1 || CountNonNullAlternatives(Schema.AnyOf).Count > 1;

    /// <summary>True where null is the only value that the author means: as an alternative, <c>{ nullable: true }</c> is null.</summary>
    public bool IsNull =>
        Target.Schema is var schema
        && !HasMembers(schema)
        && (
            schema.Enum is { Count: > 0 } values
                ? values.All(v => v.IsJsonNull())
                : schema.Type == JsonSchemaType.Null || (schema.Type is null && IsMarkedNullable(schema) && schema.Format is null)
        );

    /// <summary>True where the schema has words such as a description, and says nothing about the value.</summary>
    public bool IsUnconstrained =>
        Schema is OpenApiSchema { Type: null, Format: null, Const: null, Not: null } schema
        && !HasMembers(schema)
        && schema.Enum is not { Count: > 0 }
        && schema.Required is not { Count: > 0 }
        && schema.PatternProperties is not { Count: > 0 }
        && schema.AdditionalPropertiesAllowed
        && schema is not (SyntheticUnionSchema or WidenedSchema)
        && ConstraintMerger.IsUnconstrained(schema);

    /// <summary>True where <c>nullable: true</c> is kept as an extension; see <see cref="NullableNormalizer"/>.</summary>
    public static bool IsMarkedNullable(IOpenApiSchema schema) =>
        schema.Extensions?.ContainsKey(NullableNormalizer.NullableExtension) is true;

    /// <summary>
    /// True where an alternative stands for null. Beside references, <c>{ type: object, nullable: true }</c> of OData does, too.
    /// </summary>
    public static bool IsNullAlternative(IList<IOpenApiSchema> alternatives, int index)
    {
        LocatedSchema alternative = new(alternatives[index], "");
        if (alternative.IsNull)
            return true;
        return IsAnyNullableObject(alternative.Schema)
            && alternatives.All(a => a == alternatives[index] || a is OpenApiSchemaReference || new LocatedSchema(a, "").IsNull)
            && alternatives.Any(a => a is OpenApiSchemaReference);
    }

    private static bool IsAnyNullableObject(IOpenApiSchema? schema) =>
        schema is OpenApiSchema { Type: { } type }
        && (type == (JsonSchemaType.Object | JsonSchemaType.Null) || (type == JsonSchemaType.Object && IsMarkedNullable(schema)))
        && schema.Enum is not { Count: > 0 }
        && !HasMembers(schema);

    private static bool HasMembers(IOpenApiSchema schema) =>
        schema.AllOf is { Count: > 0 }
        || schema.OneOf is { Count: > 0 }
        || schema.AnyOf is { Count: > 0 }
        || schema.Properties is { Count: > 0 }
        || schema.Items is not null
        || schema.AdditionalProperties is not null;

    /// <returns>The number of alternatives, null aside, counted to two, and the index of the last of them.</returns>
    private static (int Count, int Last) CountNonNullAlternatives(IList<IOpenApiSchema>? alternatives)
    {
        (int count, int last) = (0, -1);
        for (int i = 0; i < (alternatives?.Count ?? 0) && count < 2; i++)
        {
            if (!IsNullAlternative(alternatives!, i))
                (count, last) = (count + 1, i);
        }

        return (count, last);
    }

    private IEnumerable<LocatedSchema> GetRequiredSchemas()
    {
        for (int i = 0; i < (Schema.AllOf?.Count ?? 0); i++)
            yield return new LocatedSchema(Schema.AllOf![i], $"{Pointer}/allOf/{i}");
        if (CountNonNullAlternatives(Schema.OneOf) is (1, var one))
            yield return new LocatedSchema(Schema.OneOf![one], $"{Pointer}/oneOf/{one}");
        if (CountNonNullAlternatives(Schema.AnyOf) is (1, var any))
            yield return new LocatedSchema(Schema.AnyOf![any], $"{Pointer}/anyOf/{any}");
    }
}
