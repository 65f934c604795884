using CfGen.Generator.Binding.Shapes;
using CfGen.Generator.Model;
using Microsoft.OpenApi;

namespace CfGen.Generator.Binding.Choices;

/// <summary>What a choice comes to in C#.</summary>
/// <param name="Arms">Alternatives that are told apart; none where nothing typed is left.</param>
/// <param name="Single">Whether there is nothing to tell apart: the choice is its one alternative.</param>
/// <param name="TagName">The property whose value names the alternative; empty where none does.</param>
/// <param name="IsStated">Whether the document itself says that this property tells.</param>
internal sealed record ChoicePlan(IReadOnlyList<Alternative> Arms, bool Single = false, string TagName = "", bool IsStated = false)
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

    /// <summary>Whether the values are nothing but the name of the component, which the API need not say.</summary>
    public bool IsGuess { get; init; }

    /// <summary>Whether these values alone decide: no other alternative has one of them, and none of its own does without.</summary>
    public bool IsTold { get; init; }
}
