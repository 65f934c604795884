namespace CfGen.Generator.Overlays.JsonPath;

/// <summary>A part of a query that is not as RFC 9535 and RFC 9485 want it, and that can be evaluated all the same.</summary>
/// <param name="Kind">The problem.</param>
/// <param name="Text">The name or the pattern.</param>
/// <param name="Detail">The message of the parser as a clause, without a period; empty where the kind says everything.</param>
/// <param name="Offset">The index of the part in the text of the query.</param>
/// <param name="Length">The length of the part.</param>
internal sealed record JsonPathNote(JsonPathNoteKind Kind, string Text, string Detail, int Offset, int Length);

internal enum JsonPathNoteKind
{
    /// <summary>A name with a hyphen has no quotes.</summary>
    UnquotedName,

    /// <summary>A pattern is not valid and matches nothing.</summary>
    InvalidPattern,
}
