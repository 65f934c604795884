using System.Text.Json;
using CfGen.Cases.Tests.AspNetShop;
using CfGen.Runtime.Tests.Support;

namespace CfGen.Cases.Tests;

/// <summary>Each operation of an API of ASP.NET Core, and each member of what it takes and gives.</summary>
public class AspNetShopTests
{
    private const string OrderText = """
        {"id":"182bd5e5-6e1a-4fe4-a799-aa6d9a6ab26e","customer":"Ann","quantity":2,"price":1.5,"status":"Shipped","createdAt":"2026-01-02T03:04:05+02:00","dueOn":"2026-01-05","note":null,"shipTo":{"street":"Main","city":"Oslo","zip":null},"tags":["a"]}
        """;

    private static readonly Guid s_id = Guid.Parse("182bd5e5-6e1a-4fe4-a799-aa6d9a6ab26e");

    [Fact]
    public async Task Orders_are_listed_with_their_parameters()
    {
        await using TestServer server = await TestServer.StartAsync(
            200,
            $$"""{"items":[{{OrderText}}],"page":"2","pageSize":5,"totalCount":"6","hasNextPage":false}"""
        );
        using CaseClient client = CreateClient(server);

        List<Order> orders = [];
        await foreach (
            Order order in client.Orders.ListAsync(
                new()
                {
                    Page = 2,
                    PageSize = 5,
                    Status = OrderStatus.Shipped,
                    From = new DateOnly(2026, 1, 2),
                }
            )
        )
            orders.Add(order);

        Assert.Equal("/api/v1/orders?page=2&pageSize=5&status=Shipped&from=2026-01-02", server.SingleRequest.Target);
        AssertOrder(orders.Single());
    }

    [Fact]
    public async Task An_order_is_created_read_edited_and_deleted()
    {
        await using TestServer server = await TestServer.StartAsync(
            TestServer.Respond(201, OrderText),
            TestServer.Respond(200, OrderText),
            TestServer.Respond(200, OrderText),
            TestServer.Respond(204, ""),
            TestServer.Respond(200, $"[{OrderText}]")
        );
        using CaseClient client = CreateClient(server);

        AssertOrder(
            await client.Orders.CreateAsync(
                new()
                {
                    Customer = "Ann",
                    Quantity = 2,
                    Price = 1.5,
                    DueOn = new DateOnly(2026, 1, 5),
                    Note = null,
                },
                new() { XTenant = "t" }
            )
        );
        AssertOrder(await client.Orders.GetAsync(s_id));
        AssertOrder(
            await client.Orders.EditAsync(
                s_id,
                new()
                {
                    Customer = null,
                    Quantity = 3,
                    Note = "n",
                }
            )
        );
        await client.Orders.DeleteAsync(s_id);
        AssertOrder((await client.Orders.ExportAsync().GetPageAsync()).Items.Single());

        ReceivedRequest[] requests = [.. server.Requests];
        Assert.Equal(
            [
                "POST /api/v1/orders",
                $"GET /api/v1/orders/{s_id}",
                $"PATCH /api/v1/orders/{s_id}",
                $"DELETE /api/v1/orders/{s_id}",
                "GET /api/v1/orders/export",
            ],
            requests.Select(r => $"{r.Method} {r.Target}")
        );
        Assert.Equal("t", requests[0]["X-Tenant"]);
        Assert.Equal("""{"customer":"Ann","quantity":2,"price":1.5,"dueOn":"2026-01-05","note":null}""", requests[0].Body);
        Assert.Equal("""{"customer":null,"quantity":3,"note":"n"}""", requests[2].Body);
    }

    [Fact]
    public async Task The_limits_of_an_order_are_checked()
    {
        await using TestServer server = await TestServer.StartAsync(200, OrderText);
        using CaseClient client = CreateClient(server);

        ApiValidationException violation = await Assert.ThrowsAsync<ApiValidationException>(() =>
            client.Orders.CreateAsync(
                new()
                {
                    Customer = new string('a', 51),
                    Quantity = 101,
                    Price = 1,
                    DueOn = null,
                    Note = null,
                }
            )
        );

        Assert.Equal(["/customer", "/quantity"], violation.Violations.Select(v => v.BodyPointer));
        Assert.Empty(server.Requests);
    }

    [Fact]
    public async Task Files_are_uploaded_with_their_fields_and_a_problem_is_an_exception()
    {
        const string Problem = """{"title":"Bad file","status":"400","errors":{"file":["too large"]}}""";
        await using TestServer server = await TestServer.StartAsync(
            TestServer.Respond(
                200,
                """{"name":"a.txt","length":"7","description":null,"takenOn":"2026-01-02","contentType":"text/plain"}"""
            ),
            TestServer.Respond(200, "\"2\""),
            context => TestServer.RespondAsync(context, 400, Problem, "application/problem+json")
        );
        using CaseClient client = CreateClient(server);
        ApiFile file = ApiFile.FromText("content", "a.txt");

        FileInfoDto info = await client.Files.CreateAsync(
            new()
            {
                File = file,
                Description = "d",
                TakenOn = new DateOnly(2026, 1, 2),
            }
        );
        int count = await client.Files.Many.CreateAsync(new() { Files = [file, file] });
        ApiBadRequestException problem = await Assert.ThrowsAsync<ApiBadRequestException>(() => client.Files.GetAsync("a b.txt"));

        Assert.Equal(
            ("a.txt", 7L, null, new DateOnly(2026, 1, 2), "text/plain", 2),
            (info.Name, info.Length, info.Description, info.TakenOn, info.ContentType, count)
        );
        ReceivedRequest[] requests = [.. server.Requests];
        Assert.Matches("name=\"?file\"?; filename=\"?a.txt", requests[0].Body);
        Assert.Matches("name=\"?description\"?\r\n(.*\r\n)*\r\nd\r\n", requests[0].Body);
        Assert.Matches("name=\"?takenOn\"?\r\n(.*\r\n)*\r\n2026-01-02\r\n", requests[0].Body);
        Assert.Equal(3, requests[1].Body.Split("filename=").Length);
        Assert.Equal("/api/v1/files/a%20b.txt", requests[2].Target);
        Assert.Contains("too large", problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Shapes_are_sent_and_read()
    {
        await using TestServer server = await TestServer.StartAsync(
            TestServer.Respond(200, """{"$type":"rectangle","width":"2","height":3.5}"""),
            TestServer.Respond(200, """[{"$type":"circle","radius":1},{"$type":"rectangle","width":2,"height":3}]""")
        );
        using CaseClient client = CreateClient(server);

        Shape echo = await client.Shapes.CreateAsync(new ShapeCircle { Radius = 1.5 });
        Page<Shape> shapes = await client.Shapes.ListAsync().GetPageAsync();

        Assert.Equal("""{"$type":"circle","radius":1.5}""", server.Requests.First().Body);
        Assert.Equal((2d, 3.5), (Assert.IsType<ShapeRectangle>(echo.Value).Width, ((ShapeRectangle)echo.Value).Height));
        Assert.Equal([typeof(ShapeCircle), typeof(ShapeRectangle)], shapes.Items.Select(s => s.Value.GetType()));
    }

    [Fact]
    public async Task Each_member_of_everything_is_read()
    {
        await using TestServer server = await TestServer.StartAsync(
            200,
            """
            {"i":"-1","l":9007199254740993,"d":"1e-7","f":0.5,"m":12.34,"b":true,"g":"182bd5e5-6e1a-4fe4-a799-aa6d9a6ab26e","u":"https://example.org/a",
             "dt":"2026-01-02T03:04:05","dto":"2026-01-02T03:04:05+02:00","date":"2026-01-02","time":"03:04:05.6","span":"1.02:03:04","bytes":"AQID","c":"x",
             "any":[1],"json":{"a":null},"counts":{"a":"1","b":2},"places":{"p":{"street":"Main","city":"Oslo","zip":"1"}},"maybeI":null,"maybeS":null,
             "p":"High","shape":{"$type":"circle","radius":1},"shapes":[],"tree":{"name":"r","children":[{"name":"c","children":null}]},
             "s":-32768,"by":255,"ui":"4294967295","ul":18446744073709551615}
            """
        );
        using CaseClient client = CreateClient(server);

        Everything all = await client.Everything.GetAsync();

        Assert.Equal((-1, 9007199254740993, 1e-7, 0.5f, 12.34, true, s_id), (all.I, all.L, all.D, all.F, all.M, all.B, all.G));
        Assert.Equal((new Uri("https://example.org/a"), "x", "[1]"), (all.U, all.C, all.Any.GetRawText()));
        Assert.Equal(new DateTimeOffset(2026, 1, 2, 3, 4, 5, TimeSpan.Zero), all.Dt);
        Assert.Equal(new DateTimeOffset(2026, 1, 2, 3, 4, 5, TimeSpan.FromHours(2)), all.Dto);
        Assert.Equal((new DateOnly(2026, 1, 2), new TimeSpan(1, 2, 3, 4)), (all.Date, all.Span));
        Assert.Equal(new TimeOnly(3, 4, 5, 600), all.Time.Time);
        Assert.Equal([1, 2, 3], all.Bytes);
        Assert.Equal(JsonValueKind.Null, all.Json.GetProperty("a").ValueKind);
        Assert.Equal((1, 2, "Oslo"), (all.Counts["a"], all.Counts["b"], all.Places["p"].City));
        Assert.Equal((null, null, Priority.High), (all.MaybeI, all.MaybeS, all.P));
        Assert.Equal((1d, 0), (Assert.IsType<ShapeCircle>(all.Shape.Value).Radius, all.Shapes.Count));
        Assert.Equal(("c", null), (all.Tree.Children![0].Name, all.Tree.Children[0].Children));
        Assert.Equal((-32768, 255, 4294967295, ulong.MaxValue), (all.S, all.By, all.Ui, all.Ul));
    }

    [Fact]
    public async Task The_other_operations_send_and_read()
    {
        const string Day = """{"date":"2026-01-02","temperatureC":-7,"summary":null,"temperatureF":20}""";
        await using TestServer server = await TestServer.StartAsync(
            TestServer.Respond(200, """{"a":[true]}"""),
            TestServer.Respond(200, "\"42\""),
            TestServer.Respond(200, """["1",2]"""),
            TestServer.Respond(200, $"[{Day}]"),
            TestServer.Respond(200, Day)
        );
        using CaseClient client = CreateClient(server);

        JsonElement any = await client.Any.CreateAsync(JsonSerializer.SerializeToElement(new { b = 1 }));
        int thing = await client.Unnamed.Thing.GetAsync(7);
        Page<int> found = await client
            .Search.ListAsync(
                new()
                {
                    Ids = [1, 2],
                    Q = "a&b",
                    Deep = true,
                    Since = DateTimeOffset.UnixEpoch,
                }
            )
            .GetPageAsync();
        WeatherForecast day = (await client.WeatherForecast.ListAsync().GetPageAsync()).Items.Single();
        WeatherForecast updated = await client.WeatherForecast.UpdateAsync(3, day);

        Assert.Equal(("""{"a":[true]}""", 42), (any.GetRawText(), thing));
        Assert.Equal([1, 2], found.Items);
        Assert.Equal((new DateOnly(2026, 1, 2), -7, null, 20), (day.Date, day.TemperatureC, day.Summary, day.TemperatureF));
        Assert.Equal(day, updated);
        Assert.Equal(
            [
                """POST /api/v1/any {"b":1}""",
                "GET /api/v1/unnamed/thing/7 ",
                "GET /api/v1/search?Ids=1&Ids=2&Q=a%26b&Deep=true&Since=1970-01-01T00%3A00%3A00Z ",
                "GET /WeatherForecast ",
                $"PUT /WeatherForecast/3 {Day}",
            ],
            server.Requests.Select(r => $"{r.Method} {r.Target} {r.Body}")
        );
    }

    private static void AssertOrder(Order order)
    {
        Assert.Equal((s_id, "Ann", 2, 1.5, OrderStatus.Shipped), (order.Id, order.Customer, order.Quantity, order.Price, order.Status));
        Assert.Equal(new DateTimeOffset(2026, 1, 2, 3, 4, 5, TimeSpan.FromHours(2)), order.CreatedAt);
        Assert.Equal((new DateOnly(2026, 1, 5), null), (order.DueOn, order.Note));
        Assert.Equal(("Main", "Oslo", null), (order.ShipTo!.Street, order.ShipTo.City, order.ShipTo.Zip));
        Assert.Equal(["a"], order.Tags);
    }

    private static CaseClient CreateClient(TestServer server)
    {
        CaseClientOptions options = server.CreateOptions<CaseClientOptions>();
        options.ApiToken = "token";
        return new CaseClient(options);
    }
}
