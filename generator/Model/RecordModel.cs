namespace CfGen.Generator.Model;

/// <summary>An object schema as a record or class.</summary>
/// <param name="AdditionalProperties">The additional properties; null if the schema has none.</param>
/// <param name="KeepsUnknownProperties">True if unknown properties are kept for a round trip.</param>
/// <param name="IsValidated">True if it is sent and has rules.</param>
/// <param name="Directions">The directions of JSON that it supports.</param>
internal sealed record RecordModel(
    string Name,
    Documentation Docs,
    EquatableArray<PropertyModel> Properties,
    AdditionalPropertiesModel? AdditionalProperties,
    bool KeepsUnknownProperties,
    bool IsValidated,
    SerializationDirections Directions
) : TypeModel(Name, Docs)
{
    /// <summary>The properties that have to be set where others are.</summary>
    public EquatableArray<DependentRequirement> Dependencies { get; init; } = EquatableArray<DependentRequirement>.Empty;
}
