using CfGen.Generator.Diagnostics;
using CfGen.Generator.Listing;
using CfGen.Generator.Model;

namespace CfGen.Generator.Comparison;

/// <summary>Collects changes, and knows both sides of the comparison.</summary>
internal sealed class ChangeList(Surface old, Surface current)
{
    private readonly List<ApiChange> _changes = [];

    // What changes are without hidden overloads, by their indexes; null for those of an overload.
    private readonly Dictionary<int, ApiChange?> _withoutOverloads = [];
    private readonly List<ApiChange> _prevented = [];
    private ReachedMembers? _reached;

    public Surface Old { get; } = old;

    public Surface Current { get; } = current;

    public IReadOnlyList<ApiChange> Changes => _changes;

    /// <summary>The changes for a framework before .NET 9, where a client has no hidden overloads.</summary>
    public IReadOnlyList<ApiChange> WithoutOverloads =>
        [
            .. _changes.Select((change, i) => _withoutOverloads.TryGetValue(i, out ApiChange? other) ? other : change).OfType<ApiChange>(),
            .. _prevented,
        ];

    /// <summary>The members of the listing that lead to its types. Reads the whole listing.</summary>
    public ReachedMembers Reached => _reached ??= new ReachedMembers(Old);

    /// <summary>Adds a change of a member that both sides have.</summary>
    public void Add(ChangeKind kind, ChangeImpact impact, MemberPair pair, string oldValue = "", string newValue = "") =>
        Add(kind, impact, pair.Old, pair.New.Line.Pointer, oldValue, newValue);

    /// <summary>Adds a change of a hidden overload.</summary>
    public void AddOfOverload(ChangeKind kind, ChangeImpact impact, MemberPair pair, string fact)
    {
        _withoutOverloads.Add(_changes.Count, null);
        AddFact(kind, impact, pair, fact);
    }

    /// <summary>Adds a break that only hidden overloads prevent.</summary>
    public void AddPrevented(ChangeKind kind, MemberPair pair, string fact) =>
        _prevented.Add(
            Create(kind, ChangeImpact.Source, pair.Old, pair.New.Line.Pointer, pair.OldValue(fact), pair.NewValue(fact), pair.Old.Name)
        );

    /// <summary>Adds a change of a fact of a member, with its value on both sides.</summary>
    public void AddFact(ChangeKind kind, ChangeImpact impact, MemberPair pair, string fact) =>
        Add(kind, impact, pair, pair.OldValue(fact), pair.NewValue(fact));

    /// <summary>Adds a change of a member that only one side has.</summary>
    /// <param name="listedName">The name that the member of the client would have in the listing; null for a member of the listing.</param>
    public void Add(
        ChangeKind kind,
        ChangeImpact impact,
        ListedMember member,
        string pointer,
        string oldValue = "",
        string newValue = "",
        string? listedName = null
    ) => _changes.Add(Create(kind, impact, member, pointer, oldValue, newValue, listedName ?? member.Name));

    private ApiChange Create(
        ChangeKind kind,
        ChangeImpact impact,
        ListedMember member,
        string pointer,
        string oldValue,
        string newValue,
        string listedName
    ) => new(kind, impact, member.Name, oldValue, newValue, UsedMembers.Find(Reached, kind, impact, listedName, member.Kind), pointer);

    /// <summary>Finds what leads to the types and classes of the changes, and to the classes of the methods among it.</summary>
    public EquatableArray<TypeReach> FindReached()
    {
        List<TypeReach> found = [.. GetOwners(_changes.Concat(_prevented).Select(c => c.Used.Owner)).Select(Reached.Find)];
        HashSet<string> known = new(found.Select(f => f.Type), StringComparer.Ordinal);
        IEnumerable<string> classes = GetOwners(found.SelectMany(f => f.Members).Select(UsedMembers.GetOwner))
            .Where(o => Old.Classes.Contains(o) && !known.Contains(o));
        return found.Concat(classes.Select(Reached.Find)).ToEquatable();
    }

    private static List<string> GetOwners(IEnumerable<string> owners) =>
        [.. owners.Where(o => o.Length > 0).Distinct(StringComparer.Ordinal).OrderBy(o => o, StringComparer.Ordinal)];

    /// <summary>Makes the changes safe that a predicate selects: those that hidden overloads prevent from breaking calls.</summary>
    public void Soften(Func<ApiChange, bool> predicate)
    {
        for (int i = 0; i < _changes.Count; i++)
        {
            if (!predicate(_changes[i]))
                continue;
            if (!_withoutOverloads.ContainsKey(i))
                _withoutOverloads.Add(i, _changes[i]);
            _changes[i] = _changes[i] with { Impact = ChangeImpact.Safe };
        }
    }

    /// <summary>True if a change since the given number of changes breaks code that compiled.</summary>
    public bool HasSourceBreak(int since) => _changes.Skip(since).Any(c => c.Impact == ChangeImpact.Source);
}
