using CfGen.Generator.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace CfGen.Generator.Parsing;

/// <summary>A span of a document, as values. Lines and columns count from 0, columns in UTF-16 units, as Roslyn counts.</summary>
internal readonly record struct DocumentLocation(string Path, int Start, int Length, int Line, int Column, int EndLine, int EndColumn)
{
    /// <summary>The place of a span of a text.</summary>
    public static DocumentLocation FromSpan(DocumentText document, int start, int length)
    {
        int textLength = document.Text.Length;
        start = Math.Min(Math.Max(start, 0), textLength);
        length = Math.Min(Math.Max(length, 0), textLength - start);
        LinePositionSpan span = document.Text.Lines.GetLinePositionSpan(new TextSpan(start, length));
        return new DocumentLocation(document.Path, start, length, span.Start.Line, span.Start.Character, span.End.Line, span.End.Character);
    }

    /// <summary>The same place as diagnostics carry it.</summary>
    public LocationInfo ToLocationInfo() =>
        new(Path, new TextSpan(Start, Length), new LinePositionSpan(new LinePosition(Line, Column), new LinePosition(EndLine, EndColumn)));
}
