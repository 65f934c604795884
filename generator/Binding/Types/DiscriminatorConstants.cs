using CfGen.Generator.Model;
using CfGen.Generator.Schemas;

namespace CfGen.Generator.Binding.Types;

/// <summary>
/// Sets the discriminator of the cases of unions: a record that is selected by one value has it as a constant. A record that several values
/// select has none, because only the caller knows the right one. The pass changes nodes, since types refer to each other by node, and runs
/// when all unions are bound, since several can have the same case.
/// </summary>
internal static class DiscriminatorConstants
{
    public static void Assign(IReadOnlyList<TypeNode> nodes)
    {
        Dictionary<(RecordNode Record, string Property), HashSet<string>> values = [];
        HashSet<(RecordNode Record, string Property)> implicitMappings = [];
        foreach (UnionNode union in nodes.OfType<UnionNode>().Where(u => u.DiscriminatorProperty.Length > 0))
        {
            foreach (UnionCaseNode unionCase in union.Cases)
            {
                if (BoundType.GetRecord(unionCase.Type) is not { } record || unionCase.DiscriminatorValues.Count == 0)
                    continue;
                if (!values.TryGetValue((record, union.DiscriminatorProperty), out HashSet<string>? known))
                    values.Add((record, union.DiscriminatorProperty), known = new(StringComparer.Ordinal));
                known.UnionWith(unionCase.DiscriminatorValues);
                if (unionCase.IsImplicitMapping)
                    implicitMappings.Add((record, union.DiscriminatorProperty));
            }
        }

        foreach (KeyValuePair<(RecordNode Record, string Property), HashSet<string>> entry in values)
        {
            List<PropertyNode> properties = entry.Key.Record.Properties;
            int index = properties.FindIndex(p => p.SerializedName == entry.Key.Property);
            if (index < 0 || entry.Value.Count > 1 || properties[index] is not { } property)
                continue;
            if (FormatConstant(property, entry.Value.First()) is not { } constant)
                continue;
            // The name of a component is a guess, which a caller may correct. Nothing is sent on a guess that need not be sent.
            if (property.IsRequired || !implicitMappings.Contains(entry.Key))
                properties[index] = property with { Constant = constant };
        }
    }

    /// <summary>The value as the constant of the property; null where the property cannot have it.</summary>
    private static string? FormatConstant(PropertyNode property, string value) =>
        property is not { Constant: null, IsNullable: false, IsReadOnly: false }
            ? null
            : property.Type switch
            {
                ScalarType scalar => ConstantValue.Format(scalar, value),
                BoundType { Node: EnumNode { Kind: EnumKind.String } } => value,
                _ => null,
            };
}
