using System.Text.Json.Nodes;

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
    /// <summary>The target whose copy the traversal is in; null outside of copies.</summary>
    public InlinedTarget? Inlined { get; init; }

    public bool IsMoved => !ReferenceEquals(Pointer, TreePointer);
}

/// <summary>A target that is copied to where it is referred to.</summary>
/// <param name="Outer">The target whose copy has the reference; null outside of copies.</param>
internal sealed record InlinedTarget(JsonNode Target, InlinedTarget? Outer)
{
    /// <summary>True if the target, or one around it, is this node: a copy of the node would have itself in it.</summary>
    public bool Has(JsonNode node)
    {
        for (InlinedTarget? at = this; at is not null; at = at.Outer)
        {
            if (at.Target == node)
                return true;
        }

        return false;
    }
}
