using CfGen.Generator.Parsing;

namespace CfGen.Generator.Configuration;

/// <summary>The files of an item that decide on names.</summary>
/// <param name="File">The <c>Names</c> file, which precedes the listing; null where the item has none.</param>
/// <param name="Listing">The listing, whose names stay; null where the item has none.</param>
internal sealed record ItemNames(NamesFile? File, DocumentText? Listing)
{
    public static ItemNames None { get; } = new(null, null);
}
