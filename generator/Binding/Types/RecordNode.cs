using CfGen.Generator.Model;

namespace CfGen.Generator.Binding.Types;

/// <summary>An object schema with properties, as a record or class.</summary>
internal sealed class RecordNode(string? name, InlineTypeName? inlineName, ResourceScope? scope, Documentation documentation)
    : TypeNode(name, inlineName, scope, documentation)
{
    public List<PropertyNode> Properties { get; } = [];

    /// <inheritdoc cref="RecordModel.AdditionalProperties"/>
    public AdditionalPropertiesModel? AdditionalProperties { get; set; }

    /// <summary>False where the schema forbids properties that it does not name.</summary>
    public bool KeepsUnknownProperties { get; init; }

    public override IEnumerable<TypeRef> ReferencedTypes => WithAdditionalProperties(Properties);

    /// <inheritdoc cref="RecordModel.Dependencies"/>
    public List<DependentRequirement> Dependencies { get; } = [];

    public override bool HasConstraints =>
        Dependencies.Count > 0 || AdditionalProperties is { KeyRules: not null } || Properties.Exists(p => p.HasConstraints);

    /// <summary>
    /// The types of the members that requests or responses have. Beside typed additional properties no member is left out: it would be read
    /// as an additional property, perhaps of another type.
    /// </summary>
    public IEnumerable<TypeRef> GetReferencedTypes(bool isReceived) =>
        WithAdditionalProperties(Properties.Where(p => AdditionalProperties is not null || (isReceived ? !p.IsWriteOnly : !p.IsReadOnly)));

    private IEnumerable<TypeRef> WithAdditionalProperties(IEnumerable<PropertyNode> properties) =>
        properties.Select(p => p.Type).Concat(AdditionalProperties is null ? [] : [AdditionalProperties.Value]);
}
