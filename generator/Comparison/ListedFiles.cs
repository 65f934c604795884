using CfGen.Generator.Configuration;
using CfGen.Generator.Listing;
using CfGen.Generator.Model;

namespace CfGen.Generator.Comparison;

/// <summary>
/// The files of a client, their listing, and the one that was committed. All stages share them and their difference, since making them costs
/// more than what most stages do with them.
/// </summary>
internal sealed class ListedFiles
{
    private readonly Lazy<ClientListing?> _listing;
    private readonly Lazy<ListingDifference?> _difference;

    private ListedFiles(EquatableArray<SourceFileModel> files, Func<ClientListing?> createListing, ListingFile? committed)
    {
        Files = files;
        Committed = committed;
        _listing = new(createListing);
        _difference = new(() => committed?.Listing is { } old && Current is { } current ? ListingDifference.Find(old, current) : null);
    }

    /// <summary>The files.</summary>
    public EquatableArray<SourceFileModel> Files { get; }

    /// <summary>The listing of the files; null where the item has none, or the files have no client.</summary>
    public ApiListing? Current => _listing.Value?.Listing;

    /// <summary>The listing of the item; null where the compiler has none.</summary>
    public ListingFile? Committed { get; }

    /// <summary>The difference of the listings; null where there is none, or one of them is not there.</summary>
    public ListingDifference? Difference => _difference.Value;

    /// <summary>Lists the files of a client.</summary>
    /// <param name="input">The item.</param>
    /// <param name="committed">The listing of the item; null where the compiler has none.</param>
    /// <param name="files">The files.</param>
    public static ListedFiles Create(DocumentInput input, ListingFile? committed, EquatableArray<SourceFileModel> files) =>
        new(
            files,
            () =>
                input.Metadata.ApiListing.Length > 0 || committed is not null
                    ? ListingWriter.Create(files, committed?.Listing, null)
                    : null,
            committed
        );

    /// <summary>Returns other files of the same client.</summary>
    public ListedFiles Replace(EquatableArray<SourceFileModel> files) =>
        ReferenceEquals(files, Files) ? this : new(files, () => ListingWriter.Create(files, Committed?.Listing, _listing.Value), Committed);

    /// <summary>Returns other files of the same client if their listing is the committed one; else null.</summary>
    public ListedFiles? TryReplace(EquatableArray<SourceFileModel> files) =>
        Committed?.Listing is { } listing && ListingWriter.Matches(files, listing)
            ? new(files, () => new ClientListing(listing, files.OfType<ClientModel>().First(), []), Committed)
            : null;

    /// <summary>Returns the listing as it is handed to the task that writes it; null where there is none.</summary>
    public WrittenListing? Write(DocumentInput input) => WrittenListing.Create(input, Current);
}
