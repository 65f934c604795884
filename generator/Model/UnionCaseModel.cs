namespace CfGen.Generator.Model;

/// <param name="Name">The C# name of the case.</param>
/// <param name="Kind">The letter of the JSON type: o, m (an object as a map), a, s, n, b.</param>
/// <param name="Elements">The letters of the JSON types of the elements of an array or map; empty if any is allowed.</param>
/// <param name="DiscriminatorValues">The values of the discriminator that select it.</param>
/// <param name="Members">The properties of an object that the discriminator does not select for certain.</param>
internal sealed record UnionCaseModel(
    string Name,
    TypeRef Type,
    char Kind,
    string Elements,
    EquatableArray<string> DiscriminatorValues,
    EquatableArray<UnionCaseMember> Members
)
{
    /// <summary>True if the discriminator values are implicit, so that the API may send others.</summary>
    public bool IsImplicitMapping { get; init; }

    /// <summary>True if the other cases build on this one, so that an object of none of them is this case.</summary>
    public bool IsBase { get; init; }

    /// <summary>The form of a tuple; null for every other type.</summary>
    public TupleShape? Tuple { get; init; }
}
