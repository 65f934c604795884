using Microsoft.OpenApi;

namespace CfGen.Generator.Binding.Schemas;

/// <summary>A schema and the JSON pointer that leads to it in the document.</summary>
internal readonly record struct SchemaSite(IOpenApiSchema Schema, string Pointer)
{
    /// <summary>The schema behind the reference, at its own pointer.</summary>
    public SchemaSite Target => Schema is OpenApiSchemaReference { Target: { } target } reference
        ? new SchemaSite(target, "#/components/schemas/" + Reading.JsonPointer.Escape(reference.Reference.Id ?? ""))
        : this;

    public string? ComponentId => (Schema as OpenApiSchemaReference)?.Reference.Id;
}

/// <summary>Schemas that all hold at once for one value: an allOf, or the same property as several branches of an allOf state it.</summary>
internal sealed class Conjunction(IReadOnlyList<SchemaSite> parts)
{
    public IReadOnlyList<SchemaSite> Parts { get; } = parts;

    public string Pointer => Parts[Parts.Count - 1].Pointer;

    public static Conjunction Of(IOpenApiSchema schema, string pointer) => new([new SchemaSite(schema, pointer)]);

    public Conjunction And(SchemaSite part) => new([.. Parts, part]);
}
