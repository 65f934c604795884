using CfGen.Generator.Model;
using CfGen.Generator.Schemas;

namespace CfGen.Generator.Binding.Types;

/// <summary>
/// Gives the cases of unions the value of their discriminator: a record that is selected by one value has it without being set. A record that
/// several values select has none, because only the caller knows which one is meant.
/// </summary>
internal static class DiscriminatorConstants
{
    public static void Assign(IReadOnlyList<TypeNode> nodes)
    {
        Dictionary<(RecordNode Record, string Property), HashSet<string>> values = [];
        HashSet<(RecordNode Record, string Property)> guessed = [];
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
                    guessed.Add((record, union.DiscriminatorProperty));
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
            if (property.IsRequired || !guessed.Contains(entry.Key))
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
