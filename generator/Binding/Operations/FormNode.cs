using CfGen.Generator.Binding.Types;
using CfGen.Generator.Model;

namespace CfGen.Generator.Binding.Operations;

/// <summary>A form while it is being bound.</summary>
internal sealed class FormNode(NamedType reference, Documentation docs, bool isMultipart) : TypeNode(reference, docs)
{
    public List<FormPartNode> Parts { get; } = [];

    public override IEnumerable<TypeRef> References => Parts.Select(p => p.Property.Type);

    public override bool HasRules => Parts.Exists(p => p.Property.HasRules);

    public override TypeModel ToModel(NamedTypes types)
    {
        List<FormPart> parts = [.. Parts.Select(p => new FormPart(Property(p.Property, types), p.MediaType, p.Style, p.IsNamed))];
        return new FormModel(Name, Docs, isMultipart, parts.ToEquatable(), parts.Exists(p => p.Property.IsChecked) || Parts.Exists(p => p.Property.HasRules));
    }

    private static PropertyModel Property(PropertyNode node, NamedTypes types) => new(
        node.Name, node.WireName, types.Final(node.Type), node.Required, node.Nullable, Optional: false, node.Rules,
        types.IsChecked(node.Type), node.ReadOnly, node.Docs) { ItemRules = node.ItemRules };
}

/// <inheritdoc cref="FormPart"/>
internal sealed record FormPartNode(PropertyNode Property, string MediaType, string Style, bool IsNamed);
