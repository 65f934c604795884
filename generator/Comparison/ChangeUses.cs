using CfGen.Generator.Model;
using CfGen.Generator.Usage;

namespace CfGen.Generator.Comparison;

/// <summary>
/// Counts the places where code uses what changed. A name whose member the code does not tell, as in a page of Razor, counts where the
/// project has a name that leads to its type.
/// </summary>
internal sealed class ChangeUses(MemberUses uses, string client, EquatableArray<TypeReach> reached)
{
    private readonly Dictionary<string, TypeReach> _reached = reached.ToDictionary(r => r.Type, StringComparer.Ordinal);
    private readonly Dictionary<string, bool> _present = new(StringComparer.Ordinal);
    private readonly Dictionary<string, PlaceCount> _values = new(StringComparer.Ordinal);

    /// <summary>Counts the places.</summary>
    public PlaceCount Count(UsedMembers used)
    {
        if (uses.Uses.Count == 0 || used.Owner.Length == 0)
            return PlaceCount.None;
        PlaceCount count = Count(used.Members);
        return count.Count > 0 || !used.IsOfType ? count : CountValues(used.Owner);
    }

    private PlaceCount Count(IEnumerable<string> members) =>
        uses.CountMembers(client, members).Add(uses.CountNames(members.Where(m => IsPresent(UsedMembers.GetOwner(m)))));

    /// <summary>Counts the places that have a value of a type without naming it.</summary>
    private PlaceCount CountValues(string type)
    {
        if (!_values.TryGetValue(type, out PlaceCount count))
            _values.Add(type, count = Count(GetReached(type)));
        return count;
    }

    private EquatableArray<string> GetReached(string type) => _reached.TryGetValue(type, out TypeReach? reach) ? reach.Members : [];

    /// <summary>True if the code has a name through which it can have the type or class, or what leads to it is not known.</summary>
    private bool IsPresent(string owner)
    {
        if (!_present.TryGetValue(owner, out bool isPresent))
            _present.Add(owner, isPresent = FindPresence(owner));
        return isPresent;
    }

    private bool FindPresence(string owner)
    {
        // Nothing leads to the client, to its options, and to a type that no operation has.
        if (!_reached.TryGetValue(owner, out TypeReach? reach) || reach.Members.Count == 0)
            return true;
        if (uses.CountNames([owner]).Count > 0 || uses.CountMembers(client, reach.Members.Append(owner)).Count > 0)
            return true;
        // A type that contains the type is reached by its own name or by methods, which are here as well.
        return reach.Members.Any(m => uses.CountNames([m]).Count > 0 && IsReachedBy(m));
    }

    // A method is that of its class only if the code has what leads to the class. All classes of methods are among what leads somewhere; the
    // other holders of members are types, and what leads to them leads to the type as well.
    private bool IsReachedBy(string member)
    {
        string holder = UsedMembers.GetOwner(member);
        if (holder.Length == member.Length)
            return true;
        if (!_reached.TryGetValue(holder, out TypeReach? reach))
            return false;
        return reach.Members.Count == 0
            || uses.CountNames(reach.Members.Append(holder)).Count > 0
            || uses.CountMembers(client, reach.Members.Append(holder)).Count > 0;
    }
}
