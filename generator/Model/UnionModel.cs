namespace CfGen.Generator.Model;

/// <summary>A oneOf or anyOf as a union type.</summary>
/// <param name="DiscriminatorName">The property whose value selects the case; empty if there is none.</param>
/// <param name="IsDiscriminated">
/// True if the document defines the discriminator. A value without it is then a case only if exactly one case matches.
/// </param>
internal sealed record UnionModel(
    string Name,
    Documentation Docs,
    string DiscriminatorName,
    bool IsDiscriminated,
    EquatableArray<UnionCaseModel> Cases,
    SerializationDirections Directions
) : TypeModel(Name, Docs)
{
    /// <summary>The properties that all cases have from their base.</summary>
    public EquatableArray<PropertyModel> Properties { get; init; } = EquatableArray<PropertyModel>.Empty;
}
