using System.Net;
using CfGen.CodeGen;
using CfGen.Pipeline;
using CfGen.Runtime.Tests.Support;

namespace CfGen.Runtime.Tests.Pipeline;

/// <summary>An HTTP/2 connection that went silent is found by a ping. One call fails on it; the next has another connection.</summary>
public class KeepAliveTests
{
    private static readonly TimeSpan s_bound = TimeSpan.FromSeconds(60);

    [Fact]
    public void The_clients_own_handler_pings()
    {
        using SocketsHttpHandler handler = Transport.CreateHandler();

        Assert.Equal(
            (TimeSpan.FromSeconds(30), TimeSpan.FromSeconds(10), HttpKeepAlivePingPolicy.Always),
            (handler.KeepAlivePingDelay, handler.KeepAlivePingTimeout, handler.KeepAlivePingPolicy)
        );
        // Both together are over before the call is.
        Assert.True(handler.KeepAlivePingDelay + handler.KeepAlivePingTimeout < new TestClientOptions().Timeout);
    }

    /// <summary>The handler of the client with the shortest times that .NET allows, a second each. No attempt has a timeout.</summary>
    [Fact]
    public async Task A_silent_connection_fails_one_call()
    {
        using var server = new SilentHttp2Server();
        SocketsHttpHandler sockets = Transport.CreateHandler();
        sockets.KeepAlivePingDelay = sockets.KeepAlivePingTimeout = TimeSpan.FromSeconds(1);
        using var handler = new Http2Handler(sockets);
        using var client = new TestClient(
            handler,
            new TestClientOptions
            {
                BaseUrl = server.Url,
                Timeout = Timeout.InfiniteTimeSpan,
                MaxRetries = 0,
            }
        );

        Task<string> first = client.Call(TestOperations.Get).SendForTextAsync(default);
        ApiConnectionException e = await Assert.ThrowsAsync<ApiConnectionException>(() => first.WaitAsync(s_bound));
        string second = await client.Call(TestOperations.Get).SendForTextAsync(default).WaitAsync(s_bound);

        Assert.Equal($"GET /things (op) received no response from {server.Url.OriginalString}: the connection failed.", e.Message);
        Assert.Equal("\"alive\"", second);
        Assert.Equal((2, 1), (server.Connections, server.SilentRequests));
        Assert.InRange(server.Pings, 1, 2);
    }

    /// <summary>Speaks HTTP/2 without encryption, which the client itself never asks for.</summary>
    private sealed class Http2Handler(HttpMessageHandler inner) : DelegatingHandler(inner)
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            (request.Version, request.VersionPolicy) = (HttpVersion.Version20, HttpVersionPolicy.RequestVersionExact);
            return base.SendAsync(request, cancellationToken);
        }
    }
}
