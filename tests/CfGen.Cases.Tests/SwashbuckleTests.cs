using CfGen.Cases.Tests.SwashbuckleVerbs;
using CfGen.Runtime.Tests.Support;

namespace CfGen.Cases.Tests;

/// <summary>An API whose paths have verbs, as Swashbuckle writes its document.</summary>
public class SwashbuckleTests
{
    private const string OrderText = """
        {"id":7,"name":"Ann","total":1.5,"status":1,"created":"2026-01-02T03:04:05Z","duration":"1.02:03:04","owner":{"name":null}}
        """;

    [Fact]
    public async Task Orders_are_read_and_sent()
    {
        await using TestServer server = await TestServer.StartAsync(
            TestServer.Respond(200, $"[{OrderText}]"),
            TestServer.Respond(200, OrderText),
            TestServer.Respond(200, "[]"),
            TestServer.Respond(200, "8"),
            TestServer.Respond(200, ""),
            TestServer.Respond(200, "")
        );
        using CaseClient client = new(server.CreateOptions<CaseClientOptions>());
        Guid customer = Guid.NewGuid();

        OrderDto listed = (await client.Orders.GetAllAsync().GetPageAsync()).Items.Single();
        OrderDto order = await client.Orders.GetByIdAsync(7);
        Assert.Empty((await client.Orders.GetByCustomerAsync(new() { CustomerId = customer }).GetPageAsync()).Items);
        int id = await client.Orders.CreateOrderAsync(order);
        await client.Orders.UpdateOrderAsync(new() { Status = OrderStatus.Cancelled, Duration = TimeSpan.FromMinutes(90) });
        await client.Orders.DeleteOrderAsync(7);

        Assert.Equal((listed, 8), (order, id));
        Assert.Equal((7, 1.5, OrderStatus.Shipped, new TimeSpan(1, 2, 3, 4)), (order.Id, order.Total, order.Status, order.Duration));
        Assert.Equal(("Ann", null), (order.Name, order.Owner!.Name));
        Assert.Equal(new DateTimeOffset(2026, 1, 2, 3, 4, 5, TimeSpan.Zero), order.Created);
        Assert.Equal(
            [
                "GET /api/Orders/GetAll ",
                "GET /api/Orders/GetById/7 ",
                $"GET /api/Orders/GetByCustomer?customerId={customer} ",
                $"POST /api/Orders/CreateOrder {OrderText.Trim()}",
                """PUT /api/Orders/UpdateOrder {"status":2,"duration":"01:30:00"}""",
                "DELETE /api/Orders/DeleteOrder/7 ",
            ],
            server.Requests.Select(r => $"{r.Method} {r.Target} {r.Body}")
        );
    }

    [Fact]
    public async Task A_file_and_a_text_are_read()
    {
        await using TestServer server = await TestServer.StartAsync(
            context => TestServer.RespondAsync(context, 200, "%PDF", "application/octet-stream"),
            TestServer.Respond(200, "\"pong\"")
        );
        using CaseClient client = new(server.CreateOptions<CaseClientOptions>());

        using StreamReader file = new(await client.Reports.DownloadAsync());

        Assert.Equal("%PDF", await file.ReadToEndAsync());
        Assert.Equal("pong", await client.Ping.GetAsync("1.0", new() { ApiVersion = "2" }));
        Assert.Equal("/api/v1.0/Ping?api-version=2", server.Requests.Last().Target);
    }
}
