namespace CfGen.Generator.Schemas.Unions;

/// <summary>The C# form of a union of schemas.</summary>
/// <param name="Cases">The cases that a reader tells apart; none where only untyped JSON is left.</param>
/// <param name="IsSingle">True where one case is left: the union is that case.</param>
/// <param name="DiscriminatorProperty">The property whose value selects the case; empty where there is none.</param>
/// <param name="HasExplicitDiscriminator">True where the document has the property as <c>discriminator</c>.</param>
internal sealed record UnionPlan(
    IReadOnlyList<UnionCase> Cases,
    bool IsSingle = false,
    string DiscriminatorProperty = "",
    bool HasExplicitDiscriminator = false
)
{
    public static UnionPlan Untyped { get; } = new([]);

    /// <summary>Any object, or a value of another type.</summary>
    public static UnionPlan AnyObject { get; } = new([], DiscriminatorProperty: "any object");

    public static UnionPlan TooMany { get; } = new([], DiscriminatorProperty: "too many");

    public bool IsUnion => Cases.Count > 0 && !IsSingle;
}
