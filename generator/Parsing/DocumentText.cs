using Microsoft.CodeAnalysis.Text;

namespace CfGen.Generator.Parsing;

/// <summary>One declared document as text.</summary>
/// <param name="Path">The path the compiler knows it by; diagnostics carry it, and relative references start from it. Never opened.</param>
/// <param name="Text">The whole text; offsets into it are what a place in the document means.</param>
internal sealed record DocumentText(string Path, SourceText Text)
{
    /// <summary>Equal by content: a host may hand over the same text as another object after every keystroke.</summary>
    public bool Equals(DocumentText? other) => other is not null && Path == other.Path && Text.ContentEquals(other.Text);

    public override int GetHashCode() => StringComparer.Ordinal.GetHashCode(Path);
}
