using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace CfGen.Generator.Diagnostics;

/// <summary>
/// A location as values, so that a diagnostic can be compared and cached. Lines and columns count from 0, columns in UTF-16 units, as
/// Roslyn counts. A <see cref="Location"/> is created only when the diagnostic is reported.
/// </summary>
/// <param name="FilePath">The path as the compiler or the project writes it.</param>
/// <param name="Span">The span in the text.</param>
/// <param name="LineSpan">The same span in lines and columns.</param>
internal sealed record LocationInfo(string FilePath, TextSpan Span, LinePositionSpan LineSpan)
{
    /// <summary>The number of the first line, counted from 1.</summary>
    public int LineNumber => LineSpan.Start.Line + 1;

    /// <summary>Returns the start of a file, for a problem of the whole file.</summary>
    public static LocationInfo ForFile(string filePath) => new(filePath, default, default);

    /// <summary>Creates the location that Roslyn reports.</summary>
    public Location ToLocation() => Location.Create(FilePath, Span, LineSpan);
}
