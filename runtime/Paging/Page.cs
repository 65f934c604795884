using CfGen.CodeGen;
using CfGen.Pipeline.Paging;

namespace CfGen;

/// <summary>One page of a list.</summary>
/// <typeparam name="T">The type of an item.</typeparam>
public sealed class Page<T>
{
    private readonly IPageSource<T>? _source;
    private readonly PageRequest? _next;
    private string? _continuationToken;
    private object? _body;

    /// <summary>Creates a page without a next one, for fakes in tests.</summary>
    /// <param name="items">The items.</param>
    /// <param name="response">Status, headers and envelope of the response.</param>
    /// <param name="body">The value that <see cref="GetBody{TBody}"/> returns; null if it has none.</param>
    public Page(IReadOnlyList<T> items, ApiResponse response, object? body = null)
        : this(items, response, null, null) => _body = body;

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

    /// <summary>The number of items on all pages; null if the response does not contain it.</summary>
    public long? TotalCount { get; init; }

    /// <summary>
    /// The place of the next page, to store and to pass to <see cref="Pageable{T}.AsPages(string?, CancellationToken)"/> later, in a call
    /// with the same arguments; null on the last page. The text holds no credential.
    /// </summary>
    public string? ContinuationToken
    {
        get => _continuationToken ??= _next is null ? null : _source?.GetToken(_next);
        init => _continuationToken = value;
    }

    /// <summary>True if another page may follow. False if the response shows that this page is the last.</summary>
    public bool HasNextPage => _next is not null;

    /// <summary>
    /// True if another page may follow, or if the response counts more items than this page and those before it gave. A page that has more
    /// but no next page belongs to a list whose document does not define how the other pages are requested.
    /// </summary>
    public bool HasMore { get; init; }

    internal PageBody? Body
    {
        init => _body = value;
    }

    /// <summary>
    /// Gets the object that holds the items, with its other properties. The documentation of the list's method names its type. An envelope
    /// is in <see cref="Envelope"/>.
    /// </summary>
    /// <exception cref="InvalidOperationException">
    /// The response is the array of items itself, or its object has no further properties.
    /// </exception>
    /// <exception cref="ApiResponseFormatException">The body violates the document.</exception>
    public TBody GetBody<TBody>()
        where TBody : class, IJsonModel<TBody>
    {
        if (_body is PageBody body)
            _body = body.Read<TBody>(Response);
        return _body switch
        {
            TBody read => read,
            null => throw new InvalidOperationException(
                "The page's body has no type of its own. The documentation of a list's method names the type, if there is one."
            ),
            _ => throw new InvalidOperationException(
                $"The body of the page was read as {_body.GetType().Name}, not as {typeof(TBody).Name}."
            ),
        };
    }

    /// <summary>Requests the next page.</summary>
    /// <returns>
    /// The page, or null if none follows: <see cref="HasNextPage"/> is false, or the server returned the same page again.
    /// </returns>
    /// <exception cref="ApiException">The call failed, or too many pages in a row had no new items.</exception>
    public Task<Page<T>?> GetNextPageAsync(CancellationToken cancellationToken = default) =>
        _next is null || _source is null ? Task.FromResult<Page<T>?>(null) : _source.GetPageAsync(_next, cancellationToken);
}
