using System.Text;
using Microsoft.Build.Framework;

namespace CfGen.Tasks.Updating;

/// <summary>
/// Takes over the documents that <see cref="FetchDocuments"/> fetched, if the compiler generated their clients. All files change, or none.
/// </summary>
public sealed class ReplaceDocuments : ProjectTask
{
    private const string Target = StagedProject.TargetMetadata;

    /// <summary>The copies of the files that changed, each with the path of the file in the metadata <c>CfGenTarget</c>.</summary>
    [Required]
    public ITaskItem[] ChangedFiles { get; set; } = [];

    /// <summary>The copies of documents of clients that the changes reach, each with the path of the document in <c>CfGenTarget</c>.</summary>
    public ITaskItem[] Clients { get; set; } = [];

    /// <summary>The folder with the new contents and the error log of the compiler, relative to the project or absolute.</summary>
    [Required]
    public string StagingFolder { get; set; } = "";

    /// <summary>The file with what servers said of the contents, relative to the project or absolute.</summary>
    [Required]
    public string StateFile { get; set; } = "";

    /// <inheritdoc/>
    public override bool Execute()
    {
        string directory = ProjectDirectory;
        string folder = SourceLocation.Combine(directory, StagingFolder);
        DeclaredDocument[] documents = ReadDocuments();
        DeclaredDocument? reached = Array.Find(documents, d => Array.IndexOf(GetTargets(Clients), d.FullPath) >= 0);
        try
        {
            GenerationReview review = Review(Path.Combine(folder, "diagnostics.sarif"), documents);
            List<NewContent> listings = FindListings(Path.Combine(folder, "generated"), documents);
            FileReplacement.Run(
                ChangedFiles.Select(f => new NewContent(f.GetMetadata(Target), File.ReadAllBytes(f.ItemSpec))).Concat(listings)
            );
            KeepState(Path.Combine(folder, "state"), SourceLocation.Combine(directory, StateFile));
            Report(documents, listings, review);
        }
        catch (UpdateException e)
        {
            e.Finding.LogError(Log, reached?.ProjectFile ?? ProjectFile, reached?.Line ?? 0);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            UpdateFindings.NotReplaced(GetTargets(ChangedFiles)[0], e.Message.TrimEnd('.')).LogError(Log, ProjectFile, 0);
        }

        return !Log.HasLoggedErrors;
    }

    private string FindTarget(string copy) =>
        ChangedFiles
            .Concat(Clients)
            .FirstOrDefault(c => Path.GetFullPath(c.ItemSpec).Equals(copy, StringComparison.OrdinalIgnoreCase))
            ?.GetMetadata(Target)
        ?? copy;

    private static string[] GetTargets(ITaskItem[] copies) => Array.ConvertAll(copies, c => c.GetMetadata(Target));

    private GenerationReview Review(string errorLog, DeclaredDocument[] documents)
    {
        ITaskItem first = ChangedFiles[0];
        if (GenerationReview.TryRead(errorLog) is not { } review)
            throw NotGenerated(first, "the compiler did not read it");
        // An error of a client that the update does not reach is reported by the build, as before.
        HashSet<string> relevant = new(
            ChangedFiles.Concat(Clients).Select(f => Path.GetFullPath(f.ItemSpec)).Concat(documents.Select(d => d.ProjectFile)),
            StringComparer.OrdinalIgnoreCase
        );
        if (review.FindError(relevant.Contains) is { } error)
            throw NotGenerated(first, $"the generator reports {error.TrimEnd('.')}");
        foreach (ITaskItem client in Clients)
        {
            if (review.FindOperations(Path.GetFullPath(client.ItemSpec)) is not { } operations)
                throw NotGenerated(client, "no client is generated from it");
            if (operations.Generated == 0)
                throw NotGenerated(
                    client,
                    operations.All == 0 ? "it has no operation" : $"none of its {operations.All} operations is generated"
                );
            Log.LogMessage(
                MessageImportance.High,
                $"The client of '{client.GetMetadata(Target)}' has {operations.Generated} of the {operations.All} operations of the document."
            );
        }

        return review;
    }

    private static UpdateException NotGenerated(ITaskItem copy, string reason) =>
        new(UpdateFindings.NotGenerated(copy.GetMetadata(Target), reason, copy.ItemSpec));

    // The listings of the clients that the changes reach belong to the new documents.
    private List<NewContent> FindListings(string generated, DeclaredDocument[] documents)
    {
        Dictionary<string, string> made = WriteListings.ReadListings(generated);
        HashSet<string> reached = new(GetTargets(Clients), StringComparer.OrdinalIgnoreCase);
        List<NewContent> listings = [];
        foreach (DeclaredDocument document in documents)
        {
            if (!reached.Contains(document.FullPath) || !made.TryGetValue(document.ListingFile, out string? text))
                continue;
            byte[] content = Encoding.UTF8.GetBytes(text);
            if (!FileText.AreSame(content, FileText.ReadIfExists(document.ListingFile)))
                listings.Add(new NewContent(document.ListingFile, content));
        }

        return listings;
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

    private void Report(DeclaredDocument[] documents, List<NewContent> listings, GenerationReview review)
    {
        foreach (string line in ChangeReport.Format(review, FindTarget))
            Log.LogMessage(MessageImportance.High, line);
        foreach (string target in GetTargets(ChangedFiles))
        {
            Log.LogMessage(MessageImportance.High, $"Wrote '{target}'.");
            if (!Array.Exists(documents, d => d.FullPath.Equals(target, StringComparison.OrdinalIgnoreCase)))
                Log.LogMessage(
                    MessageImportance.High,
                    $"'{target}' is new. Declare it if no pattern does: <OpenApiClient Include=\"{target}\" Reference=\"true\" />"
                );
        }

        foreach (NewContent listing in listings)
            Log.LogMessage(MessageImportance.High, $"Wrote the API listing '{listing.Path}'.");
        Log.LogMessage(
            MessageImportance.High,
            "Next: build the project, correct the code that no longer compiles, and commit the documents with it."
        );
    }
}
