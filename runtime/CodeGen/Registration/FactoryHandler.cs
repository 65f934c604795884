using System.ComponentModel;
using CfGen.Pipeline;

namespace CfGen.CodeGen;

/// <summary>
/// Sends each request through a new client of a factory, which has the handlers that are current then. A client that is kept for the life
/// of a program would keep its handlers, and the addresses that they found.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class FactoryHandler : HttpMessageHandler
{
    private readonly Func<HttpClient> _createClient;

    // The factory disposes a handler once nothing holds it.
    private WeakReference<HttpMessageHandler>? _checked;

    /// <summary>Creates a handler.</summary>
    /// <param name="createClient">Creates a client. It does not own its handlers, so that nobody has to dispose it.</param>
    public FactoryHandler(Func<HttpClient> createClient)
    {
        ArgumentNullException.ThrowIfNull(createClient);
        _createClient = createClient;
    }

    /// <summary>Creates a client with the handlers that are current now.</summary>
    internal HttpClient CreateClient() => _createClient();

    /// <inheritdoc/>
    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        HttpClient client = CreateClient();
        HttpMessageHandler? handler = HandlerChain.GetHandler(client);
        if (handler is not null && !(_checked is { } last && last.TryGetTarget(out HttpMessageHandler? target) && target == handler))
        {
            Transport.DisableAutoRedirect(handler);
            _checked = new WeakReference<HttpMessageHandler>(handler);
        }

        (request.Version, request.VersionPolicy) = (client.DefaultRequestVersion, client.DefaultVersionPolicy);
        return client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
    }
}
