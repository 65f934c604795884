using System.Runtime.CompilerServices;
using CfGen.Pipeline.Paging;

namespace CfGen;

/// <summary>
/// The items of a list on all its pages. Pages are requested one by one while they are enumerated; each enumeration starts at the first.
/// Violations are thrown when the first page is requested.
/// </summary>
/// <typeparam name="T">The type of an item.</typeparam>
public sealed class Pageable<T> : IAsyncEnumerable<T>
{
    private static readonly PageRequest s_firstWithBody = PageRequest.First with { KeepsBody = true, MayStayOpen = true };

    private readonly IPageSource<T>? _source;
    private readonly IReadOnlyList<Page<T>> _pages;
    private readonly CancellationToken _cancellationToken;

    /// <summary>Creates a list of pages, for fakes in tests.</summary>
    public Pageable(params IReadOnlyList<Page<T>> pages) => _pages = pages;

    /// <summary>Creates a list with one page of these items, for fakes in tests.</summary>
    public Pageable(IReadOnlyList<T> items)
        : this([new Page<T>(items, new ApiResponse(System.Net.HttpStatusCode.OK))]) { }

    internal Pageable(IPageSource<T> source, CancellationToken cancellationToken)
    {
        _source = source;
        _pages = [];
        _cancellationToken = cancellationToken;
    }

    /// <summary>
    /// Requests the first page, or the page that the parameters name. With <see cref="RequestOptions.LeaveBodyOpen"/> it has no items, and
    /// its response the open body.
    /// </summary>
    /// <exception cref="ApiValidationException">Arguments violate the document.</exception>
    /// <exception cref="ApiException">The call failed.</exception>
    public async Task<Page<T>> GetPageAsync(CancellationToken cancellationToken = default)
    {
        if (_source is null)
            return _pages.Count > 0 ? _pages[0] : new Page<T>([], new ApiResponse(System.Net.HttpStatusCode.OK));
        using var both = new LinkedToken(_cancellationToken, cancellationToken);
        return (await _source.GetPageAsync(s_firstWithBody, both.Token).ConfigureAwait(false))!;
    }

    /// <summary>Enumerates the pages.</summary>
    /// <exception cref="ApiValidationException">Arguments violate the document.</exception>
    /// <exception cref="ApiException">A call failed.</exception>
    public IAsyncEnumerable<Page<T>> AsPages(CancellationToken cancellationToken = default) => AsPages(null, cancellationToken);

    /// <summary>Enumerates the pages from a place on.</summary>
    /// <param name="continuationToken">
    /// The <see cref="Page{T}.ContinuationToken"/> of a page of this list, from a call with the same arguments; null to start at the first
    /// page.
    /// </param>
    /// <param name="cancellationToken">The token that cancels the enumeration.</param>
    /// <exception cref="ArgumentException">The token is not one of this list. It is thrown when the first page is requested.</exception>
    /// <exception cref="ApiValidationException">Arguments violate the document.</exception>
    /// <exception cref="ApiException">A call failed.</exception>
    public IAsyncEnumerable<Page<T>> AsPages(string? continuationToken, CancellationToken cancellationToken = default) =>
        _source is null
            ? EnumerateGivenPages(continuationToken)
            : EnumeratePages(_source, continuationToken, keepsBody: true, cancellationToken);

    /// <summary>Requests all pages, and returns their items.</summary>
    /// <exception cref="ApiValidationException">Arguments violate the document.</exception>
    /// <exception cref="ApiException">A call failed.</exception>
    public Task<List<T>> ToListAsync(CancellationToken cancellationToken = default) => ToListAsync(int.MaxValue, cancellationToken);

    /// <summary>Requests as many pages as have the first items, and returns these.</summary>
    /// <param name="maxItems">The greatest number of items, from 0.</param>
    /// <param name="cancellationToken">The token that cancels the calls.</param>
    /// <exception cref="ArgumentOutOfRangeException">The number is negative.</exception>
    /// <exception cref="ApiValidationException">Arguments violate the document.</exception>
    /// <exception cref="ApiException">A call failed.</exception>
    public async Task<List<T>> ToListAsync(int maxItems, CancellationToken cancellationToken = default)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(maxItems);
        List<T> items = [];
        if (maxItems == 0)
            return items;
        await foreach (T item in this.WithCancellation(cancellationToken).ConfigureAwait(false))
        {
            items.Add(item);
            if (items.Count == maxItems)
                break;
        }

        return items;
    }

    /// <inheritdoc/>
    public async IAsyncEnumerator<T> GetAsyncEnumerator(CancellationToken cancellationToken = default)
    {
        IAsyncEnumerable<Page<T>> pages = _source is null
            ? EnumerateGivenPages(null)
            : EnumeratePages(_source, null, keepsBody: false, cancellationToken);
        await foreach (Page<T> page in pages.ConfigureAwait(false))
        {
            foreach (T item in page.Items)
                yield return item;
        }
    }

    private async IAsyncEnumerable<Page<T>> EnumeratePages(
        IPageSource<T> source,
        string? continuationToken,
        bool keepsBody,
        [EnumeratorCancellation] CancellationToken cancellationToken
    )
    {
        PageRequest first = continuationToken is null
            ? PageRequest.First
            : source.FindPage(continuationToken) ?? throw CreateTokenException();
        using var both = new LinkedToken(_cancellationToken, cancellationToken);
        for (
            Page<T>? page = await source.GetPageAsync(first with { KeepsBody = keepsBody }, both.Token).ConfigureAwait(false);
            page is not null;
            page = await page.GetNextPageAsync(both.Token).ConfigureAwait(false)
        )
            yield return page;
    }

    // The pages that a test gave have the tokens that it gave them.
    private async IAsyncEnumerable<Page<T>> EnumerateGivenPages(string? continuationToken)
    {
        int first = 0;
        if (continuationToken is not null)
        {
            while (first < _pages.Count && _pages[first].ContinuationToken != continuationToken)
                first++;
            if (first == _pages.Count)
                throw CreateTokenException();
            first++;
        }

        for (; first < _pages.Count; first++)
            yield return _pages[first];
        await Task.CompletedTask.ConfigureAwait(false);
    }

    private static ArgumentException CreateTokenException() =>
        new(
            "The continuation token is not one of this list. Pass the ContinuationToken of a page, to a call of the same operation with the same arguments.",
            "continuationToken"
        );
}
