using System.Text.Json.Nodes;
using CfGen.Generator.Diagnostics;
using CfGen.Generator.Parsing;
using Microsoft.OpenApi;

namespace CfGen.Generator.Documents;

/// <summary>
/// A document after reading: what the selected operations reach, as the OpenAPI library's object model, beside the tree it was read
/// from and the way back to the user's file. Not for caching: it holds the text.
/// </summary>
internal sealed class LoadedDocument
{
    /// <summary>The object model of what is left after selection and pruning; null where the document cannot be read.</summary>
    public OpenApiDocument? Document { get; init; }

    /// <summary>From a pointer into the document as the user wrote it (or as the object model has it) to a place.</summary>
    public required SourceMap SourceMap { get; init; }

    /// <summary>The tree that <see cref="Document"/> was read from.</summary>
    public JsonNode? Root { get; init; }

    /// <summary><c>3.0.3</c>, as written; empty where there is none.</summary>
    public string SpecVersion { get; init; } = "";

    /// <summary>The selected operations that can be generated, in document order.</summary>
    public IReadOnlyList<OperationKey> Operations { get; init; } = [];

    /// <summary>The selected operations, with those that cannot be generated.</summary>
    public IReadOnlyList<OperationKey> Selected { get; init; } = [];

    /// <summary>Why those were left out that are among <see cref="Selected"/> and not among <see cref="Operations"/>.</summary>
    public SkippedOperations SkippedOperations { get; init; } = new();

    /// <summary>All operations of the document, whether they are selected or not, in its order.</summary>
    public IReadOnlyList<OperationOutline> Outlines { get; init; } = [];

    /// <summary>The names of all schemas that the document has as components, reached or not.</summary>
    public IReadOnlyList<string> SchemaNames { get; init; } = [];

    /// <summary>The findings so far. Binding adds its own.</summary>
    public FindingCollector Findings { get; init; } = new();
}
