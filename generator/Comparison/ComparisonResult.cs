using CfGen.Generator.Model;

namespace CfGen.Generator.Comparison;

/// <summary>The result of a comparison.</summary>
/// <param name="Reached">What leads to the types and classes of the changes.</param>
/// <param name="InvalidLine">The first line of the listing that is not valid; null where all are.</param>
internal sealed record ComparisonResult(IReadOnlyList<ApiChange> Changes, EquatableArray<TypeReach> Reached, string? InvalidLine);
