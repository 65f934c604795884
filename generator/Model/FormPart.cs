namespace CfGen.Generator.Model;

/// <param name="MediaType">The media type in the document; empty if it declares none.</param>
/// <param name="Style">The style; null if the document declares none.</param>
/// <param name="Explode">True if each item of a list, or each property of an object, is a separate field.</param>
/// <param name="HasDynamicNames">True for a map whose keys are the names of the parts.</param>
/// <param name="Headers">The headers beside the media type and the disposition.</param>
internal sealed record FormPart(
    PropertyModel Property,
    string MediaType,
    ParameterStyle? Style,
    bool Explode,
    bool HasDynamicNames,
    EquatableArray<PartHeader> Headers
);
