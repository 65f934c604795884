using CfGen.Generator.Documents;

namespace CfGen.Generator.Naming.Operations;

/// <summary>The names of all operations of a document.</summary>
/// <param name="Names">One name an operation.</param>
/// <param name="Renamed">The operations that did not get their names.</param>
internal sealed record AssignedNames(Dictionary<OperationKey, OperationName> Names, IReadOnlyList<RenamedOperation> Renamed);

/// <summary>Assigns the names of all operations of a document: explicit names, else derived ones, and none twice.</summary>
internal static class OperationNames
{
    /// <param name="operations">All operations of the document, selected or not, so that a selection changes no name.</param>
    /// <param name="configured">The names of the <c>Names</c> file.</param>
    /// <param name="useIds">True to name operations after their tags and ids, as far as they have ids.</param>
    public static AssignedNames Assign(
        IEnumerable<OperationOutline> operations,
        IReadOnlyDictionary<OperationKey, OperationName>? configured = null,
        bool useIds = false
    )
    {
        List<OperationOutline> outlines = [.. operations];
        PathTree tree = new(outlines.Select(o => o.Operation.Path));
        foreach (OperationOutline operation in outlines)
            tree.Add(operation);
        NamingRules rules = new(tree);

        Dictionary<OperationKey, OperationName> names = new(tree.Operations.Count);
        HashSet<string> taken = new(StringComparer.Ordinal);
        ResourceSpellings spellings = new();
        List<DerivedName> derived = [];
        foreach (PathOperation operation in tree.Operations)
        {
            if (GetExplicitName(operation, configured) is { } name)
            {
                names[operation.Key] = name;
                taken.Add(name.Key);
                spellings.AddExplicit(name.ResourcePath);
            }
            else
            {
                DerivedName derivedName = (useIds ? OperationIdRules.DeriveName(operation) : null) ?? rules.DeriveName(operation);
                derived.Add(derivedName);
                spellings.Add(derivedName.Name.ResourcePath);
            }
        }

        for (int i = 0; i < derived.Count; i++)
            derived[i] = spellings.Normalize(derived[i]);
        ResourceOwners.Keep(derived);
        List<NameConflict> conflicts = AssignUnique(derived, names, taken);
        ResolveConflicts(conflicts, names, taken);
        return new AssignedNames(names, FindRenamed(conflicts, names));
    }

    private static List<RenamedOperation> FindRenamed(List<NameConflict> conflicts, Dictionary<OperationKey, OperationName> names)
    {
        List<RenamedOperation> renamed = [];
        if (conflicts.Count == 0)
            return renamed;
        ILookup<string, OperationKey> owners = names.ToLookup(n => n.Value.Key, n => n.Key, StringComparer.Ordinal);
        foreach (NameConflict conflict in conflicts)
        {
            OperationKey key = conflict.Name.Operation.Key;
            renamed.Add(new RenamedOperation(key, conflict.Name.Name, names[key], owners[conflict.Name.Name.Key].First()));
        }

        return renamed;
    }

    private static OperationName? GetExplicitName(PathOperation operation, IReadOnlyDictionary<OperationKey, OperationName>? configured) =>
        configured is not null && configured.TryGetValue(operation.Key, out OperationName? name)
            ? name
            : OperationName.FromDocument(operation.Outline);

    /// <summary>
    /// Gives each name to the operation with the shortest path that is not deprecated, so that an operation that is added below or beside
    /// it does not rename it.
    /// </summary>
    /// <returns>The operations that did not get their names.</returns>
    private static List<NameConflict> AssignUnique(
        List<DerivedName> derived,
        Dictionary<OperationKey, OperationName> names,
        HashSet<string> taken
    )
    {
        List<NameConflict> conflicts = [];
        foreach (IGrouping<string, DerivedName> same in derived.GroupBy(d => d.Name.Key, StringComparer.Ordinal))
        {
            List<DerivedName> ordered = [.. same];
            ordered.Sort(CompareByPriority);
            bool isFree = taken.Add(same.Key);
            if (isFree)
                names[ordered[0].Operation.Key] = ordered[0].Name;
            // The operation that has the name explicitly is in conflict, too, though its versions and owners are not known here.
            bool hasSeveralVersions =
                !isFree
                || ordered.Select(d => string.Join(".", d.VersionedPath ?? d.Name.ResourcePath)).Distinct(StringComparer.Ordinal).Count()
                    > 1;
            bool hasSeveralOwners = !isFree || ordered.Select(d => d.Owner).Distinct(StringComparer.Ordinal).Count() > 1;
            bool hasSeveralMethods = ordered.Exists(d => d.Operation.Method != ordered[0].Operation.Method);
            conflicts.AddRange(
                ordered.Skip(isFree ? 1 : 0).Select(d => new NameConflict(d, hasSeveralVersions, hasSeveralOwners, hasSeveralMethods))
            );
        }

        return conflicts;
    }

    private static void ResolveConflicts(List<NameConflict> conflicts, Dictionary<OperationKey, OperationName> names, HashSet<string> taken)
    {
        conflicts.Sort((a, b) => CompareByLocation(a.Name, b.Name));
        foreach (NameConflict conflict in conflicts)
            names[conflict.Name.Operation.Key] = conflict.GetAlternatives().First(a => taken.Add(a.Key));
    }

    // Sorted without LINQ, which the JIT compiles for each value type anew, in every cold build.
    private static int CompareByPriority(DerivedName a, DerivedName b)
    {
        int order = a.Operation.Outline.IsDeprecated.CompareTo(b.Operation.Outline.IsDeprecated);
        if (order == 0)
            order = NameConflict.IsPatchUpdate(a).CompareTo(NameConflict.IsPatchUpdate(b));
        if (order == 0)
            order = CountSegments(a).CompareTo(CountSegments(b));
        return order == 0 ? CompareByLocation(a, b) : order;

        static int CountSegments(DerivedName name)
        {
            int slashes = 0;
            foreach (char c in name.Operation.Key.Path)
                slashes += c == '/' ? 1 : 0;
            return slashes;
        }
    }

    private static int CompareByLocation(DerivedName a, DerivedName b)
    {
        int order = string.CompareOrdinal(a.Operation.Key.Path, b.Operation.Key.Path);
        if (order == 0)
            order = string.CompareOrdinal(a.Operation.Key.Method, b.Operation.Key.Method);
        return order == 0 ? string.CompareOrdinal(a.Operation.Key.Pointer, b.Operation.Key.Pointer) : order;
    }
}
