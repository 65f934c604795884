using CfGen.Generator.Documents;

namespace CfGen.Generator.Naming.Operations;

/// <summary>A derived name before collisions are resolved.</summary>
/// <param name="Owner">The owner that the path begins with and the name leaves out, such as <c>Zones</c>.</param>
/// <param name="VersionedPath">The resources with the version that the name leaves out; null where there is none.</param>
internal sealed record DerivedName(PathOperation Operation, OperationName Name, string? Owner, IReadOnlyList<string>? VersionedPath);

/// <summary>The names of all operations of a document: what it states, else what the rules derive, and none twice.</summary>
internal static class OperationNames
{
    /// <param name="operations">All of the document, selected or not: a selection renames nothing.</param>
    /// <param name="given">What the <c>Names</c> file says.</param>
    public static Dictionary<OperationKey, OperationName> Assign(
        IEnumerable<OperationOutline> operations,
        IReadOnlyDictionary<OperationKey, OperationName>? given = null
    )
    {
        PathTree tree = new();
        foreach (OperationOutline operation in operations)
            tree.Add(operation);
        NamingRules rules = new(tree);

        Dictionary<OperationKey, OperationName> names = new(tree.Operations.Count);
        HashSet<string> taken = new(StringComparer.Ordinal);
        ResourceSpellings spellings = new();
        List<DerivedName> derived = [];
        foreach (PathOperation operation in tree.Operations)
        {
            OperationName? own = null;
            if (given?.TryGetValue(operation.Site, out own) == true || (own = OperationName.FromDocument(operation.Outline)) is not null)
            {
                names[operation.Site] = own!;
                taken.Add(own!.Key);
                spellings.AddExplicit(own.ResourcePath);
            }
            else
            {
                DerivedName name = rules.DeriveName(operation);
                derived.Add(name);
                spellings.Add(name.Name.ResourcePath);
            }
        }

        for (int i = 0; i < derived.Count; i++)
            derived[i] = spellings.Normalize(derived[i]);

        // What is still in use keeps the plain name, and of that the shortest path: what is added below or beside it does not rename it.
        List<NameConflict> others = [];
        foreach (IGrouping<string, DerivedName> same in derived.GroupBy(d => d.Name.Key, StringComparer.Ordinal))
        {
            List<DerivedName> ordered = [.. same];
            ordered.Sort(CompareByPriority);
            bool free = taken.Add(same.Key);
            if (free)
                names[ordered[0].Operation.Site] = ordered[0].Name;
            // Of those that share the name one may have it from the document or the file: it is as much one of them.
            bool versions =
                !free
                || ordered.Select(d => string.Join(".", d.VersionedPath ?? d.Name.ResourcePath)).Distinct(StringComparer.Ordinal).Count()
                    > 1;
            bool scopes = !free || ordered.Select(d => d.Owner).Distinct(StringComparer.Ordinal).Count() > 1;
            others.AddRange(ordered.Skip(free ? 1 : 0).Select(d => new NameConflict(d, versions, scopes)));
        }

        others.Sort((a, b) => CompareByLocation(a.Name, b.Name));
        foreach (NameConflict other in others)
            names[other.Name.Operation.Site] = GetAlternatives(other).First(a => taken.Add(a.Key));
        return names;
    }

    // Sorted by hand, as all that runs over every operation: LINQ over values is compiled anew in every cold build.
    private static int CompareByPriority(DerivedName a, DerivedName b)
    {
        int claim = a.Operation.Outline.IsDeprecated.CompareTo(b.Operation.Outline.IsDeprecated);
        if (claim == 0)
            claim = Depth(a).CompareTo(Depth(b));
        return claim == 0 ? CompareByLocation(a, b) : claim;

        static int Depth(DerivedName name)
        {
            int slashes = 0;
            foreach (char c in name.Operation.Site.Path)
                slashes += c == '/' ? 1 : 0;
            return slashes;
        }
    }

    private static int CompareByLocation(DerivedName a, DerivedName b)
    {
        int path = string.CompareOrdinal(a.Operation.Site.Path, b.Operation.Site.Path);
        int method = path == 0 ? string.CompareOrdinal(a.Operation.Site.Method, b.Operation.Site.Method) : path;
        return method == 0 ? string.CompareOrdinal(a.Operation.Site.Pointer, b.Operation.Site.Pointer) : method;
    }

    /// <summary>One whose plain name another has.</summary>
    /// <param name="HasSeveralVersions">Whether they stand under several versions.</param>
    /// <param name="HasSeveralOwners">Whether they have several owners.</param>
    private sealed record NameConflict(DerivedName Name, bool HasSeveralVersions, bool HasSeveralOwners);

    /// <summary>Names that say more of the path, from the least.</summary>
    private static IEnumerable<OperationName> GetAlternatives(NameConflict contender)
    {
        DerivedName derived = contender.Name;
        OperationName name = derived.Name;
        string path = derived.Operation.Site.Path;
        if (contender.HasSeveralVersions && derived.VersionedPath is { } versioned)
            yield return name with
            {
                ResourcePath = versioned,
            };
        if (contender.HasSeveralOwners && derived.Owner is { } scope)
            yield return name with
            {
                ResourcePath = [scope, .. name.ResourcePath],
            };
        PathNode node = derived.Operation.Node;
        string[] segments = path.Split(['/'], StringSplitOptions.RemoveEmptyEntries);
        string last = segments.Length > 0 ? segments[segments.Length - 1] : "";
        if (node.Segment == "search")
            yield return name with
            {
                MethodName = "Search",
            };
        if (node.IsParameter)
            yield return With("By" + Identifiers.ToMemberName(last));
        else if (
            name.MethodName is "Create" or "Update" or "Edit" or "Delete"
            && derived.Operation.Method is not ("get" or "delete")
            && node.Item is null
            && English.IsPlural(node.LastWord)
        )
            yield return name with
            {
                MethodName = "Bulk" + name.MethodName,
            };
        foreach (PathNode way in PathTree.GetAncestors(node).AsEnumerable().Reverse())
        {
            if (
                way.Words.Count > 0
                && !name.ResourcePath.Contains(Identifiers.ToMemberName(way.Segment))
                && !name.MethodName.EndsWith(Identifiers.ToMemberName(way.Segment), StringComparison.Ordinal)
            )
                yield return way.IsVersion
                    ? With(Identifiers.ToMemberName(way.Segment))
                    : With(Identifiers.ToMemberName(string.Join(" ", way.Words)));
        }

        for (int i = segments.Length - 1; i >= 0; i--)
        {
            if (segments[i].IndexOf('{') >= 0)
                yield return With("For" + Owner(segments[i]));
        }

        string whole = string.Concat(
            segments.Select(s => s.IndexOf('{') >= 0 ? "By" + Identifiers.ToMemberName(s) : Identifiers.ToMemberName(s))
        );
        yield return With("At" + whole);
        yield return With("At" + whole + Identifiers.ToMemberName(derived.Operation.Method));
        // Paths that differ in signs only.
        for (int more = 2; ; more++)
            yield return With("At" + whole + more.ToString(System.Globalization.CultureInfo.InvariantCulture));

        // {account_id} is an account.
        static string Owner(string parameter)
        {
            List<string> words = Words.Split(parameter);
            if (words.Count > 1 && words[words.Count - 1].ToUpperInvariant() is "ID" or "GID" or "UUID" or "GUID" or "SLUG")
                words.RemoveAt(words.Count - 1);
            return Identifiers.ToMemberName(string.Join(" ", words));
        }

        OperationName With(string words) => name with { MethodName = name.MethodName + words };
    }
}
