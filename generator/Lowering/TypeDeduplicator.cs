using System.Text;
using CfGen.Generator.Binding.Types;
using CfGen.Generator.Model;
using CfGen.Generator.Naming;

namespace CfGen.Generator.Lowering;

/// <summary>
/// Names the inline types that stand within types and below parameters, and makes those that are equal in structure and name one.
/// A short name, of the root or the resource and the property, is taken where all that would have it are equal there; else the name of
/// the type around it stays in front. So a name depends on operations of the same root only, and on no order.
/// </summary>
internal static class TypeDeduplicator
{
    public static FinalTypes AssignNames(IReadOnlyList<TypeNode> all, NameScope typeNames, bool bothWays)
    {
        Dictionary<string, TypeNode> kept = all.ToDictionary(n => n.Reference.Name, StringComparer.Ordinal);
        List<TypeNode> inline =
        [
            .. all.Where(n => n.InlineName is not null && n.UsedByResources.Count > 0)
                .OrderBy(n => n.Documentation.Pointer, StringComparer.Ordinal),
        ];
        Dictionary<TypeNode, int> classes = ComputeStructureIds(inline);
        List<(Func<TypeNode, string?> Name, Dictionary<string, List<TypeNode>> Uniform)> shorter =
        [
            .. ((Func<TypeNode, string?>[])[GetRootName, GetParentRootName, GetResourceName]).Select(name =>
                (name, FindUnambiguousNames(inline, classes, name))
            ),
        ];
        HashSet<TypeNode> open = [.. inline];

        // From the outside in: the name of a type is that of what it stands in and a word more.
        foreach (IGrouping<int, TypeNode> level in inline.GroupBy(GetDepth).OrderBy(g => g.Key))
        {
            List<TypeNode> nodes = [.. level];
            foreach ((Func<TypeNode, string?> name, Dictionary<string, List<TypeNode>> uniform) in shorter)
                Take(nodes.Select(name).OfType<string>().Distinct(StringComparer.Ordinal).OrderBy(n => n, StringComparer.Ordinal), uniform);
            foreach (
                IGrouping<(string, int), TypeNode> same in nodes
                    .Where(open.Contains)
                    .GroupBy(n => (n.InlineName!.FullName, classes[n]))
                    .ToList()
            )
                Merge([.. same], typeNames.Reserve(same.Key.Item1, same.Key.Item1 + "Model"));
        }

        return new FinalTypes(kept, bothWays);

        void Take(IEnumerable<string> wanted, Dictionary<string, List<TypeNode>> uniform)
        {
            foreach (string words in wanted)
            {
                string name = Identifiers.ToTypeName(words);
                if (
                    uniform.TryGetValue(words, out List<TypeNode>? same)
                    && same.Exists(open.Contains)
                    && typeNames.IsAvailable(name)
                    && same.TrueForAll(n => !HasMemberNamed(n, name))
                )
                    Merge(same.FindAll(open.Contains), typeNames.Reserve(name));
            }
        }

        void Merge(List<TypeNode> same, string name)
        {
            TypeNode first = same[0];
            foreach (TypeNode node in same)
            {
                open.Remove(node);
                node.Name = name;
                kept[node.Reference.Name] = first;
                first.UsedByResources.UnionWith(node.UsedByResources);
                first.IsSent |= node.IsSent;
                first.IsReceived |= node.IsReceived;
                first.RequiresValidation |= node.RequiresValidation;
                if (first is RecordNode record && node is RecordNode equal)
                    RemoveDifferingDefaults(record, equal);
            }
        }
    }

    // Words may be those of either; a default that holds in one place only is none of the type's.
    private static void RemoveDifferingDefaults(RecordNode record, RecordNode equal)
    {
        for (int i = 0; i < record.Properties.Count; i++)
        {
            PropertyNode property = record.Properties[i];
            Documentation docs = property.Documentation;
            if (
                docs.Default.Length > 0
                && docs.Default != equal.Properties.Find(p => p.WireName == property.WireName)?.Documentation.Default
            )
                record.Properties[i] = property with { Documentation = docs with { Default = "" } };
        }
    }

    private static string? GetRootName(TypeNode node) => node.Scope is { } scope ? scope.RootName + node.InlineName!.MemberName : null;

    private static string? GetParentRootName(TypeNode node) =>
        node.Scope is { } scope && node.InlineName!.Parent?.InlineName is { } parent
            ? scope.RootName + parent.MemberName + node.InlineName.MemberName
            : null;

    private static string? GetResourceName(TypeNode node) =>
        node.Scope is { } scope ? scope.ResourceName + node.InlineName!.MemberName : null;

    private static int GetDepth(TypeNode node) => node.InlineName?.Parent is { } parent ? GetDepth(parent) + 1 : 0;

    // C# lets no type have a member of its own name.
    private static bool HasMemberNamed(TypeNode node, string name) =>
        node switch
        {
            RecordNode record => record.Properties.Exists(p => p.Name == name) || record.AdditionalProperties?.Name == name,
            EnumNode values => values.Members.Any(m => m.Name == name),
            _ => false,
        };

    /// <summary>The short names that only equal types would have, with these types.</summary>
    private static Dictionary<string, List<TypeNode>> FindUnambiguousNames(
        List<TypeNode> inline,
        Dictionary<TypeNode, int> classes,
        Func<TypeNode, string?> name
    )
    {
        Dictionary<string, List<TypeNode>> uniform = new(StringComparer.Ordinal);
        foreach (IGrouping<string?, TypeNode> group in inline.GroupBy(name, StringComparer.Ordinal))
        {
            List<TypeNode> nodes = [.. group];
            if (group.Key is { } words && nodes.TrueForAll(n => classes[n] == classes[nodes[0]]))
                uniform.Add(words, nodes);
        }

        return uniform;
    }

    /// <summary>A number for each structure, the same for types that are equal but for name and words.</summary>
    private static Dictionary<TypeNode, int> ComputeStructureIds(List<TypeNode> inline)
    {
        Dictionary<string, int> byReference = new(StringComparer.Ordinal);
        Dictionary<TypeNode, int> classes = [];
        Dictionary<string, int> known = new(StringComparer.Ordinal);
        StringBuilder text = new();
        // From the inside out, so that what a type refers to has its number already.
        foreach (TypeNode node in inline.OrderByDescending(GetDepth))
        {
            text.Clear();
            AppendStructure(text, node, byReference);
            string structure = text.ToString();
            if (!known.TryGetValue(structure, out int number))
                known.Add(structure, number = known.Count);
            classes.Add(node, number);
            byReference[node.Reference.Name] = number;
        }

        return classes;
    }

    private static void AppendStructure(StringBuilder text, TypeNode node, Dictionary<string, int> classes)
    {
        switch (node)
        {
            case RecordNode record:
                text.Append('R').Append(record.KeepsUnknownProperties).Append(record.Documentation.Deprecated);
                // Which way it travels decides on the types of some members; where it does not, both ways are one type.
                if (record.Properties.Exists(p => p.IsReadOnly || p.IsWriteOnly || (p.IsNullable && !p.IsRequired)))
                    text.Append(record.IsSent).Append(record.IsReceived);
                foreach (PropertyNode property in record.Properties)
                {
                    text.Append('\n')
                        .Append(property.WireName)
                        .Append('\t')
                        .Append(property.Name)
                        .Append('\t')
                        .Append(property.IsRequired)
                        .Append(property.IsNullable)
                        .Append(property.IsReadOnly)
                        .Append(property.IsWriteOnly)
                        .Append(property.Documentation.Deprecated);
                    if (property.Constraints != ValueRules.None)
                        text.Append(property.Constraints);
                    if (property.ItemConstraints != ValueRules.None)
                        text.Append("\titems\t").Append(property.ItemConstraints);
                    AppendReference(text, property.Type, classes);
                }

                if (record.AdditionalProperties is { } rest)
                {
                    text.Append("\n*\t").Append(rest.Name).Append('\t').Append(rest.ReadOnly);
                    AppendReference(text, rest.Value, classes);
                }

                break;
            case EnumNode values:
                text.Append('E').Append(values.Kind).Append(values.Documentation.Deprecated);
                foreach (EnumMember member in values.Members)
                    text.Append('\n').Append(member.Name).Append('\t').Append(member.Value);
                break;
            case UnionNode union:
                text.Append('U')
                    .Append(union.DiscriminatorProperty)
                    .Append(union.HasExplicitDiscriminator)
                    .Append(union.Documentation.Deprecated);
                foreach (UnionCaseModel arm in union.Cases)
                {
                    text.Append('\n')
                        .Append(arm.Kind)
                        .Append(arm.Elements)
                        .Append(arm.IsImplicitMapping ? '?' : '\t')
                        .Append(string.Join("\t", arm.DiscriminatorValues));
                    foreach (UnionCaseMember member in arm.Members.SelectMany(m => m.Properties.Prepend(m)))
                        text.Append('\t')
                            .Append(member.SerializedName)
                            .Append(member.Required)
                            .Append(member.Kinds)
                            .Append(member.Constant);
                    AppendReference(text, arm.Type, classes);
                }

                break;
        }
    }

    private static void AppendReference(StringBuilder text, TypeRef type, Dictionary<string, int> classes)
    {
        switch (type)
        {
            case NamedType named:
                // A number for an inline type; for any other, and for one that is not counted yet, what it is called.
                if (classes.TryGetValue(named.Name, out int number))
                    text.Append('#').Append(number);
                else
                    text.Append(':').Append(named.Name);
                break;
            case ListType list:
                text.Append('[');
                AppendReference(text, list.Item, classes);
                break;
            case MapType map:
                text.Append('{');
                AppendReference(text, map.Value, classes);
                break;
            case NullableType nullable:
                text.Append('?');
                AppendReference(text, nullable.Inner, classes);
                break;
            case ScalarType scalar:
                text.Append(scalar.Kind);
                break;
        }
    }
}
