using CfGen.Generator.Binding.Types;
using CfGen.Generator.Model;

namespace CfGen.Generator.Binding.Bodies;

/// <summary>The form of one operation: names and values, or parts.</summary>
internal sealed class FormNode(string name, ResourceScope? scope, Documentation documentation, bool isMultipart)
    : TypeNode(name, null, scope, documentation)
{
    public bool IsMultipart { get; } = isMultipart;

    public List<FormPartNode> Parts { get; } = [];

    public override IEnumerable<TypeRef> ReferencedTypes => Parts.Select(p => p.Property.Type);

    public override bool HasConstraints => Parts.Exists(p => p.Property.HasConstraints || p.Headers.Any(h => h.IsRequired));
}

/// <inheritdoc cref="FormPart"/>
internal sealed record FormPartNode(PropertyNode Property, string MediaType, ParameterStyle? Style, bool Explode, bool HasDynamicNames)
{
    /// <inheritdoc cref="FormPart.Headers"/>
    public IReadOnlyList<PartHeader> Headers { get; init; } = [];
}
