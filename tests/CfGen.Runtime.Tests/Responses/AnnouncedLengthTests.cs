using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;
using CfGen.Pipeline.Responses;
using CfGen.Runtime.Tests.Support;

namespace CfGen.Runtime.Tests.Responses;

/// <summary>Memory for the bytes that arrive, and none for those that are announced.</summary>
public class AnnouncedLengthTests
{
    private const int Calls = 64;
    private const int Announced = 100_000_000;

    [Fact]
    public async Task An_announced_length_reserves_nothing()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        Task<Socket[]> server = AnnounceAsync(listener);
        using var client = new TestClient(
            new TestClientOptions
            {
                BaseUrl = new Uri($"http://{listener.LocalEndpoint}"),
                Timeout = Timeout.InfiniteTimeSpan,
                MaxRetries = 0,
            }
        );
        long before = GC.GetTotalAllocatedBytes();

        Task<string>[] calls = [.. Enumerable.Range(0, Calls).Select(_ => client.Call(TestOperations.Get).SendForTextAsync(default))];
        Socket[] sockets = await server;
        foreach (Socket socket in sockets)
            socket.Dispose();

        foreach (Task<string> call in calls)
            await Assert.ThrowsAsync<ApiConnectionException>(() => call);
        long reserved = GC.GetTotalAllocatedBytes() - before;
        // Other tests allocate at the same time: a tenth of what the announced bodies would take.
        Assert.InRange(reserved, 0, (long)Calls * Announced / 10);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(5_000)]
    [InlineData(Announced)]
    [InlineData(int.MaxValue)]
    public void A_buffer_is_at_most_four_times_what_arrived(int expected)
    {
        BodyBuffer buffer = default;
        Assert.InRange(buffer.GetMemory(expected).Length, 1, 16 * 1024);
        while (buffer.Length < 3_000_000)
        {
            Memory<byte> memory = buffer.GetMemory(expected);
            Assert.InRange(memory.Length, 1, 64 * 1024); // also the most that is read after cancellation
            Assert.InRange(buffer.Capacity, 0, Math.Max(16 * 1024, 8 * buffer.Length)); // the pool rounds up to a power of two
            memory.Span.Fill(1);
            buffer.Advance(memory.Length);
        }

        Assert.Equal(-1, buffer.Bytes.IndexOfAnyExcept((byte)1));
        buffer.Release();
    }

    /// <summary>Responds to each call with headers and the first byte, and returns the open connections.</summary>
    private static async Task<Socket[]> AnnounceAsync(TcpListener listener)
    {
        var sockets = new List<Socket>();
        byte[] head = Encoding.ASCII.GetBytes(
            string.Create(CultureInfo.InvariantCulture, $"HTTP/1.1 200 OK\r\nContent-Length: {Announced}\r\n\r\nx")
        );
        byte[] request = new byte[4096];
        while (sockets.Count < Calls)
        {
            Socket socket = await listener.AcceptSocketAsync();
            sockets.Add(socket);
            await socket.ReceiveAsync(request);
            await socket.SendAsync(head);
        }

        return [.. sockets];
    }
}
