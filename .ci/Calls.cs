// 20 calls of 6 products of Cloudflare's document, for the measurement of Emit="used".
using Acme.Cloudflare;

namespace Acme;

internal static class Calls
{
    private const string Zone = "023e105f4ecef8ad9ca31a8372d0c353";
    private const string Account = "023e105f4ecef8ad9ca31a8372d0c354";
    private const string Id = "372e67954025e0ba6aaa6d586b9e0b59";

    internal static async Task RunAsync(CloudflareClient client)
    {
        await foreach (var record in client.DnsRecords.ListAsync(Zone))
            Console.WriteLine(record);
        Console.WriteLine(await client.DnsRecords.GetAsync(Zone, Id));
        await client.DnsRecords.CreateAsync(Zone, default!);
        await client.DnsRecords.EditAsync(Zone, Id, default!);
        await client.DnsRecords.DeleteAsync(Zone, Id);

        await foreach (var zone in client.Zones.ListAsync())
            Console.WriteLine(zone);
        Console.WriteLine(await client.Zones.GetAsync(Zone));
        await client.Zones.PurgeCacheAsync(Zone, new SingleFile { Files = ["https://example.com/app.css"] });

        Console.WriteLine(client.R2.Buckets.ListAsync(Account));
        Console.WriteLine(await client.R2.Buckets.GetAsync(Account, "bucket"));
        await client.R2.Buckets.CreateAsync(Account, default!);
        await client.R2.Buckets.DeleteAsync(Account, "bucket");

        Console.WriteLine(client.Queues.ListAsync(Account));
        Console.WriteLine(await client.Queues.GetAsync(Account, Id));
        await client.Queues.CreateAsync(Account, default!);

        Console.WriteLine(client.Storage.Kv.Namespaces.ListAsync(Account));
        Console.WriteLine(await client.Storage.Kv.Namespaces.GetAsync(Account, Id));
        Console.WriteLine(client.Storage.Kv.Namespaces.Keys.ListAsync(Account, Id));

        Console.WriteLine(client.LoadBalancers.Pools.ListAsync(Account));
        Console.WriteLine(await client.LoadBalancers.Pools.GetAsync(Account, Id));
    }
}
