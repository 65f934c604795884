using CfGen.Generator.Diagnostics;
using CfGen.Generator.Listing;

namespace CfGen.Generator.Comparison;

/// <summary>Compares a listing with that of the client.</summary>
internal static class ListingComparison
{
    /// <summary>Compares two listings.</summary>
    /// <param name="old">The listing that was committed.</param>
    /// <param name="current">The listing of the client.</param>
    public static ComparisonResult Compare(ApiListing old, ApiListing current) => Compare(ListingDifference.Find(old, current));

    /// <summary>Explains the difference of two listings.</summary>
    /// <param name="difference">Null where they are equal.</param>
    public static ComparisonResult Compare(ListingDifference? difference)
    {
        if (difference is null || difference.InvalidLine is not null)
            return new ComparisonResult([], [], [], difference?.InvalidLine);
        (Surface oldSurface, Surface newSurface) = (difference.Old, difference.Current);
        List<ListedMember> gone = [.. difference.Gone];
        List<ListedMember> come = [.. difference.Come];
        ChangeList changes = new(oldSurface, newSurface);
        Dictionary<string, string> types = TypeRenames.Find(oldSurface, newSurface, gone, come).Names;
        MemberMatcher matcher = new(changes, types, gone, come);
        matcher.Match();
        foreach (MemberPair pair in matcher.Pairs)
            PairComparer.Compare(changes, pair);
        MethodComparer.CompareClasses(changes, matcher);
        RemainderReport.Report(changes, matcher);
        MethodComparer.CompareCalls(changes, matcher);
        KeptCalls.Soften(changes);
        return new ComparisonResult(changes.Changes, changes.WithoutOverloads, changes.FindReached(), null);
    }
}
