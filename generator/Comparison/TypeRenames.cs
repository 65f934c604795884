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
    private const double MinimumLikenessInPlace = 0.2;

    // A member that thousands of types have tells none of them.
    private const int MaximumCandidates = 50;

    private readonly Dictionary<string, string> _names = new(StringComparer.Ordinal);
    private readonly ILookup<string, string> _oldMembers;
    private readonly ILookup<string, string> _newMembers;
    private readonly HashSet<string> _taken = new(StringComparer.Ordinal);

    private TypeRenames(IReadOnlyList<ListedMember> gone, IReadOnlyList<ListedMember> come)
    {
        _oldMembers = GetMembers(gone);
        _newMembers = GetMembers(come);
    }

    /// <summary>Returns the names of the client by the names of the listing.</summary>
    /// <param name="gone">The lines that only the listing has.</param>
    /// <param name="come">The lines that only the client has.</param>
    public static Dictionary<string, string> Find(
        Surface old,
        Surface current,
        IReadOnlyList<ListedMember> gone,
        IReadOnlyList<ListedMember> come
    )
    {
        List<ListedMember> oldTypes = [.. gone.Where(m => ListedKind.IsType(m.Kind) && !current.Types.Contains(m.Name))];
        List<ListedMember> newTypes = [.. come.Where(m => ListedKind.IsType(m.Kind) && !old.Types.Contains(m.Name))];
        TypeRenames renames = new(gone, come);
        if (oldTypes.Count == 0 || newTypes.Count == 0)
            return renames._names;
        renames.MatchByIdentity(oldTypes, newTypes);
        renames.MatchByLikeness(oldTypes, newTypes, FindPlaces(gone, come));
        return renames._names;
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

    private void MatchByIdentity(List<ListedMember> oldTypes, List<ListedMember> newTypes)
    {
        foreach (string fact in (string[])[ListedFact.Schema, ListedFact.Id, ListedFact.Operation])
        {
            Dictionary<string, string> byIdentity = new(StringComparer.Ordinal);
            foreach (ListedMember type in newTypes)
            {
                if (type[fact].Length > 0)
                    byIdentity[fact + type.Kind + type[fact]] = type.Name;
            }

            foreach (ListedMember type in oldTypes)
            {
                if (byIdentity.TryGetValue(fact + type.Kind + type[fact], out string? name))
                    Match(type.Name, name);
            }
        }
    }

    private void MatchByLikeness(List<ListedMember> oldTypes, List<ListedMember> newTypes, HashSet<(string, string)> places)
    {
        ILookup<string, ListedMember> byMember = newTypes
            .Where(t => !_taken.Contains(t.Name))
            .SelectMany(t => _newMembers[t.Name].Select(m => (Member: m, Type: t)))
            .ToLookup(t => t.Member, t => t.Type, StringComparer.Ordinal);
        Dictionary<string, ListedMember> byName = newTypes.ToDictionary(t => t.Name, StringComparer.Ordinal);
        ILookup<string, string> inPlace = places.ToLookup(p => p.Item1, p => p.Item2, StringComparer.Ordinal);
        List<(double Likeness, string Old, string New)> pairs = [];
        foreach (ListedMember type in oldTypes.Where(t => !_names.ContainsKey(t.Name)))
        {
            IEnumerable<ListedMember> candidates = _oldMembers[type.Name]
                .SelectMany(m => byMember[m].Take(MaximumCandidates))
                .Concat(inPlace[type.Name].Where(byName.ContainsKey).Select(n => byName[n]))
                .Where(c => c.Kind == type.Kind && !_taken.Contains(c.Name))
                .Distinct();
            foreach (ListedMember candidate in candidates)
            {
                bool isInPlace = places.Contains((type.Name, candidate.Name));
                double likeness = Compare(type.Name, candidate.Name);
                if (likeness >= (isInPlace ? MinimumLikenessInPlace : MinimumLikeness))
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

    private double Compare(string oldType, string newType)
    {
        HashSet<string> members = [.. _oldMembers[oldType]];
        HashSet<string> others = [.. _newMembers[newType]];
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

    /// <summary>Finds the pairs of names that the same place has: a member, an argument or a result that only changed its type.</summary>
    private static HashSet<(string, string)> FindPlaces(IReadOnlyList<ListedMember> gone, IReadOnlyList<ListedMember> come)
    {
        Dictionary<string, ListedMember> byPlace = new(StringComparer.Ordinal);
        foreach (ListedMember member in come)
        {
            byPlace[member.Name] = member;
            if (member.Kind == ListedKind.Method)
                byPlace["#" + member[ListedFact.Operation]] = member;
        }

        HashSet<(string, string)> places = [];
        foreach (ListedMember member in gone)
        {
            if (
                byPlace.TryGetValue(member.Name, out ListedMember? other)
                || (member.Kind == ListedKind.Method && byPlace.TryGetValue("#" + member[ListedFact.Operation], out other))
            )
            {
                AddPlaces(member[ListedFact.Type], other[ListedFact.Type]);
                AddPlaces(member[ListedFact.Returns], other[ListedFact.Returns]);
            }
        }

        return places;

        void AddPlaces(string oldType, string newType)
        {
            if (oldType == newType)
                return;
            string[] oldNames = [.. TypeText.Split(oldType)];
            string[] newNames = [.. TypeText.Split(newType)];
            if (oldNames.Length != newNames.Length)
                return;
            for (int i = 0; i < oldNames.Length; i++)
            {
                if (oldNames[i] != newNames[i])
                    places.Add((oldNames[i], newNames[i]));
            }
        }
    }
}
