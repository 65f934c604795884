namespace CfGen.Generator.Model;

/// <summary>A oneOf or anyOf as a closed choice of types.</summary>
/// <param name="DiscriminatorName">The property whose value names the arm; empty where none does.</param>
/// <param name="IsDiscriminated">Whether a value without that property is an arm only where no other would do as well: the document says that it tells.</param>
internal sealed record UnionModel(
    string Name,
    Documentation Docs,
    string DiscriminatorName,
    bool IsDiscriminated,
    EquatableArray<UnionCaseModel> Cases,
    SerializationDirections Directions
) : TypeModel(Name, Docs);
