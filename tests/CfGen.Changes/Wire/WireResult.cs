namespace CfGen.Changes.Wire;

/// <summary>The result of a comparison of calls.</summary>
/// <param name="Compared">The number of calls that were compared: those that succeeded with the old client.</param>
/// <param name="Calls">The number of calls.</param>
/// <param name="Differences">What was sent or read otherwise.</param>
internal sealed record WireResult(int Compared, int Calls, IReadOnlyList<string> Differences);
