namespace CfGen.Generator.Model;

/// <param name="Name">C# name.</param>
/// <param name="SerializedName">The name in JSON.</param>
/// <param name="Required">Whether the member must be there.</param>
/// <param name="Nullable">Whether null is one of its values.</param>
/// <param name="Optional">Whether absent, null and a value are three things: the property is an <c>Optional&lt;T&gt;</c>.</param>
/// <param name="IsValidated">Whether the values, or those in the list or map, have rules of their own.</param>
/// <param name="ReadOnly">Whether only answers have it: requests leave it out.</param>
internal sealed record PropertyModel(
    string Name,
    string SerializedName,
    TypeRef Type,
    bool Required,
    bool Nullable,
    bool Optional,
    ValueRules Rules,
    bool IsValidated,
    bool ReadOnly,
    Documentation Docs
)
{
    /// <summary>Of a list of strings, the rules of each.</summary>
    public ValueRules ItemRules { get; init; } = ValueRules.None;
}
