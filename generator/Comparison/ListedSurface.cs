using CfGen.Generator.Listing;
using CfGen.Generator.Usage;

namespace CfGen.Generator.Comparison;

/// <summary>The surface of a listing, as far as code with certain names can bind to it.</summary>
internal sealed class ListedSurface(ApiListing listing) : IClientSurface
{
    private readonly Lazy<ListedSelection> _selection = new(() => new ListedSelection(listing));

    /// <inheritdoc/>
    public IEnumerable<string> GetNames() => _selection.Value.GetNames();

    /// <inheritdoc/>
    public string Declare(Func<string, bool> isNamed) => ListedDeclarations.Write(listing.Client, _selection.Value.Select(isNamed));
}
