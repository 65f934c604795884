using System.Text.Json.Nodes;

namespace CfGen.Generator.Documents.References;

/// <summary>A part of the document that is kept or left out as a whole: an operation, what a path item shares, a component.</summary>
internal sealed class ReferencedElement(ElementKind kind, JsonNode node, SourceDocument source, string pointer, string treePointer)
{
    public ElementKind Kind { get; } = kind;

    public JsonNode Node { get; } = node;

    /// <summary>The document that it was written in, and where there.</summary>
    public SourceDocument Source { get; } = source;

    public string Pointer { get; } = pointer;

    /// <summary>Where it is in the tree that the object model is read from.</summary>
    public string TreePointer { get; } = treePointer;

    /// <summary>The operation that this is; null for the others.</summary>
    public OperationKey? Operation { get; init; }

    /// <summary>A map of what <see cref="Kind"/> says, as the callbacks of an operation.</summary>
    public bool IsMap { get; init; }

    /// <summary>What it cannot do without.</summary>
    public HashSet<ReferencedElement> Dependencies { get; } = [];

    /// <summary>What comes along if it is sound: callbacks, examples, subtypes that nothing names.</summary>
    public HashSet<ReferencedElement> OptionalDependencies { get; } = [];

    /// <summary>Who cannot do without it.</summary>
    public List<ReferencedElement> Dependents { get; } = [];

    /// <summary>What it is nothing but another name for.</summary>
    public ReferencedElement? AliasOf { get; set; }

    /// <summary>It or something it needs has a reference that leads nowhere.</summary>
    public bool IsBroken { get; set; }

    public void AddDependency(ReferencedElement other)
    {
        if (Dependencies.Add(other))
            other.Dependents.Add(this);
    }
}

/// <summary>A reference that leads nowhere.</summary>
/// <param name="Element">Where it stands.</param>
/// <param name="Source">The document it was written in.</param>
/// <param name="Pointer">Its place there.</param>
/// <param name="Reference">The reference.</param>
/// <param name="Reason">What is wrong with it.</param>
/// <param name="UndeclaredPath">The path of the document that would have to be declared; null where that is not what is wrong.</param>
internal sealed record BrokenReference(
    ReferencedElement? Element,
    SourceDocument Source,
    string Pointer,
    string Reference,
    string Reason,
    string? UndeclaredPath
)
{
    /// <summary>Its place in the tree, where it is a path item or an operation that was to be filled in.</summary>
    public string TreePointer { get; init; } = Pointer;
}
