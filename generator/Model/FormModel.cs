namespace CfGen.Generator.Model;

/// <summary>The body of one operation that is a form: names and values, or parts.</summary>
internal sealed record FormModel(string Name, Documentation Docs, bool IsMultipart, EquatableArray<FormPart> Parts, bool IsValidated)
    : TypeModel(Name, Docs);

/// <param name="MediaType">What the document says of the part; empty where it says nothing.</param>
/// <param name="Style">Name of the runtime's style; empty where the document states none.</param>
/// <param name="HasDynamicNames">Whether the values bring the names of their parts: a map, and no part of its own.</param>
internal sealed record FormPart(PropertyModel Property, string MediaType, string Style, bool HasDynamicNames);
