using CfGen.Generator.Comparison;
using CfGen.Generator.Diagnostics;
using CfGen.Generator.Listing;

namespace CfGen.Changes.Versions;

/// <summary>
/// Checks that the changes name each difference of two listings, and each once. It takes the renames from the changes. All else it finds in
/// the lines.
/// </summary>
internal sealed class DifferenceCheck
{
    // They follow from what refers to a type, from its members, from the operation of its method, and from another option.
    private static readonly string[] s_derived =
    [
        ListedFact.Sent,
        ListedFact.Received,
        ListedFact.KeepsUnknown,
        ListedFact.JsonDirections,
        ListedFact.SetsNull,
        ListedFact.Cases,
        ListedFact.Positions,
        ListedFact.Call,
        ListedFact.Schema,
        ListedFact.Option,
    ];

    // Their member is that of the new listing.
    private static readonly ChangeKind[] s_added =
    [
        ChangeKind.Added,
        ChangeKind.EnumValueAdded,
        ChangeKind.UnionCaseAdded,
        ChangeKind.RequiredParameterAdded,
    ];

    // What is in another place is named there, and its old owner can be gone.
    private static readonly ChangeKind[] s_removed =
    [
        ChangeKind.MemberRemoved,
        ChangeKind.ParameterRemoved,
        ChangeKind.EnumValueRemoved,
        ChangeKind.UnionCaseRemoved,
    ];

    private readonly ILookup<string, ApiChange> _changes;
    private readonly Dictionary<string, string> _types = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _methods = new(StringComparer.Ordinal);
    private readonly HashSet<string> _newNames = new(StringComparer.Ordinal);
    private readonly Dictionary<string, ListedMember> _gone;
    private readonly Dictionary<string, ListedMember> _come;
    private readonly List<string> _faults = [];

    private DifferenceCheck(ApiListing old, ApiListing current, IReadOnlyList<ApiChange> changes)
    {
        _changes = changes.ToLookup(c => c.Member, StringComparer.Ordinal);
        _gone = Subtract(old, current);
        _come = Subtract(current, old);
        foreach (ApiChange change in changes)
        {
            _newNames.Add(change.New.Split(" (")[0]);
            if (change.Kind == ChangeKind.TypeRenamed)
                _types[change.Member] = change.New;
            else if (change.Kind == ChangeKind.MethodRenamed)
                _methods[change.Member] = change.New;
            else if (change.Kind == ChangeKind.ResourceRenamed)
                _types[change.Old] = change.New.Split(" (")[1].TrimEnd(')');
        }

        HashSet<string> owners = [.. _types.Keys, .. _types.Values];
        AddMembers(_gone, old, owners);
        AddMembers(_come, current, owners);
    }

    /// <summary>Returns the lines that are not named, and those that are named twice.</summary>
    public static IReadOnlyList<string> FindFaults(ApiListing old, ApiListing current, IReadOnlyList<ApiChange> changes)
    {
        DifferenceCheck check = new(old, current, changes);
        check.CheckLines();
        check.CheckChanges(changes);
        return check._faults;
    }

    /// <summary>The number of lines that only one listing has.</summary>
    public static int Count(ApiListing old, ApiListing current) => Subtract(old, current).Count + Subtract(current, old).Count;

    private static Dictionary<string, ListedMember> Subtract(ApiListing listing, ApiListing other)
    {
        HashSet<string> known = [.. other.Lines.Select(l => l.Text)];
        return listing
            .Lines.Where(l => !known.Contains(l.Text))
            .Select(l => ListedMember.TryParse(l)!)
            .ToDictionary(m => m.Name, StringComparer.Ordinal);
    }

    // Two types that pass a name on can have equal lines of different members.
    private static void AddMembers(Dictionary<string, ListedMember> members, ApiListing listing, HashSet<string> owners)
    {
        foreach (ListedMember member in listing.Lines.Select(l => ListedMember.TryParse(l)!).Where(m => owners.Contains(m.Owner)))
            members.TryAdd(member.Name, member);
    }

    private void CheckLines()
    {
        HashSet<string> paired = [];
        foreach (ListedMember member in _gone.Values)
        {
            ListedMember renamed = Rename(member);
            bool isOfOwner = IsNamedByOwner(member.Name, ChangeKind.TypeRemoved, ChangeKind.MethodRemoved);
            if (_come.TryGetValue(renamed.Name, out ListedMember? other))
                paired.Add(other.Name);
            bool isNamed = _changes[member.Name].Any(c => !s_added.Contains(c.Kind));
            if (isOfOwner && _changes[member.Name].Any(c => s_removed.Contains(c.Kind)))
                _faults.Add($"named twice, with its owner and by itself: {member.Line.Text}");
            else if (!isNamed && !isOfOwner && !(other is not null && IsSame(renamed, other)) && !IsDerived(member))
                _faults.Add($"the old line is not named: {member.Line.Text}");
        }

        foreach (ListedMember member in _come.Values.Where(m => !paired.Contains(m.Name)))
        {
            bool isOfOwner = IsNamedByOwner(member.Name, ChangeKind.Added);
            bool isNamed = _newNames.Contains(member.Name) || _changes.Contains(member.Name);
            if (isOfOwner && _changes[member.Name].Any(c => s_added.Contains(c.Kind)))
                _faults.Add($"named twice, with its owner and by itself: {member.Line.Text}");
            else if (!isNamed && !isOfOwner && !IsDerived(member))
                _faults.Add($"the new line is not named: {member.Line.Text}");
        }
    }

    private void CheckChanges(IReadOnlyList<ApiChange> changes)
    {
        foreach (ApiChange change in changes.Where(c => !_gone.ContainsKey(c.Member) && !_come.ContainsKey(c.Member)))
            _faults.Add($"no line differs: {change.Kind} {change.Member}");
        foreach (
            IGrouping<(ChangeKind Kind, string Member, string Old, string New), ApiChange> group in changes.GroupBy(c =>
                (c.Kind, c.Member, c.Old, c.New)
            )
        )
        {
            if (group.Count() > 1)
                _faults.Add($"named twice: {group.Key}");
        }
    }

    /// <summary>True if the type or the method that a member belongs to is gone, new, or of another kind.</summary>
    private bool IsNamedByOwner(string name, params ChangeKind[] kinds)
    {
        int bracket = name.IndexOfAny(['(', '[']);
        int end = name.IndexOfAny(['.', '(']);
        return (end > 0 && IsNamed(name[..end])) || (bracket > 0 && IsNamed(name[..bracket]));

        bool IsNamed(string owner) =>
            _changes[owner].Any(c => kinds.Contains(c.Kind) || c.Kind == ChangeKind.TypeKindChanged)
            || _types.Where(t => t.Value == owner).Any(t => _changes[t.Key].Any(c => c.Kind == ChangeKind.TypeKindChanged));
    }

    /// <summary>True for the argument of optional parameters, which comes and goes with them.</summary>
    private bool IsDerived(ListedMember member)
    {
        if (member.Kind != ListedKind.ParametersArgument)
            return false;
        string record = member[ListedFact.Type].TrimEnd('?');
        return _gone.Keys.Concat(_come.Keys).Any(n => n == record || n.StartsWith(record + ".", StringComparison.Ordinal));
    }

    private static bool IsSame(ListedMember old, ListedMember current) =>
        old.Kind == current.Kind && GetFacts(old).SetEquals(GetFacts(current));

    private static HashSet<(string, string)> GetFacts(ListedMember member) =>
        [
            .. member
                .Facts.Where(f =>
                    !s_derived.Contains(f.Key)
                    && !(member.Kind == ListedKind.ParametersRecord && f.Key is ListedFact.Operation or ListedFact.Id)
                )
                .Select(f => (f.Key, f.Value)),
        ];

    private ListedMember Rename(ListedMember member) =>
        member.Rename(
            RenameMember(member.Name),
            (fact, value) => fact is ListedFact.Type or ListedFact.Returns ? TypeText.Rename(value, _types) : value
        );

    private string RenameMember(string name)
    {
        int bracket = name.IndexOfAny(['(', '[']);
        string method = bracket > 0 ? name[..bracket] : name;
        if (_methods.TryGetValue(method, out string? renamed))
            return renamed + name[method.Length..];
        int end = name.IndexOfAny(['.', '(']);
        string owner = end < 0 ? name : name[..end];
        return _types.TryGetValue(owner, out string? other) ? other + name[owner.Length..] : name;
    }
}
