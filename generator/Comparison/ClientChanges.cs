using CfGen.Generator.Diagnostics;
using CfGen.Generator.Model;
using CfGen.Generator.Usage;

namespace CfGen.Generator.Comparison;

/// <summary>A difference between a client and its listing, with its place in the new document.</summary>
internal sealed record LocatedChange(ApiChange Change, LocationInfo Location);

/// <summary>The differences between a client and its listing.</summary>
/// <param name="Listing">The path of the listing.</param>
/// <param name="Location">The place in the document that stands for all of them.</param>
/// <param name="Changes">The differences, for a client with hidden overloads.</param>
/// <param name="WithoutOverloads">The differences for a framework before .NET 9, where the client has none.</param>
/// <param name="Reached">What leads to the types and classes of the changes.</param>
/// <param name="Client">The client with the members whose use matters.</param>
internal sealed record ClientChanges(
    string Listing,
    LocationInfo Location,
    EquatableArray<LocatedChange> Changes,
    EquatableArray<LocatedChange> WithoutOverloads,
    EquatableArray<TypeReach> Reached,
    ChangedClient Client
)
{
    /// <summary>Returns the diagnostics: one a change, those that code notices first, and their number.</summary>
    /// <param name="uses">The use of the members in the project.</param>
    /// <param name="hasOverloads">True if the client has hidden overloads.</param>
    public IEnumerable<DiagnosticInfo> ToDiagnostics(MemberUses uses, bool hasOverloads)
    {
        EquatableArray<LocatedChange> changes = hasOverloads ? Changes : WithoutOverloads;
        ChangeUses counter = new(uses, Client.Name, Reached);
        List<(LocatedChange Change, PlaceCount Use)> used =
        [
            .. changes
                .Select(c => (Change: c, Use: counter.Count(c.Change.Used)))
                .OrderByDescending(c => c.Use.Count > 0)
                .ThenByDescending(c => c.Change.Change.Impact),
        ];
        Dictionary<ChangeKind, int> shown = [];
        foreach ((LocatedChange change, PlaceCount use) in used)
        {
            shown.TryGetValue(change.Change.Kind, out int count);
            shown[change.Change.Kind] = count + 1;
            if (count < DiagnosticLimit.Maximum)
                yield return ToDiagnostic(change, use);
        }

        yield return ChangeFindings
            .Summary(
                JsonPointer.Root,
                System.IO.Path.GetFileName(Listing),
                Count(ChangeImpact.Source),
                Count(ChangeImpact.RunTime),
                Count(ChangeImpact.Safe),
                used.Count(u => u.Use.Count > 0)
            )
            .ToDiagnosticInfo(Location);

        int Count(ChangeImpact impact) => changes.Count(c => c.Change.Impact == impact);
    }

    private static DiagnosticInfo ToDiagnostic(LocatedChange located, PlaceCount use)
    {
        ApiChange change = located.Change;
        string effect = change.Impact switch
        {
            ChangeImpact.Source => "breaks the source",
            ChangeImpact.RunTime => "breaks at run time only",
            _ => "is safe",
        };
        DiagnosticInfo diagnostic = ChangeFindings
            .Change(change.Kind, change.Pointer, change.Member, effect, use.Describe(), change.Old, change.New)
            .ToDiagnosticInfo(located.Location);
        return use.Count > 0 ? diagnostic : diagnostic with { IsNote = true };
    }
}
