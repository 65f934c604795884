using CfGen.Generator.Listing;
using CfGen.Generator.Model;

namespace CfGen.Changes.Consumers;

/// <summary>Types of a client as code outside of its namespace writes them.</summary>
internal static class ConsumerType
{
    public static string Format(TypeRef type) =>
        type switch
        {
            NamedType named => Qualify(named.Name),
            ListType list => $"global::System.Collections.Generic.IReadOnlyList<{Format(list.Item)}>",
            MapType map => $"global::System.Collections.Generic.IReadOnlyDictionary<string, {Format(map.Value)}>",
            NullableType nullable => Format(nullable.Inner) + "?",
            _ => QualifySystem(ListedTypeName.Format(type)),
        };

    private static string QualifySystem(string name) => name.Contains('.', StringComparison.Ordinal) ? "global::" + name : name;

    public static string Format(TypeRef type, bool isNullable) =>
        isNullable && type is not NullableType ? Format(type) + "?" : Format(type);

    public static string Qualify(string name) => $"global::{ClientUnderTest.Namespace}.{name}";
}
