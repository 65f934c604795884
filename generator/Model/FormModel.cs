namespace CfGen.Generator.Model;

/// <summary>A request body that is a form: names and values, or parts.</summary>
internal sealed record FormModel(string Name, Documentation Docs, bool IsMultipart, EquatableArray<FormPart> Parts, bool IsValidated)
    : TypeModel(Name, Docs);
