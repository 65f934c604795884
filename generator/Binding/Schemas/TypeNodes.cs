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

    public abstract TypeModel ToModel(IReadOnlyDictionary<string, TypeNode> nodes);

    public abstract IEnumerable<TypeRef> References { get; }
}

internal sealed class RecordNode(string name, Documentation docs) : TypeNode(name, docs)
{
    public List<PropertyNode> Properties { get; } = [];

    public bool KeepsUnknown { get; set; }

    public override IEnumerable<TypeRef> References => Properties.Select(p => p.Type);

    /// <summary>Whether it is sent and a rule stands in it or below it.</summary>
    public bool IsChecked { get; set; }

    public override TypeModel ToModel(IReadOnlyDictionary<string, TypeNode> nodes) =>
        new RecordModel(Name, Docs, Properties.Select(p => ToModel(p, nodes)).ToEquatable(), KeepsUnknown, IsChecked);

    /// <summary>What the list or map is one of, at any depth of them; the type itself where it is neither.</summary>
    public static TypeRef Element(TypeRef type) => type switch
    {
        ListType list => Element(list.Item),
        MapType map => Element(map.Value),
        NullableType nullable => Element(nullable.Inner),
        _ => type,
    };

    private PropertyModel ToModel(PropertyNode property, IReadOnlyDictionary<string, TypeNode> nodes)
    {
        // What only one direction knows cannot be demanded of a type that travels both ways.
        bool required = property.Required && !(property.ReadOnly && Sent) && !(property.WriteOnly && Received);
        bool optional = Sent && !Received && !required && property.Nullable;
        bool isChecked = Element(property.Type) is NamedType named && nodes[named.Name] is RecordNode { IsChecked: true };
        return new PropertyModel(property.Name, property.WireName, property.Type, required, property.Nullable, optional, property.Rules, isChecked, property.Docs);
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
    ValueRules Rules,
    Documentation Docs)
{
    /// <summary>Whether the property by itself gives a reason to look at values before they are sent.</summary>
    public bool HasRules => (Required && !Nullable && !Type.IsValueType) || Type switch
    {
        ScalarType { Kind: ScalarKind.String } or ListType => Rules != ValueRules.None,
        // A relative Uri is one too, and cannot be what `format: uri` means.
        ScalarType { Kind: ScalarKind.Uri } => true,
        ScalarType { Kind: ScalarKind.Int32 or ScalarKind.Int64 or ScalarKind.Single or ScalarKind.Double or ScalarKind.Decimal } =>
            Rules with { Format = StringFormat.None } != ValueRules.None,
        _ => false,
    };
}

internal sealed class EnumNode(string name, Documentation docs, EquatableArray<EnumMember> members) : TypeNode(name, docs)
{
    public override IEnumerable<TypeRef> References => [];

    public override TypeModel ToModel(IReadOnlyDictionary<string, TypeNode> nodes) => new EnumModel(Name, Docs, members);
}
