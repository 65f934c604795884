using CfGen.Generator.Comparison;
using CfGen.Generator.Configuration;
using CfGen.Generator.Diagnostics;
using CfGen.Generator.Listing;
using CfGen.Generator.Model;
using CfGen.Generator.Reporting;
using CfGen.Generator.Usage;

namespace CfGen.Generator;

/// <summary>The result of one document: the models of its source files, and its diagnostics.</summary>
internal sealed record GeneratedClient(
    NamespaceReservation Reservation,
    EquatableArray<SourceFileModel> Units,
    EquatableArray<DiagnosticInfo> Diagnostics
)
{
    /// <summary>The listing to write; null in a build that writes none.</summary>
    public WrittenListing? Listing { get; init; }

    /// <summary>The settings of a client that is emitted as far as code uses it; null for all others.</summary>
    public UsageSettings? Usage { get; init; }

    /// <summary>Gets the names whose use decides on what is emitted; none where everything is.</summary>
    public EquatableArray<string> GetMemberNames() => Usage is null ? [] : AccessNames.GetAll(Units);

    /// <summary>The differences from the listing; null where there is none to compare with, or no difference.</summary>
    public ClientChanges? Changes { get; init; }

    /// <summary>
    /// Selects the files that are emitted: none where another document has the namespace, or the project's C# is too old.
    /// </summary>
    public IEnumerable<SourceFileModel> SelectUnits(NamespaceReservations owners, ConsumerProject project, UsedNames names)
    {
        if (!owners.IsGranted(Reservation) || project.OldLanguageVersion.Length > 0)
            return [];
        EquatableArray<SourceFileModel> units = CanReduce(project, names) ? UsedClient.Create(Units, names, Usage!).Units : Units;
        // The registration is that of the whole client.
        return project.HasHttpClientFactory && RegistrationModel.Create(Units) is { } registration ? units.Append(registration) : units;
    }

    /// <summary>Selects the listing to write: none where another document has the namespace.</summary>
    public IEnumerable<WrittenListing> SelectListing(NamespaceReservations owners) =>
        Listing is { } listing && owners.IsGranted(Reservation) ? [listing] : [];

    /// <summary>Selects the diagnostics: those of the document, and of its place in the project.</summary>
    public IEnumerable<DiagnosticInfo> SelectDiagnostics(NamespaceReservations owners, ConsumerProject project, UsedNames names)
    {
        IEnumerable<DiagnosticInfo> diagnostics = Diagnostics.Concat(owners.GetConflicts(Reservation));
        if (Usage is not null && owners.IsGranted(Reservation))
            diagnostics = diagnostics.Concat(SelectUsageFindings(project, names).Select(f => f.ToDiagnosticInfo(location: null)));
        // Once for the project, at its first item.
        return project.OldLanguageVersion.Length > 0 && owners.IsFirst(Reservation)
            ? diagnostics.Append(
                ConfigurationFindings
                    .OldLanguageVersion(project.OldLanguageVersion, project.RequiredLanguageVersion, Reservation.ProjectLocation)
                    .ToDiagnosticInfo(location: null)
            )
            : diagnostics;
    }

    // Code of other projects calls a public library, and is not here to be read.
    private bool IsRefused(ConsumerProject project) => project.IsLibrary && Usage is { IsPublic: true, HasKeep: false };

    private bool CanReduce(ConsumerProject project, UsedNames names) => Usage is not null && !names.IsAll && !IsRefused(project);

    private IEnumerable<Finding> SelectUsageFindings(ConsumerProject project, UsedNames names)
    {
        LocationInfo location = Reservation.ProjectLocation;
        if (IsRefused(project))
            return [UsageFindings.PublicLibrary(Reservation.Path, location)];
        IEnumerable<Finding> findings = names.Friends.Select(friend => UsageFindings.UnknownFriend(friend, location));
        return Usage!.ReportEnabled && CanReduce(project, names)
            ? findings.Concat(UsageReport.Create(Units, UsedClient.Create(Units, names, Usage), location))
            : findings;
    }

    /// <summary>Selects the diagnostics of the differences from the listing.</summary>
    public IEnumerable<DiagnosticInfo> SelectChanges(NamespaceReservations owners, ConsumerProject project, MemberUses uses) =>
        Changes is { } changes && owners.IsGranted(Reservation) ? changes.ToDiagnostics(uses, project.HasOverloads) : [];

    /// <summary>Creates the result of a document from which no code is generated.</summary>
    public static GeneratedClient CreateEmpty(string path, EquatableArray<DiagnosticInfo> diagnostics) =>
        new(new NamespaceReservation("", path, LocationInfo.ForFile(path)), [], diagnostics);
}

/// <summary>The namespace of the code of a document; empty where there is no code.</summary>
internal sealed record NamespaceReservation(string Namespace, string Path, LocationInfo ProjectLocation);

/// <summary>
/// The document of each namespace: the first one in the order of the project. Namespaces that differ in case only are equal, because they
/// become file names.
/// </summary>
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

    public bool IsFirst(NamespaceReservation claim) => Reservations.Count > 0 && Reservations[0] == claim;

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
