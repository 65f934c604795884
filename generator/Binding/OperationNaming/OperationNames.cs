using CfGen.Generator.Binding.Names;
using CfGen.Generator.Binding.Operations;
using CfGen.Generator.Reading;

namespace CfGen.Generator.Binding.OperationNaming;

/// <summary>A derived name before collisions are resolved.</summary>
/// <param name="Scope">The owner that the path begins with and the name leaves out, such as <c>Zones</c>.</param>
/// <param name="Versioned">The resources with the version that the name leaves out; null where there is none.</param>
internal sealed record DerivedName(PathOperation Operation, OperationName Name, string? Scope, IReadOnlyList<string>? Versioned);

/// <summary>The names of all operations of a document: what it states, else what the rules derive, and none twice.</summary>
internal static class OperationNames
{
    /// <param name="operations">All of the document, selected or not: a selection renames nothing.</param>
    /// <param name="given">What the <c>Names</c> file says.</param>
    public static Dictionary<OperationSite, OperationName> Of(IEnumerable<OperationOutline> operations, IReadOnlyDictionary<OperationSite, OperationName>? given = null)
    {
        PathTree tree = new();
        foreach (OperationOutline operation in operations)
            tree.Add(operation);
        NamingRules rules = new(tree);

        Dictionary<OperationSite, OperationName> names = new(tree.Operations.Count);
        HashSet<string> taken = new(StringComparer.Ordinal);
        ResourceSpellings spellings = new();
        List<DerivedName> derived = [];
        foreach (PathOperation operation in tree.Operations)
        {
            OperationName? own = null;
            if (given?.TryGetValue(operation.Site, out own) == true || (own = OperationName.Stated(operation.Outline)) is not null)
            {
                names[operation.Site] = own!;
                taken.Add(own!.Key);
                spellings.AddStated(own.Resources);
            }
            else
            {
                DerivedName name = rules.Derive(operation);
                derived.Add(name);
                spellings.Add(name.Name.Resources);
            }
        }

        for (int i = 0; i < derived.Count; i++)
            derived[i] = spellings.Spell(derived[i]);

        // What is still in use keeps the plain name, and of that the shortest path: what is added below or beside it does not rename it.
        List<Contender> others = [];
        foreach (IGrouping<string, DerivedName> same in derived.GroupBy(d => d.Name.Key, StringComparer.Ordinal))
        {
            List<DerivedName> ordered = [.. same];
            ordered.Sort(ByClaim);
            bool free = taken.Add(same.Key);
            if (free)
                names[ordered[0].Operation.Site] = ordered[0].Name;
            // Of those that share the name one may have it from the document or the file: it is as much one of them.
            bool versions = !free || ordered.Select(d => string.Join(".", d.Versioned ?? d.Name.Resources)).Distinct(StringComparer.Ordinal).Count() > 1;
            bool scopes = !free || ordered.Select(d => d.Scope).Distinct(StringComparer.Ordinal).Count() > 1;
            others.AddRange(ordered.Skip(free ? 1 : 0).Select(d => new Contender(d, versions, scopes)));
        }

        others.Sort((a, b) => ByPlace(a.Name, b.Name));
        foreach (Contender other in others)
            names[other.Name.Operation.Site] = Alternatives(other).First(a => taken.Add(a.Key));
        return names;
    }

    // Sorted by hand, as all that runs over every operation: LINQ over values is compiled anew in every cold build.
    private static int ByClaim(DerivedName a, DerivedName b)
    {
        int claim = a.Operation.Outline.Deprecated.CompareTo(b.Operation.Outline.Deprecated);
        if (claim == 0)
            claim = Depth(a).CompareTo(Depth(b));
        return claim == 0 ? ByPlace(a, b) : claim;

        static int Depth(DerivedName name)
        {
            int slashes = 0;
            foreach (char c in name.Operation.Site.Path)
                slashes += c == '/' ? 1 : 0;
            return slashes;
        }
    }

    private static int ByPlace(DerivedName a, DerivedName b)
    {
        int path = string.CompareOrdinal(a.Operation.Site.Path, b.Operation.Site.Path);
        int method = path == 0 ? string.CompareOrdinal(a.Operation.Site.Method, b.Operation.Site.Method) : path;
        return method == 0 ? string.CompareOrdinal(a.Operation.Site.Pointer, b.Operation.Site.Pointer) : method;
    }

    /// <summary>One whose plain name another has.</summary>
    /// <param name="Versions">Whether they stand under several versions.</param>
    /// <param name="Scopes">Whether they have several owners.</param>
    private sealed record Contender(DerivedName Name, bool Versions, bool Scopes);

    /// <summary>Names that say more of the path, from the least.</summary>
    private static IEnumerable<OperationName> Alternatives(Contender contender)
    {
        DerivedName derived = contender.Name;
        OperationName name = derived.Name;
        string path = derived.Operation.Site.Path;
        if (contender.Versions && derived.Versioned is { } versioned)
            yield return name with { Resources = versioned };
        if (contender.Scopes && derived.Scope is { } scope)
            yield return name with { Resources = [scope, .. name.Resources] };
        PathNode node = derived.Operation.Node;
        string[] segments = path.Split(['/'], StringSplitOptions.RemoveEmptyEntries);
        string last = segments.Length > 0 ? segments[segments.Length - 1] : "";
        if (node.Segment == "search")
            yield return name with { Method = "Search" };
        if (node.IsParameter)
            yield return With("By" + Identifiers.Member(last));
        else if (name.Method is "Create" or "Update" or "Edit" or "Delete" && derived.Operation.Method is not ("get" or "delete") && node.Item is null && English.IsPlural(node.LastWord))
            yield return name with { Method = "Bulk" + name.Method };
        foreach (PathNode way in PathTree.Way(node).AsEnumerable().Reverse())
        {
            if (way.Words.Count > 0 && !name.Resources.Contains(Identifiers.Member(way.Segment)) && !name.Method.EndsWith(Identifiers.Member(way.Segment), StringComparison.Ordinal))
                yield return way.IsVersion ? With(Identifiers.Member(way.Segment)) : With(Identifiers.Member(string.Join(" ", way.Words)));
        }

        for (int i = segments.Length - 1; i >= 0; i--)
        {
            if (segments[i].IndexOf('{') >= 0)
                yield return With("For" + Owner(segments[i]));
        }

        string whole = string.Concat(segments.Select(s => s.IndexOf('{') >= 0 ? "By" + Identifiers.Member(s) : Identifiers.Member(s)));
        yield return With("At" + whole);
        yield return With("At" + whole + Identifiers.Member(derived.Operation.Method));
        // Paths that differ in signs only.
        for (int more = 2; ; more++)
            yield return With("At" + whole + more.ToString(System.Globalization.CultureInfo.InvariantCulture));

        // {account_id} is an account.
        static string Owner(string parameter)
        {
            List<string> words = Words.Split(parameter);
            if (words.Count > 1 && words[words.Count - 1].ToUpperInvariant() is "ID" or "GID" or "UUID" or "GUID" or "SLUG")
                words.RemoveAt(words.Count - 1);
            return Identifiers.Member(string.Join(" ", words));
        }

        OperationName With(string words) => name with { Method = name.Method + words };
    }
}
