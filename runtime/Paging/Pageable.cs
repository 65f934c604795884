using CfGen.Pipeline.Paging;

namespace CfGen;

/// <summary>
/// The items of a list on all its pages. Pages are requested one by one while they are enumerated; each enumeration starts at the first.
/// Violations are thrown when the first page is requested.
/// </summary>
/// <typeparam name="T">The type of an item.</typeparam>
public sealed class Pageable<T> : IAsyncEnumerable<T>
{
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

    /// <summary>Requests the first page, or the page that the parameters name.</summary>
    /// <exception cref="ApiValidationException">Arguments violate the document.</exception>
    /// <exception cref="ApiException">The call failed.</exception>
    public async Task<Page<T>> GetPageAsync(CancellationToken cancellationToken = default)
    {
        if (_source is null)
            return _pages.Count > 0 ? _pages[0] : new Page<T>([], new ApiResponse(System.Net.HttpStatusCode.OK));
        using var both = new LinkedToken(_cancellationToken, cancellationToken);
        return (await _source.GetPageAsync(PageRequest.First, both.Token).ConfigureAwait(false))!;
    }

    /// <summary>Enumerates the pages.</summary>
    /// <exception cref="ApiValidationException">Arguments violate the document.</exception>
    /// <exception cref="ApiException">A call failed.</exception>
    public async IAsyncEnumerable<Page<T>> AsPages(
        [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken = default
    )
    {
        if (_source is null)
        {
            foreach (Page<T> given in _pages)
                yield return given;
            yield break;
        }

        using var both = new LinkedToken(_cancellationToken, cancellationToken);
        for (
            Page<T>? page = await _source.GetPageAsync(PageRequest.First, both.Token).ConfigureAwait(false);
            page is not null;
            page = await page.GetNextPageAsync(both.Token).ConfigureAwait(false)
        )
            yield return page;
    }

    /// <inheritdoc/>
    public async IAsyncEnumerator<T> GetAsyncEnumerator(CancellationToken cancellationToken = default)
    {
        await foreach (Page<T> page in AsPages(cancellationToken).ConfigureAwait(false))
        {
            foreach (T item in page.Items)
                yield return item;
        }
    }
}
