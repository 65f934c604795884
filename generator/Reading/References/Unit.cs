using System.Text.Json.Nodes;

namespace CfGen.Generator.Reading.References;

/// <summary>A part of the document that is kept or left out as a whole: an operation, what a path item shares, a component.</summary>
internal sealed class Unit(Kind kind, JsonNode node, Source source, string pointer, string treePointer)
{
    public Kind Kind { get; } = kind;

    public JsonNode Node { get; } = node;

    /// <summary>The document that it was written in, and where there.</summary>
    public Source Source { get; } = source;

    public string Pointer { get; } = pointer;

    /// <summary>Where it is in the tree that the object model is read from.</summary>
    public string TreePointer { get; } = treePointer;

    /// <summary>The operation that this is; null for the others.</summary>
    public OperationSite? Operation { get; init; }

    /// <summary>A map of what <see cref="Kind"/> says, as the callbacks of an operation.</summary>
    public bool IsMap { get; init; }

    /// <summary>What it cannot do without.</summary>
    public HashSet<Unit> Needs { get; } = [];

    /// <summary>What comes along if it is sound: callbacks, examples, subtypes that nothing names.</summary>
    public HashSet<Unit> Wants { get; } = [];

    /// <summary>Who cannot do without it.</summary>
    public List<Unit> NeededBy { get; } = [];

    /// <summary>What it is nothing but another name for.</summary>
    public Unit? AliasOf { get; set; }

    /// <summary>It or something it needs has a reference that leads nowhere.</summary>
    public bool IsBroken { get; set; }

    public void Need(Unit other)
    {
        if (Needs.Add(other)) other.NeededBy.Add(this);
    }
}

/// <summary>A reference that leads nowhere.</summary>
/// <param name="Unit">Where it stands.</param>
/// <param name="Source">The document it was written in.</param>
/// <param name="Pointer">Its place there.</param>
/// <param name="Text">The reference.</param>
/// <param name="Reason">What is wrong with it.</param>
/// <param name="Undeclared">The path of the document that would have to be declared; null where that is not what is wrong.</param>
internal sealed record BrokenReference(Unit? Unit, Source Source, string Pointer, string Text, string Reason, string? Undeclared)
{
    /// <summary>Its place in the tree, where it is a path item or an operation that was to be filled in.</summary>
    public string TreePointer { get; init; } = Pointer;
}
