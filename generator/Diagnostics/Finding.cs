using CfGen.Generator.Parsing;

namespace CfGen.Generator.Diagnostics;

/// <summary>
/// A diagnostic as data: what is wrong, at which pointer of the document. The pointer is turned into a place only when the
/// finding is reported, so that findings of documents that differ in blank lines alone are equal.
/// </summary>
/// <param name="Id">An id of <see cref="DiagnosticDescriptors"/>, such as <c>CFG0005</c>.</param>
/// <param name="Pointer">The JSON pointer; it is argument 0 of every message.</param>
/// <param name="Arguments">The arguments of the message from 1 on.</param>
internal sealed record Finding(string Id, string Pointer, params string[] Arguments)
{
    /// <summary>The id of what is printed in a report only.</summary>
    public const string InferredId = "CFG4001";

    /// <summary>What the document does not say and was taken to be meant. A report prints it; without one it is dropped.</summary>
    /// <param name="kind">What the totals count it as: <c>envelope</c>.</param>
    /// <param name="pointer">Where.</param>
    /// <param name="what">In words.</param>
    public static Finding CreateInferred(string kind, string pointer, string what) => new(InferredId, pointer, what, kind);

    /// <summary>The exact place, where a pointer cannot say it: a syntax error, the second of two equal keys, a thing in another document.</summary>
    public DocumentLocation? Location { get; init; }

    public bool Equals(Finding? other) =>
        other is not null
        && Id == other.Id
        && Pointer == other.Pointer
        && Location == other.Location
        && Arguments.AsSpan().SequenceEqual(other.Arguments);

    public override int GetHashCode()
    {
        int hash = StringComparer.Ordinal.GetHashCode(Id) * 31 + StringComparer.Ordinal.GetHashCode(Pointer);
        foreach (string argument in Arguments)
            hash = hash * 31 + StringComparer.Ordinal.GetHashCode(argument);
        return hash;
    }

    /// <summary>The finding as it leaves the generator.</summary>
    public DiagnosticInfo ToDiagnosticInfo(SourceMap positions) =>
        new(Id, (Location ?? positions.GetLocation(Pointer)).ToLocationInfo(), [Pointer, .. Arguments]);
}
