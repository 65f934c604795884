using CfGen.Generator.Model;

namespace CfGen.Generator.Binding.Types;

/// <summary>
/// A reference to a type that is not named yet. Only binding has it: Lowering replaces it by the <see cref="NamedType"/> under the final
/// name, and emission never sees one.
/// </summary>
internal sealed record BoundType(TypeNode Node) : TypeRef
{
    public override bool IsValueType => Node is EnumNode;

    /// <summary>The type of the innermost elements of lists and maps; the type itself where it is neither.</summary>
    public static TypeRef GetElementType(TypeRef type) =>
        type switch
        {
            ListType list => GetElementType(list.Item),
            MapType map => GetElementType(map.Value),
            NullableType nullable => GetElementType(nullable.Inner),
            _ => type,
        };

    /// <summary>The record that the type is; null for any other type.</summary>
    public static RecordNode? GetRecord(TypeRef? type) => (type as BoundType)?.Node as RecordNode;

    // The node leads to its members, and these may lead back to it.
    public override string ToString() => Node.KnownName;
}
