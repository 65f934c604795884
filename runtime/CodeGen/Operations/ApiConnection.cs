using System.ComponentModel;
using CfGen.Pipeline;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace CfGen.CodeGen;

/// <summary>One client's way to its API: a copy of the options, and the transport.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class ApiConnection : IDisposable
{
    private readonly Transport? _transport;
    private readonly TimerPool? _timers;

    /// <summary>A connection with a transport of its own.</summary>
    public ApiConnection(ApiClientOptions options)
        : this(options, Transport.CreateOwned()) { }

    /// <summary>A connection through a handler; disposed with the client where <paramref name="disposeHandler"/> says so.</summary>
    public ApiConnection(HttpMessageHandler handler, ApiClientOptions options, bool disposeHandler)
        : this(options, Transport.From(handler, disposeHandler)) { }

    /// <summary>A connection through a client that is borrowed: never disposed, its own settings stay.</summary>
    public ApiConnection(HttpClient httpClient, ApiClientOptions options)
        : this(options, Transport.FromClient(httpClient)) { }

    private ApiConnection(ApiClientOptions options, Transport transport)
    {
        ArgumentNullException.ThrowIfNull(options);
        _transport = transport;
        Settings = new ConnectionSettings(options);
        _timers = new TimerPool(Settings.TimeProvider);
        Logger = options.LoggerFactory?.CreateLogger("CfGen." + Settings.ClientName) ?? NullLogger.Instance;
    }

    private ApiConnection() => Logger = NullLogger.Instance;

    /// <summary>No connection: what the protected constructors of resources have, for mocks.</summary>
    public static ApiConnection None { get; } = new();

    internal ConnectionSettings? Settings { get; }

    internal ILogger Logger { get; }

    internal Transport Transport => _transport!;

    internal TimerPool Timers => _timers!;

    /// <summary>Begins a call.</summary>
    public ApiRequestBuilder CreateRequest(ApiOperationInfo operation, RequestOptions? options) => new(this, operation, options);

    /// <inheritdoc/>
    public void Dispose()
    {
        _transport?.Dispose();
        _timers?.Dispose();
    }
}
