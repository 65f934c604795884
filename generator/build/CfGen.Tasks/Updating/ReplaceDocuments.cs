using Microsoft.Build.Framework;
using Microsoft.Build.Utilities;

namespace CfGen.Tasks.Updating;

/// <summary>
/// Takes over the documents that <see cref="FetchDocuments"/> fetched, if the compiler generated their clients. All files change, or none.
/// </summary>
public sealed class ReplaceDocuments : Task
{
    /// <summary>The copies of the files that changed, each with the path of the file in the metadata <c>Target</c>.</summary>
    [Required]
    public ITaskItem[] ChangedFiles { get; set; } = [];

    /// <summary>The copies of documents of clients that the changes reach, each with the path of the document in <c>Target</c>.</summary>
    public ITaskItem[] Clients { get; set; } = [];

    /// <summary>The items of the project.</summary>
    public ITaskItem[] Documents { get; set; } = [];

    /// <summary>The full path of the project file.</summary>
    [Required]
    public string ProjectFile { get; set; } = "";

    /// <summary>The folder with the new contents and the error log of the compiler, relative to the project or absolute.</summary>
    [Required]
    public string StagingFolder { get; set; } = "";

    /// <summary>The file with what servers said of the contents, relative to the project or absolute.</summary>
    [Required]
    public string StateFile { get; set; } = "";

    /// <inheritdoc/>
    public override bool Execute()
    {
        string directory = Path.GetDirectoryName(ProjectFile) ?? "";
        string folder = SourceLocation.Combine(directory, StagingFolder);
        try
        {
            Review(Path.Combine(folder, "diagnostics.sarif"));
            FileReplacement.Run(ChangedFiles.Select(f => new NewContent(f.GetMetadata("Target"), File.ReadAllBytes(f.ItemSpec))));
            KeepState(Path.Combine(folder, "state"), SourceLocation.Combine(directory, StateFile));
        }
        catch (UpdateException e)
        {
            e.Finding.LogError(Log, ProjectFile, 0);
            return false;
        }

        Report();
        return true;
    }

    private void Review(string errorLog)
    {
        string[] targets = Array.ConvertAll(ChangedFiles, f => f.GetMetadata("Target"));
        string first = targets[0];
        if (GenerationReview.TryRead(errorLog) is not { } review)
            throw new UpdateException(UpdateFindings.NotGenerated(first, "the compiler did not read it"));
        // An error of a client that the update does not reach is reported by the build, as before.
        HashSet<string> reached = new(
            ChangedFiles.Concat(Clients).Select(f => Path.GetFullPath(f.ItemSpec)),
            StringComparer.OrdinalIgnoreCase
        );
        HashSet<string> projects = new(Documents.Select(d => d.GetMetadata("DefiningProjectFullPath")), StringComparer.OrdinalIgnoreCase)
        {
            ProjectFile,
        };
        if (review.FindError(path => reached.Contains(path) || projects.Contains(path)) is { } error)
            throw new UpdateException(UpdateFindings.NotGenerated(first, $"the generator reports {error.TrimEnd('.')}"));
        foreach (ITaskItem client in Clients)
        {
            string target = client.GetMetadata("Target");
            if (review.FindOperations(Path.GetFullPath(client.ItemSpec)) is not { } operations)
                throw new UpdateException(UpdateFindings.NotGenerated(target, "no client is generated from it"));
            if (operations.Generated == 0)
                throw new UpdateException(UpdateFindings.NotGenerated(target, $"none of its {operations.All} operations is generated"));
            Log.LogMessage(
                MessageImportance.High,
                $"The client of '{target}' has {operations.Generated} of the {operations.All} operations of the document."
            );
        }
    }

    private static void KeepState(string staged, string stateFile)
    {
        try
        {
            AtomicFile.WriteIfDifferent(stateFile, File.ReadAllText(staged));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // The next update fetches everything.
        }
    }

    private void Report()
    {
        HashSet<string> declared = new(Documents.Select(d => d.GetMetadata("FullPath")), StringComparer.OrdinalIgnoreCase);
        foreach (string target in ChangedFiles.Select(f => f.GetMetadata("Target")))
        {
            Log.LogMessage(MessageImportance.High, $"Wrote '{target}'.");
            if (!declared.Contains(target))
                Log.LogMessage(
                    MessageImportance.High,
                    $"'{target}' is new. Declare it if no pattern does: <OpenApiClient Include=\"{target}\" Reference=\"true\" />"
                );
        }

        Log.LogMessage(
            MessageImportance.High,
            "Next: build the project, correct the code that no longer compiles, and commit the documents with it."
        );
    }
}
