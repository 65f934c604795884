using System.Collections.Concurrent;
using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Security.Cryptography.X509Certificates;
using CfGen.Faults.Calls;

namespace CfGen.Faults.Server;

/// <summary>A server on loopback over bare sockets: a framework would not let it misbehave.</summary>
internal sealed class FaultServer : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly ConcurrentDictionary<Task, bool> _connections = new();
    private readonly X509Certificate2? _certificate;
    private readonly ServerCheck _check;
    private readonly Task _accepting;
    private int _open;

    public FaultServer(ServerCheck check, X509Certificate2? certificate = null)
    {
        _check = check;
        _certificate = certificate;
        _listener.Start(512);
        Url = new Uri($"{(certificate is null ? "http" : "https")}://127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}");
        _accepting = AcceptAsync();
    }

    public Uri Url { get; }

    /// <summary>The number of open connections.</summary>
    public int OpenCount => Volatile.Read(ref _open);

    /// <summary>The servers that a script may name.</summary>
    public ServerSet Servers { get; set; } = null!;

    public async ValueTask DisposeAsync()
    {
        _listener.Stop();
        await _accepting;
        await Task.WhenAll(_connections.Keys);
        _listener.Dispose();
    }

    private async Task AcceptAsync()
    {
        try
        {
            while (true)
            {
                Socket socket = await _listener.AcceptSocketAsync();
                Interlocked.Increment(ref _open);
                Task connection = ServeAsync(socket);
                _connections[connection] = true;
                _ = connection.ContinueWith(
                    done => _connections.TryRemove(done, out _),
                    CancellationToken.None,
                    TaskContinuationOptions.ExecuteSynchronously,
                    TaskScheduler.Default
                );
            }
        }
        catch (Exception e) when (e is SocketException or ObjectDisposedException or InvalidOperationException)
        {
            // The listener was stopped.
        }
    }

    private async Task ServeAsync(Socket socket)
    {
        try
        {
            using (socket)
            {
                socket.NoDelay = true;
                await using Stream stream = await OpenAsync(socket);
                await using BufferedStream input = new(stream, 4096);
                while (await ReceivedRequest.ReadAsync(input) is { } request)
                {
                    if (_check.Receive(this, request) is not { } call)
                        return;
                    Exchange exchange = new(this, call, request, stream, socket);
                    await call.Fault.Respond(exchange);
                    if (exchange.IsClosed)
                        return;
                }
            }
        }
        catch (Exception e) when (e is IOException or SocketException or ObjectDisposedException or AuthenticationException)
        {
            // The client closed the connection, which it may at any moment.
        }
        catch (Exception e)
        {
            _check.Report($"A script failed: {e}");
        }
        finally
        {
            Interlocked.Decrement(ref _open);
        }
    }

    private async Task<Stream> OpenAsync(Socket socket)
    {
        NetworkStream stream = new(socket, ownsSocket: false);
        if (_certificate is null)
            return stream;
        SslStream encrypted = new(stream);
        await encrypted.AuthenticateAsServerAsync(_certificate);
        return encrypted;
    }
}
