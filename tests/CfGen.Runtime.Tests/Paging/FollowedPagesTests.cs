using CfGen.Infrastructure;
using CfGen.Runtime.Tests.Support;
using Microsoft.AspNetCore.Http;
using static CfGen.Runtime.Tests.Paging.Lists;

namespace CfGen.Runtime.Tests.Paging;

/// <summary>Pages that the page before leads to: by cursor, by its last item, or by a URL.</summary>
public class FollowedPagesTests
{
    [Theory]
    [InlineData("\"cursor\":\"{0}\"")]
    [InlineData("\"cursors\":{\"after\":\"{0}\"}")]
    public async Task Cursors_of_the_envelope(string info)
    {
        await using Server server = await StartAsync(query =>
        {
            int at = query.TryGetValue("cursor", out var text) ? int.Parse(text!.ToString()[2..]) : 1;
            string next = at < 3 ? "c/" + (at + 1) : "";
            return $$"""{"success":true,"result":[{{at}}],"result_info":{ {{info.Replace("{0}", next, StringComparison.Ordinal)}} } }""";
        });

        (List<int> items, string[] asked) = await AllAsync(server, new PagingInfo(PagingStyle.Cursor) { Parameter = "cursor" });

        Assert.Equal([1, 2, 3], items);
        Assert.Equal(["", "?cursor=c%2F2", "?cursor=c%2F3"], asked);
    }

    [Fact]
    public async Task A_cursor_that_comes_again_ends_the_list()
    {
        int answers = 0;
        await using Server server = await StartAsync(_ => """{"success":true,"result":[ITEM],"result_info":{"cursor":"CURSOR"}}""".Replace("ITEM", (++answers).ToString(), StringComparison.Ordinal).Replace("CURSOR", answers % 2 == 0 ? "a" : "b", StringComparison.Ordinal));

        Assert.Equal([1, 2, 3], (await AllAsync(server, new PagingInfo(PagingStyle.Cursor) { Parameter = "cursor" })).Items);
    }

    [Fact]
    public async Task An_empty_page_ends_the_list()
    {
        await using Server server = await StartAsync(_ => """{"success":true,"result":[],"result_info":{"cursor":"more"}}""");

        Assert.Empty((await AllAsync(server, new PagingInfo(PagingStyle.Cursor) { Parameter = "cursor" })).Items);
        Assert.Single(server.Requests);
    }

    [Fact]
    public async Task Tokens_of_other_apis()
    {
        await using Server server = await StartAsync(query => query.ContainsKey("page_token") ? """{"data":{"items":[2]},"meta":{"next":null}}""" : """{"data":{"items":[1]},"meta":{"next":"t"}}""");

        (List<int> items, string[] asked) = await AllAsync(server, new PagingInfo(PagingStyle.Cursor) { Parameter = "page_token", Items = "data.items", Next = "meta.next" }, Ops.Get);

        Assert.Equal([1, 2], items);
        Assert.Equal(["", "?page_token=t"], asked);
    }

    [Fact]
    public async Task The_last_item_is_the_cursor()
    {
        await using Server server = await StartAsync(query => query.ContainsKey("starting_after")
            ? """{"data":[{"id":"c","x":{"id":"no"}}],"has_more":false}"""
            : """{"has_more":true,"data":[{"id":"a"},{"x":{"id":"no"},"id":"b"}]}""");
        using TestClient client = server.Client();

        var ids = new List<string?>();
        await foreach (System.Text.Json.JsonElement item in client.Call(Ops.Get).Pages<System.Text.Json.JsonElement, JsonElementCodec>(new PagingInfo(PagingStyle.LastItem) { Parameter = "starting_after", Items = "data", More = "has_more" }, default))
            ids.Add(item.GetProperty("id").GetString());

        Assert.Equal(["a", "b", "c"], ids);
        Assert.EndsWith("?starting_after=b", server.Requests.Last().Target, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Link_headers_are_followed()
    {
        Server? server = null;
        server = await Server.StartAsync((HttpContext context) =>
        {
            int page = context.Request.Query.TryGetValue("p", out var text) ? int.Parse(text!) : 1;
            string link = $"<{server!.Url}/client/v4/things?p=1>; rel=\"first\", <{server.Url}/client/v4/things?p={page + 1}&x=a,b;c>; title=\"a; b\"; rel=\"prefetch next\"";
            return Server.Answer(context, 200, $"[{page}]", "application/json", page < 3 ? [("Link", link)] : []);
        });
        await using Server _ = server;

        (List<int> items, string[] asked) = await AllAsync(server, new PagingInfo(PagingStyle.Link), Ops.Make(HttpMethod.Get, security: [1]));

        Assert.Equal([1, 2, 3], items);
        Assert.Equal(["", "?p=2&x=a,b;c", "?p=3&x=a,b;c"], asked);
        Assert.All(server.Requests, r => Assert.Equal($"Bearer {Secrets.Token}", r["Authorization"]));
    }

    [Fact]
    public async Task Next_urls_may_be_relative_and_end_when_they_repeat()
    {
        await using Server server = await StartAsync(query => query.ContainsKey("b") ? """{"items":[2],"next":"/client/v4/things?b=1"}""" : """{"items":[1],"next":"?b=1"}""");

        (List<int> items, string[] asked) = await AllAsync(server, new PagingInfo(PagingStyle.NextUrl) { Items = "items" }, Ops.Get);

        Assert.Equal([1, 2], items);
        Assert.Equal(["", "?b=1"], asked);
    }

    [Theory]
    [InlineData(PagingStyle.Link)]
    [InlineData(PagingStyle.NextUrl)]
    public async Task A_next_page_on_another_origin_is_refused(PagingStyle style)
    {
        await using Server other = await Server.StartAsync(200, "[]");
        await using Server server = await Server.StartAsync(200, $$"""{"items":[1],"next":"{{other.Url}}/x"}""", headers: ("Link", $"<{other.Url}/x>; rel=next"));

        ApiConnectionException e = await Assert.ThrowsAsync<ApiConnectionException>(() => AllAsync(server, new PagingInfo(style) { Items = "items" }, Ops.Get));

        Assert.Contains("another origin", e.Message, StringComparison.Ordinal);
        Assert.Empty(other.Requests);
    }
}
