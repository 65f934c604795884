using System.Collections.Immutable;
using System.Numerics;
using System.Text.Json;
using CfGen.Cases.Tests.Own;
using CfGen.Cases.Tests.OwnTypes;
using CfGen.Runtime.Tests.Support;
using Microsoft.AspNetCore.Http;
using NodaTime;

namespace CfGen.Cases.Tests;

/// <summary>Types of the project and of a package in the places of components and formats, over the wire.</summary>
public class OwnTypeTests
{
    public const string WholeOrder =
        """{"price":{"amount":"1.50","currency":"EUR"},"discount":null,"placed":"2026-01-02T03:04:05.123456789Z","shipped":null,"returned":"2026-01-03T00:00:00Z","created":"2026-01-01T00:00:00Z","history":["2026-01-02T00:00:00Z","2026-01-03T00:00:00Z"],"maybes":[{"amount":"2","currency":"USD"},null],"prices":{"a":{"amount":"3","currency":"EUR"}},"status":"Closed","address":{"street":"Main St","city":null},"home":{"street":null,"city":"Ulm"},"tags":["x","y"],"labels":{"k":"v"},"box":{"content":7},"shape":{"radius":1.5},"payment":"2026-01-04T00:00:00Z","units":123456789012345678901234567890,"version":"1.2.3","secret":"c-1"}""";

    private static readonly Instant s_placed = Instant.FromUtc(2026, 1, 2, 3, 4, 5).PlusNanoseconds(123_456_789);

    [Fact]
    public async Task Every_place_of_a_body_has_the_type()
    {
        await using TestServer server = await TestServer.StartAsync(200, WholeOrder);
        using CaseClient client = new(CreateOptions(server));

        Order order = await client.Orders.CreateAsync(CreateOrder());

        Assert.Equal(new Money(1.5m, "EUR"), order.Price);
        Assert.Null(order.Discount);
        Assert.Equal(s_placed, order.Placed);
        Assert.Null(order.Shipped);
        Assert.Equal(Instant.FromUtc(2026, 1, 3, 0, 0), order.Returned);
        Assert.Equal(Instant.FromUtc(2026, 1, 1, 0, 0), order.Created);
        Assert.Equal([Instant.FromUtc(2026, 1, 2, 0, 0), Instant.FromUtc(2026, 1, 3, 0, 0)], order.History);
        Assert.Equal([new Money(2, "USD"), null], order.Maybes);
        Assert.Equal(new Money(3, "EUR"), order.Prices!["a"]);
        Assert.Equal(Status.Closed, order.Status);
        Assert.Equal(new Address("Main St", null), order.Address);
        Assert.Equal(new Address(null, "Ulm"), order.Home);
        Assert.Equal(["x", "y"], order.Tags!.Value.AsEnumerable());
        Assert.Equal("v", order.Labels!.Values["k"]);
        Assert.Equal(new Box<int>(7), order.Box);
        Assert.Equal(1.5, order.Shape!.Match(round => round.Radius, square => 0, unknown => 0));
        Assert.True(order.Payment!.TryGet(out Instant paid));
        Assert.Equal(Instant.FromUtc(2026, 1, 4, 0, 0), paid);
        Assert.Equal(BigInteger.Parse("123456789012345678901234567890", null), order.Units);
        Assert.Equal(new Version(1, 2, 3), order.Version);
        Assert.Equal(new Code("c-1"), order.Secret);
    }

    [Fact]
    public async Task A_value_that_was_received_is_sent_as_it_came()
    {
        await using TestServer server = await TestServer.StartAsync(200, WholeOrder);
        using CaseClient client = new(CreateOptions(server));
        Order order = await client.Orders.CreateAsync(CreateOrder());

        await client.Orders.CreateAsync(order);

        // A request has no read-only members.
        Assert.Equal(WholeOrder.Replace("\"created\":\"2026-01-01T00:00:00Z\",", ""), server.Requests.Last().Body);
    }

    [Fact]
    public async Task Values_that_are_not_set_are_left_out()
    {
        await using TestServer server = await TestServer.StartAsync(200, WholeOrder);
        using CaseClient client = new(CreateOptions(server));

        await client.Orders.CreateAsync(CreateOrder());
        await client.Orders.CreateAsync(CreateOrder().WithNull(nameof(Order.Discount)));
        await client.Orders.CreateAsync(
            CreateOrder() with
            {
                Discount = new Money(1, "USD"),
                Shape = new Shapes.Round { Radius = 2 },
            }
        );

        Assert.Equal(
            [
                """{"price":{"amount":"1","currency":"EUR"},"placed":"2026-01-02T03:04:05.123456789Z","shipped":null,"status":"Open"}""",
                """{"price":{"amount":"1","currency":"EUR"},"discount":null,"placed":"2026-01-02T03:04:05.123456789Z","shipped":null,"status":"Open"}""",
                """{"price":{"amount":"1","currency":"EUR"},"discount":{"amount":"1","currency":"USD"},"placed":"2026-01-02T03:04:05.123456789Z","shipped":null,"status":"Open","shape":{"radius":2}}""",
            ],
            server.Requests.Select(r => r.Body)
        );
    }

    [Fact]
    public async Task Parameters_have_the_text_that_the_codec_writes()
    {
        await using TestServer server = await TestServer.StartAsync(204, "");
        using CaseClient client = new(CreateOptions(server));

        await client.Orders.FindAsync(
            s_placed,
            new Money(1, "EUR"),
            BigInteger.Pow(10, 20),
            s_placed,
            new()
            {
                Since = s_placed,
                Moments = [Instant.FromUtc(2026, 1, 1, 0, 0), Instant.FromUtc(2026, 1, 2, 0, 0)],
                Plain = [Instant.FromUtc(2026, 1, 1, 0, 0), Instant.FromUtc(2026, 1, 2, 0, 0)],
                Status = Status.Closed,
                Address = new Address("Main St", "Ulm"),
                XStatus = Status.Open,
                Seen = s_placed,
            }
        );
        await client.Orders.FindAsync(s_placed, new Money(1, "EUR"), 1, s_placed);

        ReceivedRequest request = server.Requests.First();
        Assert.Equal(
            "/orders/2026-01-02T03%3A04%3A05.123456789Z/amount,1,currency,EUR"
                + "?since=2026-01-02T03%3A04%3A05.123456789Z&total=100000000000000000000"
                + "&moments=2026-01-01T00%3A00%3A00Z&moments=2026-01-02T00%3A00%3A00Z&plain=2026-01-01T00%3A00%3A00Z,2026-01-02T00%3A00%3A00Z"
                + "&status=Closed&address%5Bstreet%5D=Main%20St&address%5Bcity%5D=Ulm",
            request.Target
        );
        Assert.Equal("2026-01-02T03:04:05.123456789Z", request["X-Since"]);
        Assert.Equal("Open", request["X-Status"]);
        Assert.Equal("seen=2026-01-02T03%3A04%3A05.123456789Z", request["Cookie"]);
        Assert.Equal("/orders/2026-01-02T03%3A04%3A05.123456789Z/amount,1,currency,EUR?total=1", server.Requests.Last().Target);
    }

    [Fact]
    public async Task Pages_lines_and_roots_have_the_type()
    {
        await using TestServer server = await TestServer.StartAsync(
            (HttpContext context) =>
                context.Request.Path.Value switch
                {
                    "/prices/stream" => TestServer.RespondAsync(
                        context,
                        200,
                        "{\"amount\":\"1\",\"currency\":\"EUR\"}\n{\"amount\":\"2\",\"currency\":\"EUR\"}\n"
                    ),
                    "/moments" => TestServer.RespondAsync(context, 200, """{"a":["2026-01-02T03:04:05.123456789Z",null]}"""),
                    _ when context.Request.Method == "PUT" => TestServer.RespondAsync(context, 200, "null"),
                    _ => TestServer.RespondAsync(
                        context,
                        200,
                        context.Request.Query.ContainsKey("offset")
                            ? """{"items":[{"amount":"3","currency":"EUR"}],"total":2}"""
                            : """{"items":[{"amount":"2","currency":"EUR"}],"total":2}"""
                    ),
                }
        );
        using CaseClient client = new(CreateOptions(server));

        List<Money> pages = [];
        await foreach (Money price in client.Prices.ListAsync(new() { Limit = 1 }))
            pages.Add(price);
        List<Money> lines = [];
        await foreach (Money price in client.Prices.Stream.GetAsync())
            lines.Add(price);
        await client.Prices.Stream.CreateAsync(Send(new Money(4, "EUR"), new Money(5, "USD")));
        Money? none = await client.Prices.UpdateAsync();
        await client.Prices.UpdateAsync(new Money(6, "EUR"));
        IReadOnlyDictionary<string, IReadOnlyList<Instant?>> moments = await client.Moments.GetAsync();

        Assert.Equal([new Money(2, "EUR"), new Money(3, "EUR")], pages);
        Assert.Equal([new Money(1, "EUR"), new Money(2, "EUR")], lines);
        Assert.Null(none);
        Assert.Equal([s_placed, null], moments["a"]);
        Assert.Equal(
            [
                "{\"amount\":\"4\",\"currency\":\"EUR\"}\n{\"amount\":\"5\",\"currency\":\"USD\"}\n",
                "",
                """{"amount":"6","currency":"EUR"}""",
            ],
            server.Requests.Where(r => r.Method is "POST" or "PUT").Select(r => r.Body)
        );
    }

    [Fact]
    public async Task Forms_have_the_text_that_the_codec_writes()
    {
        await using TestServer server = await TestServer.StartAsync(204, "");
        using CaseClient client = new(CreateOptions(server));

        await client.Forms.CreateAsync(new() { At = s_placed, Price = new Money(1, "EUR") });
        await client.Parts.CreateAsync(new() { At = s_placed, Address = new Address("Main St", null) });

        Assert.Equal(
            "at=2026-01-02T03%3A04%3A05.123456789Z&price=%7B%22amount%22%3A%221%22%2C%22currency%22%3A%22EUR%22%7D",
            server.Requests.First().Body
        );
        Assert.Contains("\r\n\r\n2026-01-02T03:04:05.123456789Z\r\n", server.Requests.Last().Body, StringComparison.Ordinal);
        Assert.Contains("""{"street":"Main St","city":null}""", server.Requests.Last().Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task JsonSerializer_uses_codecs_and_its_own_options()
    {
        JsonSerializerOptions options = new() { TypeInfoResolver = new JsonModelResolver().Add<Order>() };
        options.TypeInfoResolverChain.Add(OwnContext.Default);
        options.PropertyNamingPolicy = JsonNamingPolicy.CamelCase;
        await using TestServer server = await TestServer.StartAsync(200, WholeOrder);
        using CaseClient client = new(CreateOptions(server));
        Order received = await client.Orders.CreateAsync(CreateOrder());

        Order read = JsonSerializer.Deserialize<Order>(WholeOrder.Replace("\"Closed\"", "1"), options)!;

        Assert.Equal(received.Address, read.Address);
        Assert.Equal(received.Placed, read.Placed);
        Assert.Equal(Status.Closed, read.Status);
        Assert.Equal(WholeOrder, JsonSerializer.Serialize(received, options).Replace("\"status\":1", "\"status\":\"Closed\""));
    }

    [Fact]
    public void Equality_is_that_of_the_type()
    {
        Order order = CreateOrder() with { Address = new Address("a", "b") };

        Assert.Equal(order, order with { Address = new Address("a", "b") });
        Assert.NotEqual(order, order with { Address = new Address("a", "c") });
        Assert.NotEqual(order, order with { Placed = order.Placed.PlusNanoseconds(1) });
    }

    [Fact]
    public void The_text_of_a_record_hides_secrets()
    {
        Order order = CreateOrder() with { Secret = new Code("c-hidden"), Version = new Version(1, 2), Address = new Address("a", "b") };

        string text = order.ToString();

        Assert.DoesNotContain("hidden", text, StringComparison.Ordinal);
        Assert.Contains("\"placed\": \"2026-01-02T03:04:05.123456789Z\"", text, StringComparison.Ordinal);
        Assert.Contains("\"version\": \"1.2\"", text, StringComparison.Ordinal);
        // Without options, a type that has no codec is printed by its ToString.
        Assert.Contains("\"status\": \"Open\"", text, StringComparison.Ordinal);
    }

    private static async IAsyncEnumerable<Money> Send(params Money[] prices)
    {
        await Task.CompletedTask;
        foreach (Money price in prices)
            yield return price;
    }

    public static Order CreateOrder() =>
        new()
        {
            Price = new Money(1, "EUR"),
            Placed = s_placed,
            Shipped = null,
            Status = Status.Open,
        };

    public static CaseClientOptions CreateOptions(TestServer server)
    {
        CaseClientOptions options = server.CreateOptions<CaseClientOptions>();
        options.JsonSerializerOptions = OwnContext.Default.Options;
        return options;
    }
}
