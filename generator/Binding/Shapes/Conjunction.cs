using Microsoft.OpenApi;

namespace CfGen.Generator.Binding.Shapes;

/// <summary>A schema and the JSON pointer that leads to it in the document. A class: lists of structs cost the JIT a type each, in every cold build.</summary>
/// <param name="schema">The schema; where the document has null instead of one, and so the object model, one that says nothing.</param>
/// <param name="pointer">Where it stands.</param>
/// <param name="withoutChoice">Whether its oneOf and anyOf are left out: what holds beside each alternative of them.</param>
internal sealed class SchemaSite(IOpenApiSchema? schema, string pointer, bool withoutChoice = false)
{
    // Aliases of aliases come one or two deep; a longer chain is a circle.
    private const int LongestChain = 16;

    private static readonly OpenApiSchema s_any = new();

    private SchemaSite? _target;

    public IOpenApiSchema Schema { get; } = schema ?? s_any;

    public string Pointer { get; } = pointer;

    public bool WithoutChoice { get; } = withoutChoice;

    /// <summary>The schema behind the reference, and behind what that refers to, at its own pointer.</summary>
    public SchemaSite Target
    {
        get
        {
            if (_target is null)
            {
                _target = this;
                for (int i = 0; i < LongestChain && _target.Next is { } next; i++)
                    _target = next;
            }

            return _target;
        }
    }

    /// <summary>One step along a reference; null where this is none, or leads nowhere.</summary>
    public SchemaSite? Next
    {
        get
        {
            if (Schema is not OpenApiSchemaReference { Reference: { Id: { } id } reference } schema)
                return null;
            // The library's own look-up builds a URI each time, and every property of a reference makes it anew.
            IOpenApiSchema? target = null;
            if (reference.HostDocument?.Components?.Schemas?.TryGetValue(id, out target) is not true)
                target = schema.Target;
            return target is null ? null : new SchemaSite(target, "#/components/schemas/" + Reading.JsonPointer.Escape(id));
        }
    }

    /// <summary>What holds of every value: the branches of allOf, and the one alternative of a oneOf or anyOf that has no other, but for null.</summary>
    public IEnumerable<SchemaSite> AllParts
    {
        get
        {
            for (int i = 0; i < (Schema.AllOf?.Count ?? 0); i++)
                yield return new SchemaSite(Schema.AllOf![i], $"{Pointer}/allOf/{i}");
            if (Alternatives(Schema.OneOf) is (1, var one))
                yield return new SchemaSite(Schema.OneOf![one], $"{Pointer}/oneOf/{one}");
            if (Alternatives(Schema.AnyOf) is (1, var any))
                yield return new SchemaSite(Schema.AnyOf![any], $"{Pointer}/anyOf/{any}");
        }
    }

    /// <summary>Whether it leaves something to choose: two alternatives that are more than null.</summary>
    public bool Chooses => Alternatives(Schema.OneOf).Count > 1 || Alternatives(Schema.AnyOf).Count > 1;

    /// <summary>Whether it is null and nothing else.</summary>
    public bool IsNull => Target.Schema is var schema && schema.Type == JsonSchemaType.Null && schema.AllOf is not { Count: > 0 } && schema.Properties is not { Count: > 0 };

    /// <summary>How many of the alternatives are more than null, counted to two, and which is the last of these.</summary>
    private static (int Count, int Last) Alternatives(IList<IOpenApiSchema>? alternatives)
    {
        (int count, int last) = (0, -1);
        for (int i = 0; i < (alternatives?.Count ?? 0) && count < 2; i++)
        {
            if (!new SchemaSite(alternatives![i], "").IsNull)
                (count, last) = (count + 1, i);
        }

        return (count, last);
    }

    public string? ComponentId => (Schema as OpenApiSchemaReference)?.Reference.Id;
}

/// <summary>Schemas that all hold at once for one value: an allOf, or the same property as several branches of an allOf state it.</summary>
internal sealed class Conjunction(IReadOnlyList<SchemaSite> parts)
{
    public IReadOnlyList<SchemaSite> Parts { get; } = parts;

    public string Pointer => Parts[Parts.Count - 1].Pointer;

    /// <summary>What it says beside its choices.</summary>
    public Conjunction WithoutChoice => Parts.Aggregate(new Conjunction([]), (all, part) => all.And(new SchemaSite(part.Schema, part.Pointer, withoutChoice: true)));

    public static Conjunction Of(IOpenApiSchema schema, string pointer) => new([new SchemaSite(schema, pointer)]);

    /// <summary>With the parts of another too, each once: what leads back into itself comes to the same conjunction again.</summary>
    public Conjunction And(Conjunction other) => other.Parts.Aggregate(this, (all, part) => all.And(part));

    /// <summary>With one more part; a schema that says the same as one of the parts, being it, adds nothing.</summary>
    public Conjunction And(SchemaSite part) =>
        Parts.Any(p => ReferenceEquals(p.Target.Schema, part.Target.Schema) && p.WithoutChoice == part.WithoutChoice) ? this : new([.. Parts, part]);
}
