using System.Diagnostics;
using System.Text.Json.Serialization;
using CfGen.Pipeline;

namespace CfGen;

/// <summary>The options of one call; they override those of the client.</summary>
public sealed class RequestOptions
{
    private IDictionary<string, string>? _headers;
    private IDictionary<string, string>? _query;
    private TimeSpan? _timeout;
    private TimeSpan? _totalTimeout;
    private TimeSpan? _idleTimeout;
    private int? _maxRetries;
    private string? _correlationId;

    /// <summary>
    /// The timeout of one attempt of this call; null for the client's, <see cref="System.Threading.Timeout.InfiniteTimeSpan"/> for none.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">The time is not positive, or longer than 49 days.</exception>
    public TimeSpan? Timeout
    {
        get => _timeout;
        set => _timeout = value is { } time ? TimeLimit.CheckTimeout(time) : null;
    }

    /// <summary>
    /// The timeout of this call with all its attempts, delays and its token provider; null for the client's,
    /// <see cref="System.Threading.Timeout.InfiniteTimeSpan"/> for none.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">The time is not positive, or longer than 49 days.</exception>
    public TimeSpan? TotalTimeout
    {
        get => _totalTimeout;
        set => _totalTimeout = value is { } time ? TimeLimit.CheckTimeout(time) : null;
    }

    /// <summary>
    /// The longest wait for more data of an open stream, of JSON lines or of events of this call; null for the client's,
    /// <see cref="System.Threading.Timeout.InfiniteTimeSpan"/> for none.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">The time is not positive, or longer than 49 days.</exception>
    public TimeSpan? IdleTimeout
    {
        get => _idleTimeout;
        set => _idleTimeout = value is { } time ? TimeLimit.CheckTimeout(time) : null;
    }

    /// <summary>The number of retries after a transient failure of this call; null for the client's.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The number is negative.</exception>
    public int? MaxRetries
    {
        get => _maxRetries;
        set
        {
            if (value is { } number)
                ArgumentOutOfRangeException.ThrowIfNegative(number, nameof(MaxRetries));
            _maxRetries = value;
        }
    }

    /// <summary>The headers of this call; they override those of the client and of the parameters.</summary>
    [JsonIgnore]
    [DebuggerBrowsable(DebuggerBrowsableState.Never)]
    public IDictionary<string, string> Headers
    {
        get => _headers ??= new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        set => _headers = value;
    }

    /// <summary>Additional query parameters of this call, not yet encoded.</summary>
    [JsonIgnore]
    [DebuggerBrowsable(DebuggerBrowsableState.Never)]
    public IDictionary<string, string> Query
    {
        get => _query ??= new Dictionary<string, string>(StringComparer.Ordinal);
        set => _query = value;
    }

    /// <summary>Sets <see cref="ApiResponse.RawBody"/> to the body of the response.</summary>
    public bool IncludeRawBody { get; set; }

    /// <summary>
    /// Leaves the body of a successful response unread, also where the document describes it. The methods whose names end with
    /// <c>WithResponseAsync</c> and <see cref="Pageable{T}.GetPageAsync"/> then return once the headers arrived: without a value, with
    /// <see cref="ApiResponse.OpenBody"/>. Other methods read as ever.
    /// </summary>
    public bool LeaveBodyOpen { get; set; }

    /// <summary>
    /// Retries this call although it is a POST or PATCH; false to send it once unless it has a key; null for the client's setting.
    /// </summary>
    public bool? RetryNonIdempotent { get; set; }

    /// <summary>
    /// The key that identifies this call to the server, sent in the operation's idempotency header, or in <c>Idempotency-Key</c> if the
    /// document declares none. All attempts send the same key, and a POST or PATCH with a key is retried. Without it, a new key is sent
    /// with each call of an operation whose document declares a header for it.
    /// </summary>
    public string? IdempotencyKey { get; set; }

    /// <summary>
    /// The correlation id of this call, sent in <see cref="ApiClientOptions.CorrelationHeader"/>, or in <c>X-Correlation-ID</c> if the
    /// client names no header. Null for that of the client, if it sends any.
    /// </summary>
    public string? CorrelationId
    {
        get => _correlationId;
        set
        {
            _correlationId = value;
            CreateCorrelationId = value is null ? null : Pipeline.Hooks.CorrelationId.Create;
        }
    }

    /// <summary>Anything that the hooks and the retry decision of the client need to know of this call. It is not sent.</summary>
    public object? State { get; set; }

    /// <summary>Creates the correlation id of the call; null if it sets none. A program that sends none does not carry its code.</summary>
    internal Func<ApiRequest, string?>? CreateCorrelationId { get; private set; }

    internal IDictionary<string, string>? HeadersOrNull => _headers;

    internal IDictionary<string, string>? QueryOrNull => _query;

    internal RequestOptions Clone() => (RequestOptions)MemberwiseClone();
}
