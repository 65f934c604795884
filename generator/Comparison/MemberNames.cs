using CfGen.Generator.Listing;

namespace CfGen.Generator.Comparison;

/// <summary>The names of the listing that are others in the client.</summary>
/// <param name="types">The types, by the old name.</param>
/// <param name="classes">The classes of resources, by the old name.</param>
/// <param name="methods">The methods with their classes, by the old name.</param>
internal sealed class MemberNames(
    IReadOnlyDictionary<string, string> types,
    IReadOnlyDictionary<string, string> classes,
    IReadOnlyDictionary<string, string> methods
)
{
    private readonly Dictionary<string, string> _owners = types
        .Concat(classes.Where(c => !types.ContainsKey(c.Key)))
        .ToDictionary(p => p.Key, p => p.Value, StringComparer.Ordinal);
    private readonly Dictionary<string, string> _oldNames = types
        .Concat(methods)
        .Where(p => p.Key != p.Value)
        .GroupBy(p => p.Value, StringComparer.Ordinal)
        .ToDictionary(g => g.Key, g => g.First().Key, StringComparer.Ordinal);

    private readonly HashSet<string> _takenMethods = new(methods.Values, StringComparer.Ordinal);

    /// <summary>The types that have another name.</summary>
    public IReadOnlyDictionary<string, string> Types => types;

    /// <summary>The classes of resources that have another name.</summary>
    public IReadOnlyDictionary<string, string> Classes => classes;

    /// <summary>Returns the name in the listing of a type or method of the client.</summary>
    public string GetOldName(string name) => _oldNames.TryGetValue(name, out string? old) ? old : name;

    /// <summary>
    /// Returns the name in the client under which a member of the listing is found; empty for a method whose name another operation has.
    /// </summary>
    public string Find(ListedMember old, ListedMember renamed) =>
        old.Kind != ListedKind.Method ? renamed.Name
        : methods.TryGetValue(old.Name, out string? method) ? method
        : _takenMethods.Contains(renamed.Name) ? ""
        : renamed.Name;

    /// <summary>Returns a member of the listing in the names of the client.</summary>
    public ListedMember Rename(ListedMember member) =>
        member.Rename(
            RenameMember(member),
            (fact, value) => fact is ListedFact.Type or ListedFact.Returns ? TypeText.Rename(value, _owners) : value
        );

    private string RenameMember(ListedMember member)
    {
        string name = member.Name;
        if (member.Kind == ListedKind.Method)
            return RenameOwner(name);
        int bracket = name.IndexOfAny(['(', '[']);
        return bracket > 0 && methods.TryGetValue(name.Substring(0, bracket), out string? owner)
            ? owner + name.Substring(bracket)
            : RenameOwner(name);
    }

    private string RenameOwner(string name)
    {
        int end = name.IndexOfAny(['.', '(']);
        string owner = end < 0 ? name : name.Substring(0, end);
        return _owners.TryGetValue(owner, out string? renamed) ? renamed + name.Substring(owner.Length) : name;
    }
}
