using CfGen.Generator.Configuration;
using CfGen.Generator.Documents;
using CfGen.Generator.Keeping;
using CfGen.Generator.Listing;
using CfGen.Generator.Naming;
using CfGen.Generator.Naming.Operations;

namespace CfGen.Generator.Binding.Operations;

/// <summary>
/// The names of all operations of a document: those of the Names file and of <c>x-cfgen-name</c>, then those of the listing, then those of
/// the rules.
/// </summary>
/// <param name="Configured">The Names file.</param>
/// <param name="Listing">The listing; null where the item has none.</param>
/// <param name="Names">One name an operation.</param>
/// <param name="ClassNames">The class names that stay, by the paths of the resources; null without a listing.</param>
/// <param name="Kept">The names that are not those of the rules, because of the listing.</param>
/// <param name="Renamed">The operations that did not get their names.</param>
internal sealed record OperationNaming(
    ConfiguredNames Configured,
    ListingFile? Listing,
    Dictionary<OperationKey, OperationName> Names,
    IReadOnlyDictionary<string, string>? ClassNames,
    IReadOnlyList<KeptName> Kept,
    IReadOnlyList<RenamedOperation> Renamed
)
{
    /// <param name="client">The names of the client, which are those of its listing.</param>
    public static OperationNaming Assign(LoadedDocument loaded, GenerationOptions options, ClientNames client, ItemNames files)
    {
        ConfiguredNames configured = new(files.File, loaded.Outlines, loaded.Findings);
        AssignedNames assigned = OperationNames.Assign(loaded.Outlines, configured.Names, options.NamesByOperationId);
        ListingFile? listing = files.Listing is { } file ? ListingFile.Read(file, client.FullName) : null;
        if (listing?.Listing is not { } listed)
            return new OperationNaming(configured, listing, assigned.Names, null, [], assigned.Renamed);
        var kept = KeptOperationNames.Create(
            assigned.Names,
            FindRequested(loaded, configured).Contains,
            ListedCalls.Read(listed, client.ClientName)
        );
        return new OperationNaming(configured, listing, kept.Names, kept.ClassNames, kept.Kept, assigned.Renamed);
    }

    /// <summary>Finds the operations whose names somebody asked for. Names that are only derived give way to those of a listing.</summary>
    private static HashSet<OperationKey> FindRequested(LoadedDocument loaded, ConfiguredNames configured) =>
        [.. configured.Names.Keys, .. loaded.Outlines.Where(OperationName.IsRequested).Select(o => o.Operation)];
}
