using CfGen.Generator.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace CfGen.Generator.Parsing;

/// <summary>The text of one declared document.</summary>
/// <param name="Path">
/// The path as the compiler knows it. Diagnostics show it, and relative references start from it. It is never opened.
/// </param>
/// <param name="Text">The whole text.</param>
internal sealed record DocumentText(string Path, SourceText Text)
{
    /// <summary>Compares the contents: a host may pass the same text as another object after every keystroke.</summary>
    public bool Equals(DocumentText? other) => other is not null && Path == other.Path && Text.ContentEquals(other.Text);

    /// <inheritdoc/>
    public override int GetHashCode() => StringComparer.Ordinal.GetHashCode(Path);

    /// <summary>Returns the location of a span. A span outside of the text is cut to it.</summary>
    public LocationInfo GetLocation(int start, int length)
    {
        start = Math.Min(Math.Max(start, 0), Text.Length);
        TextSpan span = new(start, Math.Min(Math.Max(length, 0), Text.Length - start));
        return new LocationInfo(Path, span, Text.Lines.GetLinePositionSpan(span));
    }
}
