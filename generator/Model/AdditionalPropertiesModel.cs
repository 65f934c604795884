namespace CfGen.Generator.Model;

/// <summary>The map of all members that the document types without naming them: <c>additionalProperties</c>.</summary>
/// <param name="Name">C# name.</param>
/// <param name="Value">What each of them is.</param>
/// <param name="IsValidated">Whether the values have rules of their own.</param>
/// <param name="ReadOnly">Whether only answers have them: requests leave them out.</param>
internal sealed record AdditionalPropertiesModel(string Name, TypeRef Value, bool IsValidated, bool ReadOnly, Documentation Docs);
