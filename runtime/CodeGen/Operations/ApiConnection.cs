using System.ComponentModel;
using System.Text.Json;
using CfGen.Pipeline;
using CfGen.Pipeline.Hooks;
using CfGen.Pipeline.Responses;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace CfGen.CodeGen;

/// <summary>The connection of a client to its API: a copy of the options, and the transport.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class ApiConnection : IDisposable
{
    private readonly Transport? _transport;
    private readonly TimerPool? _timers;

    /// <summary>Creates a connection with its own transport.</summary>
    public ApiConnection(ApiClientOptions options)
        : this(options, Transport.CreateOwned()) { }

    /// <summary>Creates a connection that sends through a handler.</summary>
    public ApiConnection(HttpMessageHandler handler, ApiClientOptions options, bool disposeHandler)
        : this(options, Transport.From(handler, disposeHandler)) { }

    /// <summary>Creates a connection that sends through a borrowed client: it is never disposed, and keeps its settings.</summary>
    public ApiConnection(HttpClient httpClient, ApiClientOptions options)
        : this(options, Transport.FromClient(httpClient)) { }

    private ApiConnection(ApiClientOptions options, Transport transport)
    {
        ArgumentNullException.ThrowIfNull(options);
        _transport = transport;
        Settings = new ConnectionSettings(options, transport);
        _timers = new TimerPool(Settings.TimeProvider);
        Logger = options.LoggerFactory?.CreateLogger("CfGen." + Settings.ClientName) ?? NullLogger.Instance;
        Hooks = options.CreateHookRunner?.Invoke(options, Settings.Credentials, Logger);
    }

    private ApiConnection() => Logger = NullLogger.Instance;

    /// <summary>The connection of resources that mocks derive from: every call through it fails.</summary>
    public static ApiConnection None { get; } = new();

    internal ConnectionSettings? Settings { get; }

    /// <inheritdoc cref="ConnectionSettings.SerializerOptions"/>
    internal JsonSerializerOptions? SerializerOptions => Settings?.SerializerOptions;

    internal ILogger Logger { get; }

    /// <summary>The hooks; null if the client has none.</summary>
    internal HookRunner? Hooks { get; }

    internal Transport Transport => _transport!;

    internal TimerPool Timers => _timers!;

    /// <summary>
    /// Gets the URL that the paths of an operation are relative to: the operation's own server, unless the client was given a URL for all
    /// of them.
    /// </summary>
    internal string? GetBaseUrl(ApiOperationInfo operation) => Settings?.Servers.GetBaseUrl(operation);

    /// <summary>Starts building a request.</summary>
    public ApiRequestBuilder CreateRequest(ApiOperationInfo operation, RequestOptions? options) =>
        ApiRequestBuilder.Create(this, operation, options);

    /// <summary>Sends a request of the caller's own as those of operations are sent.</summary>
    public Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, RequestOptions? options, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        return RequestSender.SendAsync<HttpResponseMessage, HttpResponseReader>(
            OwnRequest.Create(this, request, options),
            cancellationToken
        );
    }

    /// <summary>Gets the value of a parameter that is an option of the client.</summary>
    public T GetOption<T>(int index) => (T)Settings?.ClientParameters[index].Value!;

    /// <summary>Gets the expression that messages name a parameter by: that of the option if the call passes no value.</summary>
    public string DescribeOption(int index, bool isOption, string argument) =>
        isOption && Settings is { } settings ? settings.ClientParameters[index].Expression : argument;

    /// <inheritdoc/>
    public void Dispose()
    {
        _transport?.Dispose();
        _timers?.Dispose();
    }
}
