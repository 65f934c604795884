namespace CfGen.Generator.Model;

/// <param name="Name">The C# name.</param>
/// <param name="SerializedName">The name in JSON.</param>
/// <param name="Required">True if the property must be present.</param>
/// <param name="Nullable">True if null is a value.</param>
/// <param name="IsValidated">True if the value, or the values in the list or map, have rules.</param>
/// <param name="ReadOnly">True if only responses have it; requests omit it.</param>
internal sealed record PropertyModel(
    string Name,
    string SerializedName,
    TypeRef Type,
    bool Required,
    bool Nullable,
    ValueRules Rules,
    bool IsValidated,
    bool ReadOnly,
    Documentation Docs
)
{
    /// <summary>
    /// The only value, as text, which the property has without being set and which is always sent; null if there are others.
    /// </summary>
    public string? Constant { get; init; }

    /// <summary>
    /// The index of the mark of a property that can be left out and be null. It is written as null only if it is null and marked. Null for
    /// any other property.
    /// </summary>
    public int? NullIndex { get; init; }

    /// <summary>True if <c>WithNull</c> can mark the property: a request can have it, leave it out and set it to null.</summary>
    public bool CanSendNull { get; init; }

    /// <summary>True if requests must have it although the type cannot require it, because responses do not have it.</summary>
    public bool RequiredInRequests { get; init; }

    /// <summary>True if the document marks the value as a secret. Others have a name that says so.</summary>
    public bool IsMarkedSecret { get; init; }

    /// <summary>True if <c>ToString</c> hides the value.</summary>
    public bool IsSecret => IsMarkedSecret || Secrets.IsSecret(SerializedName, Type);

    /// <summary>True if the property always has a value, null aside.</summary>
    public bool IsSet => Required || Constant is not null;

    /// <summary>The rules of each string of a list.</summary>
    public ValueRules ItemRules { get; init; } = ValueRules.None;

    /// <summary>The rules of the keys of a map; null where there are none.</summary>
    public KeyRules? KeyRules { get; init; }
}
