namespace CfGen.Generator.Model;

/// <param name="MediaType">The media type in the document; empty if it declares none.</param>
/// <param name="Style">The style; null if the document declares none.</param>
/// <param name="Explode">Whether the items of a list, or the properties of an object, are fields of their own.</param>
/// <param name="HasDynamicNames">Whether the values bring the names of their parts: a map, and no part of its own.</param>
internal sealed record FormPart(PropertyModel Property, string MediaType, ParameterStyle? Style, bool Explode, bool HasDynamicNames);
