using CfGen.Generator.Listing;

namespace CfGen.Generator.Comparison;

/// <summary>The methods that have another name or another resource: found by the id of their operation, or by its method and path.</summary>
internal sealed class MethodMatches
{
    private readonly Dictionary<string, string> _names = new(StringComparer.Ordinal);

    /// <summary>The names in the client, by the names in the listing.</summary>
    public IReadOnlyDictionary<string, string> Names => _names;

    public static MethodMatches Find(IEnumerable<ListedMember> gone, IEnumerable<ListedMember> come)
    {
        MethodMatches matches = new();
        List<ListedMember> oldMethods = [.. gone.Where(m => m.Kind == ListedKind.Method)];
        List<ListedMember> newMethods = [.. come.Where(m => m.Kind == ListedKind.Method)];
        MatchUnmoved(oldMethods, newMethods, matches._names);
        foreach (string fact in (string[])[ListedFact.Id, ListedFact.Operation])
        {
            ILookup<string, ListedMember> byFact = newMethods.ToLookup(m => m[fact], StringComparer.Ordinal);
            HashSet<ListedMember> found = [];
            oldMethods.RemoveAll(method =>
            {
                // The methods of one operation share its id: the same name first, then the same result.
                ListedMember? match = byFact[method[fact]]
                    .Where(m => !found.Contains(m))
                    .OrderByDescending(m => (m.Name == method.Name ? 2 : 0) + (m[ListedFact.Returns] == method[ListedFact.Returns] ? 1 : 0))
                    .FirstOrDefault();
                if (match is null || !found.Add(match))
                    return false;
                matches._names.Add(method.Name, match.Name);
                newMethods.Remove(match);
                return true;
            });
        }

        return matches;
    }

    /// <summary>Matches the methods that have the same name and the same operation: another operation can have got the id.</summary>
    private static void MatchUnmoved(List<ListedMember> oldMethods, List<ListedMember> newMethods, Dictionary<string, string> names)
    {
        Dictionary<string, ListedMember> byName = newMethods.ToDictionary(m => m.Name, StringComparer.Ordinal);
        oldMethods.RemoveAll(method =>
        {
            if (!byName.TryGetValue(method.Name, out ListedMember? same) || same[ListedFact.Operation] != method[ListedFact.Operation])
                return false;
            names.Add(method.Name, same.Name);
            newMethods.Remove(same);
            return true;
        });
    }

    /// <summary>Finds the resources that have another class: the one where most of the methods of an old class are.</summary>
    public Dictionary<string, string> FindClasses(Surface current)
    {
        Dictionary<string, string> classes = new(StringComparer.Ordinal);
        IEnumerable<IGrouping<string, string>> byClass = _names
            .Where(n => !current.Classes.Contains(GetClass(n.Key)))
            .GroupBy(n => GetClass(n.Key), n => GetClass(n.Value), StringComparer.Ordinal);
        HashSet<string> taken = new(StringComparer.Ordinal);
        foreach (IGrouping<string, string> group in byClass.OrderBy(g => g.Key, StringComparer.Ordinal))
        {
            string name = group
                .GroupBy(n => n, StringComparer.Ordinal)
                .OrderByDescending(g => g.Count())
                .ThenBy(g => g.Key, StringComparer.Ordinal)
                .First()
                .Key;
            if (taken.Add(name))
                classes.Add(group.Key, name);
        }

        return classes;
    }

    private static string GetClass(string method) => method.Substring(0, method.IndexOf('.'));
}
