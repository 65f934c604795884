using CfGen.Generator.Configuration;
using CfGen.Generator.Model;

namespace CfGen.Generator.Listing;

/// <summary>
/// The files of a client, their listing, and the one that was committed. Both are made once for all stages, since they cost more than what
/// most stages do with them.
/// </summary>
/// <param name="Current">The listing of the files; null where the item has none, or the files have no client.</param>
/// <param name="Committed">The listing of the item; null where the compiler has none.</param>
internal sealed record ListedFiles(EquatableArray<SourceFileModel> Files, ApiListing? Current, ListingFile? Committed)
{
    /// <summary>Lists the files of a client.</summary>
    public static ListedFiles Create(DocumentInput input, EquatableArray<SourceFileModel> files)
    {
        ApiListing? current = input.Metadata.ApiListing.Length > 0 ? ListingWriter.Create(files) : null;
        return new ListedFiles(
            files,
            current,
            current is not null && input.Listing is { } file ? ListingFile.Read(file, current.Client) : null
        );
    }

    /// <summary>Returns other files of the same client.</summary>
    public ListedFiles Replace(EquatableArray<SourceFileModel> files) =>
        ReferenceEquals(files, Files) ? this : this with { Files = files, Current = ListingWriter.Create(files) };
}
