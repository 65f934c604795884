using Microsoft.Build.Utilities;

namespace CfGen.Tasks;

/// <summary>
/// Finds the mistakes of a project file that the generator cannot report, or only after the compiler failed for another reason.
/// Each kind of mistake is one error that names all its places.
/// </summary>
internal sealed class ItemChecks(TaskLoggingHelper log, DeclaredDocument[] documents)
{
    private const string HelpFolder = "https://github.com/cfgen/cfgen/blob/main/docs/diagnostics/";

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
        if (!allowUnknownMetadata)
            CheckMetadata();
    }

    private void CheckUrls()
    {
        DeclaredDocument[] urls = Array.FindAll(documents, IsUrl);
        if (urls.Length > 0)
            LogError(
                "CFG2062",
                urls[0],
                $"OpenApiClient names a URL, and a build reads files only: {Join(urls.Select(d => d.Item.ItemSpec))}. Fetch the document with 'curl -fsSL -o openapi.json {urls[0].Item.ItemSpec}', and include the file."
            );
    }

    private static bool IsUrl(DeclaredDocument document) =>
        document.Item.ItemSpec.StartsWith("https:", StringComparison.OrdinalIgnoreCase)
        || document.Item.ItemSpec.StartsWith("http:", StringComparison.OrdinalIgnoreCase);

    private void CheckFilesExist()
    {
        DeclaredDocument[] missing = Array.FindAll(documents, d => !IsUrl(d) && !File.Exists(d.FullPath));
        if (missing.Length > 0)
            LogError(
                "CFG2010",
                missing[0],
                $"OpenApiClient names a file that does not exist: {Join(missing.Select(d => d.FullPath))}. A relative path starts at the folder of the project."
            );
    }

    private void CheckFilesExist(string metadata, List<string> files, Func<DeclaredDocument, string, bool> names)
    {
        List<string> missing = files.FindAll(f => !File.Exists(f));
        if (missing.Count > 0)
        {
            LogError(
                "CFG2010",
                Array.Find(documents, d => !d.IsReference && names(d, missing[0])),
                $"{metadata} of OpenApiClient is a file that does not exist: {Join(missing)}. A relative path starts at the folder of the project."
            );
        }
    }

    private void CheckOverlays(List<string> overlayFiles)
    {
        DeclaredDocument[] references = Array.FindAll(documents, d => d.IsReference && d.HasOwnOverlay);
        if (references.Length > 0)
        {
            LogError(
                "CFG2054",
                references[0],
                $"OpenApiClient has an Overlay for a document with Reference=\"true\": {Join(references.Select(d => d.Item.ItemSpec))}. Name the overlay in the item of the client, and the document in the 'extends' of the overlay."
            );
        }

        HashSet<string> overlays = new(overlayFiles, StringComparer.OrdinalIgnoreCase);
        DeclaredDocument[] declared = Array.FindAll(documents, d => overlays.Contains(d.FullPath));
        if (declared.Length > 0)
        {
            LogError(
                "CFG2055",
                declared[0],
                $"OpenApiClient declares an overlay as a document: {Join(declared.Select(d => d.FullPath))}. Exclude it from the items."
            );
        }
    }

    private void CheckDeclaredOnce()
    {
        HashSet<string> paths = new(StringComparer.OrdinalIgnoreCase);
        DeclaredDocument[] repeated = Array.FindAll(documents, d => !paths.Add(d.FullPath));
        if (repeated.Length > 0)
        {
            LogError(
                "CFG2011",
                repeated[0],
                $"OpenApiClient declares the same file twice: {Join(repeated.Select(d => d.FullPath))}. The compiler keeps the metadata of only one of them. Make it one item, or give the second client a copy of the file."
            );
        }
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
        {
            LogError(
                "CFG2012",
                first,
                $"OpenApiClient does not know this metadata: {Join(unknown)}. It knows {Join(first.SettingNames)}. Add CFG2012 to NoWarn to use metadata of your own."
            );
        }
    }

    private static string Join(IEnumerable<string> values) => string.Join(", ", values.Distinct(StringComparer.Ordinal));

    private void LogError(string code, DeclaredDocument document, string message) =>
        log.LogError(null, code, null, $"{HelpFolder}{code}.md", document.ProjectFile, document.Line, 0, 0, 0, message);
}
