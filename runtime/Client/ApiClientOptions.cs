using System.ComponentModel;
using CfGen.CodeGen;
using CfGen.Pipeline;
using Microsoft.Extensions.Logging;

namespace CfGen;

/// <summary>
/// The options of a generated client. A client takes a copy when it is made: later changes reach later clients only.
/// A class and not a record, because its text must not print credentials.
/// </summary>
public abstract class ApiClientOptions
{
    private string?[]? _credentials;
    private string?[]? _passwords;
    private Func<CancellationToken, ValueTask<string>>?[]? _providers;
    private IDictionary<string, string>? _headers;
    private IDictionary<string, string>? _query;

    /// <summary>The URL that all paths are below, absolute http or https; null: the document's. A query or user-info in it is not used.</summary>
    public Uri? BaseUrl { get; set; }

    /// <summary>How often a call is repeated after a failure that may pass; 2 unless set, 0 for never.</summary>
    public int MaxRetries { get; set; } = 2;

    /// <summary>The time of one attempt, up to the last byte of the body; 60 seconds unless set. <see cref="System.Threading.Timeout.InfiniteTimeSpan"/> for none.</summary>
    public TimeSpan Timeout { get; set; } = TimeSpan.FromSeconds(60);

    /// <summary>The longest wait that a server's <c>retry-after</c> can ask for; 60 seconds unless set.</summary>
    public TimeSpan MaxRetryAfter { get; set; } = TimeSpan.FromSeconds(60);

    /// <summary>Whether POST and PATCH are repeated as well although the first may have had its effect. False unless set.</summary>
    public bool RetryNonIdempotent { get; set; }

    /// <summary>Headers of every call.</summary>
    public IDictionary<string, string> DefaultHeaders
    {
        get => _headers ??= new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        set => _headers = value;
    }

    /// <summary>Query parameters of every call, not yet encoded.</summary>
    public IDictionary<string, string> DefaultQuery
    {
        get => _query ??= new Dictionary<string, string>(StringComparer.Ordinal);
        set => _query = value;
    }

    /// <summary>Where the client logs; null: nowhere.</summary>
    public ILoggerFactory? LoggerFactory { get; set; }

    /// <summary>The clock of timeouts, delays and <c>Retry-After</c> dates; null: the system's.</summary>
    public TimeProvider? TimeProvider { get; set; }

    /// <summary>What happens when an answer breaks the document.</summary>
    public ResponseValidation ResponseValidation { get; set; }

    /// <summary>The largest body that is read, in bytes after decompression; 100 MiB unless set.</summary>
    public long MaxResponseBytes { get; set; } = 100L << 20;

    /// <summary>How deep objects and arrays of an answer may nest; 64 unless set.</summary>
    public int MaxDepth { get; set; } = JsonModelReader.DefaultMaxDepth;

    /// <summary>Whether credentials may travel over plain http to a host that is not this machine. False unless set.</summary>
    public bool AllowInsecureHttp { get; set; }

    /// <summary>What the generated client knows of its API.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected abstract ApiDefinition Definition { get; }

    internal ApiDefinition ApiDefinition => Definition;

    internal IDictionary<string, string>? HeadersOrNull => _headers;

    internal IDictionary<string, string>? QueryOrNull => _query;

    /// <summary>The type and the base URL; never a credential.</summary>
    public override string ToString() =>
        $"{GetType().Name} {{ BaseUrl = {BaseUrlNormalizer.ToDisplayString(BaseUrl?.OriginalString ?? ApiDefinition.BaseUrl)} }}";

    internal string? GetCredentialAt(int index) => GetCredential(index);

    internal string? GetPasswordAt(int index) => GetBasicPassword(index);

    internal Func<CancellationToken, ValueTask<string>>? GetTokenProviderAt(int index) => GetTokenProvider(index);

    /// <summary>The credential of a scheme; null and empty are the same.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected string? GetCredential(int index) => _credentials?[index];

    /// <inheritdoc cref="GetCredential"/>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected void SetCredential(int index, string? value) => (_credentials ??= new string?[ApiDefinition.Schemes.Length])[index] = value;

    /// <summary>The password of a basic scheme, whose user is its credential.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected string? GetBasicPassword(int index) => _passwords?[index];

    /// <inheritdoc cref="GetBasicPassword"/>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected void SetBasicPassword(int index, string? value) => (_passwords ??= new string?[ApiDefinition.Schemes.Length])[index] = value;

    /// <summary>The token provider of an OAuth scheme; asked before each call and again after a 401.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected Func<CancellationToken, ValueTask<string>>? GetTokenProvider(int index) => _providers?[index];

    /// <inheritdoc cref="GetTokenProvider"/>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected void SetTokenProvider(int index, Func<CancellationToken, ValueTask<string>>? value) =>
        (_providers ??= new Func<CancellationToken, ValueTask<string>>?[ApiDefinition.Schemes.Length])[index] = value;

    /// <summary>Takes base URL and credentials from the environment; an empty variable counts as unset.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected void ReadEnvironment()
    {
        if (ReadVariable(ApiDefinition.BaseUrlVariable) is { } url)
            BaseUrl = Uri.TryCreate(url, UriKind.RelativeOrAbsolute, out Uri? uri) ? uri : new Uri("invalid", UriKind.Relative); // the call says so
        SecurityScheme[] schemes = ApiDefinition.Schemes;
        for (int i = 0; i < schemes.Length; i++)
        {
            string[] names = schemes[i].EnvironmentVariables;
            if (schemes[i].Kind == SecuritySchemeKind.Basic)
            {
                SetCredential(i, names.Length > 0 ? ReadVariable(names[0]) : null);
                SetBasicPassword(i, names.Length > 1 ? ReadVariable(names[1]) : null);
            }
            else
            {
                SetCredential(i, ReadFirstVariable(names));
            }
        }
    }

    private static string? ReadFirstVariable(string[] names)
    {
        foreach (string name in names)
        {
            if (ReadVariable(name) is { } value)
                return value;
        }

        return null;
    }

    private static string? ReadVariable(string name) => Environment.GetEnvironmentVariable(name) is { Length: > 0 } value ? value : null;
}
