using CfGen.Generator.Listing;

namespace CfGen.Generator.Comparison;

/// <summary>
/// Finds the types that have another name: by the component of the document, by the operation of optional parameters, and by the members
/// and the places that two types share.
/// </summary>
internal sealed class TypeRenames
{
    // Two types with half of their members in common are one, if no other pair has more.
    private const double MinimumLikeness = 0.5;

    // A type in the place of another is the same, if only a few members are.
    public const double MinimumLikenessInPlace = 0.2;

    // A member that thousands of types have tells none of them.
    private const int MaximumCandidates = 50;

    private readonly Surface _old;
    private readonly Surface _current;
    private readonly List<ListedMember> _gone;
    private readonly List<ListedMember> _come;
    private readonly Dictionary<string, string> _names = new(StringComparer.Ordinal);
    private readonly HashSet<string> _displaced = new(StringComparer.Ordinal);
    private readonly HashSet<string> _taken = new(StringComparer.Ordinal);
    private ILookup<string, string> _oldMembers;
    private ILookup<string, string> _newMembers;

    private TypeRenames(Surface old, Surface current, List<ListedMember> gone, List<ListedMember> come)
    {
        _old = old;
        _current = current;
        _gone = gone;
        _come = come;
        _oldMembers = GetMembers(gone);
        _newMembers = GetMembers(come);
    }

    /// <summary>The names of the client by the names of the listing.</summary>
    public Dictionary<string, string> Names => _names;

    /// <summary>The names that mean another type in the client. Such a type may have no other name: then it is gone.</summary>
    public IReadOnlyCollection<string> Displaced => _displaced;

    /// <summary>Finds the types that have another name.</summary>
    /// <param name="gone">The lines that only the listing has. Those of types whose names mean another one are added.</param>
    /// <param name="come">The lines that only the client has. Those of types whose names mean another one are added.</param>
    public static TypeRenames Find(Surface old, Surface current, List<ListedMember> gone, List<ListedMember> come)
    {
        TypeRenames renames = new(old, current, gone, come);
        renames.FindDisplaced();
        // A place is the better proof: what is in a type that was found leads to the next one.
        renames.MatchInPlaces();
        renames.MatchByLikeness(TypePlaces.Find(gone, come, renames._names), MinimumLikeness);
        renames.MatchInPlaces();
        return renames;
    }

    private IEnumerable<ListedMember> OldTypes =>
        _gone.Where(m => ListedKind.IsType(m.Kind) && !_names.ContainsKey(m.Name) && IsOpen(m.Name, _current));

    private IEnumerable<ListedMember> NewTypes =>
        _come.Where(m => ListedKind.IsType(m.Kind) && !_taken.Contains(m.Name) && IsOpen(m.Name, _old));

    // A name that both have is one type, unless it means another one.
    private bool IsOpen(string name, Surface other) => !other.Types.Contains(name) || _displaced.Contains(name);

    private void FindDisplaced()
    {
        DisplacedTypes displaced = new(_old, _current);
        while (true)
        {
            MatchByIdentity();
            MatchInPlaces();
            List<string> found = [.. displaced.Find(_gone, _come, TypePlaces.Find(_gone, _come, _names), _displaced)];
            if (found.Count == 0)
                return;
            _displaced.UnionWith(found);
            AddLines(_gone, _old, found);
            AddLines(_come, _current, found);
            _oldMembers = GetMembers(_gone);
            _newMembers = GetMembers(_come);
        }
    }

    /// <summary>Adds the lines of types that both listings have.</summary>
    private static void AddLines(List<ListedMember> lines, Surface surface, IReadOnlyList<string> types)
    {
        HashSet<string> known = [.. lines.Select(m => m.Name)];
        foreach (string type in types)
            lines.AddRange(surface.GetMembers(type).Prepend(surface.Find(type)!).Where(m => known.Add(m.Name)));
    }

    private void MatchInPlaces()
    {
        int count;
        do
        {
            count = _names.Count;
            MatchByLikeness(TypePlaces.Find(_gone, _come, _names), minimum: null);
        } while (_names.Count > count);
    }

    private static ILookup<string, string> GetMembers(IReadOnlyList<ListedMember> members) =>
        members.Where(m => m.ShortName.Length > 0).ToLookup(m => m.Owner, m => GetIdentity(m), StringComparer.Ordinal);

    /// <summary>The name of a member in JSON, the value of an enumeration, or the type of a case.</summary>
    private static string GetIdentity(ListedMember member) =>
        member.Kind switch
        {
            ListedKind.EnumValue => member[ListedFact.Value],
            ListedKind.UnionCase => member[ListedFact.Type],
            _ => member[ListedFact.Name] is { Length: > 0 } name ? name : member.ShortName,
        };

    private void MatchByIdentity()
    {
        foreach (string fact in (string[])[ListedFact.Schema, ListedFact.Id, ListedFact.Operation])
        {
            Dictionary<string, string> byIdentity = new(StringComparer.Ordinal);
            foreach (ListedMember type in NewTypes)
            {
                if (type[fact].Length > 0)
                    byIdentity[fact + type.Kind + type[fact]] = type.Name;
            }

            foreach (ListedMember type in OldTypes.ToList())
            {
                // A component that has other members altogether is another one.
                if (byIdentity.TryGetValue(fact + type.Kind + type[fact], out string? name) && name != type.Name)
                    Match(type.Name, name);
            }
        }
    }

    /// <param name="minimum">The likeness of types that no place shows to be the same; null to match only those that one does.</param>
    private void MatchByLikeness(HashSet<(string Old, string New)> places, double? minimum)
    {
        List<ListedMember> newTypes = [.. NewTypes];
        Dictionary<string, ListedMember> byName = newTypes.ToDictionary(t => t.Name, StringComparer.Ordinal);
        ILookup<string, string> inPlace = places.ToLookup(p => p.Old, p => p.New, StringComparer.Ordinal);
        ILookup<string, ListedMember> byMember = (minimum is null ? [] : newTypes)
            .SelectMany(t => _newMembers[t.Name].Select(m => (Member: m, Type: t)))
            .ToLookup(t => t.Member, t => t.Type, StringComparer.Ordinal);
        List<(double Likeness, string Old, string New)> pairs = [];
        foreach (ListedMember type in OldTypes)
        {
            IEnumerable<ListedMember> candidates = _oldMembers[type.Name]
                .SelectMany(m => byMember[m].Take(MaximumCandidates))
                .Concat(inPlace[type.Name].Where(byName.ContainsKey).Select(n => byName[n]))
                .Where(c => c.Kind == type.Kind)
                .Distinct();
            foreach (ListedMember candidate in candidates)
            {
                bool isInPlace = places.Contains((type.Name, candidate.Name));
                double likeness = Compare([.. _oldMembers[type.Name]], [.. _newMembers[candidate.Name]]);
                if (isInPlace ? likeness >= MinimumLikenessInPlace : likeness >= minimum)
                    pairs.Add((isInPlace ? likeness + 1 : likeness, type.Name, candidate.Name));
            }
        }

        foreach (
            (double _, string oldName, string newName) in pairs
                .OrderByDescending(p => p.Likeness)
                .ThenBy(p => p.Old, StringComparer.Ordinal)
                .ThenBy(p => p.New, StringComparer.Ordinal)
        )
            Match(oldName, newName);
    }

    /// <summary>Returns the share of members that two types have in common, from 0 to 1.</summary>
    public static double Compare(IEnumerable<ListedMember> oldMembers, IEnumerable<ListedMember> newMembers) =>
        Compare([.. oldMembers.Select(GetIdentity)], [.. newMembers.Select(GetIdentity)]);

    private static double Compare(HashSet<string> members, HashSet<string> others)
    {
        if (members.Count == 0 && others.Count == 0)
            return 1;
        int common = members.Count(others.Contains);
        return (double)common / Math.Max(members.Count, others.Count);
    }

    private void Match(string oldName, string newName)
    {
        if (_names.ContainsKey(oldName) || !_taken.Add(newName))
            return;
        _names.Add(oldName, newName);
    }
}
