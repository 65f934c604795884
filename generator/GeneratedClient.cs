using CfGen.Generator.Diagnostics;
using CfGen.Generator.Model;

namespace CfGen.Generator;

/// <summary>One document at the end of the decisions: texts to be, and diagnostics with their places.</summary>
internal sealed record GeneratedClient(
    NamespaceReservation Reservation,
    EquatableArray<SourceFileModel> Units,
    EquatableArray<DiagnosticInfo> Diagnostics
)
{
    /// <summary>Creates the result of a document from which no code is generated.</summary>
    public static GeneratedClient CreateEmpty(string path, EquatableArray<DiagnosticInfo> diagnostics) =>
        new(new NamespaceReservation("", path, LocationInfo.ForFile(path)), [], diagnostics);
}

/// <summary>The namespace that a document's code goes into; empty where there is no code.</summary>
internal sealed record NamespaceReservation(string Namespace, string Path, LocationInfo ProjectLocation);

/// <summary>Which document has each namespace: the first in the project's order. Case does not tell two apart, as they become file names.</summary>
internal sealed record NamespaceReservations(EquatableArray<NamespaceReservation> Reservations)
{
    public static NamespaceReservations Create(IEnumerable<NamespaceReservation> claims) =>
        new(
            claims
                .Where(c => c.Namespace.Length > 0)
                .GroupBy(c => c.Namespace, StringComparer.OrdinalIgnoreCase)
                .Select(g => g.First())
                .ToEquatable()
        );

    public bool IsGranted(NamespaceReservation claim) => claim.Namespace.Length == 0 || FindOwner(claim.Namespace) == claim;

    public IEnumerable<DiagnosticInfo> GetConflicts(NamespaceReservation claim)
    {
        if (!IsGranted(claim))
            yield return ConfigurationFindings
                .SharedNamespace(claim.Namespace, FindOwner(claim.Namespace)!.Path, claim.ProjectLocation)
                .ToDiagnosticInfo(location: null);
    }

    private NamespaceReservation? FindOwner(string name) =>
        Reservations.FirstOrDefault(c => string.Equals(c.Namespace, name, StringComparison.OrdinalIgnoreCase));
}
