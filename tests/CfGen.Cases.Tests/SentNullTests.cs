using System.Text.Json;
using CfGen.Cases.Tests.Nulls;
using CfGen.Runtime.Tests.Support;

namespace CfGen.Cases.Tests;

/// <summary>The nulls that are sent: those of required members, those that were received, and those that are asked for.</summary>
public class SentNullTests
{
    private const string AllNull =
        """{"sku":"a","shipped":null,"note":null,"count":null,"level":null,"tags":null,"inner":null,"map":null,"pair":["x",null,null]}""";

    private const string AllSet =
        """{"sku":"a","shipped":null,"note":"gift","count":1,"level":"low","tags":["t",null],"inner":{"text":null,"part":{"part":null}},"map":{"k":null},"pair":["x",null,2]}""";

    [Fact]
    public async Task Null_from_code_is_left_out_unless_the_member_is_required()
    {
        string? note = null;
        Part? inner = null;

        Assert.Equal(
            """{"sku":"a","shipped":null,"secret":null}""",
            await PutAsync(
                new()
                {
                    Sku = "a",
                    Shipped = null,
                    Note = note,
                    Count = null,
                    Level = null,
                    Tags = null,
                    Inner = inner,
                    Map = null,
                }
            )
        );
    }

    [Fact]
    public async Task Values_of_nullable_members_need_no_wrapper()
    {
        IReadOnlyList<string?> tags = ["a", null];
        IReadOnlyDictionary<string, long?> map = new Dictionary<string, long?> { ["k"] = null };
        Order order = new()
        {
            Sku = "a",
            Shipped = null,
            Secret = "s",
            Note = "gift",
            Count = 2,
            Level = Level.High,
            Tags = tags,
            Inner = new() { Text = "t", PartValue = new() },
            Map = map,
            Pair = new() { Item1 = "x", Item3 = 3 },
        };
        string? read = order.Note;

        Assert.Equal("gift", read);
        Assert.Equal(
            """{"sku":"a","shipped":null,"secret":"s","note":"gift","count":2,"level":"high","tags":["a",null],"inner":{"text":"t","part":{}},"map":{"k":null},"pair":["x",null,3]}""",
            await PutAsync(order)
        );
    }

    [Theory]
    [InlineData(AllNull)]
    [InlineData(AllSet)]
    [InlineData("""{"sku":"a","shipped":null}""")]
    [InlineData("""{"sku":"a","shipped":null,"inner":{"text":null,"part":null},"pair":["x",true,null],"unknown":null}""")]
    public async Task A_received_value_is_sent_as_it_came(string json)
    {
        Order order = await GetAsync(json);

        Assert.Equal(json.Replace("\"shipped\":null", "\"shipped\":null,\"secret\":null"), await PutAsync(order));
        Assert.Equal(json, JsonSerializer.Serialize(order));
    }

    [Fact]
    public async Task A_change_of_a_received_value_is_what_is_sent()
    {
        Order nulls = await GetAsync(AllNull);
        Order set = await GetAsync(AllSet);

        Assert.Equal(
            """{"sku":"b","shipped":null,"secret":null,"note":"gift","count":1,"level":"low","tags":["t"],"inner":{"text":"i"},"map":{},"pair":["x",true,null]}""",
            await PutAsync(
                nulls with
                {
                    Sku = "b",
                    Note = "gift",
                    Count = 1,
                    Level = "low",
                    Tags = ["t"],
                    Inner = new() { Text = "i" },
                    Map = new Dictionary<string, long?>(),
                    Pair = nulls.Pair! with { Item2 = true },
                }
            )
        );
        Assert.Equal(
            """{"sku":"a","shipped":null,"secret":null,"level":"low","pair":["x",null]}""",
            await PutAsync(
                set with
                {
                    Note = null,
                    Count = null,
                    Tags = null,
                    Inner = null,
                    Map = null,
                    Pair = set.Pair! with { Item2 = null, Item3 = null },
                }
            )
        );
        // The member stays one that came as null.
        Assert.Contains(
            "\"note\":null",
            await PutAsync(nulls with { Note = "gift", Count = 1 } with { Note = null }),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task A_read_only_null_is_written_but_not_sent()
    {
        Order order = await GetAsync("""{"id":null,"sku":"a","shipped":null}""");

        Assert.Equal("""{"sku":"a","shipped":null,"secret":null}""", await PutAsync(order));
        Assert.Equal("""{"id":null,"sku":"a","shipped":null}""", JsonSerializer.Serialize(order));
    }

    [Fact]
    public async Task Null_is_sent_where_it_is_asked_for()
    {
        OrderPatch patch = new()
        {
            Reason = null,
            Count = 3,
            Tags = ["a"],
            Plain = "p",
        };
        OrderPatch cleared = patch.WithNull(nameof(patch.Note), nameof(OrderPatch.Tags));

        Assert.Equal("""{"reason":null,"count":3,"tags":["a"],"plain":"p"}""", await PatchAsync(patch));
        Assert.Equal("""{"reason":null,"note":null,"count":3,"tags":null,"plain":"p"}""", await PatchAsync(cleared));
        Assert.Equal(("a", null), (patch.Tags[0], cleared.Tags));
        Assert.Equal(
            """{"reason":null,"note":"none","count":null,"tags":null,"plain":"p"}""",
            await PatchAsync(cleared.WithNull(nameof(cleared.Count)) with { Note = "none" })
        );
        Assert.Equal("""{"reason":null,"count":3,"tags":["a"],"plain":"p"}""", await PatchAsync(patch.WithNull()));
        Assert.Equal(
            """{"reason":null,"inner":{"text":null},"a":null}""",
            await PatchAsync(
                new()
                {
                    Reason = null,
                    Inner = new Part().WithNull(nameof(Part.Text)),
                    AdditionalProperties = new Dictionary<string, string?> { ["a"] = null },
                }
            )
        );
        Assert.Equal("""["x",null]""", JsonSerializer.Serialize(new OrderPair { Item1 = "x" }.WithNull(nameof(OrderPair.Item2))));
    }

    [Theory]
    [InlineData("Plain")] // cannot be null
    [InlineData("Reason")] // required
    [InlineData("note")] // the name in JSON
    [InlineData("AdditionalProperties")]
    public void A_name_of_another_member_is_an_error(string name)
    {
        ArgumentException error = Assert.Throws<ArgumentException>(() => new OrderPatch { Reason = null }.WithNull("Note", name));

        Assert.Equal(
            $"OrderPatch has no property '{name}' that can be left out and be null. WithNull takes Note, Count, Tags, Inner. (Parameter 'properties')",
            error.Message
        );
        Assert.Contains(
            "WithNull takes Note, ",
            Assert.Throws<ArgumentException>(() => Order().WithNull("Id")).Message,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void A_marked_null_counts_neither_in_equality_nor_in_text()
    {
        Order order = Order();
        Order marked = order.WithNull(nameof(order.Note), nameof(order.Map));

        Assert.Equal(order, marked);
        Assert.Equal((order.GetHashCode(), order.ToString()), (marked.GetHashCode(), marked.ToString()));
    }

    [Fact]
    public async Task A_null_that_is_sent_breaks_no_rule_and_asks_for_what_depends_on_it()
    {
        await using TestServer server = await TestServer.StartAsync(204, "");
        using CaseClient client = new(server.CreateOptions<CaseClientOptions>());

        ApiValidationException error = await Assert.ThrowsAsync<ApiValidationException>(() =>
            client.Orders.UpdateAsync("1", Order().WithNull("Note"))
        );
        await client.Orders.UpdateAsync("1", Order().WithNull("Note", "Count", "Tags"));

        Assert.Equal(("/count", "dependentRequired"), (error.Violations.Single().BodyPointer, error.Violations.Single().Rule));
        Assert.Equal("""{"sku":"a","shipped":null,"secret":null,"note":null,"count":null,"tags":null}""", server.SingleRequest.Body);
    }

    [Fact]
    public async Task Cases_of_unions_keep_their_nulls()
    {
        const string Payments = """[{"kind":"card","owner":null},{"kind":"card"},{"kind":"cash","amount":null}]""";
        await using TestServer server = await TestServer.StartAsync(200, Payments);
        using CaseClient client = new(server.CreateOptions<CaseClientOptions>());

        await client.Payments.UpdateAsync(await client.Payments.ListAsync().ToListAsync());
        await client.Payments.UpdateAsync([new Card(), new Cash().WithNull(nameof(Cash.Amount))]);

        Assert.Equal(["", Payments, """[{"kind":"card"},{"kind":"cash","amount":null}]"""], server.Requests.Select(r => r.Body));
    }

    [Fact]
    public async Task More_than_64_members_have_a_mark_each()
    {
        string json = "{" + string.Join(",", Enumerable.Range(0, 70).Select(i => $"\"m{i}\":{(i % 3 == 0 ? "null" : "\"v\"")}")) + "}";
        await using TestServer server = await TestServer.StartAsync(200, json);
        using CaseClient client = new(server.CreateOptions<CaseClientOptions>());

        Wide wide = await client.Wide.UpdateAsync(new Wide().WithNull("M0", "M64", "M69"));
        Wide second = await client.Wide.UpdateAsync(wide);
        await client.Wide.UpdateAsync(wide.WithNull("M1", "M68") with { M66 = "x" });

        Assert.Equal(wide, second);
        Assert.Equal(
            [
                """{"m0":null,"m64":null,"m69":null}""",
                json,
                json.Replace("\"m1\":\"v\"", "\"m1\":null")
                    .Replace("\"m68\":\"v\"", "\"m68\":null")
                    .Replace("\"m66\":null", "\"m66\":\"x\""),
            ],
            server.Requests.Select(r => r.Body)
        );
    }

    [Fact]
    public async Task Forms_and_queries_leave_null_out()
    {
        await using TestServer server = await TestServer.StartAsync(204, "");
        using CaseClient client = new(server.CreateOptions<CaseClientOptions>());

        await client.Forms.CreateAsync(
            new() { Name = null, Inner = new Part { PartValue = null }.WithNull(nameof(Part.Text)) },
            new() { Filter = null }
        );

        Assert.Equal(("/forms", "inner=%7B%22text%22%3Anull%7D"), (server.SingleRequest.Target, server.SingleRequest.Body));
    }

    [Fact]
    public async Task Classes_send_null_like_records()
    {
        await using TestServer server = await TestServer.StartAsync(
            200,
            """{"id":null,"sku":"a","note":null,"count":1,"class":"c","pair":["x",null]}"""
        );
        using NullClasses.CaseClient client = new(server.CreateOptions<NullClasses.CaseClientOptions>());

        NullClasses.Order order = await client.Orders.GetAsync();
        NullClasses.Order changed = order.WithNull(nameof(order.Count), nameof(order.Class));
        await client.Orders.UpdateAsync(order);
        await client.Orders.UpdateAsync(changed);
        await client.Orders.UpdateAsync(new NullClasses.Order { Sku = "b", Count = 2 }.WithNull("Note"));

        Assert.Equal((1L, "c", null, null), (order.Count, order.Class, changed.Count, changed.Class));
        Assert.Throws<ArgumentException>(() => order.WithNull("Id"));
        Assert.Equal(
            [
                """{"sku":"a","note":null,"count":1,"class":"c","pair":["x",null]}""",
                """{"sku":"a","note":null,"count":null,"class":null,"pair":["x",null]}""",
                """{"sku":"b","note":null,"count":2}""",
            ],
            server.Requests.Skip(1).Select(r => r.Body)
        );
    }

    private static Order Order() => new() { Sku = "a", Shipped = null };

    private static async Task<Order> GetAsync(string json)
    {
        await using TestServer server = await TestServer.StartAsync(200, json);
        using CaseClient client = new(server.CreateOptions<CaseClientOptions>());
        return await client.Orders.GetAsync("1");
    }

    private static async Task<string> PutAsync(Order order)
    {
        await using TestServer server = await TestServer.StartAsync(204, "");
        using CaseClient client = new(server.CreateOptions<CaseClientOptions>());
        await client.Orders.UpdateAsync("1", order);
        return server.SingleRequest.Body;
    }

    private static async Task<string> PatchAsync(OrderPatch patch)
    {
        await using TestServer server = await TestServer.StartAsync(204, "");
        using CaseClient client = new(server.CreateOptions<CaseClientOptions>());
        await client.Orders.EditAsync("1", patch);
        Assert.Equal("application/merge-patch+json", server.SingleRequest["Content-Type"]);
        return server.SingleRequest.Body;
    }
}
