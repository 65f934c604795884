using Acme.Receiving;
using CfGen.Runtime.Tests.Support;

namespace CfGen.Client.Tests;

/// <summary>Responses of success without a body: a value that the document requires is never null.</summary>
public class EmptyResponseTests
{
    [Theory]
    [InlineData(200)]
    [InlineData(201)]
    [InlineData(202)]
    public async Task An_empty_body_is_an_error_for_a_required_result(int status)
    {
        await using TestServer server = await TestServer.StartAsync(status, "");
        using ReceivingClient client = server.CreateReceivingClient();

        await AssertFaultAsync(() => client.Things.GetAsync(), "GET /things (getThing)");
        await AssertFaultAsync(() => client.Things.GetWithResponseAsync(), "GET /things (getThing)");
        await AssertFaultAsync(() => client.Things.Wrapped.GetAsync(), "GET /things/wrapped (getWrappedThing)");
        await AssertFaultAsync(() => client.Things.ListAsync().GetPageAsync(), "GET /things/list (listThings)");
        Assert.Equal(4, server.Requests.Count); // not tried again: it may have had its effect

        async Task AssertFaultAsync(Func<Task> call, string operation)
        {
            ApiResponseFormatException e = await Assert.ThrowsAsync<ApiResponseFormatException>(call);
            Assert.StartsWith($"{operation} returned {status} ", e.Message, StringComparison.Ordinal);
            Assert.EndsWith(
                " without a media type, and the body is empty, but the document requires a value. Declare a success without a body in the document if the API may send none.",
                e.Message,
                StringComparison.Ordinal
            );
        }
    }

    /// <summary>204 and 205 say that there is no body. A nullable result is null, and so is one beside a success without a body.</summary>
    [Fact]
    public async Task No_body_is_null_where_it_may_be()
    {
        int status = 204;
        await using TestServer server = await TestServer.StartAsync(context => TestServer.RespondAsync(context, status, ""));
        using ReceivingClient client = server.CreateReceivingClient();

        Assert.Null(await client.Things.GetAsync());
        Assert.False((await client.Things.GetWithResponseAsync()).HasValue);
        status = 205;
        Assert.Null(await client.Things.GetAsync());
        foreach (int success in (int[])[200, 201, 202])
        {
            status = success;
            Assert.Null(await client.Things.CreateAsync());
            Assert.Null(await client.Things.Optional.GetAsync());
            Assert.Equal("", await client.Texts.GetAsync());
            await using Stream file = await client.Files.GetAsync();
            Assert.Equal(0, await file.ReadAsync(new byte[1]));
        }
    }

    /// <summary>The second success of a sequence has no items, whatever stands in its body.</summary>
    [Theory]
    [InlineData("")]
    [InlineData("{\"id\":\"a\",\"count\":1}")]
    [InlineData("data: {\"id\":\"a\",\"count\":1}\n\n")]
    [InlineData("<html>")]
    public async Task A_second_success_of_a_sequence_yields_no_item(string body)
    {
        await using TestServer server = await TestServer.StartAsync(202, body);
        using ReceivingClient client = server.CreateReceivingClient();

        Assert.Empty(await client.Lines.GetAsync().ReadAllAsync());
        Assert.Empty(await client.Events.GetAsync().ReadAllAsync());
        Assert.Empty(await client.Chats.CreateStreamingAsync().ReadAllAsync());
        Assert.Equal(3, server.Requests.Count);
    }

    [Fact]
    public async Task The_first_success_of_a_sequence_yields_its_items()
    {
        const string Thing = "{\"id\":\"a\",\"count\":1}";
        await using TestServer server = await TestServer.StartAsync(
            context => TestServer.RespondAsync(context, 200, Thing + "\n" + Thing, "application/x-ndjson"),
            context => TestServer.RespondAsync(context, 200, $"data: {Thing}\n\n", "text/event-stream"),
            context => TestServer.RespondAsync(context, 200, $"data: {Thing}\n\n", "text/event-stream")
        );
        using ReceivingClient client = server.CreateReceivingClient();

        Assert.Equal(["a", "a"], (await client.Lines.GetAsync().ReadAllAsync()).Select(t => t.Id));
        Assert.Equal(["a"], (await client.Events.GetAsync().ReadAllAsync()).Select(t => t.Id));
        Assert.Equal(["a"], (await client.Chats.CreateStreamingAsync().ReadAllAsync()).Select(t => t.Id));
    }
}
