using CfGen.CodeGen;
using CfGen.Runtime.Tests.Support;
using Microsoft.AspNetCore.Http;
using static CfGen.Runtime.Tests.Paging.PagedServer;

namespace CfGen.Runtime.Tests.Paging;

/// <summary>Pages that the page before leads to: by cursor, by its last item, or by a URL.</summary>
public class FollowedPagesTests
{
    [Theory]
    [InlineData("\"cursor\":\"{0}\"")]
    [InlineData("\"cursors\":{\"after\":\"{0}\"}")]
    public async Task Envelope_cursors_are_followed(string info)
    {
        await using TestServer server = await StartAsync(query =>
        {
            int at = query.TryGetValue("cursor", out var text) ? int.Parse(text!.ToString()[2..]) : 1;
            string next = at < 3 ? "c/" + (at + 1) : "";
            return $$"""{"success":true,"result":[{{at}}],"result_info":{ {{info.Replace("{0}", next, StringComparison.Ordinal)}} } }""";
        });

        (List<int> items, string[] asked) = await ReadAllAsync(server, new PagingInfo(PagingStyle.Cursor) { PageParameter = "cursor" });

        Assert.Equal([1, 2, 3], items);
        Assert.Equal(["", "?cursor=c%2F2", "?cursor=c%2F3"], asked);
    }

    [Fact]
    public async Task A_repeated_cursor_ends_the_list()
    {
        int responses = 0;
        await using TestServer server = await StartAsync(_ =>
            """{"success":true,"result":[ITEM],"result_info":{"cursor":"CURSOR"}}"""
                .Replace("ITEM", (++responses).ToString(), StringComparison.Ordinal)
                .Replace("CURSOR", responses % 2 == 0 ? "a" : "b", StringComparison.Ordinal)
        );

        Assert.Equal([1, 2, 3], (await ReadAllAsync(server, new PagingInfo(PagingStyle.Cursor) { PageParameter = "cursor" })).Items);
    }

    // OData's annotations have dots in their names.
    [Theory]
    [InlineData("@odata.nextLink", """ "@odata.nextLink":{0} """)]
    [InlineData("meta.@odata.nextLink", """ "meta":{"a":1,"@odata.nextLink":{0}} """)]
    [InlineData("meta.page.next", """ "meta.page":{"next":{0}} """)]
    [InlineData("meta.page.next", """ "metapage":{},"meta":{"pagenext":1,"page":{"next":{0}}} """)]
    public async Task A_name_of_a_path_can_have_dots(string path, string members)
    {
        await using TestServer server = await StartAsync(query =>
            $$"""{"values":[{{(query.ContainsKey("more") ? 2 : 1)}}],{{members.Replace("{0}", query.ContainsKey("more") ? "null" : "\"?more=1\"", StringComparison.Ordinal)}} }"""
        );

        (List<int> items, string[] asked) = await ReadAllAsync(
            server,
            new PagingInfo(PagingStyle.NextUrl) { ItemsPath = "values", NextPath = path },
            TestOperations.Get
        );

        Assert.Equal([1, 2], items);
        Assert.Equal(["", "?more=1"], asked);
    }

    [Fact]
    public async Task Page_tokens_are_followed()
    {
        await using TestServer server = await StartAsync(query =>
            query.ContainsKey("page_token")
                ? """{"data":{"items":[2]},"meta":{"next":null}}"""
                : """{"data":{"items":[1]},"meta":{"next":"t"}}"""
        );

        (List<int> items, string[] asked) = await ReadAllAsync(
            server,
            new PagingInfo(PagingStyle.Cursor)
            {
                PageParameter = "page_token",
                ItemsPath = "data.items",
                NextPath = "meta.next",
            },
            TestOperations.Get
        );

        Assert.Equal([1, 2], items);
        Assert.Equal(["", "?page_token=t"], asked);
    }

    [Fact]
    public async Task The_id_of_the_last_item_is_the_cursor()
    {
        await using TestServer server = await StartAsync(query =>
            query.ContainsKey("starting_after")
                ? """{"data":[{"id":"c","x":{"id":"no"}}],"has_more":false}"""
                : """{"has_more":true,"data":[{"id":"a"},{"x":{"id":"no"},"id":"b"}]}"""
        );
        using TestClient client = server.CreateClient();

        var ids = new List<string?>();
        await foreach (
            System.Text.Json.JsonElement item in client
                .Call(TestOperations.Get)
                .ToPageable<System.Text.Json.JsonElement, JsonElementCodec>(
                    new PagingInfo(PagingStyle.LastItem)
                    {
                        PageParameter = "starting_after",
                        ItemsPath = "data",
                        HasMorePath = "has_more",
                    },
                    default
                )
        )
            ids.Add(item.GetProperty("id").GetString());

        Assert.Equal(["a", "b", "c"], ids);
        Assert.EndsWith("?starting_after=b", server.Requests.Last().Target, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Link_headers_are_followed()
    {
        TestServer? server = null;
        server = await TestServer.StartAsync(
            (HttpContext context) =>
            {
                int page = context.Request.Query.TryGetValue("p", out var text) ? int.Parse(text!) : 1;
                string link =
                    $"<{server!.Url}/client/v4/things?p=1>; rel=\"first\", <{server.Url}/client/v4/things?p={page + 1}&x=a,b;c>; title=\"a; b\"; rel=\"prefetch next\"";
                return TestServer.RespondAsync(context, 200, $"[{page}]", "application/json", page < 3 ? [("Link", link)] : []);
            }
        );
        await using TestServer _ = server;

        (List<int> items, string[] asked) = await ReadAllAsync(
            server,
            new PagingInfo(PagingStyle.Link),
            TestOperations.Create(HttpMethod.Get, security: [1])
        );

        Assert.Equal([1, 2, 3], items);
        Assert.Equal(["", "?p=2&x=a,b;c", "?p=3&x=a,b;c"], asked);
        Assert.All(server.Requests, r => Assert.Equal($"Bearer {Secrets.Token}", r["Authorization"]));
    }

    [Fact]
    public async Task Next_urls_may_be_relative_and_end_when_repeated()
    {
        await using TestServer server = await StartAsync(query =>
            query.ContainsKey("b") ? """{"items":[2],"next":"/client/v4/things?b=1"}""" : """{"items":[1],"next":"?b=1"}"""
        );

        (List<int> items, string[] asked) = await ReadAllAsync(
            server,
            new PagingInfo(PagingStyle.NextUrl) { ItemsPath = "items" },
            TestOperations.Get
        );

        Assert.Equal([1, 2], items);
        Assert.Equal(["", "?b=1"], asked);
    }

    [Theory]
    [InlineData(PagingStyle.Link)]
    [InlineData(PagingStyle.NextUrl)]
    public async Task A_next_page_on_another_origin_is_rejected(PagingStyle style)
    {
        await using TestServer other = await TestServer.StartAsync(200, "[]");
        await using TestServer server = await TestServer.StartAsync(
            200,
            $$"""{"items":[1],"next":"{{other.Url}}/x"}""",
            headers: ("Link", $"<{other.Url}/x>; rel=next")
        );

        ApiConnectionException e = await Assert.ThrowsAsync<ApiConnectionException>(() =>
            ReadAllAsync(server, new PagingInfo(style) { ItemsPath = "items" }, TestOperations.Get)
        );

        Assert.Contains("another origin", e.Message, StringComparison.Ordinal);
        Assert.Empty(other.Requests);
    }
}
