using System.Buffers.Binary;
using System.Net;
using System.Net.Sockets;

namespace CfGen.Runtime.Tests.Support;

/// <summary>
/// An HTTP/2 server whose first connection answers the settings and then nothing: no request and no ping. The other connections respond to
/// each request. Kestrel answers pings by itself.
/// </summary>
public sealed class SilentHttp2Server : IDisposable
{
    private const byte Data = 0;
    private const byte Headers = 1;
    private const byte Settings = 4;
    private const byte Ping = 6;
    private const byte Acknowledged = 1;
    private const byte EndStream = 1;
    private const byte EndHeaders = 4;
    private const int PrefaceLength = 24;
    private const int FrameHeadLength = 9;

    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _stop = new();
    private int _connections;
    private int _silentRequests;
    private int _pings;

    public SilentHttp2Server()
    {
        _listener.Start();
        _ = AcceptAsync();
    }

    public Uri Url => new($"http://{_listener.LocalEndpoint}");

    public int Connections => _connections;

    /// <summary>The number of requests on the silent connection.</summary>
    public int SilentRequests => _silentRequests;

    /// <summary>The number of pings on the silent connection.</summary>
    public int Pings => _pings;

    public void Dispose()
    {
        _stop.Cancel();
        _listener.Dispose();
        _stop.Dispose();
    }

    private async Task AcceptAsync()
    {
        while (!_stop.IsCancellationRequested)
        {
            TcpClient connection = await _listener.AcceptTcpClientAsync(_stop.Token);
            _ = ServeAsync(connection, isSilent: Interlocked.Increment(ref _connections) == 1);
        }
    }

    private async Task ServeAsync(TcpClient connection, bool isSilent)
    {
        using (connection)
        {
            NetworkStream stream = connection.GetStream();
            byte[] head = new byte[FrameHeadLength];
            await stream.ReadExactlyAsync(new byte[PrefaceLength], _stop.Token);
            await WriteFrameAsync(stream, Settings, 0, 0, []);
            while (!_stop.IsCancellationRequested)
            {
                await stream.ReadExactlyAsync(head, _stop.Token);
                byte[] payload = new byte[(head[0] << 16) | (head[1] << 8) | head[2]];
                await stream.ReadExactlyAsync(payload, _stop.Token);
                await RespondAsync(stream, head, isSilent);
            }
        }
    }

    private async Task RespondAsync(NetworkStream stream, byte[] head, bool isSilent)
    {
        (byte type, byte flags) = (head[3], head[4]);
        if (type == Settings && (flags & Acknowledged) == 0)
            await WriteFrameAsync(stream, Settings, Acknowledged, 0, []);
        if (isSilent)
        {
            _silentRequests += type == Headers ? 1 : 0;
            _pings += type == Ping ? 1 : 0;
        }
        else if (type == Headers)
        {
            int id = BinaryPrimitives.ReadInt32BigEndian(head.AsSpan(5));
            await WriteFrameAsync(stream, Headers, EndHeaders, id, [0x88]); // :status 200 of HPACK's static table
            await WriteFrameAsync(stream, Data, EndStream, id, "\"alive\""u8.ToArray());
        }
    }

    private async Task WriteFrameAsync(NetworkStream stream, byte type, byte flags, int id, byte[] payload)
    {
        byte[] frame = [0, 0, (byte)payload.Length, type, flags, 0, 0, 0, 0, .. payload];
        BinaryPrimitives.WriteInt32BigEndian(frame.AsSpan(5), id);
        await stream.WriteAsync(frame, _stop.Token);
    }
}
