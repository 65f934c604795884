namespace CfGen.Changes;

/// <summary>The numbers of a run.</summary>
/// <param name="Changes">The changes.</param>
/// <param name="Broken">The changes that the compiler refuses.</param>
/// <param name="Unchanged">The changes that changed no line.</param>
/// <param name="Renames">The renames: changes of a name after which the same is there.</param>
/// <param name="FoundRenames">The renames after which nothing is reported as gone.</param>
/// <param name="WireChanges">The safe changes that were tried over the wire.</param>
/// <param name="SameCode">The changes with which the code of the client is the same, documentation aside.</param>
/// <param name="Calls">The calls that were made over the wire.</param>
/// <param name="ComparedCalls">The calls that succeeded with the old client, and were compared.</param>
internal readonly record struct RunTotals(
    int Changes,
    int Broken,
    int Unchanged,
    int Renames,
    int FoundRenames,
    int WireChanges,
    int SameCode,
    int Calls,
    int ComparedCalls
)
{
    public static RunTotals operator +(RunTotals a, RunTotals b) =>
        new(
            a.Changes + b.Changes,
            a.Broken + b.Broken,
            a.Unchanged + b.Unchanged,
            a.Renames + b.Renames,
            a.FoundRenames + b.FoundRenames,
            a.WireChanges + b.WireChanges,
            a.SameCode + b.SameCode,
            a.Calls + b.Calls,
            a.ComparedCalls + b.ComparedCalls
        );
}
