using CfGen.Infrastructure;
using CfGen.Runtime.Tests.Support;
using Microsoft.AspNetCore.Http;

namespace CfGen.Runtime.Tests.Paging;

public class PagingTests
{
    private static readonly PagingInfo s_numbers = new(PagingStyle.PageNumber) { Parameter = "page", Size = "per_page" };
    private static readonly ApiOperationInfo s_envelope = Ops.Make(HttpMethod.Get, envelope: EnvelopeKind.Result);

    private static Task<Server> StartAsync(Func<IQueryCollection, string> answer)
        => Server.StartAsync((HttpContext context) => Server.Answer(context, 200, answer(context.Request.Query)));

    /// <summary>Items 1 to <paramref name="total"/>, three a page; <paramref name="info"/> sees page and count.</summary>
    private static Task<Server> Numbered(int total, Func<long, int, string> info, int size = 3) => StartAsync(query =>
    {
        long page = query.TryGetValue("page", out var text) ? long.Parse(text!) : 1;
        int[] items = [.. Enumerable.Range(1, total).Skip((int)(page - 1) * size).Take(size)];
        return $$"""{"success":true,"result":[{{string.Join(',', items)}}],"result_info":{{info(page, items.Length)}} }""";
    });

    private static async Task<(List<int> Items, string[] Asked)> AllAsync(Server server, PagingInfo paging, ApiOperationInfo? op = null, Func<ApiCall, ApiCall>? with = null)
    {
        using TestClient client = server.Client();
        ApiCall call = client.Call(op ?? s_envelope);
        var items = new List<int>();
        await foreach (int item in (with?.Invoke(call) ?? call).Pages<int, Int32Codec>(paging, default))
        {
            items.Add(item);
            Assert.True(items.Count < 1000, "The list does not end.");
        }

        return (items, [.. server.Requests.Select(r => r.Target["/client/v4/things".Length..])]);
    }

    [Fact]
    public async Task Pages_are_counted_up_to_the_last()
    {
        await using Server server = await Numbered(7, (page, count) => $$"""{"page":{{page}},"per_page":3,"count":{{count}},"total_count":7,"total_pages":3}""");

        (List<int> items, string[] asked) = await AllAsync(server, s_numbers);

        Assert.Equal([1, 2, 3, 4, 5, 6, 7], items);
        Assert.Equal(["", "?page=2", "?page=3"], asked);
    }

    [Fact]
    public async Task The_total_count_ends_a_list_without_total_pages()
    {
        await using Server server = await Numbered(6, (page, _) => $$"""{"page":{{page}},"per_page":3,"total_count":6}""");

        (List<int> items, string[] asked) = await AllAsync(server, s_numbers);

        Assert.Equal((6, 2), (items.Count, asked.Length));
    }

    [Fact]
    public async Task The_size_may_be_known_from_the_request_only()
    {
        await using Server server = await Numbered(6, (_, _) => """{"total_count":6}""");

        (List<int> items, string[] asked) = await AllAsync(server, s_numbers, with: c => c.Query("per_page", 3L, "#", false));

        Assert.Equal(6, items.Count);
        Assert.Equal(["?per_page=3", "?per_page=3&page=2"], asked);
    }

    [Theory]
    [InlineData("""{"total_count":0,"total_pages":0,"per_page":0,"count":0,"page":0}""")]
    [InlineData("null")]
    [InlineData("{}")]
    [InlineData("""{"total_count":1,"per_page":3}""")]
    public async Task Without_totals_or_with_impossible_ones_an_empty_page_ends_it(string info)
    {
        await using Server server = await Numbered(6, (page, _) => info.Replace("\"page\":0", $"\"page\":{page}", StringComparison.Ordinal));

        (List<int> items, string[] asked) = await AllAsync(server, s_numbers);

        Assert.Equal([1, 2, 3, 4, 5, 6], items);
        Assert.Equal(3, asked.Length);
    }

    [Fact]
    public async Task Fifty_items_on_one_page_are_one_request()
    {
        await using Server server = await Numbered(50, (page, _) => $$"""{"page":{{page}},"per_page":50,"count":50,"total_count":50}""", size: 50);

        Assert.Single((await AllAsync(server, s_numbers)).Asked);
    }

    [Fact]
    public async Task A_list_starts_where_the_caller_says()
    {
        await using Server server = await Numbered(9, (page, _) => $$"""{"page":{{page}},"per_page":3,"total_count":9,"total_pages":3}""");

        (List<int> items, string[] asked) = await AllAsync(server, s_numbers, with: c => c.Query("page", 2L, "#", false).Query("q", "a b", "#", false));

        Assert.Equal([4, 5, 6, 7, 8, 9], items);
        Assert.Equal(["?page=2&q=a%20b", "?page=3&q=a%20b"], asked);
    }

    [Fact]
    public async Task Pages_may_be_counted_from_zero()
    {
        await using Server server = await StartAsync(query =>
        {
            int page = query.TryGetValue("page", out var text) ? int.Parse(text!) : 0;
            return $$"""{"success":true,"result":[{{page}}],"result_info":{"page":{{page}},"per_page":1,"total_pages":3} }""";
        });

        (List<int> items, string[] asked) = await AllAsync(server, new PagingInfo(PagingStyle.PageNumber) { Parameter = "page", First = 0 });

        Assert.Equal([0, 1, 2], items);
        Assert.Equal(["", "?page=1", "?page=2"], asked);
    }

    [Fact]
    public async Task A_server_that_ignores_the_page_ends_the_list_without_repeating_items()
    {
        await using Server stays = await StartAsync(_ => """{"success":true,"result":[1,2],"result_info":{"page":1,"per_page":2}}""");
        await using Server silent = await StartAsync(_ => """{"success":true,"result":[1,2]}""");
        int answers = 0;
        await using Server shuffled = await StartAsync(_ => $$"""{"success":true,"result":[{{answers++}}],"result_info":{"page":1,"per_page":2} }""");

        Assert.Equal([1, 2], (await AllAsync(stays, s_numbers)).Items);
        Assert.Equal([1, 2], (await AllAsync(silent, s_numbers)).Items);
        Assert.Equal([0], (await AllAsync(shuffled, s_numbers)).Items); // result_info.page does not advance
        Assert.Equal((2, 2, 2), (stays.Requests.Count, silent.Requests.Count, shuffled.Requests.Count));
    }

    [Fact]
    public async Task Offsets_count_items()
    {
        await using Server server = await StartAsync(query =>
        {
            int offset = query.TryGetValue("offset", out var text) ? int.Parse(text!) : 0;
            return $$"""{"success":true,"result":[{{string.Join(',', Enumerable.Range(0, 5).Skip(offset).Take(2))}}],"result_info":{"total_count":5} }""";
        });

        (List<int> items, string[] asked) = await AllAsync(server, new PagingInfo(PagingStyle.Offset) { Parameter = "offset", Size = "limit" });

        Assert.Equal([0, 1, 2, 3, 4], items);
        Assert.Equal(["", "?offset=2", "?offset=4"], asked);
    }

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

    [Fact]
    public async Task Pages_can_be_taken_one_by_one()
    {
        await using Server server = await Numbered(4, (page, count) => $$"""{"page":{{page}},"per_page":3,"count":{{count}},"total_count":4,"total_pages":2}""");
        using TestClient client = server.Client();
        Pageable<int> list = client.Call(s_envelope).Pages<int, Int32Codec>(s_numbers, default);

        Page<int> one = await list.GetPageAsync();
        Assert.Equal([1, 2, 3], one.Items);
        Assert.Equal((true, 4L), (one.HasNextPage, one.ResultInfo!.TotalCount!.Value));
        Page<int>? two = await one.GetNextPageAsync();
        Assert.Equal([4], two!.Items);
        Assert.False(two.HasNextPage);
        Assert.Null(await two.GetNextPageAsync());
        Assert.True(two.Envelope!.Success);

        var pages = new List<int>();
        await foreach (Page<int> page in list.AsPages())
            pages.Add(page.Items.Count);
        Assert.Equal([3, 1], pages); // each enumeration starts anew
    }

    [Fact]
    public async Task The_one_array_of_the_result_is_the_page()
    {
        await using Server server = await StartAsync(_ => """{"success":true,"result":{"users":[1,2]},"result_info":{"page":1,"per_page":20,"total_count":2,"total_pages":1}}""");

        Assert.Equal([1, 2], (await AllAsync(server, new PagingInfo(PagingStyle.PageNumber) { Parameter = "page", Items = "users" })).Items);
    }

    [Theory]
    [InlineData("""{"success":true,"result":null}""")]
    [InlineData("""{"success":true}""")]
    [InlineData("""{"success":true,"result":{"users":null}}""")]
    [InlineData("")]
    public async Task No_array_is_an_empty_page(string body)
    {
        await using Server server = await Server.StartAsync(200, body);

        Assert.Empty((await AllAsync(server, new PagingInfo(PagingStyle.PageNumber) { Parameter = "page", Items = "users" })).Items);
    }

    [Theory]
    [InlineData("""{"success":true,"result":{"users":[1,"x"]}}""", "$.result.users[1]")]
    [InlineData("""{"success":true,"result":{"users":{}} }""", "$.result.users")]
    [InlineData("""{"success":true,"result":{"users":[1]}""", "$.result")]
    public async Task Faults_of_a_page_have_their_path(string body, string path)
    {
        await using Server server = await Server.StartAsync(200, body);

        ApiResponseFormatException e = await Assert.ThrowsAsync<ApiResponseFormatException>(() => AllAsync(server, new PagingInfo(PagingStyle.PageNumber) { Parameter = "page", Items = "users" }));

        Assert.Equal(path, e.JsonPath);
    }

    [Fact]
    public async Task A_failure_in_the_middle_is_an_exception()
    {
        await using Server server = await Server.StartAsync(Server.Says(200, """{"success":true,"result":[1]}"""), Server.Says(200, Bodies.Failed(7, "gone")));

        ApiStatusException e = await Assert.ThrowsAsync<ApiStatusException>(() => AllAsync(server, s_numbers));

        Assert.Equal(7, e.Errors[0].Code);
    }

    [Fact]
    public async Task Nothing_happens_before_the_first_page_and_then_violations_arrive()
    {
        await using Server server = await Server.StartAsync(200, "");
        using TestClient client = server.Client();

        Pageable<int> list = client.Call(s_envelope).Query("page", 0L, "#", false, minimum: 1, name: "parameters?.Page").Pages<int, Int32Codec>(s_numbers, default);

        Assert.Empty(server.Requests);
        Assert.Equal("parameters.Page", (await Assert.ThrowsAsync<ApiValidationException>(() => list.GetPageAsync())).ParamName);
        await Assert.ThrowsAsync<ApiValidationException>(async () => await list.GetAsyncEnumerator().MoveNextAsync());
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Both_tokens_cancel(bool ofTheMethod)
    {
        await using Server server = await Numbered(9, (_, _) => "null");
        using TestClient client = server.Client();
        using var method = new CancellationTokenSource();
        using var loop = new CancellationTokenSource();
        Pageable<int> list = client.Call(s_envelope).Pages<int, Int32Codec>(s_numbers, method.Token);

        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () =>
        {
            await foreach (int item in list.WithCancellation(loop.Token))
                await (ofTheMethod ? method : loop).CancelAsync();
        });
        Assert.Single(server.Requests);
    }

    [Fact]
    public async Task Lists_can_be_made_for_fakes()
    {
        var items = new List<int>();
        await foreach (int item in new Pageable<int>([1, 2, 3]))
            items.Add(item);
        Assert.Equal([1, 2, 3], items);
        Assert.False((await new Pageable<int>([1]).GetPageAsync()).HasNextPage);
    }

    [Fact]
    public async Task A_key_in_the_query_stays_out_of_pages()
    {
        await using Server server = await Numbered(4, (page, _) => $$"""{"page":{{page}},"per_page":3,"total_count":4}""");
        using TestClient client = server.Client(o => o.QueryKey = "k");

        await foreach (int _ in client.Call(Ops.Make(HttpMethod.Get, envelope: EnvelopeKind.Result, security: [0b1_0000])).Pages<int, Int32Codec>(s_numbers, default))
        {
        }

        Assert.Equal(["/client/v4/things?key=k", "/client/v4/things?page=2&key=k"], server.Requests.Select(r => r.Target));
    }

    [Fact]
    public async Task A_single_page_asks_once()
    {
        await using Server server = await Numbered(9, (_, _) => """{"total_count":9,"total_pages":3,"page":1,"per_page":3}""");

        Assert.Equal([1, 2, 3], (await AllAsync(server, new PagingInfo(PagingStyle.Single))).Items);
    }
}
