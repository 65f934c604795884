using CfGen.Generator.Model;

namespace CfGen.Generator.Binding.Types;

/// <summary>A oneOf or anyOf, as a closed union of types.</summary>
internal sealed class UnionNode(string? name, InlineTypeName? inlineName, ResourceScope? scope, Documentation documentation)
    : TypeNode(name, inlineName, scope, documentation)
{
    /// <inheritdoc cref="Schemas.Unions.UnionPlan.DiscriminatorProperty"/>
    public required string DiscriminatorProperty { get; init; }

    /// <inheritdoc cref="Schemas.Unions.UnionPlan.HasExplicitDiscriminator"/>
    public required bool HasExplicitDiscriminator { get; init; }

    /// <summary>One case a type: an alternative of the same type joins the case that is there.</summary>
    public List<UnionCaseNode> Cases { get; } = [];

    public override IEnumerable<TypeRef> ReferencedTypes => Cases.Select(c => c.Type);
}

/// <summary>A case of a union, which has no name yet; the members are those of <see cref="UnionCaseModel"/>.</summary>
internal sealed record UnionCaseNode(
    TypeRef Type,
    char Kind,
    string Elements,
    EquatableArray<string> DiscriminatorValues,
    bool IsImplicitMapping,
    EquatableArray<UnionCaseMember> Members
)
{
    /// <inheritdoc cref="UnionCaseModel.IsBase"/>
    public bool IsBase { get; init; }

    /// <inheritdoc cref="UnionCaseModel.Tuple"/>
    public TupleShape? Tuple { get; init; }

    /// <summary>Accepts what either case accepts.</summary>
    public UnionCaseNode Join(EquatableArray<string> discriminatorValues, bool isImplicitMapping) =>
        this with
        {
            DiscriminatorValues = DiscriminatorValues.Concat(discriminatorValues).Distinct(StringComparer.Ordinal).ToEquatable(),
            IsImplicitMapping = IsImplicitMapping || isImplicitMapping,
        };
}
