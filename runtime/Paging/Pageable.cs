using CfGen.Pipeline.Paging;

namespace CfGen;

/// <summary>
/// The items of a list over all its pages, asked for one after the other while they are enumerated; each enumeration starts anew.
/// Nothing is sent, and no wrong argument is reported, before the first page is asked for.
/// </summary>
/// <typeparam name="T">The type of an item.</typeparam>
public sealed class Pageable<T> : IAsyncEnumerable<T>
{
    private readonly IPageSource<T>? _source;
    private readonly IReadOnlyList<Page<T>> _pages;
    private readonly CancellationToken _cancellationToken;

    /// <summary>A list of given pages, for the fakes of tests.</summary>
    public Pageable(params IReadOnlyList<Page<T>> pages) => _pages = pages;

    /// <summary>A list of one page with these items, for the fakes of tests.</summary>
    public Pageable(IReadOnlyList<T> items)
        : this([new Page<T>(items, new ApiResponse(System.Net.HttpStatusCode.OK))]) { }

    internal Pageable(IPageSource<T> source, CancellationToken cancellationToken)
    {
        _source = source;
        _pages = [];
        _cancellationToken = cancellationToken;
    }

    /// <summary>The first page, or the one that the parameters ask for.</summary>
    /// <exception cref="ApiValidationException">Arguments break the document.</exception>
    /// <exception cref="ApiException">The call failed.</exception>
    public async Task<Page<T>> GetPageAsync(CancellationToken cancellationToken = default)
    {
        if (_source is null)
            return _pages.Count > 0 ? _pages[0] : new Page<T>([], new ApiResponse(System.Net.HttpStatusCode.OK));
        using var both = new LinkedToken(_cancellationToken, cancellationToken);
        return (await _source.GetPageAsync(PageRequest.First, both.Token).ConfigureAwait(false))!;
    }

    /// <summary>The pages, one after the other.</summary>
    /// <exception cref="ApiValidationException">Arguments break the document.</exception>
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
