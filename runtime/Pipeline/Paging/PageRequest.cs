namespace CfGen.Pipeline.Paging;

/// <summary>What asks for a page, and what is known of the pages before it.</summary>
/// <param name="Url">The URL without credentials; null: the one of the call as it was made.</param>
/// <param name="Number">The page number or offset that it asks for.</param>
/// <param name="RequestedPages">The cursors and URLs that were asked for before; a repeated one ends the list.</param>
/// <param name="Fingerprint">The fingerprint of the items on the page before; the same again ends the list.</param>
/// <param name="LongestPage">The items of the longest page before it.</param>
internal sealed record PageRequest(string? Url, long? Number, IReadOnlySet<string> RequestedPages, UInt128? Fingerprint, int LongestPage)
{
    public static PageRequest First { get; } = new(null, null, new HashSet<string>(StringComparer.Ordinal), null, 0);
}

/// <summary>Where pages come from.</summary>
internal interface IPageSource<T>
{
    /// <summary>The page, or null where it turns out that none follows.</summary>
    Task<Page<T>?> GetPageAsync(PageRequest request, CancellationToken cancellationToken);
}
