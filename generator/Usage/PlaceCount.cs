using CfGen.Generator.Diagnostics;

namespace CfGen.Generator.Usage;

/// <summary>A number of places in the code of the project.</summary>
/// <param name="First">The first place, in the order of the files; null where there is none.</param>
/// <param name="Order">The rank of the first place among all places.</param>
internal readonly record struct PlaceCount(int Count, int Order, LocationInfo? First)
{
    public static PlaceCount None { get; } = new(0, int.MaxValue, null);

    /// <summary>Adds the places of a member; null where there is none.</summary>
    public PlaceCount Add(MemberUse? use) => use is null ? this : Add(new PlaceCount(use.Count, use.Order, use.First));

    /// <summary>Adds other places.</summary>
    public PlaceCount Add(PlaceCount other) =>
        other.Order < Order ? other with { Count = Count + other.Count } : this with { Count = Count + other.Count };

    /// <summary>Returns the number and the first place as a clause.</summary>
    public string Describe()
    {
        if (First is null)
            return "the project does not use it";
        string place = $"{System.IO.Path.GetFileName(First.FilePath)}({NumberFormat.ToInvariantString(First.LineNumber)})";
        return Count == 1
            ? $"the project uses it once, at {place}"
            : $"the project uses it {NumberFormat.ToInvariantString(Count)} times, first at {place}";
    }
}
