using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace CfGen.Runtime.Tests.Support;

/// <summary>
/// A server on loopback that writes bytes, or none: it counts what arrives on the wire, not what a framework makes of it.
/// </summary>
public sealed class RawServer : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _stop = new();
    private readonly Func<int, string?> _respond;
    private readonly Task _accepting;

    /// <param name="respond">Gets the response to a request by its number from 1; null to close the connection without a response.</param>
    public RawServer(Func<int, string?> respond)
    {
        _respond = respond;
        _listener.Start();
        _accepting = AcceptAsync();
    }

    /// <summary>Heads and bodies of the requests, as they arrived.</summary>
    public ConcurrentQueue<string> Requests { get; } = new();

    public Uri Url => new($"http://127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}");

    /// <summary>Closes each connection once a request has arrived.</summary>
    public static RawServer StartUnanswering() => new(_ => null);

    public TestClient CreateClient(Action<TestClientOptions>? more = null)
    {
        var options = new TestClientOptions
        {
            BaseUrl = Url,
            ApiToken = Secrets.Token,
            TimeProvider = new InstantClock(),
            Timeout = Timeout.InfiniteTimeSpan,
        };
        more?.Invoke(options);
        return new TestClient(options);
    }

    public async ValueTask DisposeAsync()
    {
        // The listener stays until nothing accepts: a listener that has stopped refuses another call.
        await _stop.CancelAsync();
        await _accepting;
        _listener.Dispose();
        _stop.Dispose();
    }

    private async Task AcceptAsync()
    {
        try
        {
            while (true)
                _ = ServeAsync(await _listener.AcceptTcpClientAsync(_stop.Token));
        }
        catch (Exception e) when (e is OperationCanceledException or SocketException) { }
    }

    private async Task ServeAsync(TcpClient connection)
    {
        using (connection)
        {
            try
            {
                NetworkStream stream = connection.GetStream();
                while (await ReadRequestAsync(stream) is { } request)
                {
                    Requests.Enqueue(request);
                    if (_respond(Requests.Count) is not { } response)
                        return;
                    await stream.WriteAsync(Encoding.Latin1.GetBytes(response), _stop.Token);
                }
            }
            catch (Exception e) when (e is IOException or OperationCanceledException or ObjectDisposedException) { }
        }
    }

    private async Task<string?> ReadRequestAsync(NetworkStream stream)
    {
        var text = new StringBuilder();
        byte[] buffer = new byte[4096];
        while (!IsComplete(text.ToString()))
        {
            int count = await stream.ReadAsync(buffer, _stop.Token);
            if (count == 0)
                return null;
            text.Append(Encoding.Latin1.GetString(buffer, 0, count));
        }

        return text.ToString();
    }

    private static bool IsComplete(string request)
    {
        int end = request.IndexOf("\r\n\r\n", StringComparison.Ordinal);
        if (end < 0)
            return false;
        const string Name = "Content-Length: ";
        int header = request.IndexOf(Name, StringComparison.OrdinalIgnoreCase);
        if (header < 0 || header > end)
            return true;
        int start = header + Name.Length;
        int length = int.Parse(request[start..request.IndexOf('\r', start)], CultureInfo.InvariantCulture);
        return request.Length >= end + 4 + length;
    }
}
