using CfGen.Generator.Configuration;
using Microsoft.Build.Framework;

namespace CfGen.Tasks;

/// <summary>
/// Writes the listings that the generator made of the clients of a project. A listing that did not change keeps its file.
/// </summary>
public sealed class WriteListings : ProjectTask
{
    /// <summary>The folder that the compiler wrote generated files to.</summary>
    [Required]
    public string GeneratedFiles { get; set; } = "";

    /// <inheritdoc/>
    public override bool Execute()
    {
        Dictionary<string, string> made = ReadListings(Path.Combine(ProjectDirectory, GeneratedFiles));
        foreach (DeclaredDocument document in ReadDocuments())
        {
            if (document.IsReference || document.ListingFile.Length == 0)
                continue;
            if (made.TryGetValue(document.ListingFile, out string? listing))
                Write(document.ListingFile, listing);
            else
                TaskFindings.UnwrittenListing(document.ListingFile, document.FullPath).LogError(Log, document.ProjectFile, document.Line);
        }

        return !Log.HasLoggedErrors;
    }

    /// <summary>Reads the listings among files that the compiler wrote, by the full paths of their files.</summary>
    internal static Dictionary<string, string> ReadListings(string folder)
    {
        Dictionary<string, string> listings = new(StringComparer.Ordinal);
        if (!Directory.Exists(folder))
            return listings;
        foreach (string file in Directory.GetFiles(folder, "*" + ListingSource.Suffix, SearchOption.AllDirectories))
        {
            if (AtomicFile.TryRead(file) is { } text && ListingSource.TryRead(text) is { } listing)
                listings[listing.Key] = listing.Value;
        }

        return listings;
    }

    private void Write(string path, string listing)
    {
        try
        {
            // Git can turn the line breaks of the file into those of Windows.
            bool isSame = AtomicFile.TryRead(path)?.Replace("\r\n", "\n") == listing;
            if (!isSame)
                AtomicFile.WriteIfDifferent(path, listing);
            Log.LogMessage(
                MessageImportance.High,
                isSame ? $"The API listing '{path}' is up to date." : $"Wrote the API listing '{path}'."
            );
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            Log.LogError($"CfGen cannot write the API listing '{path}': {e.Message}");
        }
    }
}
