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

    [Fact]
    public async Task Each_call_has_a_new_key_and_all_its_attempts_the_same()
    {
        await using TestServer server = await TestServer.StartAsync(
            TestServer.Respond(503, ""),
            TestServer.Disconnect,
            TestServer.Respond(204, ""),
            TestServer.Respond(204, "")
        );
        using PaymentsClient client = CreateClient(server);

        await client.Charges.CreateAsync();
        await client.Charges.CreateAsync();

        string[] keys = [.. server.Requests.Select(r => r["X-Idempotency-Token"]!)];
        Assert.Equal(4, keys.Length);
        Assert.Equal(keys[0], keys[1]);
        Assert.Equal(keys[0], keys[2]);
        Assert.NotEqual(keys[0], keys[3]);
        Assert.All(keys, key => Guid.ParseExact(key, "D"));
    }

    [Fact]
    public async Task A_required_key_is_filled_and_a_patch_with_it_is_retried()
    {
        await using TestServer server = await TestServer.StartAsync(TestServer.Respond(503, ""), TestServer.Respond(204, ""));
        using PaymentsClient client = CreateClient(server);

        await client.Orders.ChangeAsync();
        await client.Orders.ChangeAsync(new() { IdempotencyKey = Guid.Empty });

        string[] keys = [.. server.Requests.Select(r => r["Idempotency-Key"]!)];
        Assert.Equal(3, keys.Length);
        Assert.Equal(keys[0], keys[1]);
        Assert.Equal(Guid.Empty.ToString(), keys[2]);
    }

    [Fact]
    public async Task A_key_among_the_headers_of_the_call_is_kept()
    {
        await using TestServer server = await TestServer.StartAsync(204, "");
        using PaymentsClient client = CreateClient(server);

        await client.Charges.CreateAsync(options: new RequestOptions { Headers = { ["x-idempotency-token"] = "mine" } });

        Assert.Equal("mine", server.SingleRequest["X-Idempotency-Token"]);
    }

    [Fact]
    public async Task Without_a_documented_header_nothing_is_filled_and_a_post_is_sent_once()
    {
        await using TestServer server = await TestServer.StartAsync(503, "");
        using PaymentsClient client = CreateClient(server);

        await Assert.ThrowsAsync<ApiServerException>(() => client.Refunds.CreateAsync());

        Assert.Null(server.SingleRequest["Idempotency-Key"]);
    }

    [Fact]
    public async Task A_call_can_refuse_the_retries_that_the_filled_key_allows()
    {
        await using TestServer server = await TestServer.StartAsync(503, "");
        using PaymentsClient client = CreateClient(server);

        await Assert.ThrowsAsync<ApiServerException>(() =>
            client.Charges.CreateAsync(options: new RequestOptions { RetryNonIdempotent = false })
        );

        Assert.NotNull(server.SingleRequest["X-Idempotency-Token"]);
    }
}
