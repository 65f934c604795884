using CfGen.Generator.Diagnostics;
using CfGen.Generator.Model;

namespace CfGen.Generator.Usage;

/// <summary>The places of one member, or of one name that may be that of several members.</summary>
/// <param name="Client">The full name of the client; empty for a name whose member the code does not tell.</param>
/// <param name="Member">The member, or the name.</param>
/// <param name="Order">The rank of the first place among all places.</param>
/// <param name="First">The first place.</param>
internal sealed record MemberUse(string Client, string Member, int Count, int Order, LocationInfo First);

/// <summary>The use of the members that changes ask for.</summary>
internal sealed record MemberUses(EquatableArray<MemberUse> Uses)
{
    private Dictionary<(string Client, string Member), MemberUse>? _byMember;

    /// <summary>The result where nothing changed, or nothing of it is used.</summary>
    public static MemberUses None { get; } = new([]);

    /// <summary>Returns the places where code uses any of the members.</summary>
    public PlaceCount CountMembers(string client, IEnumerable<string> members) =>
        members.Aggregate(PlaceCount.None, (count, member) => count.Add(Find(client, member)));

    /// <summary>Returns the places of the names of any of the members, where the code does not tell whose name it is.</summary>
    public PlaceCount CountNames(IEnumerable<string> members) =>
        members
            .SelectMany(ChangedClient.GetIdentifiers)
            .Distinct(StringComparer.Ordinal)
            .Aggregate(PlaceCount.None, (count, name) => count.Add(Find("", name)));

    private MemberUse? Find(string client, string member)
    {
        _byMember ??= Uses.ToDictionary(u => (u.Client, u.Member));
        return _byMember.TryGetValue((client, member), out MemberUse? use) ? use : null;
    }

    /// <inheritdoc/>
    public bool Equals(MemberUses? other) => other is not null && Uses.Equals(other.Uses);

    /// <inheritdoc/>
    public override int GetHashCode() => Uses.GetHashCode();
}
