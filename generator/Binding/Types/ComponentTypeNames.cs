using CfGen.Generator.Naming;

namespace CfGen.Generator.Binding.Types;

/// <summary>The type names of the document's components.</summary>
internal sealed class ComponentTypeNames
{
    private readonly Dictionary<string, string> _names = new(StringComparer.Ordinal);
    private readonly NameScope _typeNames;

    private ComponentTypeNames(NameScope typeNames) => _typeNames = typeNames;

    /// <summary>
    /// Names components before any inline type, in ordinal order, so that the names do not depend on the document's order.
    /// </summary>
    /// <param name="own">All components of the document, used or not, so that the names do not depend on the selection.</param>
    /// <param name="all">The components of the object model, with those from other documents.</param>
    public static ComponentTypeNames Assign(IReadOnlyCollection<string> own, IEnumerable<string> all, NameScope typeNames)
    {
        ComponentTypeNames names = new(typeNames);
        Dictionary<string, string> fullNames = own.ToDictionary(id => id, ToTypeName, StringComparer.Ordinal);
        Dictionary<string, string> shortNames = ComponentPrefixes.FindRemovable(fullNames);
        AddNamesWithoutNamespaces(shortNames, fullNames);
        IEnumerable<string> imported = all.Except(own).OrderBy(id => id, StringComparer.Ordinal);
        foreach (string id in own.OrderBy(id => id, StringComparer.Ordinal).Concat(imported))
        {
            string fullName = fullNames.TryGetValue(id, out string? known) ? known : ToTypeName(id);
            names._names[id] =
                shortNames.TryGetValue(id, out string? shortName) && typeNames.IsAvailable(shortName)
                    ? typeNames.Reserve(shortName)
                    : typeNames.Reserve(fullName, fullName + "Model");
        }

        return names;
    }

    private static string ToTypeName(string id) => Identifiers.ToTypeName(GenericTypeName.TryRead(id, withNamespaces: true) ?? id);

    /// <summary>Adds the names of generic types and of classes without namespaces, of those that stay distinct.</summary>
    private static void AddNamesWithoutNamespaces(Dictionary<string, string> shortNames, Dictionary<string, string> fullNames)
    {
        AddUnique(
            fullNames
                .Keys.Where(id => GenericTypeName.TryRead(id, withNamespaces: false) is not null)
                .ToLookup(
                    id => Identifiers.ToTypeName(GenericTypeName.TryRead(id, withNamespaces: false)!),
                    StringComparer.OrdinalIgnoreCase
                ),
            shortNames,
            fullNames
        );
        AddUnique(fullNames.Keys.Where(IsQualified).ToLookup(GetSimpleName, StringComparer.OrdinalIgnoreCase), shortNames, fullNames);
    }

    /// <param name="candidates">The components by the short names that they could have.</param>
    private static void AddUnique(
        ILookup<string, string> candidates,
        Dictionary<string, string> shortNames,
        Dictionary<string, string> fullNames
    )
    {
        HashSet<string> taken = new(fullNames.Values.Concat(shortNames.Values), StringComparer.OrdinalIgnoreCase);
        foreach (IGrouping<string, string> same in candidates)
        {
            if (same.Count() == 1 && !shortNames.ContainsKey(same.First()) && !taken.Contains(same.Key))
                shortNames.Add(same.First(), same.Key);
        }
    }

    /// <summary>True for the whole name of a class in namespaces: <c>Acme.Shop.Orders.OrderModel</c>.</summary>
    private static bool IsQualified(string id)
    {
        string[] parts = id.Split('.');
        return parts.Length > 2 && parts.All(p => p.Length > 1 && char.IsUpper(p[0]) && p.All(char.IsLetterOrDigit) && p.Any(char.IsLower));
    }

    private static string GetSimpleName(string id) => Identifiers.ToTypeName(id.Substring(id.LastIndexOf('.') + 1));

    public string GetName(string componentId)
    {
        if (!_names.TryGetValue(componentId, out string? name))
            _names[componentId] = name = _typeNames.Reserve(ToTypeName(componentId));
        return name;
    }
}
