using Acme.Payments;
using CfGen.Runtime.Tests.Support;

namespace CfGen.Client.Tests;

/// <summary>The header that carries <see cref="RequestOptions.IdempotencyKey"/>.</summary>
public class IdempotencyTests
{
    private static PaymentsClient CreateClient(TestServer server) =>
        new(
            new PaymentsClientOptions
            {
                BaseUrl = new Uri(server.Url),
                TimeProvider = new InstantClock(),
                Timeout = Timeout.InfiniteTimeSpan,
            }
        );

    [Fact]
    public async Task A_key_is_sent_in_the_documented_header_by_every_attempt()
    {
        await using TestServer server = await TestServer.StartAsync(TestServer.Respond(503, ""), TestServer.Respond(204, ""));
        using PaymentsClient client = CreateClient(server);

        await client.Charges.CreateAsync(options: new RequestOptions { IdempotencyKey = "k-1" });

        Assert.Equal([("k-1", null), ("k-1", null)], server.Requests.Select(r => (r["X-Idempotency-Token"], r["Idempotency-Key"])));
    }

    [Fact]
    public async Task The_key_of_the_options_overrides_the_parameter()
    {
        await using TestServer server = await TestServer.StartAsync(204, "");
        using PaymentsClient client = CreateClient(server);

        await client.Charges.CreateAsync(new() { XIdempotencyToken = "k-1" });
        await client.Charges.CreateAsync(new() { XIdempotencyToken = "k-1" }, new RequestOptions { IdempotencyKey = "k-2" });

        Assert.Equal(["k-1", "k-2"], server.Requests.Select(r => r["X-Idempotency-Token"]));
    }

    [Fact]
    public async Task Without_a_documented_header_a_key_is_sent_as_Idempotency_Key()
    {
        await using TestServer server = await TestServer.StartAsync(204, "");
        using PaymentsClient client = CreateClient(server);

        await client.Refunds.CreateAsync(options: new RequestOptions { IdempotencyKey = "k-1" });

        Assert.Equal(("k-1", null), (server.SingleRequest["Idempotency-Key"], server.SingleRequest["X-Request-Id"]));
    }
}
