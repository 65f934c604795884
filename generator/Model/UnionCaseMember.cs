namespace CfGen.Generator.Model;

/// <param name="Kinds">The letters of the JSON types that it may have, 0 for null; empty where they may be any.</param>
internal sealed record UnionCaseMember(string SerializedName, bool Required, string Kinds)
{
    /// <summary>The only value that it may have, a string; null where there may be others.</summary>
    public string? Constant { get; init; }

    /// <summary>Its own properties, where it is an object: they tell arms apart that look alike from outside.</summary>
    public EquatableArray<UnionCaseMember> Properties { get; init; } = EquatableArray<UnionCaseMember>.Empty;

    /// <summary>Without what says more than the name and the JSON types.</summary>
    public UnionCaseMember WithoutDetails => new(SerializedName, Required, Kinds);
}
