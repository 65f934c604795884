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
    /// <param name="committed">The listing of the item; null where the compiler has none.</param>
    public static ListedFiles Create(DocumentInput input, ListingFile? committed, EquatableArray<SourceFileModel> files) =>
        new(files, input.Metadata.ApiListing.Length > 0 || committed is not null ? ListingWriter.Create(files) : null, committed);

    /// <summary>Returns other files of the same client.</summary>
    public ListedFiles Replace(EquatableArray<SourceFileModel> files) =>
        ReferenceEquals(files, Files) ? this : this with { Files = files, Current = ListingWriter.Create(files) };
}
