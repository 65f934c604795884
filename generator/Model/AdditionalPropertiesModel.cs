namespace CfGen.Generator.Model;

/// <summary>The map of the properties that the schema does not name: <c>additionalProperties</c>.</summary>
/// <param name="Name">The C# name.</param>
/// <param name="Value">The type of each value.</param>
/// <param name="IsValidated">True if the values have rules.</param>
/// <param name="ReadOnly">True if only responses have them; requests omit them.</param>
internal sealed record AdditionalPropertiesModel(string Name, TypeRef Value, bool IsValidated, bool ReadOnly, Documentation Docs)
{
    /// <summary>The rules of the keys; null where there are none.</summary>
    public KeyRules? KeyRules { get; init; }
}
