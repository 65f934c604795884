using CfGen.Pipeline.Paging;

namespace CfGen;

/// <summary>One page of a list.</summary>
/// <typeparam name="T">The type of an item.</typeparam>
public sealed class Page<T>
{
    private readonly IPageSource<T>? _source;
    private readonly PageRequest? _next;

    /// <summary>Creates a page without a next one, for fakes in tests.</summary>
    public Page(IReadOnlyList<T> items, ApiResponse response)
        : this(items, response, null, null) { }

    internal Page(IReadOnlyList<T> items, ApiResponse response, IPageSource<T>? source, PageRequest? next)
    {
        Items = items;
        Response = response;
        _source = source;
        _next = next;
    }

    /// <summary>The items.</summary>
    public IReadOnlyList<T> Items { get; }

    /// <summary>Status, headers and envelope of the response.</summary>
    public ApiResponse Response { get; }

    /// <summary>The envelope of the response; null if it has none.</summary>
    public ApiEnvelope? Envelope => Response.Envelope;

    /// <summary>The paging data of the envelope; null if it has none.</summary>
    public ResultInfo? ResultInfo => Response.Envelope?.ResultInfo;

    /// <summary>True if another page may follow. False if the response shows that this page is the last.</summary>
    public bool HasNextPage => _next is not null;

    /// <summary>
    /// True if another page may follow, or if the response counts more items than this page and those before it gave. A page that has more but
    /// no next page belongs to a list whose document does not define how the other pages are requested.
    /// </summary>
    public bool HasMore { get; init; }

    /// <summary>Requests the next page.</summary>
    /// <returns>The page, or null if none follows: <see cref="HasNextPage"/> is false, or the server returned the same page again.</returns>
    /// <exception cref="ApiException">The call failed, or too many pages in a row had no new items.</exception>
    public Task<Page<T>?> GetNextPageAsync(CancellationToken cancellationToken = default) =>
        _next is null || _source is null ? Task.FromResult<Page<T>?>(null) : _source.GetPageAsync(_next, cancellationToken);
}
