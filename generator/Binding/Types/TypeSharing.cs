using System.Text;
using CfGen.Generator.Binding.Names;
using CfGen.Generator.Model;

namespace CfGen.Generator.Binding.Types;

/// <summary>
/// Names the inline types that stand within types and below parameters, and makes those that are equal in structure and name one.
/// A short name, of the root or the resource and the property, is taken where all that would have it are equal there; else the name of
/// the type around it stays in front. So a name depends on operations of the same root only, and on no order.
/// </summary>
internal static class TypeSharing
{
    public static NamedTypes Name(IReadOnlyList<TypeNode> all, NameScope typeNames, bool bothWays)
    {
        Dictionary<string, TypeNode> kept = all.ToDictionary(n => n.Reference.Name, StringComparer.Ordinal);
        List<TypeNode> inline = [.. all.Where(n => n.Origin is not null && n.Users.Count > 0).OrderBy(n => n.Docs.Pointer, StringComparer.Ordinal)];
        Dictionary<TypeNode, int> classes = Classes(inline);
        List<(Func<TypeNode, string?> Name, Dictionary<string, List<TypeNode>> Uniform)> shorter =
            [.. ((Func<TypeNode, string?>[])[InRoot, DeeperInRoot, InResource]).Select(name => (name, Uniform(inline, classes, name)))];
        HashSet<TypeNode> open = [.. inline];

        // From the outside in: the name of a type is that of what it stands in and a word more.
        foreach (IGrouping<int, TypeNode> level in inline.GroupBy(Depth).OrderBy(g => g.Key))
        {
            List<TypeNode> nodes = [.. level];
            foreach ((Func<TypeNode, string?> name, Dictionary<string, List<TypeNode>> uniform) in shorter)
                Take(nodes.Select(name).OfType<string>().Distinct(StringComparer.Ordinal).OrderBy(n => n, StringComparer.Ordinal), uniform);
            foreach (IGrouping<(string, int), TypeNode> same in nodes.Where(open.Contains).GroupBy(n => (n.Origin!.Full, classes[n])).ToList())
                Merge([.. same], typeNames.Take(same.Key.Item1, same.Key.Item1 + "Model"));
        }

        return new NamedTypes(kept, bothWays);

        void Take(IEnumerable<string> wanted, Dictionary<string, List<TypeNode>> uniform)
        {
            foreach (string words in wanted)
            {
                string name = Identifiers.Type(words);
                if (uniform.TryGetValue(words, out List<TypeNode>? same) && same.Exists(open.Contains) && typeNames.IsFree(name) && same.TrueForAll(n => !HasMember(n, name)))
                    Merge(same.FindAll(open.Contains), typeNames.Take(name));
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
                first.Users.UnionWith(node.Users);
                first.Sent |= node.Sent;
                first.Received |= node.Received;
                first.IsChecked |= node.IsChecked;
                if (first is RecordNode record && node is RecordNode equal)
                    KeepCommonDefaults(record, equal);
            }
        }
    }

    // Words may be those of either; a default that holds in one place only is none of the type's.
    private static void KeepCommonDefaults(RecordNode record, RecordNode equal)
    {
        for (int i = 0; i < record.Properties.Count; i++)
        {
            PropertyNode property = record.Properties[i];
            Documentation docs = property.Docs;
            if (docs.Default.Length > 0 && docs.Default != equal.Properties.Find(p => p.WireName == property.WireName)?.Docs.Default)
                record.Properties[i] = property with { Docs = docs with { Default = "" } };
        }
    }

    private static string? InRoot(TypeNode node) => node.Scope is { } scope ? scope.Root + node.Origin!.Segment : null;

    private static string? DeeperInRoot(TypeNode node) =>
        node.Scope is { } scope && node.Origin!.Parent?.Origin is { } parent ? scope.Root + parent.Segment + node.Origin.Segment : null;

    private static string? InResource(TypeNode node) => node.Scope is { } scope ? scope.Resource + node.Origin!.Segment : null;

    private static int Depth(TypeNode node) => node.Origin?.Parent is { } parent ? Depth(parent) + 1 : 0;

    // C# lets no type have a member of its own name.
    private static bool HasMember(TypeNode node, string name) => node switch
    {
        RecordNode record => record.Properties.Exists(p => p.Name == name) || record.Rest?.Name == name,
        EnumNode values => values.Members.Any(m => m.Name == name),
        _ => false,
    };

    /// <summary>The short names that only equal types would have, with these types.</summary>
    private static Dictionary<string, List<TypeNode>> Uniform(List<TypeNode> inline, Dictionary<TypeNode, int> classes, Func<TypeNode, string?> name)
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
    private static Dictionary<TypeNode, int> Classes(List<TypeNode> inline)
    {
        Dictionary<string, int> byReference = new(StringComparer.Ordinal);
        Dictionary<TypeNode, int> classes = [];
        Dictionary<string, int> known = new(StringComparer.Ordinal);
        StringBuilder text = new();
        // From the inside out, so that what a type refers to has its number already.
        foreach (TypeNode node in inline.OrderByDescending(Depth))
        {
            text.Clear();
            Structure(text, node, byReference);
            string structure = text.ToString();
            if (!known.TryGetValue(structure, out int number))
                known.Add(structure, number = known.Count);
            classes.Add(node, number);
            byReference[node.Reference.Name] = number;
        }

        return classes;
    }

    private static void Structure(StringBuilder text, TypeNode node, Dictionary<string, int> classes)
    {
        switch (node)
        {
            case RecordNode record:
                text.Append('R').Append(record.KeepsUnknown).Append(record.Docs.Deprecated);
                // Which way it travels decides on the types of some members; where it does not, both ways are one type.
                if (record.Properties.Exists(p => p.ReadOnly || p.WriteOnly || (p.Nullable && !p.Required)))
                    text.Append(record.Sent).Append(record.Received);
                foreach (PropertyNode property in record.Properties)
                {
                    text.Append('\n').Append(property.WireName).Append('\t').Append(property.Name).Append('\t')
                        .Append(property.Required).Append(property.Nullable).Append(property.ReadOnly).Append(property.WriteOnly).Append(property.Docs.Deprecated);
                    if (property.Rules != ValueRules.None)
                        text.Append(property.Rules);
                    if (property.ItemRules != ValueRules.None)
                        text.Append("\titems\t").Append(property.ItemRules);
                    Reference(text, property.Type, classes);
                }

                if (record.Rest is { } rest)
                {
                    text.Append("\n*\t").Append(rest.Name).Append('\t').Append(rest.ReadOnly);
                    Reference(text, rest.Value, classes);
                }

                break;
            case EnumNode values:
                text.Append('E').Append(values.Kind).Append(values.Docs.Deprecated);
                foreach (EnumMember member in values.Members)
                    text.Append('\n').Append(member.Name).Append('\t').Append(member.Value);
                break;
            case UnionNode union:
                text.Append('U').Append(union.TagName).Append(union.IsStated).Append(union.Docs.Deprecated);
                foreach (ArmModel arm in union.Arms)
                {
                    text.Append('\n').Append(arm.Kind).Append(arm.Elements).Append(arm.IsGuess ? '?' : '\t').Append(string.Join("\t", arm.Tags));
                    foreach (ArmMember member in arm.Members.SelectMany(m => m.Inner.Prepend(m)))
                        text.Append('\t').Append(member.WireName).Append(member.Required).Append(member.Kinds).Append(member.Constant);
                    Reference(text, arm.Type, classes);
                }

                break;
        }
    }

    private static void Reference(StringBuilder text, TypeRef type, Dictionary<string, int> classes)
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
                Reference(text, list.Item, classes);
                break;
            case MapType map:
                text.Append('{');
                Reference(text, map.Value, classes);
                break;
            case NullableType nullable:
                text.Append('?');
                Reference(text, nullable.Inner, classes);
                break;
            case ScalarType scalar:
                text.Append(scalar.Kind);
                break;
        }
    }
}
