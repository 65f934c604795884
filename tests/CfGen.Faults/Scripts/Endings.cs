using CfGen.Faults.Calls;

namespace CfGen.Faults.Scripts;

/// <summary>Endings of single kinds of results.</summary>
internal static class Endings
{
    /// <summary>An empty text or file.</summary>
    public static readonly Ending Empty = Ending.After(1) with { Result = "" };

    /// <summary>The stream of a download was returned, and fails as streams do.</summary>
    public static readonly Ending ReadFailure = new(0, "read failure", e => e is IOException);

    /// <inheritdoc cref="ReadFailure"/>
    public static readonly Ending InvalidData = new(0, "invalid data", e => e is InvalidDataException);

    /// <summary>A connection exception after at most some results: a reset may take back what was sent before it.</summary>
    public static Ending[] ConnectionWithin(int results) =>
        [.. Enumerable.Range(0, results + 1).Select(i => Ending.Connection.WithResults(i))];
}
