using CfGen.CodeGen;

namespace CfGen.Pipeline;

/// <summary>Sends HTTP requests through the client's own handler, a handler that was passed in, or a borrowed HttpClient.</summary>
internal sealed class Transport : IDisposable
{
    private readonly HttpMessageInvoker _invoker;
    private readonly HttpClient? _client;
    private readonly HttpMessageHandler? _handler;

    private Transport(HttpMessageInvoker invoker, HttpClient? client, HttpMessageHandler? handler = null)
    {
        _invoker = invoker;
        _client = client;
        _handler = handler;
    }

    /// <summary>The client that was passed in, or a new one of the factory; null if there is none.</summary>
    public HttpClient? Client => _client ?? (_handler as FactoryHandler)?.CreateClient();

    /// <summary>
    /// True if no handler adds a header or a credential to a request. The default headers of a client are another matter.
    /// </summary>
    public bool AddsNoHeaders => IsOwned || !HandlerChain.MayAddHeaders(Handler);

    /// <summary>True if a header that is not ASCII fails to be sent.</summary>
    public bool RequiresAscii => IsOwned || HandlerChain.RequiresAscii(Handler);

    public bool IsBorrowed => _client is not null;

    public bool IsOwned { get; private init; }

    /// <summary>
    /// True if requests ask for the encodings that this client reads, and no handler does. One of a factory knows all but Brotli.
    /// </summary>
    public bool NamesEncodings(bool withBrotli) => IsOwned || (withBrotli && _handler is FactoryHandler);

    /// <summary>The outermost handler that was passed in, or that of the client; null if it is unknown.</summary>
    private HttpMessageHandler? Handler => Client is { } client ? HandlerChain.GetHandler(client) : _handler;

    public static Transport CreateOwned() =>
        // In a browser there are no sockets: HttpClientHandler calls fetch there, which follows redirects and shows none of them.
        new(
            new HttpMessageInvoker(OperatingSystem.IsBrowser() ? new HttpClientHandler() : CreateHandler(), disposeHandler: true),
            client: null
        )
        {
            IsOwned = true,
        };

    /// <summary>Creates the handler of a client that gets none.</summary>
    internal static SocketsHttpHandler CreateHandler() =>
        new()
        {
            PooledConnectionLifetime = TimeSpan.FromMinutes(5), // follow DNS
            UseCookies = false,
            AllowAutoRedirect = false, // it would send the credentials to other origins: RedirectPolicy follows redirects
            EnableMultipleHttp2Connections = true,
            // A connection that went silent is found by its pings, also while it is idle, and not by the calls that time out on it.
            KeepAlivePingDelay = TimeSpan.FromSeconds(30),
            KeepAlivePingTimeout = TimeSpan.FromSeconds(10),
            KeepAlivePingPolicy = HttpKeepAlivePingPolicy.Always,
        };

    public static Transport From(HttpMessageHandler handler, bool disposeHandler)
    {
        ArgumentNullException.ThrowIfNull(handler);
        DisableAutoRedirect(handler);
        return new(new HttpMessageInvoker(handler, disposeHandler), client: null, handler);
    }

    public static Transport FromClient(HttpClient client)
    {
        ArgumentNullException.ThrowIfNull(client);
        return new(client, client);
    }

    /// <summary>Sets the version of HTTP of a request: that of the client that was passed in, and else the highest that there is.</summary>
    public void SetVersion(HttpRequestMessage request)
    {
        if (_client is null)
            request.VersionPolicy = HttpVersionPolicy.RequestVersionOrHigher;
        else
            (request.Version, request.VersionPolicy) = (_client.DefaultRequestVersion, _client.DefaultVersionPolicy);
    }

    public Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
        _client is null
            ? _invoker.SendAsync(request, cancellationToken)
            : _client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken);

    /// <summary>
    /// Sends a request to another server, without the default headers of a client that was passed in: they belong to the API.
    /// </summary>
    public Task<HttpResponseMessage> SendBareAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
        _client is null || Handler is not { } handler
            ? SendAsync(request, cancellationToken)
            : new HttpMessageInvoker(handler, disposeHandler: false).SendAsync(request, cancellationToken);

    public void Dispose()
    {
        if (_client is null)
            _invoker.Dispose();
    }

    /// <summary>Keeps a handler from following redirects itself.</summary>
    internal static void DisableAutoRedirect(HttpMessageHandler? handler)
    {
        if (OperatingSystem.IsBrowser())
            return; // fetch shows no redirect that it does not follow
        while (handler is DelegatingHandler outer)
            handler = outer.InnerHandler;
        try
        {
            if (handler is SocketsHttpHandler { AllowAutoRedirect: true } sockets)
                sockets.AllowAutoRedirect = false;
            else if (handler is HttpClientHandler { AllowAutoRedirect: true } classic)
                classic.AllowAutoRedirect = false;
        }
        catch (InvalidOperationException)
        {
            // It has sent requests already and keeps its settings; RedirectPolicy rejects a response from another origin.
        }
    }
}
