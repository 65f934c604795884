using CfGen.Generator.Model;

namespace CfGen.Generator.Comparison;

/// <summary>The result of a comparison.</summary>
/// <param name="Changes">The changes, for a client with hidden overloads.</param>
/// <param name="WithoutOverloads">The changes for a framework before .NET 9, where the client has none.</param>
/// <param name="Reached">What leads to the types and classes of the changes.</param>
/// <param name="InvalidLine">The first line of the listing that is not valid; null where all are.</param>
internal sealed record ComparisonResult(
    IReadOnlyList<ApiChange> Changes,
    IReadOnlyList<ApiChange> WithoutOverloads,
    EquatableArray<TypeReach> Reached,
    string? InvalidLine
);
