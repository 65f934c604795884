using CfGen.Generator.Model;

namespace CfGen.Generator.Binding.Types;

/// <summary>
/// A C# type that binding declares. The node exists before its members are bound, so that a schema that refers to itself finds it. It does
/// not change once its members are complete: usage, final name and equal nodes are results of Lowering.
/// </summary>
internal abstract class TypeNode
{
    /// <param name="name">The name that is already reserved; null for an inline type, which Lowering names.</param>
    /// <param name="inlineName">The origin of the name of an inline type; null where <paramref name="name"/> is given.</param>
    /// <param name="scope">The resource whose operation the type belongs to; null within a component.</param>
    protected TypeNode(string? name, InlineTypeName? inlineName, ResourceScope? scope, Documentation documentation)
    {
        Name = name;
        InlineName = inlineName;
        Scope = scope;
        Documentation = documentation;
        Reference = new BoundType(this);
    }

    /// <inheritdoc cref="TypeNode(string, InlineTypeName, ResourceScope, Model.Documentation)" path="/param[@name='name']"/>
    public string? Name { get; }

    /// <inheritdoc cref="TypeNode(string, InlineTypeName, ResourceScope, Model.Documentation)" path="/param[@name='inlineName']"/>
    public InlineTypeName? InlineName { get; }

    /// <inheritdoc cref="TypeNode(string, InlineTypeName, ResourceScope, Model.Documentation)" path="/param[@name='scope']"/>
    public ResourceScope? Scope { get; }

    public Documentation Documentation { get; }

    /// <summary>The type as members and operations refer to it.</summary>
    public BoundType Reference { get; }

    /// <summary>The whole name as far as it is known before Lowering; empty where the type around it has no name yet.</summary>
    public string KnownName => Name ?? InlineName!.KnownFullName;

    /// <summary>The types of all members.</summary>
    public abstract IEnumerable<TypeRef> ReferencedTypes { get; }

    /// <summary>True where a value of the type has to be checked before it is sent, its members' own types aside.</summary>
    public virtual bool HasConstraints => false;
}
