using CfGen.Generator.Diagnostics;
using CfGen.Generator.Model;

namespace CfGen.Generator.Usage;

/// <summary>The use of a name in the code of the project.</summary>
/// <param name="Count">The number of places.</param>
/// <param name="First">The first place, in the order of the files; null where there is none.</param>
internal sealed record NameUse(string Name, int Count, LocationInfo? First)
{
    public static NameUse None { get; } = new("", 0, null);

    /// <summary>Returns the use as a clause.</summary>
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

/// <summary>The use of the names that changes ask for.</summary>
internal sealed record NameUses(EquatableArray<NameUse> Uses)
{
    private Dictionary<string, NameUse>? _byName;

    public static NameUses None { get; } = new([]);

    /// <summary>Returns the use of several names together.</summary>
    public NameUse Find(EquatableArray<string> names)
    {
        _byName ??= Uses.ToDictionary(u => u.Name, StringComparer.Ordinal);
        NameUse all = NameUse.None;
        foreach (string name in names)
        {
            if (_byName.TryGetValue(name, out NameUse? use))
                all = all.Count == 0 ? use : all with { Count = all.Count + use.Count };
        }

        return all;
    }

    public bool Equals(NameUses? other) => other is not null && Uses.Equals(other.Uses);

    public override int GetHashCode() => Uses.GetHashCode();
}
