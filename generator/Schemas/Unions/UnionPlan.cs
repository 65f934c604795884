using CfGen.Generator.Model;
using Microsoft.OpenApi;

namespace CfGen.Generator.Schemas.Unions;

/// <summary>What a choice comes to in C#.</summary>
/// <param name="Cases">Alternatives that are told apart; none where nothing typed is left.</param>
/// <param name="IsSingle">Whether there is nothing to tell apart: the choice is its one alternative.</param>
/// <param name="DiscriminatorProperty">The property whose value names the alternative; empty where none does.</param>
/// <param name="HasExplicitDiscriminator">Whether the document itself says that this property tells.</param>
internal sealed record UnionPlan(
    IReadOnlyList<UnionCase> Cases,
    bool IsSingle = false,
    string DiscriminatorProperty = "",
    bool HasExplicitDiscriminator = false
)
{
    public static UnionPlan Untyped { get; } = new([]);

    public static UnionPlan TooMany { get; } = new([], DiscriminatorProperty: "too many");

    public bool IsUnion => Cases.Count > 0 && !IsSingle;
}

/// <param name="JsonType">The one JSON type of it.</param>
internal sealed record UnionCase(SchemaIntersection Schema, ResolvedSchema Resolved, JsonSchemaType JsonType)
{
    /// <summary>The values of the telling property that name it.</summary>
    public EquatableArray<string> DiscriminatorValues { get; init; } = EquatableArray<string>.Empty;

    /// <summary>Whether the values are nothing but the name of the component, which the API need not say.</summary>
    public bool HasImplicitMapping { get; init; }

    /// <summary>Whether these values alone decide: no other alternative has one of them, and none of its own does without.</summary>
    public bool IsDiscriminated { get; init; }
}
