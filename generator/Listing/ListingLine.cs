namespace CfGen.Generator.Listing;

/// <summary>A line of a listing.</summary>
/// <param name="Text">The text without its line break.</param>
/// <param name="Pointer">The pointer of the document that the line is about; empty for a line that was read from a file.</param>
internal readonly record struct ListingLine(string Text, string Pointer);
