namespace CfGen.Generator.Model;

/// <summary>
/// A line of the document, for documentation only. All lines are equal, so that a moved line regenerates nothing
/// (docs/design/architecture.md explains why).
/// </summary>
internal readonly struct SourceLine(string file, int line) : IEquatable<SourceLine>
{
    public string File { get; } = file;

    /// <summary>The line, counted from 1; 0 if it is unknown.</summary>
    public int Line { get; } = line;

    public bool Equals(SourceLine other) => true;

    public override bool Equals(object? obj) => obj is SourceLine;

    public override int GetHashCode() => 0;
}
