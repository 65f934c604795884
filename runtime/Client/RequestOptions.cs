namespace CfGen;

/// <summary>The options of one call; they override those of the client.</summary>
public sealed class RequestOptions
{
    private IDictionary<string, string>? _headers;
    private IDictionary<string, string>? _query;

    /// <summary>The timeout of one attempt of this call; null for the client's, <see cref="System.Threading.Timeout.InfiniteTimeSpan"/> for none.</summary>
    public TimeSpan? Timeout { get; set; }

    /// <summary>
    /// The longest wait for more of an open stream, of lines or of events of this call; null for the client's,
    /// <see cref="System.Threading.Timeout.InfiniteTimeSpan"/> for none.
    /// </summary>
    public TimeSpan? IdleTimeout { get; set; }

    /// <summary>The number of retries after a transient failure of this call; null for the client's.</summary>
    public int? MaxRetries { get; set; }

    /// <summary>The headers of this call; they override those of the client and of the parameters.</summary>
    public IDictionary<string, string> Headers
    {
        get => _headers ??= new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        set => _headers = value;
    }

    /// <summary>Additional query parameters of this call, not yet encoded.</summary>
    public IDictionary<string, string> Query
    {
        get => _query ??= new Dictionary<string, string>(StringComparer.Ordinal);
        set => _query = value;
    }

    /// <summary>Sets <see cref="ApiResponse.RawBody"/> to the body of the response.</summary>
    public bool IncludeRawBody { get; set; }

    /// <summary>Retries this call although it is a POST or PATCH; null for the client's setting.</summary>
    public bool? RetryNonIdempotent { get; set; }

    /// <summary>
    /// The key that identifies this call to the server, sent in the operation's idempotency header, or in <c>Idempotency-Key</c> if the
    /// document declares none. All attempts send the same key, and a POST or PATCH with a key is retried.
    /// </summary>
    public string? IdempotencyKey { get; set; }

    internal IDictionary<string, string>? HeadersOrNull => _headers;

    internal IDictionary<string, string>? QueryOrNull => _query;
}
