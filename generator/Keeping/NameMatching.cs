using CfGen.Generator.Comparison;
using CfGen.Generator.Listing;
using CfGen.Generator.Model;

namespace CfGen.Generator.Keeping;

/// <summary>A client beside its listing: the lines that differ, and the types that were found again.</summary>
/// <param name="Old">The listing that was committed.</param>
/// <param name="Current">The listing of the client under the names of the rules.</param>
/// <param name="Gone">The lines that only the committed listing has.</param>
/// <param name="Come">The lines that only the client has.</param>
internal sealed record NameMatching(Surface Old, Surface Current, IReadOnlyList<ListedMember> Gone, IReadOnlyList<ListedMember> Come)
{
    private TypeRenames _renames = null!;
    private Dictionary<string, string> _oldNames = null!;

    /// <summary>The names of the client by the names of the listing.</summary>
    public IReadOnlyDictionary<string, string> Names => _renames.Names;

    public static NameMatching Create(ListingDifference difference)
    {
        List<ListedMember> gone = [.. difference.Gone];
        List<ListedMember> come = [.. difference.Come];
        var renames = TypeRenames.Find(difference.Old, difference.Current, gone, come);
        return new NameMatching(difference.Old, difference.Current, gone, come)
        {
            _renames = renames,
            _oldNames = renames.Names.ToDictionary(n => n.Value, n => n.Key, StringComparer.Ordinal),
        };
    }

    /// <summary>Returns the name of a type in the listing; null for a new type.</summary>
    /// <param name="name">The name in the client.</param>
    public string? GetOldName(string name) =>
        _oldNames.TryGetValue(name, out string? old) ? old
        : Old.Types.Contains(name) && !_renames.Displaced.Contains(name) && !Names.ContainsKey(name) ? name
        : null;
}
