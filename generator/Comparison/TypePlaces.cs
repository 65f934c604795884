using CfGen.Generator.Listing;

namespace CfGen.Generator.Comparison;

/// <summary>The types that the same place has in both listings: a member, an argument or a result that only changed its type.</summary>
internal static class TypePlaces
{
    /// <summary>Finds the pairs of names, the old one first. Equal names are no pair.</summary>
    /// <param name="names">The types that are known to have another name.</param>
    public static HashSet<(string Old, string New)> Find(
        IEnumerable<ListedMember> gone,
        IEnumerable<ListedMember> come,
        IReadOnlyDictionary<string, string> names
    )
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
                byPlace.TryGetValue(RenameOwner(member, names), out ListedMember? other)
                || (member.Kind == ListedKind.Method && byPlace.TryGetValue("#" + member[ListedFact.Operation], out other))
            )
            {
                AddPlaces(places, member[ListedFact.Type], other[ListedFact.Type]);
                AddPlaces(places, member[ListedFact.Returns], other[ListedFact.Returns]);
            }
        }

        return places;
    }

    private static string RenameOwner(ListedMember member, IReadOnlyDictionary<string, string> names) =>
        names.TryGetValue(member.Owner, out string? owner) ? owner + member.Name.Substring(member.Owner.Length) : member.Name;

    private static void AddPlaces(HashSet<(string, string)> places, string oldType, string newType)
    {
        if (oldType == newType)
            return;
        string[] oldNames = GetNames(oldType);
        string[] newNames = GetNames(newType);
        if (oldNames.Length != newNames.Length)
            return;
        for (int i = 0; i < oldNames.Length; i++)
        {
            if (oldNames[i] != newNames[i])
                places.Add((oldNames[i], newNames[i]));
        }
    }

    // The type of a place that is newly nullable is the same.
    private static string[] GetNames(string type) => [.. TypeText.Split(type).Where(part => part != "?")];
}
