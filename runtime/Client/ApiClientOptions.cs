using System.ComponentModel;
using System.Diagnostics;
using System.Diagnostics.Metrics;
using System.IO.Compression;
using System.Text.Json.Serialization;
using CfGen.CodeGen;
using CfGen.Pipeline;
using CfGen.Pipeline.Authentication;
using Microsoft.Extensions.Logging;

namespace CfGen;

/// <summary>
/// The options of a generated client. A client copies them when it is created; later changes do not affect it.
/// A class and not a record, because the text of a record prints credentials.
/// </summary>
public abstract partial class ApiClientOptions
{
    [DebuggerBrowsable(DebuggerBrowsableState.Never)]
    private string?[]? _credentials;

    [DebuggerBrowsable(DebuggerBrowsableState.Never)]
    private string?[]? _passwords;

    private Delegate?[]? _providers;
    private Func<Delegate, string, TokenSource>?[]? _tokenSources;
    private string?[]? _serverVariables;

    [DebuggerBrowsable(DebuggerBrowsableState.Never)]
    private object?[]? _clientParameters;

    [DebuggerBrowsable(DebuggerBrowsableState.Never)]
    private IDictionary<string, string>? _headers;

    [DebuggerBrowsable(DebuggerBrowsableState.Never)]
    private IDictionary<string, string>? _query;

    private int _maxDepth = JsonModelReader.DefaultMaxDepth;
    private TimeSpan _timeout = TimeSpan.FromSeconds(60);
    private TimeSpan _totalTimeout = System.Threading.Timeout.InfiniteTimeSpan;
    private TimeSpan _idleTimeout = TimeSpan.FromMinutes(5);
    private TimeSpan _maxRetryAfter = TimeSpan.FromSeconds(60);
    private int _maxRetries = 2;

    /// <summary>
    /// The absolute http or https URL that all paths are relative to; null for the document's. A query or user-info in it is ignored. If
    /// the document's server is only a path, that path is added to a URL without one.
    /// </summary>
    [JsonIgnore]
    [DebuggerBrowsable(DebuggerBrowsableState.Never)]
    public Uri? BaseUrl { get; set; }

    /// <summary>The number of retries after a transient failure; 0 for none. The default is 2.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The number is negative.</exception>
    public int MaxRetries
    {
        get => _maxRetries;
        set
        {
            ArgumentOutOfRangeException.ThrowIfNegative(value, nameof(MaxRetries));
            _maxRetries = value;
        }
    }

    /// <summary>
    /// The timeout of one attempt, until the last byte of the body; <see cref="System.Threading.Timeout.InfiniteTimeSpan"/> for none. The
    /// default is 60 seconds.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">The time is not positive, or longer than 49 days.</exception>
    public TimeSpan Timeout
    {
        get => _timeout;
        set => _timeout = TimeLimit.CheckTimeout(value);
    }

    /// <summary>
    /// The timeout of a whole call: all attempts, the delays between them and the token provider, until the last byte of the body, or until
    /// a stream is open. The default is <see cref="System.Threading.Timeout.InfiniteTimeSpan"/>: none.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">The time is not positive, or longer than 49 days.</exception>
    public TimeSpan TotalTimeout
    {
        get => _totalTimeout;
        set => _totalTimeout = TimeLimit.CheckTimeout(value);
    }

    /// <summary>
    /// The longest wait for more data of an open stream, of JSON lines or of events;
    /// <see cref="System.Threading.Timeout.InfiniteTimeSpan"/> for none. <see cref="Timeout"/> ends with their headers. The default is 5
    /// minutes.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">The time is not positive, or longer than 49 days.</exception>
    public TimeSpan IdleTimeout
    {
        get => _idleTimeout;
        set => _idleTimeout = TimeLimit.CheckTimeout(value);
    }

    /// <summary>The longest delay that a <c>Retry-After</c> header can set. The default is 60 seconds.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The time is negative, or longer than 49 days.</exception>
    public TimeSpan MaxRetryAfter
    {
        get => _maxRetryAfter;
        set => _maxRetryAfter = TimeLimit.CheckDelay(value);
    }

    /// <summary>
    /// Retries POST and PATCH too, although the first attempt may have had its effect. The default is false: they are retried only with an
    /// idempotency key, which is sent with every operation whose document names a header for it.
    /// </summary>
    public bool RetryNonIdempotent { get; set; }

    /// <summary>The headers of every call.</summary>
    [JsonIgnore]
    [DebuggerBrowsable(DebuggerBrowsableState.Never)]
    public IDictionary<string, string> DefaultHeaders
    {
        get => _headers ??= new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        set => _headers = value;
    }

    /// <summary>The query parameters of every call, not yet encoded.</summary>
    [JsonIgnore]
    [DebuggerBrowsable(DebuggerBrowsableState.Never)]
    public IDictionary<string, string> DefaultQuery
    {
        get => _query ??= new Dictionary<string, string>(StringComparer.Ordinal);
        set => _query = value;
    }

    /// <summary>The factory of the client's logger; null to log nothing.</summary>
    [JsonIgnore]
    public ILoggerFactory? LoggerFactory { get; set; }

    /// <summary>The factory of the client's meter; null for a meter that all clients of one name share.</summary>
    [JsonIgnore]
    public IMeterFactory? MeterFactory { get; set; }

    /// <summary>The clock of timeouts, delays and <c>Retry-After</c> dates; null for the system's.</summary>
    [JsonIgnore]
    public TimeProvider? TimeProvider { get; set; }

    /// <summary>The handling of responses that violate the document.</summary>
    public ResponseValidation ResponseValidation { get; set; }

    /// <summary>The largest response body that is read, in bytes after decompression. The default is 100 MiB.</summary>
    public long MaxResponseBytes { get; set; } = 100L << 20;

    /// <summary>The maximum nesting of objects and arrays in a response, from 1 to 512. The default is 64.</summary>
    /// <exception cref="ArgumentOutOfRangeException">
    /// The value is less than 1 or more than 512: deeper values could use up the stack.
    /// </exception>
    public int MaxDepth
    {
        get => _maxDepth;
        set =>
            _maxDepth = value is >= 1 and <= JsonModelReader.HighestMaxDepth
                ? value
                : throw new ArgumentOutOfRangeException(
                    nameof(MaxDepth),
                    value,
                    $"MaxDepth must be between 1 and {JsonModelReader.HighestMaxDepth}: deeper values could use up the stack of the thread that reads them."
                );
    }

    /// <summary>
    /// Asks for Brotli, too, if the client has its own transport. The default is false: the library adds 0.9 MB to a program
    /// of NativeAOT that sets this property.
    /// </summary>
    public bool AcceptBrotli
    {
        get => CreateBrotliDecoder is not null;
        set => CreateBrotliDecoder = value ? static body => new BrotliStream(body, CompressionMode.Decompress) : null;
    }

    /// <summary>Allows credentials to be sent over plain http to other machines. The default is false.</summary>
    public bool AllowInsecureHttp { get; set; }

    /// <summary>
    /// Allows redirects to another origin although headers that the client cannot take off may go with them, or the body of the request.
    /// The client's own credentials and headers are never sent to another origin. The default is false.
    /// </summary>
    public bool AllowCrossOriginRedirects { get; set; }

    /// <summary>The definition of the API, which the generated client supplies.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected abstract ApiDefinition Definition { get; }

    internal Func<Stream, Stream>? CreateBrotliDecoder { get; private set; }

    internal ApiDefinition ApiDefinition => Definition;

    internal IDictionary<string, string>? HeadersOrNull => _headers;

    internal IDictionary<string, string>? QueryOrNull => _query;

    /// <summary>Gets the type and the base URL; never a credential.</summary>
    public override string ToString() =>
        $"{GetType().Name} {{ BaseUrl = {BaseUrlNormalizer.ToDisplayString(BaseUrl?.OriginalString ?? new ServerUrls(this).BaseUrl ?? ApiDefinition.BaseUrl)} }}";

    internal string? GetServerVariableOrDefault(ServerVariable variable) =>
        _serverVariables?[Array.IndexOf(ApiDefinition.ServerVariables, variable)] ?? variable.DefaultValue;

    internal object? GetClientParameterAt(int index) => GetClientParameter<object?>(index);

    internal string? GetCredentialAt(int index) => GetCredential(index);

    internal string? GetPasswordAt(int index) => GetBasicPassword(index);

    internal bool HasTokenProvider(int index) => _providers?[index] is not null;

    /// <summary>Gets the URL that returns the tokens of a scheme, if client credentials are its provider.</summary>
    internal Uri? GetTokenUrl(int index) => (_providers?[index]?.Target as ApiClientCredentials)?.TokenUrl;

    internal TokenSource? CreateTokenSource(int index)
    {
        if (_providers?[index] is not { } provider)
            return null;
        string name = (ApiDefinition.Schemes[index] as BearerScheme)?.ProviderName ?? "TokenProvider";
        return _tokenSources![index]!(provider, $"{GetType().Name}.{name}");
    }

    /// <summary>Gets or sets the credential of a scheme; an empty one counts as not set.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected string? GetCredential(int index) => _credentials?[index];

    /// <inheritdoc cref="GetCredential"/>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected internal void SetCredential(int index, string? value) =>
        (_credentials ??= new string?[ApiDefinition.Schemes.Length])[index] = value;

    /// <summary>Gets or sets the password of a basic scheme; its credential is the user's name.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected string? GetBasicPassword(int index) => _passwords?[index];

    /// <inheritdoc cref="GetBasicPassword"/>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected internal void SetBasicPassword(int index, string? value) =>
        (_passwords ??= new string?[ApiDefinition.Schemes.Length])[index] = value;

    /// <summary>Gets or sets the token provider of a scheme. It is called before each attempt.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected Func<CancellationToken, ValueTask<string>>? GetTokenProvider(int index) =>
        _providers?[index] as Func<CancellationToken, ValueTask<string>>;

    /// <inheritdoc cref="GetTokenProvider"/>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected void SetTokenProvider(int index, Func<CancellationToken, ValueTask<string>>? value) =>
        SetProvider(index, value, static (p, option) => new UncachedTokenSource(option, (Func<CancellationToken, ValueTask<string>>)p));

    /// <summary>Sets a token provider that returns the expiry of its tokens, too. It takes the place of the other kind.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected internal void SetTokenProvider(int index, Func<ApiTokenContext, CancellationToken, ValueTask<ApiAccessToken>> value)
    {
        ArgumentNullException.ThrowIfNull(value);
        SetProvider(
            index,
            value,
            static (p, option) => new CachedTokenSource(option, (Func<ApiTokenContext, CancellationToken, ValueTask<ApiAccessToken>>)p)
        );
    }

    /// <summary>Sets a token provider that asks the document's token URL.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected void SetClientCredentials(int index, string clientId, string clientSecret, Action<ApiClientCredentials>? configure)
    {
        string url = (ApiDefinition.Schemes[index] as BearerScheme)?.TokenUrl ?? "";
        var credentials = new ApiClientCredentials(new Uri(url, UriKind.RelativeOrAbsolute), clientId, clientSecret);
        configure?.Invoke(credentials);
        SetTokenProvider(index, credentials.GetTokenAsync);
    }

    /// <summary>Gets the value of a variable of the servers' URLs; null for its default.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected string? GetServerVariable(int index) => _serverVariables?[index];

    /// <summary>Sets the value of a variable of the servers' URLs; null for its default.</summary>
    /// <exception cref="ArgumentException">The document does not allow the value.</exception>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected internal void SetServerVariable(int index, string? value)
    {
        ServerVariable variable = ApiDefinition.ServerVariables[index];
        if (value is not null && variable.AllowedValues is { Length: > 0 } allowed && !allowed.Contains(value, StringComparer.Ordinal))
            throw new ArgumentException(
                $"{variable.OptionName} must be one of these values of the document: {string.Join(", ", allowed)}. Set BaseUrl to call another server.",
                nameof(value)
            );
        (_serverVariables ??= new string?[ApiDefinition.ServerVariables.Length])[index] = value;
    }

    /// <summary>Gets a parameter of operations, or its default.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected T GetClientParameter<T>(int index) => (T)(_clientParameters?[index] ?? ApiDefinition.ClientParameters[index].DefaultValue)!;

    /// <summary>Sets a parameter of operations; null for its default.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected void SetClientParameter(int index, object? value) =>
        (_clientParameters ??= new object?[ApiDefinition.ClientParameters.Length])[index] = value;

    /// <summary>Reads base URL, credentials and parameters from the environment; an empty variable counts as not set.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected internal void ReadEnvironment()
    {
        if (ReadVariable(ApiDefinition.BaseUrlVariable) is { } url)
            BaseUrl = Uri.TryCreate(url, UriKind.RelativeOrAbsolute, out Uri? uri) ? uri : new Uri("invalid", UriKind.Relative); // the call reports it
        SecurityScheme[] schemes = ApiDefinition.Schemes;
        for (int i = 0; i < schemes.Length; i++)
        {
            (string? credential, string? password) = schemes[i].ReadEnvironment(ReadVariable);
            SetCredential(i, credential);
            if (password is not null)
                SetBasicPassword(i, password);
        }

        ClientParameter[] parameters = ApiDefinition.ClientParameters;
        for (int i = 0; i < parameters.Length; i++)
        {
            if (parameters[i].EnvironmentVariable is { } variable && ReadVariable(variable) is { } value)
                SetClientParameter(i, value);
        }
    }

    // Each kind brings its source: a program that sets no provider does not carry the code of any.
    private void SetProvider(int index, Delegate? value, Func<Delegate, string, TokenSource> createSource)
    {
        (_providers ??= new Delegate?[ApiDefinition.Schemes.Length])[index] = value;
        (_tokenSources ??= new Func<Delegate, string, TokenSource>?[ApiDefinition.Schemes.Length])[index] = createSource;
    }

    private static string? ReadVariable(string name) => Environment.GetEnvironmentVariable(name) is { Length: > 0 } value ? value : null;
}
