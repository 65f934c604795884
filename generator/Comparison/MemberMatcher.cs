using CfGen.Generator.Diagnostics;
using CfGen.Generator.Listing;

namespace CfGen.Generator.Comparison;

/// <summary>Finds the members of the listing among those of the client, under the same name or another one.</summary>
internal sealed class MemberMatcher
{
    private readonly ChangeList _changes;
    private readonly MemberNames _names;
    private readonly List<ListedMember> _gone;
    private readonly Dictionary<string, ListedMember> _come = new(StringComparer.Ordinal);
    private readonly List<MemberPair> _pairs = [];

    /// <param name="types">The types that have another name.</param>
    /// <param name="gone">The lines that only the listing has.</param>
    /// <param name="come">The lines that only the client has.</param>
    public MemberMatcher(ChangeList changes, Dictionary<string, string> types, List<ListedMember> gone, List<ListedMember> come)
    {
        _changes = changes;
        _gone = gone;
        foreach (ListedMember member in come)
            _come[member.Name] = member;
        MethodMatches methods = MethodMatches.Find(gone, come);
        _names = new MemberNames(types, methods.FindClasses(changes.Current), methods.Names);
    }

    /// <summary>The members that both sides have.</summary>
    public IReadOnlyList<MemberPair> Pairs => _pairs;

    /// <summary>The members of the listing that were not found.</summary>
    public IEnumerable<ListedMember> Gone => _gone;

    /// <summary>The members of the client that the listing does not have.</summary>
    public IEnumerable<ListedMember> Come => _come.Values;

    /// <summary>The types and resources that have another name, by the old one.</summary>
    public MemberNames Names => _names;

    /// <summary>Matches by name, then by what a name stands for.</summary>
    public void Match()
    {
        Dictionary<ListedMember, ListedMember> renamed = _gone.ToDictionary(m => m, _names.Rename);
        MatchBy(renamed, _names.Find, m => m.Name);
        MatchBy(renamed, (_, m) => GetIdentity(m), GetIdentity);
        // A parameter moves between the arguments and the record of the optional ones.
        MatchBy(renamed, (_, m) => GetParameter(m, _changes.Old), m => GetParameter(m, _changes.Current));
    }

    private void MatchBy(
        Dictionary<ListedMember, ListedMember> renamed,
        Func<ListedMember, ListedMember, string> ofOld,
        Func<ListedMember, string> ofCurrent
    )
    {
        Dictionary<string, ListedMember> byKey = new(StringComparer.Ordinal);
        foreach (ListedMember member in _come.Values)
        {
            string key = ofCurrent(member);
            if (key.Length > 0 && !byKey.ContainsKey(key))
                byKey.Add(key, member);
        }

        _gone.RemoveAll(member =>
        {
            string key = ofOld(member, renamed[member]);
            if (key.Length == 0 || !byKey.TryGetValue(key, out ListedMember? found) || !AreComparable(member, found))
                return false;
            byKey.Remove(key);
            _come.Remove(found.Name);
            MemberPair pair = new(member, found, renamed[member]);
            _pairs.Add(pair);
            return true;
        });
    }

    private static bool AreComparable(ListedMember old, ListedMember current) =>
        old.Kind == current.Kind
        || (ListedKind.IsType(old.Kind) && ListedKind.IsType(current.Kind))
        || (IsParameter(old.Kind) && IsParameter(current.Kind))
        || (IsProperty(old.Kind) && IsProperty(current.Kind));

    private static bool IsParameter(string kind) =>
        kind is ListedKind.Argument or ListedKind.Parameter or ListedKind.SentConstant or ListedKind.Body;

    private static bool IsProperty(string kind) =>
        kind
            is ListedKind.Member
                or ListedKind.AdditionalMembers
                or ListedKind.PartHeader
                or ListedKind.Credential
                or ListedKind.ServerVariable
                or ListedKind.Option;

    private static string GetIdentity(ListedMember member) =>
        MemberIdentity.Get(member) is { Length: > 0 } identity ? $"{member.Kind}/{GetOwner(member)}/{identity}" : "";

    private static string GetOwner(ListedMember member) =>
        member.Kind switch
        {
            ListedKind.Resource => "",
            ListedKind.Argument or ListedKind.SentConstant or ListedKind.Body => GetMethod(member),
            _ => member.Owner,
        };

    private static string GetMethod(ListedMember argument) => argument.Name.Substring(0, argument.Name.IndexOf('('));

    private string GetParameter(ListedMember member, Surface surface)
    {
        if (member.Kind is not (ListedKind.Argument or ListedKind.Parameter or ListedKind.SentConstant))
            return "";
        string owner = member.Kind == ListedKind.Parameter ? member.Owner : GetMethod(member);
        // The old member has the names of the client.
        string operation = (surface.Find(owner) ?? surface.Find(_names.GetOldName(owner)))?[ListedFact.Operation] ?? "";
        return $"{operation}/{MemberIdentity.GetPlace(member)}";
    }
}
