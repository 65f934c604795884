using CfGen.Generator.Model;

namespace CfGen.Generator.Binding.Schemas;

/// <summary>
/// A type while it is being bound: it exists before its members do, so that recursion finds it, and it learns from the operations
/// which way it travels.
/// </summary>
internal abstract class TypeNode(string name, Documentation docs)
{
    public string Name { get; } = name;

    public Documentation Docs { get; } = docs;

    public bool Sent { get; set; }

    public bool Received { get; set; }

    /// <summary>Resources (by class name) that use it.</summary>
    public HashSet<string> Users { get; } = new(StringComparer.Ordinal);

    public abstract TypeModel ToModel();

    public abstract IEnumerable<TypeRef> References { get; }
}

internal sealed class RecordNode(string name, Documentation docs) : TypeNode(name, docs)
{
    public List<PropertyNode> Properties { get; } = [];

    public bool KeepsUnknown { get; set; }

    public override IEnumerable<TypeRef> References => Properties.Select(p => p.Type);

    public override TypeModel ToModel() => new RecordModel(Name, Docs, Properties.Select(ToModel).ToEquatable(), KeepsUnknown);

    private PropertyModel ToModel(PropertyNode property)
    {
        // What only one direction knows cannot be demanded of a type that travels both ways.
        bool required = property.Required && !(property.ReadOnly && Sent) && !(property.WriteOnly && Received);
        bool optional = Sent && !Received && !required && property.Nullable;
        return new PropertyModel(property.Name, property.WireName, property.Type, required, property.Nullable, optional, property.Docs);
    }
}

internal sealed record PropertyNode(
    string Name,
    string WireName,
    TypeRef Type,
    bool Required,
    bool Nullable,
    bool ReadOnly,
    bool WriteOnly,
    Documentation Docs);

internal sealed class EnumNode(string name, Documentation docs, EquatableArray<EnumMember> members) : TypeNode(name, docs)
{
    public override IEnumerable<TypeRef> References => [];

    public override TypeModel ToModel() => new EnumModel(Name, Docs, members);
}
