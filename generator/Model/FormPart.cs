namespace CfGen.Generator.Model;

/// <param name="MediaType">What the document says of the part; empty where it says nothing.</param>
/// <param name="Style">Name of the runtime's style; empty where the document states none.</param>
/// <param name="HasDynamicNames">Whether the values bring the names of their parts: a map, and no part of its own.</param>
internal sealed record FormPart(PropertyModel Property, string MediaType, string Style, bool HasDynamicNames);
