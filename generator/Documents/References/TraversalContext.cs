namespace CfGen.Generator.Documents.References;

/// <summary>The position of a traversal: the element, the document, and the start of the tokens in the document and in the tree.</summary>
internal sealed record TraversalContext(
    ReferencedElement Element,
    SourceDocument Source,
    string Pointer,
    string TreePointer,
    int InlineDepth
)
{
    public bool IsMoved => !ReferenceEquals(Pointer, TreePointer);
}
