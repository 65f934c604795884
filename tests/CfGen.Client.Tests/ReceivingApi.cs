using Acme.Receiving;
using CfGen.Runtime.Tests.Support;

namespace CfGen.Client.Tests;

/// <summary>Clients of the document with every kind of result.</summary>
internal static class ReceivingApi
{
    public static ReceivingClient CreateReceivingClient(this TestServer server, Action<ReceivingClientOptions>? more = null) =>
        new(server.CreateOptions(more));

    public static async Task<List<T>> ReadAllAsync<T>(this IAsyncEnumerable<T> items)
    {
        List<T> all = [];
        await foreach (T item in items)
            all.Add(item);
        return all;
    }
}
