using CfGen.Generator.Model;

namespace CfGen.Generator.Binding.Types;

/// <summary>A list of values, as an open enum.</summary>
internal sealed class EnumNode(
    string? name,
    InlineTypeName? inlineName,
    ResourceScope? scope,
    Documentation documentation,
    EnumKind kind,
    EquatableArray<EnumMember> members
) : TypeNode(name, inlineName, scope, documentation)
{
    public EnumKind Kind { get; } = kind;

    /// <summary>The name that the document gives to an inline enum; null where it gives none.</summary>
    public string? DeclaredName { get; init; }

    public EquatableArray<EnumMember> Members { get; } = members;

    public override IEnumerable<TypeRef> ReferencedTypes => [];
}
