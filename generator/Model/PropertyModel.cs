namespace CfGen.Generator.Model;

/// <param name="Name">The C# name.</param>
/// <param name="SerializedName">The name in JSON.</param>
/// <param name="Required">True if the property must be present.</param>
/// <param name="Nullable">True if null is a value.</param>
/// <param name="Optional">True if absent, null and a value differ: the property is an <c>Optional&lt;T&gt;</c>.</param>
/// <param name="IsValidated">True if the value, or the values in the list or map, have rules.</param>
/// <param name="ReadOnly">True if only responses have it; requests omit it.</param>
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
    /// <summary>The only value, as text, which the property has without being set and which is always sent; null if there are others.</summary>
    public string? Constant { get; init; }

    /// <summary>True if the property always has a value, null aside.</summary>
    public bool IsSet => Required || Constant is not null;

    /// <summary>The rules of each string of a list.</summary>
    public ValueRules ItemRules { get; init; } = ValueRules.None;

    /// <summary>The rules of the keys of a map; null where there are none.</summary>
    public KeyRules? KeyRules { get; init; }
}
