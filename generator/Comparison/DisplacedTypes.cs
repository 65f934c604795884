using CfGen.Generator.Listing;

namespace CfGen.Generator.Comparison;

/// <summary>
/// Finds the names that mean another type in the client: the type of the listing has another name there, and a type that the listing does
/// not have took its own.
/// </summary>
internal sealed class DisplacedTypes(Surface old, Surface current)
{
    private static readonly string[] s_identities = [ListedFact.Schema, ListedFact.Id, ListedFact.Operation];

    /// <param name="gone">The lines that only the listing has.</param>
    /// <param name="come">The lines that only the client has.</param>
    /// <param name="places">The types of equal places.</param>
    /// <param name="known">The names that were found already.</param>
    public IEnumerable<string> Find(
        IReadOnlyList<ListedMember> gone,
        IReadOnlyList<ListedMember> come,
        HashSet<(string Old, string New)> places,
        HashSet<string> known
    )
    {
        HashSet<string> found = [.. FindByIdentity(gone, come)];
        Lazy<HashSet<string>> keptUses = new(() => FindUses([.. come.Select(m => m.Line.Text)]));
        foreach (IGrouping<string, (string Old, string New)> same in places.GroupBy(p => p.Old, StringComparer.Ordinal))
        {
            if (
                old.Find(same.Key) is { } type
                && ListedKind.IsType(type.Kind)
                && current.Types.Contains(same.Key)
                && same.Any(p => IsNew(p.New, type.Kind))
                && !IsSameComponent(type)
                && !keptUses.Value.Contains(same.Key)
            )
                found.Add(same.Key);
        }

        return found.Except(known, StringComparer.Ordinal).OrderBy(n => n, StringComparer.Ordinal);
    }

    /// <summary>The types whose component or operation has a type of another name in the client.</summary>
    private IEnumerable<string> FindByIdentity(IReadOnlyList<ListedMember> gone, IReadOnlyList<ListedMember> come)
    {
        ILookup<string, ListedMember> byIdentity = come.Where(m => ListedKind.IsType(m.Kind))
            .SelectMany(t => GetIdentities(t).Select(identity => (Identity: identity, Type: t)))
            .ToLookup(t => t.Identity, t => t.Type, StringComparer.Ordinal);
        return gone.Where(m => ListedKind.IsType(m.Kind) && current.Types.Contains(m.Name))
            .Where(m =>
                GetIdentities(m).Any(i => byIdentity[i].Any() && byIdentity[i].All(t => t.Name != m.Name && !IsNamesake(m.Name, t.Name)))
            )
            .Select(m => m.Name);
    }

    private static IEnumerable<string> GetIdentities(ListedMember type) =>
        s_identities.Where(fact => type[fact].Length > 0).Select(fact => $"{fact}/{type[fact]}");

    /// <summary>True if the type of the client is the same component, and has some of the members.</summary>
    private bool IsSameComponent(ListedMember type)
    {
        string schema = type[ListedFact.Schema];
        return schema.Length > 0 && current.Find(type.Name)?[ListedFact.Schema] == schema && IsLike(type.Name, type.Name);
    }

    /// <summary>True if the type of the same name has some of the members, and the other one has not.</summary>
    private bool IsNamesake(string name, string other) => IsLike(name, name) && !IsLike(name, other);

    private bool IsLike(string oldName, string newName) =>
        TypeRenames.Compare(old.GetMembers(oldName), current.GetMembers(newName)) >= TypeRenames.MinimumLikenessInPlace;

    private bool IsNew(string name, string kind) => !old.Types.Contains(name) && current.Find(name)?.Kind == kind;

    /// <summary>The types in the lines that did not change.</summary>
    private HashSet<string> FindUses(HashSet<string> changedLines) =>
        [.. current.Lines.Where(line => !changedLines.Contains(line.Text)).SelectMany(line => ListedTypeName.GetTypes(line.Text))];
}
