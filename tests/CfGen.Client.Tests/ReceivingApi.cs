using Acme.Receiving;
using CfGen.Runtime.Tests.Support;

namespace CfGen.Client.Tests;

/// <summary>Clients of the document with every kind of result.</summary>
internal static class ReceivingApi
{
    public static ReceivingClient CreateReceivingClient(this TestServer server, Action<ReceivingClientOptions>? more = null)
    {
        ReceivingClientOptions options = new()
        {
            BaseUrl = new Uri(server.Url),
            TimeProvider = new InstantClock(),
            Timeout = Timeout.InfiniteTimeSpan,
        };
        more?.Invoke(options);
        return new ReceivingClient(options);
    }

    public static async Task<List<T>> ReadAllAsync<T>(this IAsyncEnumerable<T> items)
    {
        List<T> all = [];
        await foreach (T item in items)
            all.Add(item);
        return all;
    }
}
