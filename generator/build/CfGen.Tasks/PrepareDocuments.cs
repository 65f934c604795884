using CfGen.Generator.Configuration;
using Microsoft.Build.Framework;

namespace CfGen.Tasks;

/// <summary>
/// Turns the <c>OpenApiClient</c> items of a project into additional files of the compiler, each with one encoded metadata for the
/// generator. Checks the items, and writes the hashes of the files, so that the compiler runs again when the contents of a file changed.
/// </summary>
public sealed class PrepareDocuments : ProjectTask
{
    // A document from which this many bytes and more become a client is worth another setting of the compiler's runtime.
    private const long LargeDocument = 1_000_000;

    /// <summary>
    /// The file for the hashes, relative to the project or absolute. Empty in a design-time build, which neither checks nor hashes.
    /// </summary>
    public string HashFile { get; set; } = "";

    /// <summary>Lets metadata pass that CfGen does not know.</summary>
    public bool AllowUnknownMetadata { get; set; }

    /// <summary>The documents, the files of names, the overlays and the listings, by full path, with the metadata for the generator.</summary>
    [Output]
    public ITaskItem[] Files { get; private set; } = [];

    /// <summary>The files that the task wrote.</summary>
    [Output]
    public string[] WrittenFiles { get; private set; } = [];

    /// <summary>True if a client is generated from a whole large document.</summary>
    [Output]
    public bool HasLargeClient { get; private set; }

    /// <inheritdoc/>
    public override bool Execute()
    {
        DeclaredDocument[] documents = ReadDocuments();
        List<string> namesFiles = GetFiles(documents, d => d.NamesFile.Length == 0 ? [] : [d.NamesFile]);
        List<string> overlayFiles = GetFiles(documents, d => d.OverlayFiles);
        // One that does not exist is written by a target.
        List<string> listings = GetFiles(documents, d => File.Exists(d.ListingFile) ? [d.ListingFile] : []);
        Files =
        [
            .. MetadataText.CreateItems(namesFiles, EncodedItem.NamesKind),
            .. MetadataText.CreateItems(overlayFiles, EncodedItem.OverlayKind),
            .. MetadataText.CreateItems(listings, EncodedItem.ListingKind),
            .. documents.Select(d => d.ToAdditionalFile()),
        ];
        if (HashFile.Length == 0)
            return true;

        new ItemChecks(Log, documents).Run(namesFiles, overlayFiles, AllowUnknownMetadata);
        if (Log.HasLoggedErrors)
            return false;
        HasLargeClient = documents.Any(d => d.IsWholeClient && new FileInfo(d.FullPath).Length > LargeDocument);
        return WriteHashes(Path.Combine(ProjectDirectory, HashFile));
    }

    private static List<string> GetFiles(DeclaredDocument[] documents, Func<DeclaredDocument, string[]> select)
    {
        List<string> files = [];
        HashSet<string> known = new(StringComparer.OrdinalIgnoreCase);
        foreach (DeclaredDocument document in documents)
        {
            if (!document.IsReference)
                files.AddRange(select(document).Where(known.Add));
        }

        return files;
    }

    private bool WriteHashes(string hashFile)
    {
        // Not in the hash file, which the compiler's target takes for an input: a new time of a file does not change that one.
        string cacheFile = hashFile + ".cache";
        try
        {
            HashCache cache = HashCache.Read(cacheFile);
            string lines = string.Concat(Files.Select(f => $"{cache.GetHash(f.ItemSpec)} {f.ItemSpec}\n"));
            AtomicFile.WriteIfDifferent(hashFile, lines);
            cache.Write();
            WrittenFiles = [hashFile, cacheFile];
            return true;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            Log.LogError($"CfGen cannot read an OpenApiClient document or write the hashes of the documents to '{hashFile}': {e.Message}");
            return false;
        }
    }
}
