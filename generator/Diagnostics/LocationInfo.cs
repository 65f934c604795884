using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace CfGen.Generator.Diagnostics;

/// <summary>A place as values, so that a diagnostic can be compared and cached; a <see cref="Location"/> only when it is reported.</summary>
internal sealed record LocationInfo(string FilePath, TextSpan Span, LinePositionSpan LineSpan)
{
    /// <summary>The start of a file, for what concerns all of it.</summary>
    public static LocationInfo ForFile(string filePath) => new(filePath, default, default);

    public Location ToLocation() => Location.Create(FilePath, Span, LineSpan);
}
