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

    public void Run(List<string> namesFiles, bool allowUnknownMetadata)
    {
        CheckFilesExist();
        CheckNamesFilesExist(namesFiles);
        CheckDeclaredOnce();
        if (!allowUnknownMetadata)
            CheckMetadata();
    }

    private void CheckFilesExist()
    {
        DeclaredDocument[] missing = Array.FindAll(documents, d => !File.Exists(d.FullPath));
        if (missing.Length > 0)
            LogError(
                "CFG2010",
                missing[0],
                $"OpenApiClient names a file that does not exist: {Join(missing.Select(d => d.FullPath))}. A relative path starts at the folder of the project."
            );
    }

    private void CheckNamesFilesExist(List<string> namesFiles)
    {
        List<string> missing = namesFiles.FindAll(f => !File.Exists(f));
        if (missing.Count > 0)
        {
            DeclaredDocument first = Array.Find(documents, d => d.NamesFile == missing[0]);
            LogError(
                "CFG2010",
                first,
                $"Names of OpenApiClient is a file that does not exist: {Join(missing)}. A relative path starts at the folder of the project."
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
