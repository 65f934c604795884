namespace CfGen.Generator.Model;

/// <summary>The body of one operation that is a form: names and values, or parts.</summary>
internal sealed record FormModel(string Name, Documentation Docs, bool IsMultipart, EquatableArray<FormPart> Parts, bool IsValidated)
    : TypeModel(Name, Docs);
