namespace CfGen.Pipeline.Paging;

/// <summary>The request of one page, and what is known of the pages before it.</summary>
/// <param name="Url">The URL without credentials; null for that of the first page.</param>
/// <param name="Number">The page number or offset.</param>
/// <param name="RequestedPages">The cursors and URLs of the pages before it; a repeated one ends the list.</param>
/// <param name="Fingerprint">The fingerprint of the items on the page before; the same again ends the list.</param>
/// <param name="LongestPage">The number of items on the longest page before it.</param>
internal sealed record PageRequest(string? Url, long? Number, IReadOnlySet<string> RequestedPages, UInt128? Fingerprint, int LongestPage)
{
    public static PageRequest First { get; } = new(null, null, new HashSet<string>(StringComparer.Ordinal), null, 0);

    /// <summary>Creates the request of a page that is known by its cursor or URL.</summary>
    public PageRequest WithPage(string url, string page) =>
        this with
        {
            Url = url,
            RequestedPages = new HashSet<string>(RequestedPages, StringComparer.Ordinal) { page },
        };
}
