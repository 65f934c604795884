namespace CfGen.WholeDocument.Tests;

/// <summary>What does not work, by how its failure begins, and why. One that no longer fails has to go.</summary>
internal static class KnownFailures
{
    public static IReadOnlyDictionary<string, string> OfValues { get; } = new Dictionary<string, string>(StringComparer.Ordinal)
    {
    };

    public static IReadOnlyDictionary<string, string> OfCalls { get; } = new Dictionary<string, string>(StringComparer.Ordinal)
    {
    };
}
