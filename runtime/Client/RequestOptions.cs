namespace CfGen;

/// <summary>What one call does differently.</summary>
public sealed class RequestOptions
{
    private IDictionary<string, string>? _headers;
    private IDictionary<string, string>? _query;

    /// <summary>The time of one attempt of this call; null: the client's. <see cref="System.Threading.Timeout.InfiniteTimeSpan"/> for none.</summary>
    public TimeSpan? Timeout { get; set; }

    /// <summary>How often this call is repeated after a failure that may pass; null: the client's.</summary>
    public int? MaxRetries { get; set; }

    /// <summary>Headers of this call; they win over the client's and the document's.</summary>
    public IDictionary<string, string> Headers
    {
        get => _headers ??= new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        set => _headers = value;
    }

    /// <summary>Query parameters of this call, not yet encoded, after the document's.</summary>
    public IDictionary<string, string> Query
    {
        get => _query ??= new Dictionary<string, string>(StringComparer.Ordinal);
        set => _query = value;
    }

    /// <summary>Whether <see cref="ApiResponse.RawBody"/> holds the body of the answer.</summary>
    public bool IncludeRawBody { get; set; }

    /// <summary>Whether this call is repeated although it is a POST or PATCH; null: the client's.</summary>
    public bool? RetryNonIdempotent { get; set; }

    /// <summary>
    /// Sent in the document's idempotency header, or <c>Idempotency-Key</c> where it has none; all attempts of the call send the same key,
    /// and a POST or PATCH with a key is repeated.
    /// </summary>
    public string? IdempotencyKey { get; set; }

    internal IDictionary<string, string>? HeadersOrNull => _headers;

    internal IDictionary<string, string>? QueryOrNull => _query;
}
