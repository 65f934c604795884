using CfGen.Generator.Binding.Types;
using CfGen.Generator.Lowering;
using CfGen.Generator.Model;

namespace CfGen.Generator.Binding.Bodies;

/// <summary>A form while it is being bound.</summary>
internal sealed class FormNode(NamedType reference, Documentation docs, bool isMultipart) : TypeNode(reference, docs)
{
    public List<FormPartNode> Parts { get; } = [];

    public override IEnumerable<TypeRef> ReferencedTypes => Parts.Select(p => p.Property.Type);

    public override bool HasConstraints => Parts.Exists(p => p.Property.HasConstraints);

    public override TypeModel ToModel(FinalTypes types)
    {
        List<FormPart> parts =
        [
            .. Parts.Select(p => new FormPart(ToPropertyModel(p.Property, types), p.MediaType, p.Style, p.Explode, p.HasDynamicNames)),
        ];
        return new FormModel(
            Name,
            Documentation,
            isMultipart,
            parts.ToEquatable(),
            parts.Exists(p => p.Property.IsValidated) || Parts.Exists(p => p.Property.HasConstraints)
        );
    }

    private static PropertyModel ToPropertyModel(PropertyNode node, FinalTypes types) =>
        new(
            node.Name,
            node.WireName,
            types.ResolveNames(node.Type),
            node.IsRequired,
            node.IsNullable,
            Optional: false,
            node.Constraints,
            types.RequiresValidation(node.Type),
            node.IsReadOnly,
            node.Documentation
        )
        {
            ItemRules = node.ItemConstraints,
        };
}

/// <inheritdoc cref="FormPart"/>
internal sealed record FormPartNode(PropertyNode Property, string MediaType, ParameterStyle? Style, bool Explode, bool HasDynamicNames);
