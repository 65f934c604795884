using Microsoft.Build.Utilities;

namespace CfGen.Tasks;

/// <summary>
/// Finds the mistakes of a project file that the generator cannot report, or only after the compiler failed for another reason.
/// Each kind of mistake is one error that names all its places.
/// </summary>
internal sealed class ItemChecks(TaskLoggingHelper log, DeclaredDocument[] documents)
{
    // Metadata of any item: what MSBuild, the SDK and IDEs read or add.
    private static readonly HashSet<string> s_commonMetadata = new(StringComparer.OrdinalIgnoreCase)
    {
        "Link",
        "LinkBase",
        "Visible",
        "DependentUpon",
        "SubType",
        "CopyToOutputDirectory",
        "CopyToPublishDirectory",
        "Pack",
        "PackagePath",
        "Watch",
        "OriginalItemSpec",
        "MSBuildSourceProjectFile",
        "MSBuildSourceTargetName",
    };

    public void Run(List<string> namesFiles, List<string> overlayFiles, bool allowUnknownMetadata)
    {
        CheckUrls();
        CheckFilesExist();
        CheckFilesExist("Names", namesFiles, (document, file) => document.NamesFile == file);
        CheckFilesExist("Overlay", overlayFiles, (document, file) => document.OverlayFiles.Contains(file));
        CheckOverlays(overlayFiles);
        CheckDeclaredOnce();
        CheckListings();
        if (!allowUnknownMetadata)
            CheckMetadata();
    }

    private void CheckUrls()
    {
        DeclaredDocument[] urls = Array.FindAll(documents, IsUrl);
        if (urls.Length > 0)
            LogError(urls[0], TaskFindings.Url([.. urls.Select(d => d.Item.ItemSpec)]));
    }

    private static bool IsUrl(DeclaredDocument document) =>
        document.Item.ItemSpec.StartsWith("https:", StringComparison.OrdinalIgnoreCase)
        || document.Item.ItemSpec.StartsWith("http:", StringComparison.OrdinalIgnoreCase);

    private void CheckFilesExist()
    {
        DeclaredDocument[] missing = Array.FindAll(documents, d => !IsUrl(d) && !File.Exists(d.FullPath));
        if (missing.Length > 0)
            LogError(missing[0], TaskFindings.MissingDocument(missing.Select(d => d.FullPath)));
    }

    private void CheckFilesExist(string metadata, List<string> files, Func<DeclaredDocument, string, bool> names)
    {
        List<string> missing = files.FindAll(f => !File.Exists(f));
        if (missing.Count > 0)
            LogError(
                Array.Find(documents, d => !d.IsReference && names(d, missing[0])),
                TaskFindings.MissingMetadataFile(metadata, missing)
            );
    }

    private void CheckOverlays(List<string> overlayFiles)
    {
        DeclaredDocument[] references = Array.FindAll(documents, d => d.IsReference && d.HasOwnOverlay);
        if (references.Length > 0)
            LogError(references[0], TaskFindings.OverlayOfReference(references.Select(d => d.Item.ItemSpec)));

        HashSet<string> overlays = new(overlayFiles, StringComparer.OrdinalIgnoreCase);
        DeclaredDocument[] declared = Array.FindAll(documents, d => overlays.Contains(d.FullPath));
        if (declared.Length > 0)
            LogError(declared[0], TaskFindings.DeclaredOverlay(declared.Select(d => d.FullPath)));
    }

    private void CheckDeclaredOnce()
    {
        HashSet<string> paths = new(StringComparer.OrdinalIgnoreCase);
        DeclaredDocument[] repeated = Array.FindAll(documents, d => !paths.Add(d.FullPath));
        if (repeated.Length > 0)
            LogError(repeated[0], TaskFindings.RepeatedDocument(repeated.Select(d => d.FullPath)));
    }

    private void CheckListings()
    {
        HashSet<string> paths = new(StringComparer.OrdinalIgnoreCase);
        DeclaredDocument[] repeated = Array.FindAll(
            documents,
            d => !d.IsReference && d.ListingFile.Length > 0 && !paths.Add(d.ListingFile)
        );
        if (repeated.Length > 0)
            LogError(repeated[0], TaskFindings.RepeatedListing(repeated.Select(d => d.ListingFile)));
    }

    private void CheckMetadata()
    {
        List<string> unknown = [];
        DeclaredDocument? first = null;
        foreach (DeclaredDocument document in documents)
        {
            foreach (KeyValuePair<string, string> metadata in document.GetUnknownMetadata(s_commonMetadata))
            {
                first ??= document;
                unknown.Add($"{metadata.Key}=\"{metadata.Value}\" of {document.Item.ItemSpec}");
            }
        }

        if (first is not null)
            LogError(first, TaskFindings.UnknownMetadata(unknown, first.SettingNames));
    }

    private void LogError(DeclaredDocument document, TaskFinding finding) => finding.LogError(log, document.ProjectFile, document.Line);
}
