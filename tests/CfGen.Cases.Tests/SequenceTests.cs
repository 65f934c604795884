using CfGen.Runtime.Tests.Support;

namespace CfGen.Cases.Tests;

/// <summary>Events of ASP.NET Core, item schemas before OpenAPI 3.2, and JSON text sequences.</summary>
public class SequenceTests
{
    private const char Separator = '\u001E';

    [Fact]
    public async Task Events_of_ASP_NET_Core_have_their_names_ids_and_intervals()
    {
        const string order = """
            {"id":"182bd5e5-6e1a-4fe4-a799-aa6d9a6ab26e","quantity":"2","price":1.5,"status":"Paid","createdAt":"2026-01-02T03:04:05Z","dueOn":null,"note":null,"shipTo":null,"tags":[],"customer":
            """;
        await using TestServer server = await TestServer.StartAsync(
            200,
            $"event: shipped\nid: 42\nretry: 1500\ndata: {order}\"Ann\"}}\n\ndata: {order}\"Bob\"}}\n\n",
            "text/event-stream"
        );
        using AspNetShop.CaseClient client = new(CreateShopOptions(server));

        List<AspNetShop.SseItemOfOrder> events = [];
        await foreach (AspNetShop.SseItemOfOrder item in client.Orders.Live.GetAsync())
            events.Add(item);

        Assert.Equal(["Ann", "Bob"], events.Select(e => e.Data!.Customer));
        Assert.Equal(
            ("shipped", "42", TimeSpan.FromSeconds(1.5)),
            (events[0].EventType, events[0].EventId, events[0].ReconnectionInterval)
        );
        Assert.Equal((null, "42", null), (events[1].EventType, events[1].EventId, events[1].ReconnectionInterval));
    }

    [Fact]
    public async Task An_item_schema_before_3_2_is_that_of_events()
    {
        await using TestServer server = await TestServer.StartAsync(
            200,
            "event: a\nretry: 10\ndata: {\"value\":1}\n\n",
            "text/event-stream"
        );
        using Sequences.CaseClient client = new(server.CreateOptions<Sequences.CaseClientOptions>());

        List<Sequences.EventsGetResponse> events = [];
        await foreach (Sequences.EventsGetResponse item in client.Events.GetAsync())
            events.Add(item);

        Assert.Equal(("a", 10L, 1L), (events.Single().Event, events.Single().Retry, events.Single().Data.Value));
    }

    [Fact]
    public async Task An_item_schema_before_3_2_is_that_of_lines()
    {
        await using TestServer server = await TestServer.StartAsync(200, "{\"value\":1}\n{\"value\":2}\n", "application/jsonl");
        using Sequences.CaseClient client = new(server.CreateOptions<Sequences.CaseClientOptions>());

        List<long> values = [];
        await foreach (Sequences.Reading item in client.Lines.GetAsync())
            values.Add(item.Value);

        Assert.Equal([1, 2], values);
    }

    [Fact]
    public async Task A_text_sequence_has_values_of_several_lines()
    {
        await using TestServer server = await TestServer.StartAsync(
            200,
            $"{Separator}{{\"value\":1}}\n{Separator}{{\n  \"value\":\n 2,\"unit\":\"}}\"\n}}\n{Separator}\n{Separator}{{\"value\":3}}\n",
            "application/json-seq"
        );
        using Sequences.CaseClient client = new(server.CreateOptions<Sequences.CaseClientOptions>());

        List<(long, string?)> values = [];
        await foreach (Sequences.Reading item in client.Texts.GetAsync())
            values.Add((item.Value, item.Unit));

        Assert.Equal([(1, null), (2, "}"), (3, null)], values);
        Assert.Equal("application/json-seq", server.SingleRequest["Accept"]);
    }

    [Theory]
    [InlineData("\u001E{\"value\":1}\n\u001E{\"value\":\n\u001E{\"value\":3}\n")]
    [InlineData("\u001E{\"value\":1}\n\u001E{\"value\":\n")]
    public async Task A_value_that_is_cut_off_is_an_error(string body)
    {
        await using TestServer server = await TestServer.StartAsync(200, body, "application/json-seq");
        using Sequences.CaseClient client = new(server.CreateOptions<Sequences.CaseClientOptions>());

        await using IAsyncEnumerator<Sequences.Reading> readings = client.Texts.GetAsync().GetAsyncEnumerator();

        Assert.True(await readings.MoveNextAsync());
        await Assert.ThrowsAsync<ApiResponseFormatException>(async () => await readings.MoveNextAsync());
    }

    [Fact]
    public async Task A_text_sequence_is_sent_with_separators()
    {
        await using TestServer server = await TestServer.StartAsync(204, "");
        using Sequences.CaseClient client = new(server.CreateOptions<Sequences.CaseClientOptions>());

        await client.Texts.CreateAsync(JsonLines.Of<Sequences.Reading>([new() { Value = 1 }, new() { Value = 2 }]));

        Assert.Equal(
            ($"{Separator}{{\"value\":1}}\n{Separator}{{\"value\":2}}\n", "application/geo+json-seq"),
            (server.SingleRequest.Body, server.SingleRequest["Content-Type"])
        );
    }

    private static AspNetShop.CaseClientOptions CreateShopOptions(TestServer server)
    {
        AspNetShop.CaseClientOptions options = server.CreateOptions<AspNetShop.CaseClientOptions>();
        options.ApiToken = "token";
        return options;
    }
}
