using CfGen.Generator.Model;

namespace CfGen.Generator.Listing;

/// <summary>A listing with the models that it was written from.</summary>
/// <param name="Listing">The listing.</param>
/// <param name="Client">The client.</param>
/// <param name="Owners">What has lines of its own, in the order of the lines.</param>
internal sealed record ClientListing(ApiListing Listing, ClientModel Client, IReadOnlyList<OwnerLines> Owners);

/// <summary>The lines of an owner.</summary>
/// <param name="Owner">The owner.</param>
/// <param name="Start">The index of its first line.</param>
/// <param name="Count">The number of its lines.</param>
internal readonly record struct OwnerLines(ListedOwner Owner, int Start, int Count);
