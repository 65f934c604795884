namespace CfGen.Generator.Model;

/// <summary>
/// A line of the document, for documentation only. All lines are equal, so that a line that moved regenerates nothing
/// (docs/design/architecture.md tells why that is right).
/// </summary>
internal readonly struct SourceLine(string file, int line) : IEquatable<SourceLine>
{
    public string File { get; } = file;

    /// <summary>Counted from 1; 0 where it is not known.</summary>
    public int Line { get; } = line;

    public bool Equals(SourceLine other) => true;

    public override bool Equals(object? obj) => obj is SourceLine;

    public override int GetHashCode() => 0;
}
