using System.Globalization;
using System.Net.Sockets;
using System.Text;
using CfGen.Faults.Calls;

namespace CfGen.Faults.Server;

/// <summary>A request, and the ways to respond to it.</summary>
internal sealed class Exchange(FaultServer server, Call call, ReceivedRequest request, Stream stream, Socket socket)
{
    private readonly Random _random = new(call.Random.Next());

    public Call Call { get; } = call;

    public ReceivedRequest Request { get; } = request;

    /// <summary>The number of this request among those of the call, from 1.</summary>
    public int Number { get; } = call.Requests;

    public ServerSet Servers => server.Servers;

    /// <summary>True if the request came to another origin than that of the client.</summary>
    public bool IsForeign => server == Servers.Foreign;

    public bool IsClosed { get; private set; }

    /// <summary>The body of the right response.</summary>
    public byte[] Body => Call.Fault.Operation.CreateBody(Call);

    public string MediaType => Call.Fault.Operation.MediaType;

    /// <summary>Sends the right response.</summary>
    public Task RespondAsync() => RespondAsync(200, Body, MediaType);

    public Task RespondAsync(int status, string body, string headers = "") =>
        RespondAsync(status, Encoding.UTF8.GetBytes(body), "application/json", headers);

    /// <summary>Sends a complete response. <paramref name="headers"/> are lines that end with CR and LF.</summary>
    public Task RespondAsync(int status, byte[] body, string mediaType, string headers = "") =>
        SendAsync(
            string.Create(
                CultureInfo.InvariantCulture,
                $"HTTP/1.1 {status} Status\r\nContent-Type: {mediaType}\r\nContent-Length: {body.Length}\r\n{headers}\r\n"
            ),
            body
        );

    /// <summary>Sends a head that announces chunks.</summary>
    public Task BeginChunksAsync(string headers = "") =>
        SendAsync($"HTTP/1.1 200 OK\r\nContent-Type: {MediaType}\r\nTransfer-Encoding: chunked\r\n{headers}\r\n");

    public Task SendChunkAsync(byte[] bytes) =>
        SendAsync([.. Encoding.Latin1.GetBytes(bytes.Length.ToString("x", CultureInfo.InvariantCulture) + "\r\n"), .. bytes, 13, 10]);

    public Task SendChunkAsync(string text) => SendChunkAsync(Encoding.UTF8.GetBytes(text));

    public Task EndChunksAsync() => SendAsync("0\r\n\r\n");

    /// <summary>Sends a text in Latin-1.</summary>
    public Task SendAsync(string text) => SendAsync(Encoding.Latin1.GetBytes(text));

    public Task SendAsync(string head, byte[] body) => SendAsync([.. Encoding.Latin1.GetBytes(head), .. body]);

    /// <summary>Sends bytes, sometimes in pieces, so that no read of the client has a boundary that it could expect.</summary>
    public async Task SendAsync(byte[] bytes)
    {
        int start = 0;
        for (int pieces = _random.Next(4); pieces > 0 && bytes.Length - start > 1; pieces--)
        {
            int length = _random.Next(1, bytes.Length - start);
            await stream.WriteAsync(bytes.AsMemory(start, length));
            start += length;
            await Task.Yield();
        }

        await stream.WriteAsync(bytes.AsMemory(start));
    }

    /// <summary>Closes the connection in order.</summary>
    public async Task CloseAsync()
    {
        IsClosed = true;
        if (stream is NetworkStream)
            socket.Shutdown(SocketShutdown.Send);
        await Task.CompletedTask;
    }

    /// <summary>Resets the connection.</summary>
    public Task ResetAsync()
    {
        IsClosed = true;
        socket.LingerState = new LingerOption(true, 0);
        socket.Close();
        return Task.CompletedTask;
    }

    /// <summary>Sends nothing until the client closes the connection.</summary>
    public async Task KeepSilentAsync()
    {
        IsClosed = true;
        byte[] rest = new byte[256];
        while (await stream.ReadAsync(rest) > 0) { }
    }
}
