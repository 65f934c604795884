using CfGen.Generator.Binding.Schemas;
using CfGen.Generator.Model;

namespace CfGen.Generator.Binding.Operations;

/// <summary>A form while it is being bound.</summary>
internal sealed class FormNode(string name, Documentation docs, bool isMultipart) : TypeNode(name, docs)
{
    public List<FormPartNode> Parts { get; } = [];

    public override IEnumerable<TypeRef> References => Parts.Select(p => p.Property.Type);

    public override TypeModel ToModel(IReadOnlyDictionary<string, TypeNode> nodes)
    {
        List<FormPart> parts = [.. Parts.Select(p => new FormPart(Property(p.Property, nodes), p.MediaType, p.Style, p.IsNamed))];
        return new FormModel(Name, Docs, isMultipart, parts.ToEquatable(), parts.Exists(p => p.Property.IsChecked) || Parts.Exists(p => p.Property.HasRules));
    }

    private static PropertyModel Property(PropertyNode node, IReadOnlyDictionary<string, TypeNode> nodes) => new(
        node.Name, node.WireName, node.Type, node.Required, node.Nullable, Optional: false, node.Rules,
        RecordNode.Element(node.Type) is NamedType named && nodes[named.Name] is RecordNode { IsChecked: true }, node.Docs);
}

/// <inheritdoc cref="FormPart"/>
internal sealed record FormPartNode(PropertyNode Property, string MediaType, string Style, bool IsNamed);
