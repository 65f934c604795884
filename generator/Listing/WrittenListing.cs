using System.Text;
using CfGen.Generator.Configuration;

namespace CfGen.Generator.Listing;

/// <summary>
/// A listing as the generator hands it to the task that writes it: as a source file of comments, because a generator writes no file.
/// </summary>
/// <param name="HintName">The name of the source file.</param>
/// <param name="Path">The full path of the listing.</param>
/// <param name="Text">The text of the listing.</param>
internal sealed record WrittenListing(string HintName, string Path, string Text)
{
    /// <summary>Creates the listing of a client. Null where the item has none, or no client is generated.</summary>
    public static WrittenListing? Create(DocumentInput input, ApiListing? listing) =>
        listing is not null ? new WrittenListing(listing.Client + ListingSource.Suffix, input.Metadata.ApiListing, listing.ToText()) : null;

    /// <summary>Returns the text of the source file.</summary>
    public string ToSourceText()
    {
        StringBuilder text = new(ListingSource.FormatHeader(Path));
        foreach (string line in Text.TrimEnd('\n').Split('\n'))
            text.Append(ListingSource.LinePrefix).Append(line).Append('\n');
        return text.ToString();
    }
}
