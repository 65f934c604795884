using System.Runtime.CompilerServices;
using CfGen.CodeGen;

namespace CfGen.Pipeline;

/// <summary>
/// Tells what the handlers that were passed in do with a request. A handler of unknown type may do anything: it may add a credential, as
/// the handlers of a factory's client do.
/// </summary>
internal static class HandlerChain
{
    /// <summary>Gets the outermost handler of a client; null if the framework keeps it elsewhere.</summary>
    public static HttpMessageHandler? GetHandler(HttpClient client)
    {
        try
        {
            return GetHandlerField(client);
        }
        catch (MissingFieldException)
        {
            return null;
        }
    }

    /// <summary>Decides whether a handler may add a header or a credential of its own.</summary>
    public static bool MayAddHeaders(HttpMessageHandler? handler)
    {
        while (handler is DelegatingHandler outer && (outer is DecompressionHandler || IsLogOfFactory(outer)))
            handler = outer.InnerHandler;
        try
        {
            return handler switch
            {
                SocketsHttpHandler sockets => sockets.Credentials is not null,
                HttpClientHandler classic when classic.GetType() == typeof(HttpClientHandler) => classic.Credentials is not null,
                _ => true,
            };
        }
        catch (PlatformNotSupportedException)
        {
            return true; // a browser decides for itself
        }
    }

    /// <summary>Decides whether the handlers refuse headers that are not ASCII.</summary>
    public static bool RequiresAscii(HttpMessageHandler? handler)
    {
        while (handler is DelegatingHandler outer)
            handler = outer.InnerHandler;
        return handler is SocketsHttpHandler { RequestHeaderEncodingSelector: null } or HttpClientHandler;
    }

    // The handlers that Microsoft.Extensions.Http puts around every handler: they log, and follow the lifetime. Their types are internal.
    private static bool IsLogOfFactory(DelegatingHandler handler) =>
        handler.GetType().FullName
            is "Microsoft.Extensions.Http.LifetimeTrackingHttpMessageHandler"
                or "Microsoft.Extensions.Http.Logging.LoggingScopeHttpMessageHandler"
                or "Microsoft.Extensions.Http.Logging.LoggingHttpMessageHandler";

    // A client has no public way to its handler, and a factory's client is nothing else than a client with handlers.
    [UnsafeAccessor(UnsafeAccessorKind.Field, Name = "_handler")]
    private static extern ref HttpMessageHandler GetHandlerField(HttpMessageInvoker invoker);
}
