using CfGen.Runtime.Tests.Support;

namespace CfGen.Cases.Tests;

/// <summary>Texts that come as JSON, and responses of several statuses.</summary>
public class ResponseKindTests
{
    [Theory]
    [InlineData("application/json", "\"a \\\"b\\\"\"", "a \"b\"")]
    [InlineData("application/json; charset=utf-8", " \"\\u00fc\"\n", "ü")]
    [InlineData("text/json", "\"\"", "")]
    // Spring sends a string as it is, whatever its media type.
    [InlineData("application/json", "plain", "plain")]
    [InlineData("application/json", "\"a\" and \"b\"", "\"a\" and \"b\"")]
    [InlineData("text/plain", "\"quoted\"", "\"quoted\"")]
    public async Task A_text_that_comes_as_JSON_has_no_quotes(string mediaType, string body, string expected)
    {
        await using TestServer server = await TestServer.StartAsync(200, body, mediaType);
        using Responses.CaseClient client = new(server.CreateOptions<Responses.CaseClientOptions>());

        Assert.Equal(expected, await client.Plain.GetAsync());
        Assert.Equal(expected, (await client.Plain.GetWithResponseAsync()).Value);
    }

    [Fact]
    public async Task A_list_that_is_not_ready_is_empty()
    {
        await using TestServer server = await TestServer.StartAsync(
            TestServer.Respond(202, "{}"),
            TestServer.Respond(200, """[{"id":"a"}]""")
        );
        using Responses.CaseClient client = new(server.CreateOptions<Responses.CaseClientOptions>());

        List<string> accepted = [];
        await foreach (Responses.Order order in client.Statistics.ListAsync())
            accepted.Add(order.Id);
        List<string> ready = [];
        await foreach (Responses.Order order in client.Statistics.ListAsync())
            ready.Add(order.Id);

        Assert.Empty(accepted);
        Assert.Equal(["a"], ready);
    }

    [Fact]
    public async Task A_media_type_keeps_its_parameters()
    {
        await using TestServer server = await TestServer.StartAsync(
            200,
            """{"id":"a"}""",
            "application/vnd.acme.order.v2+json; charset=utf-8"
        );
        using Responses.CaseClient client = new(server.CreateOptions<Responses.CaseClientOptions>());

        await client.Vnd.CreateAsync(new() { Id = "b" });

        Assert.Equal("application/vnd.acme.order.v2+json; charset=utf-8", server.SingleRequest["Content-Type"]);
    }
}
