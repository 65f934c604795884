using CfGen.Generator.Binding;
using CfGen.Generator.Comparison;
using CfGen.Generator.Configuration;
using CfGen.Generator.Diagnostics;
using CfGen.Generator.Documents;
using CfGen.Generator.Keeping;
using CfGen.Generator.Listing;
using CfGen.Generator.Lowering;
using CfGen.Generator.Model;
using CfGen.Generator.Parsing;
using CfGen.Generator.Reporting;
using CfGen.Generator.Usage;

namespace CfGen.Generator;

/// <summary>Loads and binds one document. An unexpected exception becomes a diagnostic here, and never leaves the generator.</summary>
internal static class ClientBuilder
{
    public static GeneratedClient Build(DocumentInput input, EquatableArray<DocumentText> references, CancellationToken ct) =>
        BuildStages(input, references, ct).Client;

    /// <summary>Builds a client, and keeps the results of the stages. They hold the document, and must not be cached.</summary>
    public static ClientStages BuildStages(DocumentInput input, EquatableArray<DocumentText> references, CancellationToken ct)
    {
        string path = input.Document.Path;
        LocationInfo projectLocation = input.Metadata.ProjectLocation;
        FindingCollector findings = new();
        SourceMap? sourceMap = null;
        LoadedDocument? read = null;
        BoundClient? bound = null;
        LoweredClient? lowered = null;
        try
        {
            if (input.Metadata.ToOptions(input.Project, findings) is not { } settings)
                return Complete(GeneratedClient.CreateEmpty(path, ToDiagnostics(findings)));
            DocumentLoadOptions options = CreateOptions(input, settings);
            read = DocumentLoader.Load(input.Document, [.. references], options, ct);
            findings = read.Findings;
            sourceMap = read.SourceMap;
            // Where a part of the document could not be read, that is the reason.
            if (read.Outlines.Count == 0 && findings.Count == 0)
                findings.Add(ContentFindings.NoOperation(sourceMap.Contains("#/paths") ? "#/paths" : JsonPointer.Root));
            findings.AddRange(CheckItem(input, read));
            ItemNames names = new(input.Names is { } file ? NamesFile.Read(file, ct) : null, input.Listing);
            bound = ClientBinder.Bind(read, settings, names, ct);
            lowered = bound is null ? null : Lower(input, bound, settings);
            ListedFiles? listed = lowered?.Kept?.Client;
            NamespaceReservation reservation = new(bound?.Names.Namespace ?? "", path, projectLocation);
            // Nothing else is emitted: the build that writes the listing has no other code.
            if (input.Project.WritesListings)
                return Complete(new GeneratedClient(reservation, [], ToDiagnostics(findings)) { Listing = listed?.Write(input) });
            ClientChanges? changes = listed is null ? null : ListingStage.Compare(input, listed, sourceMap, findings);
            if (settings.ReportEnabled)
                GenerationReport.Append(read, bound, lowered, LowerWhole(input, references, settings, options, names, ct));
            findings.AddRange((bound?.Naming.Kept ?? []).Select(k => k.ToFinding()).Concat(lowered?.Kept?.GetFindings() ?? []));
            return Complete(
                new GeneratedClient(reservation, listed?.Files ?? [], ToDiagnostics(findings))
                {
                    Changes = changes,
                    Usage = CreateUsageSettings(read, bound, settings),
                    Listing = input.Project.TriesUpdate ? listed?.Write(input) : null,
                }
            );
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            findings.Add(DocumentFindings.InternalError("#", "generating the client", exception));
            return Complete(GeneratedClient.CreateEmpty(path, ToDiagnostics(findings)));
        }

        ClientStages Complete(GeneratedClient client) => new(client, read, bound, lowered);

        EquatableArray<DiagnosticInfo> ToDiagnostics(FindingCollector found) =>
            DiagnosticLimit
                .Apply(found)
                .Select(f => f.ToDiagnosticInfo(sourceMap?.GetLocation(f.Pointer) ?? LocationInfo.ForFile(path)))
                .ToEquatable();
    }

    private static DocumentLoadOptions CreateOptions(DocumentInput input, GenerationOptions settings) =>
        new(settings.Operations)
        {
            ProjectLocation = input.Metadata.ProjectLocation,
            ProjectDirectory = input.Project.Directory,
            Overlays = [.. input.Overlays],
            ClientParameters = [.. settings.ClientParameters],
            Keep = [.. settings.Keep],
        };

    /// <returns>Null where everything is emitted, or nothing.</returns>
    private static UsageSettings? CreateUsageSettings(LoadedDocument read, BoundClient? bound, GenerationOptions settings)
    {
        if (bound is null || !settings.EmitsUsedOnly)
            return null;
        HashSet<OperationKey> kept = [.. read.Kept];
        return new UsageSettings(
            bound
                .Resources.SelectMany(r => r.Operations)
                .Where(o => kept.Contains(o.Key))
                .Select(o => UsageSettings.GetKey(o.Model))
                .Distinct(StringComparer.Ordinal)
                .ToEquatable(),
            settings.Keep.Count > 0,
            settings.Accessibility == "public",
            settings.ReportEnabled
        );
    }

    /// <summary>Returns the problems of the item that only the document or the other files show.</summary>
    private static IEnumerable<Finding> CheckItem(DocumentInput input, LoadedDocument read)
    {
        LocationInfo location = input.Metadata.ProjectLocation;
        if (input.Metadata.Names.Length > 0 && input.Names is null)
            yield return NamesFileFindings.NotReceived(input.Metadata.Names, location);
        foreach (string missing in input.GetMissingOverlays())
            yield return OverlayFileFindings.NotReceived(missing, location);
        foreach (string name in read.SharedParameters.UnknownNames)
            yield return ConfigurationFindings.UnknownClientParameter(name, location);
    }

    /// <summary>
    /// Builds the types of all operations, for the report, which compares names. A build without a report costs what is selected.
    /// </summary>
    /// <returns>Null where all operations are selected, or the document cannot be read.</returns>
    private static LoweredClient? LowerWhole(
        DocumentInput input,
        EquatableArray<DocumentText> references,
        GenerationOptions settings,
        DocumentLoadOptions options,
        ItemNames names,
        CancellationToken ct
    )
    {
        if (settings.Operations.Count == 0)
            return null;
        LoadedDocument whole = DocumentLoader.Load(input.Document, [.. references], options with { Operations = [] }, ct);
        return ClientBinder.Bind(whole, settings, names, ct) is { } bound ? ClientLowering.Lower(bound, settings) : null;
    }

    /// <summary>Lowers a client, and keeps what its listing has.</summary>
    private static LoweredClient Lower(DocumentInput input, BoundClient bound, GenerationOptions settings)
    {
        LoweredClient lowered = ClientLowering.Lower(bound, settings);
        var kept = KeptSurface.Create(ListedFiles.Create(input, bound.Naming.Listing, lowered.SourceFiles), lowered.Unions);
        return lowered with { SourceFiles = kept.Client.Files, Unions = kept.Unions, Kept = kept };
    }
}
