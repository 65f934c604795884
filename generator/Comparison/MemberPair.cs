using CfGen.Generator.Listing;

namespace CfGen.Generator.Comparison;

/// <summary>A member in the listing and the same member in the client.</summary>
/// <param name="Old">The member of the listing.</param>
/// <param name="New">The member of the client.</param>
/// <param name="Renamed">The member of the listing with the names of renamed types in the place of the old ones.</param>
internal readonly record struct MemberPair(ListedMember Old, ListedMember New, ListedMember Renamed)
{
    /// <summary>The value in the listing, in the names of the client.</summary>
    public string OldValue(string fact) => Renamed[fact];

    public string NewValue(string fact) => New[fact];

    public bool IsAdded(string fact) => !Renamed.Has(fact) && New.Has(fact);

    public bool IsRemoved(string fact) => Renamed.Has(fact) && !New.Has(fact);

    public bool IsChanged(string fact) => Renamed.Has(fact) != New.Has(fact) || Renamed[fact] != New[fact];
}
