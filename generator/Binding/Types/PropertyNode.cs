using CfGen.Generator.Model;
using CfGen.Generator.Schemas;

namespace CfGen.Generator.Binding.Types;

/// <summary>A property of a record, or a part of a form.</summary>
/// <param name="Name">The C# name.</param>
/// <param name="SerializedName">The name in the document.</param>
internal sealed record PropertyNode(
    string Name,
    string SerializedName,
    TypeRef Type,
    bool IsRequired,
    bool IsNullable,
    bool IsReadOnly,
    bool IsWriteOnly,
    ValueRules Constraints,
    Documentation Documentation
)
{
    /// <inheritdoc cref="PropertyModel.Constant"/>
    public string? Constant { get; init; }

    /// <inheritdoc cref="ResolvedSchema.IsSecret"/>
    public bool IsSecret { get; init; }

    /// <summary>The constraints of each item of a list of strings.</summary>
    public ValueRules ItemConstraints { get; init; } = ValueRules.None;

    /// <summary>The rules of the keys of a map; null where there are none.</summary>
    public KeyRules? KeyRules { get; init; }

    /// <summary>True where the property itself has to be checked before it is sent.</summary>
    public bool HasConstraints =>
        (IsRequired && !IsNullable && (!Type.IsValueType || Type is OwnType))
        || Type switch
        {
            ScalarType { Kind: ScalarKind.String } => Constraints != ValueRules.None,
            ListType => Constraints != ValueRules.None || ItemConstraints != ValueRules.None,
            MapType => KeyRules is not null,
            // A Uri may be relative, which `format: uri` does not allow.
            ScalarType { Kind: ScalarKind.Uri } => true,
            ScalarType { IsNumber: true } => Constraints with { Format = StringFormat.None } != ValueRules.None,
            _ => false,
        };
}
