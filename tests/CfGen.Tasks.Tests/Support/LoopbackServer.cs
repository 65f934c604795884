using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace CfGen.Tasks.Tests.Support;

/// <summary>A server of bytes: each path has a function that writes the response, which need not be one of HTTP.</summary>
internal sealed class LoopbackServer : IDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly ConcurrentDictionary<string, Func<string, Stream, Task>> _responses = new();
    private readonly CancellationTokenSource _stop = new();

    public LoopbackServer()
    {
        _listener.Start();
        Url = $"http://127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}";
        _ = AcceptAsync();
    }

    public string Url { get; }

    /// <summary>The requests, each with its headers.</summary>
    public ConcurrentQueue<string> Requests { get; } = new();

    public LoopbackServer On(string path, Func<string, Stream, Task> respond)
    {
        _responses[path] = respond;
        return this;
    }

    public LoopbackServer On(string path, string body, string contentType = "application/yaml", string headers = "") =>
        On(path, (_, stream) => WriteAsync(stream, "200 OK", Encoding.UTF8.GetBytes(body), $"Content-Type: {contentType}\r\n{headers}"));

    public LoopbackServer Redirect(string path, string target) =>
        On(path, (_, stream) => WriteAsync(stream, "302 Found", [], $"Location: {target}\r\n"));

    public LoopbackServer Fail(string path, string status) =>
        On(path, (_, stream) => WriteAsync(stream, status, Encoding.UTF8.GetBytes("{}"), "Content-Type: application/json\r\n"));

    public static async Task WriteAsync(Stream stream, string status, byte[] body, string headers)
    {
        string head = $"HTTP/1.1 {status}\r\nContent-Length: {body.Length}\r\nConnection: close\r\n{headers}\r\n";
        await stream.WriteAsync(Encoding.ASCII.GetBytes(head));
        await stream.WriteAsync(body);
    }

    public void Dispose()
    {
        _stop.Cancel();
        _listener.Dispose();
        _stop.Dispose();
    }

    private async Task AcceptAsync()
    {
        try
        {
            while (true)
                _ = RespondAsync(await _listener.AcceptTcpClientAsync(_stop.Token));
        }
        catch (Exception e) when (e is OperationCanceledException or SocketException or ObjectDisposedException)
        {
            // The end of the test.
        }
    }

    private async Task RespondAsync(TcpClient client)
    {
        using (client)
        {
            try
            {
                NetworkStream stream = client.GetStream();
                StringBuilder request = new();
                byte[] buffer = new byte[4096];
                while (!request.ToString().EndsWith("\r\n\r\n", StringComparison.Ordinal))
                {
                    int count = await stream.ReadAsync(buffer);
                    if (count == 0)
                        return;
                    request.Append(Encoding.ASCII.GetString(buffer, 0, count));
                }

                Requests.Enqueue(request.ToString());
                string path = request.ToString().Split(' ')[1];
                if (_responses.TryGetValue(path, out Func<string, Stream, Task>? respond))
                    await respond(request.ToString(), stream);
                else
                    await WriteAsync(stream, "404 Not Found", [], "");
            }
            catch (Exception e) when (e is IOException or SocketException)
            {
                // The client left, as a limit wants it.
            }
        }
    }
}
