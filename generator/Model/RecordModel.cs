namespace CfGen.Generator.Model;

/// <summary>An object schema as a record or class.</summary>
/// <param name="AdditionalProperties">The members that the document types without naming them; null where it types none.</param>
/// <param name="KeepsUnknownProperties">Whether members that the document does not know are kept for a round trip.</param>
/// <param name="IsValidated">Whether it is sent and has rules to hold.</param>
/// <param name="Directions">Which of reader and writer it has.</param>
internal sealed record RecordModel(
    string Name,
    Documentation Docs,
    EquatableArray<PropertyModel> Properties,
    AdditionalPropertiesModel? AdditionalProperties,
    bool KeepsUnknownProperties,
    bool IsValidated,
    SerializationDirections Directions
) : TypeModel(Name, Docs);
