using CfGen.Generator.Binding.Types;
using CfGen.Generator.Naming;

namespace CfGen.Generator.Lowering;

/// <summary>
/// Names the inline types, and makes one type of those that are equal in structure and name. A type takes a short name (the top-level
/// resource or the resource, and the property; that of an extension for an enum) where all types that would have it are equal; else the
/// name of the type around it stays in front. So a name depends on operations of the same top-level resource only, and not on the order of
/// the document.
/// </summary>
internal sealed class TypeDeduplicator
{
    private readonly IReadOnlyList<TypeNode> _nodes;
    private readonly TypeUsage _usage;
    private readonly NameScope _typeNames;
    private readonly Dictionary<TypeNode, FinalType> _final = [];
    private readonly List<TypeNode> _inline;
    private readonly List<TypeNode> _namedLast;
    private readonly StructureIds _structures;

    private TypeDeduplicator(IReadOnlyList<TypeNode> nodes, TypeUsage usage, NameScope typeNames)
    {
        _nodes = nodes;
        _usage = usage;
        _typeNames = typeNames;
        List<TypeNode> inline =
        [
            .. nodes
                .Where(n => n.Name is null && usage[n].Resources.Count > 0)
                .OrderBy(n => n.Documentation.Pointer, StringComparer.Ordinal),
        ];
        _inline = inline.FindAll(n => !usage[n].IsNamedLast);
        _namedLast = inline.FindAll(n => usage[n].IsNamedLast);
        _structures = new StructureIds(inline.OrderByDescending(GetDepth), usage);
    }

    /// <param name="typeNames">The names that are taken; those of the inline types are added.</param>
    /// <param name="apiName">The name of the API, which errors of all its resources begin with.</param>
    public static FinalTypes Deduplicate(IReadOnlyList<TypeNode> nodes, TypeUsage usage, NameScope typeNames, string apiName)
    {
        TypeDeduplicator types = new(nodes, usage, typeNames);
        types.AssignNames();
        types.AssignLastNames(apiName);
        return new FinalTypes(nodes, types._final);
    }

    private void AssignNames()
    {
        foreach (TypeNode node in _nodes)
        {
            if (node.Name is { } name)
                _final.Add(node, new FinalType(node, name, [node], _usage[node]));
        }

        List<(Func<TypeNode, string?> GetName, Dictionary<string, List<TypeNode>> Candidates)> shortNames =
        [
            .. ((Func<TypeNode, string?>[])[GetDeclaredName, GetRootName, GetParentRootName, GetResourceName]).Select(getName =>
                (getName, FindUnambiguousNames(getName))
            ),
        ];

        List<(Func<TypeNode, string?> GetName, Dictionary<string, List<TypeNode>> Candidates)> ownerNames =
        [
            .. ((Func<TypeNode, string?>[])[ShortTypeNames.GetOwnerName, ShortTypeNames.GetParentOwnerName]).Select(getName =>
                (getName, FindUnambiguousNames(getName))
            ),
        ];

        // From the outside in: the full name of a type is that of the type around it and a word more.
        foreach (IGrouping<int, TypeNode> level in _inline.GroupBy(GetDepth).OrderBy(g => g.Key))
        {
            List<TypeNode> nodes = [.. level];
            foreach ((Func<TypeNode, string?> getName, Dictionary<string, List<TypeNode>> candidates) in shortNames)
                AssignShortNames(nodes, getName, candidates);
            List<TypeNode> unreadable = nodes.FindAll(n => IsOpen(n) && GetFullName(n).Length > ShortTypeNames.ReadableLength);
            foreach ((Func<TypeNode, string?> getName, Dictionary<string, List<TypeNode>> candidates) in ownerNames)
                AssignShortNames(unreadable.FindAll(n => getName(n)?.Length < GetFullName(n).Length), getName, candidates);
            AssignFullNames(nodes);
        }
    }

    /// <summary>
    /// Names the types that only bodies of errors have. Equal bodies are one type in the whole client, and the types in them have full
    /// names only: those do not compete with the names of results.
    /// </summary>
    private void AssignLastNames(string apiName)
    {
        foreach (IReadOnlyList<TypeNode> equal in ErrorTypeNames.Group(_namedLast, _structures))
        {
            IReadOnlyList<string> names = ErrorTypeNames.GetCandidates(equal, apiName);
            string? free = names.FirstOrDefault(name => _typeNames.IsAvailable(name) && equal.All(n => !HasMemberNamed(n, name)));
            Merge([.. equal], _typeNames.Reserve(free ?? names[names.Count - 1]));
        }

        foreach (IGrouping<int, TypeNode> level in _namedLast.Where(IsOpen).GroupBy(GetDepth).OrderBy(g => g.Key))
            AssignFullNames(level);
    }

    private void AssignFullNames(IEnumerable<TypeNode> nodes)
    {
        foreach (IGrouping<(string, int), TypeNode> equal in nodes.Where(IsOpen).GroupBy(n => (GetFullName(n), _structures[n])).ToList())
            Merge([.. equal], _typeNames.Reserve(equal.Key.Item1, equal.Key.Item1 + "Model"));
    }

    private bool IsOpen(TypeNode node) => !_final.ContainsKey(node);

    private void AssignShortNames(List<TypeNode> nodes, Func<TypeNode, string?> getName, Dictionary<string, List<TypeNode>> candidates)
    {
        foreach (
            string words in nodes.Select(getName).OfType<string>().Distinct(StringComparer.Ordinal).OrderBy(n => n, StringComparer.Ordinal)
        )
        {
            string name = Identifiers.ToTypeName(words);
            if (
                candidates.TryGetValue(words, out List<TypeNode>? equal)
                && equal.Exists(IsOpen)
                && _typeNames.IsAvailable(name)
                && equal.TrueForAll(n => !HasMemberNamed(n, name))
            )
                Merge(equal.FindAll(IsOpen), _typeNames.Reserve(name));
        }
    }

    private void Merge(List<TypeNode> equal, string name)
    {
        FinalType type = new(equal[0], name, equal, NodeUsage.Combine(equal.Select(n => _usage[n])));
        foreach (TypeNode node in equal)
            _final.Add(node, type);
    }

    private string GetFullName(TypeNode node) =>
        node.InlineName!.Parent is { } parent
            ? Identifiers.Shorten(ShortTypeNames.Combine(GetFinalName(parent), node.InlineName.MemberName))
            : node.InlineName.GetFullName("");

    // The type around it may be unused, and so without a final name, where a schema leads to the inner type in another way.
    private string GetFinalName(TypeNode node) =>
        _final.TryGetValue(node, out FinalType? type) ? type.Name : node.Name ?? GetFullName(node);

    private static string? GetDeclaredName(TypeNode node) => (node as EnumNode)?.DeclaredName;

    private static string? GetRootName(TypeNode node) => node.Scope is { } scope ? scope.RootName + node.InlineName!.MemberName : null;

    private static string? GetParentRootName(TypeNode node) =>
        node.Scope is { } scope && node.InlineName!.Parent?.InlineName is { } parent
            ? scope.RootName + parent.MemberName + node.InlineName.MemberName
            : null;

    private static string? GetResourceName(TypeNode node) =>
        node.Scope is { } scope ? scope.ResourceName + node.InlineName!.MemberName : null;

    private static int GetDepth(TypeNode node) => node.InlineName?.Parent is { } parent ? GetDepth(parent) + 1 : 0;

    // A C# type cannot have a member of its own name.
    private static bool HasMemberNamed(TypeNode node, string name) =>
        node switch
        {
            RecordNode record => record.Properties.Exists(p => p.Name == name) || record.AdditionalProperties?.Name == name,
            TupleNode tuple => tuple.Positions.Exists(p => p.Name == name) || tuple.Rest?.Name == name,
            EnumNode values => values.Members.Any(m => m.Name == name),
            _ => false,
        };

    /// <summary>The short names that only equal types would have, with these types.</summary>
    private Dictionary<string, List<TypeNode>> FindUnambiguousNames(Func<TypeNode, string?> getName)
    {
        Dictionary<string, List<TypeNode>> candidates = new(StringComparer.Ordinal);
        foreach (IGrouping<string?, TypeNode> group in _inline.GroupBy(getName, StringComparer.Ordinal))
        {
            List<TypeNode> nodes = [.. group];
            if (group.Key is { } words && nodes.TrueForAll(n => _structures[n] == _structures[nodes[0]]))
                candidates.Add(words, nodes);
        }

        return candidates;
    }
}
