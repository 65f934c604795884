using CfGen.Generator.Diagnostics;
using CfGen.Generator.Parsing;

namespace CfGen.Generator.Overlays;

/// <summary>A parsed overlay: its valid actions, and the problems of the others.</summary>
/// <param name="Parsed">The text and its positions.</param>
internal sealed record Overlay(ParsedText Parsed)
{
    /// <summary>The path of the document that the overlay is for, as <c>extends</c> writes it; null where it is for any.</summary>
    public string? Extends { get; init; }

    /// <summary>The actions that can be applied, in their order.</summary>
    public IReadOnlyList<OverlayAction> Actions { get; init; } = [];

    /// <summary>The problems, with their places in the overlay.</summary>
    public IReadOnlyList<Finding> Findings { get; init; } = [];

    /// <summary>Returns the place of a pointer of the overlay.</summary>
    public LocationInfo GetLocation(string pointer) => Parsed.SourceMap.GetLocation(pointer);
}
