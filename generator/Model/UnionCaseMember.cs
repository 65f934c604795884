namespace CfGen.Generator.Model;

/// <param name="Kinds">The letters of the allowed JSON types, 0 for null; empty if any is allowed.</param>
internal sealed record UnionCaseMember(string SerializedName, bool Required, string Kinds)
{
    /// <summary>The only allowed value, a string; null if others are allowed.</summary>
    public string? Constant { get; init; }

    /// <summary>The properties of an object, which distinguish cases with equal outer properties.</summary>
    public EquatableArray<UnionCaseMember> Properties { get; init; } = EquatableArray<UnionCaseMember>.Empty;

    /// <summary>The member without its constant and inner properties.</summary>
    public UnionCaseMember WithoutDetails => new(SerializedName, Required, Kinds);
}
