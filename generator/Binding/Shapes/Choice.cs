using CfGen.Generator.Model;
using Microsoft.OpenApi;

namespace CfGen.Generator.Binding.Shapes;

/// <summary>A oneOf or anyOf: one of the alternatives holds, beside all else that the schema says.</summary>
/// <param name="Discriminator">The document's own word on how to tell them apart.</param>
internal sealed record Choice(IReadOnlyList<Conjunction> Alternatives, OpenApiDiscriminator? Discriminator = null);

/// <summary>A schema that the document does not write down: a choice whose alternatives stand at several places of it.</summary>
internal sealed class MergedSchema(Choice choice) : OpenApiSchema
{
    public Choice Choice { get; } = choice;
}

/// <summary>
/// A schema that the document does not write down: one that reads the values of others too, once its lists of values have theirs. Stands alone
/// in its conjunction.
/// </summary>
internal sealed class WidenedSchema(Conjunction wide, IReadOnlyList<Conjunction> narrow) : OpenApiSchema
{
    public Conjunction Wide { get; } = wide;

    public IReadOnlyList<Conjunction> Narrow { get; } = narrow;
}
