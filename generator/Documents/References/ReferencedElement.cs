using System.Text.Json.Nodes;

namespace CfGen.Generator.Documents.References;

/// <summary>
/// A part of the document that is kept or skipped as a whole: an operation, the shared members of a path item, or a component.
/// </summary>
internal sealed class ReferencedElement(ElementKind kind, JsonNode node, SourceDocument source, string pointer, string treePointer)
{
    public ElementKind Kind { get; } = kind;

    public JsonNode Node { get; } = node;

    /// <summary>The document that declares it.</summary>
    public SourceDocument Source { get; } = source;

    public string Pointer { get; } = pointer;

    /// <summary>The pointer in the tree that the object model is built from.</summary>
    public string TreePointer { get; } = treePointer;

    /// <summary>The operation; null where the element is none.</summary>
    public OperationKey? Operation { get; init; }

    /// <summary>The element is a map of <see cref="Kind"/>, such as the callbacks of an operation.</summary>
    public bool IsMap { get; init; }

    /// <summary>The elements that it requires.</summary>
    public HashSet<ReferencedElement> Dependencies { get; } = [];

    /// <summary>The elements that it uses unless they are broken: callbacks, examples, subtypes.</summary>
    public HashSet<ReferencedElement> OptionalDependencies { get; } = [];

    /// <summary>The elements that require it. An element that only has it in a schema inside a schema does not.</summary>
    public List<ReferencedElement> Dependents { get; } = [];

    /// <summary>The element that it is an alias of.</summary>
    public ReferencedElement? AliasOf { get; set; }

    /// <summary>The element, or an element that it requires, has a reference that cannot be resolved.</summary>
    public bool IsBroken { get; set; }

    public void AddDependency(ReferencedElement other)
    {
        if (Dependencies.Add(other))
            other.Dependents.Add(this);
    }
}
