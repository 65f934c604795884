using System.Globalization;
using CfGen.Changes.Bases;
using CfGen.Generator.Comparison;
using CfGen.Generator.Diagnostics;
using CfGen.Generator.Listing;

namespace CfGen.Changes.Versions;

/// <summary>Compares documents with their next versions.</summary>
internal sealed class VersionRun
{
    private readonly List<string> _faults = [];
    private readonly List<string> _lost = [];

    /// <summary>The differences that are not named, or named twice.</summary>
    public IReadOnlyList<string> Faults => _faults;

    /// <summary>The renames that were not found.</summary>
    public IReadOnlyList<string> Lost => _lost;

    /// <summary>The number of versions.</summary>
    public int Versions { get; private set; }

    /// <summary>The number of lines that only one listing has.</summary>
    public int Lines { get; private set; }

    /// <summary>The number of renames of components and operations that have a type or a method in both clients.</summary>
    public int Renames { get; private set; }

    /// <summary>Makes the next version of a document, and compares both.</summary>
    public void Run(BaseDocument document, int seed)
    {
        NextVersion next = NextVersion.Create(document, seed);
        var client = ClientUnderTest.Generate(next.Root, document.Client);
        if (client.Listing is not { } listing)
            return;
        string name = string.Create(CultureInfo.InvariantCulture, $"{document.Name}, version {seed}");
        IReadOnlyList<ApiChange> changes = Compare(name, document.Listing, listing);
        CheckRenames(name, next.Schemas, ListedFact.Schema, document.Listing, listing, changes);
        CheckRenames(name, next.Operations, ListedFact.Operation, document.Listing, listing, changes);
        bool isReported = changes.Any(c => c.Impact == ChangeImpact.Source);
        if (isReported != client.Compile(document.Consumer).Count > 0)
            _faults.Add($"{name}: {(isReported ? "compiles, and a break is reported" : "does not compile, and no break is reported")}");
    }

    /// <summary>Compares two listings.</summary>
    public IReadOnlyList<ApiChange> Compare(string name, ApiListing old, ApiListing current)
    {
        IReadOnlyList<ApiChange> changes = ListingComparison.Compare(old, current).Changes;
        Versions++;
        Lines += DifferenceCheck.Count(old, current);
        _faults.AddRange(DifferenceCheck.FindFaults(old, current, changes).Select(f => $"{name}: {f}"));
        return changes;
    }

    private void CheckRenames(
        string version,
        IReadOnlyList<(string Old, string New)> renames,
        string fact,
        ApiListing old,
        ApiListing current,
        IReadOnlyList<ApiChange> changes
    )
    {
        Dictionary<string, string> oldNames = GetNames(old, fact);
        Dictionary<string, string> newNames = GetNames(current, fact);
        foreach ((string before, string after) in renames)
        {
            if (!oldNames.TryGetValue(before, out string? oldName) || !newNames.TryGetValue(after, out string? newName))
                continue;
            Renames++;
            if (!IsFound(oldName, newName, changes))
                _lost.Add($"{version}: {before} -> {after}, {oldName} -> {newName}");
        }
    }

    private static bool IsFound(string oldName, string newName, IReadOnlyList<ApiChange> changes)
    {
        if (changes.Any(c => c.Member == oldName && c.Kind is ChangeKind.TypeRemoved or ChangeKind.MethodRemoved))
            return false;
        if (oldName == newName || changes.Any(c => c.Member == oldName && c.New == newName))
            return true;
        // The methods of a resource are renamed with it.
        string[] before = oldName.Split('.');
        string[] after = newName.Split('.');
        return before.Length == 2
            && before[^1] == after[^1]
            && changes.Any(c =>
                c.Kind == ChangeKind.ResourceRenamed && c.Old == before[0] && c.New.EndsWith($"({after[0]})", StringComparison.Ordinal)
            );
    }

    /// <summary>Returns the names of types and methods by what they stand for.</summary>
    private static Dictionary<string, string> GetNames(ApiListing listing, string fact)
    {
        Dictionary<string, string> names = new(StringComparer.Ordinal);
        foreach (ListedMember member in listing.Lines.Select(l => ListedMember.TryParse(l)!))
        {
            // An operation can have several methods; the shortest name is that of the first.
            if (
                member.Kind != ListedKind.ParametersRecord
                && member[fact] is { Length: > 0 } value
                && (!names.TryGetValue(value, out string? known) || known.Length > member.Name.Length)
            )
                names[value] = member.Name;
        }

        return names;
    }
}
