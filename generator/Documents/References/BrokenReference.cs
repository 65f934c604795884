using System.Text.Json.Nodes;
using CfGen.Generator.Diagnostics;

namespace CfGen.Generator.Documents.References;

/// <summary>A reference that cannot be resolved.</summary>
/// <param name="Element">The element that has the reference; null for a path item or an operation.</param>
/// <param name="Source">The document that has the reference.</param>
/// <param name="Pointer">The pointer in that document.</param>
/// <param name="Reference">The text of the reference.</param>
/// <param name="UndeclaredPath">The path of the document that is not declared; null where that is not the problem.</param>
internal sealed record BrokenReference(
    ReferencedElement? Element,
    SourceDocument Source,
    string Pointer,
    string Reference,
    ReferenceProblem Problem,
    string? UndeclaredPath
)
{
    /// <summary>The pointer in the tree, which differs where a path item or an operation is copied.</summary>
    public string TreePointer { get; init; } = Pointer;

    /// <summary>The reference itself, where it is a schema inside a schema; else null.</summary>
    public JsonObject? Nested { get; init; }
}
