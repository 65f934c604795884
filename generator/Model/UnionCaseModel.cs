namespace CfGen.Generator.Model;

/// <param name="Name">C# name of the arm.</param>
/// <param name="Kind">The letter of its JSON type: o, m (an object as a map), a, s, n, b.</param>
/// <param name="Elements">Of an array or map the letters of the JSON types of its elements; empty where they may be any.</param>
/// <param name="DiscriminatorValues">The values of the telling property that name it.</param>
/// <param name="Members">Of an object that no telling property names for sure: its properties.</param>
internal sealed record UnionCaseModel(
    string Name,
    TypeRef Type,
    char Kind,
    string Elements,
    EquatableArray<string> DiscriminatorValues,
    EquatableArray<UnionCaseMember> Members
)
{
    /// <summary>Whether the API may say other values than these for it.</summary>
    public bool IsImplicitMapping { get; init; }
}
