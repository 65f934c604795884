using System.Text.Json.Nodes;
using CfGen.Generator.Diagnostics;
using CfGen.Generator.Documents.Selection;
using CfGen.Generator.Documents.Servers;
using CfGen.Generator.Parsing;
using Microsoft.OpenApi;

namespace CfGen.Generator.Documents;

/// <summary>
/// A loaded document: the object model of everything that the selected operations reach, the tree that it was built from, and the map
/// back to the user's file. It holds the text and must not be cached.
/// </summary>
internal sealed class LoadedDocument
{
    /// <summary>The object model after selection and pruning; null where the document cannot be read.</summary>
    public OpenApiDocument? Document { get; init; }

    /// <summary>The map from pointers of the document, or of the object model, to locations in the file.</summary>
    public required SourceMap SourceMap { get; init; }

    /// <summary>The tree that <see cref="Document"/> was built from.</summary>
    public JsonNode? Root { get; init; }

    /// <summary>The version as the document writes it, such as <c>3.0.3</c>; empty where there is none.</summary>
    public string SpecVersion { get; init; } = "";

    /// <summary>The selected operations that can be generated, in document order.</summary>
    public IReadOnlyList<OperationKey> Operations { get; init; } = [];

    /// <summary>The selected operations, including those that cannot be generated.</summary>
    public IReadOnlyList<OperationKey> Selected { get; init; } = [];

    /// <summary>The selected operations that are emitted whether the code of the project uses them or not.</summary>
    public IReadOnlyList<OperationKey> Kept { get; init; } = [];

    /// <summary>The operations of <see cref="Selected"/> that are not in <see cref="Operations"/>, with the reasons.</summary>
    public SkippedOperations SkippedOperations { get; init; } = new();

    /// <summary>All operations of the document in their order, selected or not.</summary>
    public IReadOnlyList<OperationOutline> Outlines { get; init; } = [];

    /// <summary>All components of the document, used or not.</summary>
    public ComponentInventory Components { get; init; } = ComponentInventory.Empty;

    /// <summary>The security of all operations of the document, selected or not.</summary>
    public DeclaredSecurity Security { get; init; } = DeclaredSecurity.None;

    /// <summary>The parameters that belong to the client.</summary>
    public SharedParameters SharedParameters { get; init; } = SharedParameters.None;

    /// <summary>The servers, which <see cref="Document"/> does not have.</summary>
    public DocumentServers Servers { get; init; } = DocumentServers.None;

    /// <summary>The findings so far. Binding adds its own.</summary>
    public FindingCollector Findings { get; init; } = new();
}
