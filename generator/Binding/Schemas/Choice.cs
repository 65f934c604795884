using CfGen.Generator.Model;
using Microsoft.OpenApi;

namespace CfGen.Generator.Binding.Schemas;

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

/// <summary>What a choice comes to in C#.</summary>
/// <param name="Arms">Alternatives that are told apart; none where nothing typed is left.</param>
/// <param name="Single">Whether there is nothing to tell apart: the choice is its one alternative.</param>
/// <param name="TagName">The property whose value names the alternative; empty where none does.</param>
/// <param name="TagDecides">Whether each object alternative is named by the property's value and demands it.</param>
internal sealed record ChoicePlan(IReadOnlyList<Alternative> Arms, bool Single = false, string TagName = "", bool TagDecides = false)
{
    public static ChoicePlan Untyped { get; } = new([]);

    public static ChoicePlan TooMany { get; } = new([], TagName: "too many");

    public bool IsUnion => Arms.Count > 0 && !Single;
}

/// <param name="Kind">The one JSON type of it.</param>
internal sealed record Alternative(Conjunction Conjunction, Shape Shape, JsonSchemaType Kind)
{
    /// <summary>The values of the telling property that name it.</summary>
    public EquatableArray<string> Tags { get; init; } = EquatableArray<string>.Empty;
}
