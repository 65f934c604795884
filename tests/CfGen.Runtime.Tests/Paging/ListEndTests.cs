using System.Globalization;
using CfGen.CodeGen;
using CfGen.Pipeline.Paging;
using CfGen.Runtime.Tests.Support;
using Microsoft.AspNetCore.Http;
using static CfGen.Runtime.Tests.Paging.PagedServer;

namespace CfGen.Runtime.Tests.Paging;

/// <summary>The end of a list that is followed by cursors or links: what ends it, what does not, and what it costs to know.</summary>
[Collection(MeasuringGroup.Name)]
public class ListEndTests
{
    [Theory]
    [InlineData(PagingStyle.Cursor)]
    [InlineData(PagingStyle.Link)]
    [InlineData(PagingStyle.NextUrl)]
    public async Task An_empty_page_with_a_new_cursor_or_link_goes_on(PagingStyle style)
    {
        await using TestServer server = await StartFollowedAsync(page => page is 2 or 3 ? "" : Text(page), last: 4);

        Assert.Equal([1, 4], (await ReadAllAsync(server, CreatePaging(style), TestOperations.Get)).Items);
        Assert.Equal(4, server.Requests.Count);
    }

    [Theory]
    [InlineData(PagingStyle.Cursor)]
    [InlineData(PagingStyle.Link)]
    [InlineData(PagingStyle.NextUrl)]
    public async Task A_page_equal_to_the_last_with_a_new_cursor_or_link_goes_on(PagingStyle style)
    {
        await using TestServer server = await StartFollowedAsync(page => page == 4 ? "9" : "7", last: 4);

        Assert.Equal([7, 7, 7, 9], (await ReadAllAsync(server, CreatePaging(style), TestOperations.Get)).Items);
        Assert.Equal(4, server.Requests.Count);
    }

    [Fact]
    public async Task A_hundred_pages_without_items_may_be_in_a_row()
    {
        await using TestServer server = await StartFollowedAsync(page => page == 101 ? "5" : "", last: 101);

        Assert.Equal([5], (await ReadAllAsync(server, CreatePaging(PagingStyle.Cursor), TestOperations.Get)).Items);
    }

    [Theory]
    [InlineData("")]
    [InlineData("7")]
    public async Task A_list_that_goes_on_without_new_items_is_an_exception(string items)
    {
        await using TestServer server = await StartFollowedAsync(page => page == 1 ? "1" : items, last: int.MaxValue);

        ApiResponseFormatException e = await Assert.ThrowsAsync<ApiResponseFormatException>(() =>
            ReadAllAsync(server, CreatePaging(PagingStyle.Cursor), TestOperations.Get)
        );

        Assert.Equal(items.Length == 0 ? 102 : 103, server.Requests.Count); // one more has new items
        Assert.StartsWith(
            "GET /things (op) returned 200 OK as application/json, and the body is page 101",
            e.Message,
            StringComparison.Ordinal
        );
        Assert.Contains("page 101 in a row without new items, but names another page.", e.Message, StringComparison.Ordinal);
        Assert.Contains("Narrow it with its parameters, or continue from this page", e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Pages_without_items_are_counted_from_the_last_new_item()
    {
        await using TestServer server = await StartFollowedAsync(page => page % 60 == 0 ? Text(page) : "", last: 180);

        Assert.Equal([60, 120, 180], (await ReadAllAsync(server, CreatePaging(PagingStyle.Cursor), TestOperations.Get)).Items);
    }

    [Fact]
    public async Task A_cursor_that_was_seen_before_ends_the_list_however_long_ago()
    {
        await using TestServer server = await StartFollowedAsync(Text, last: int.MaxValue, getNext: page => page == 40 ? 3 : page + 1);

        (List<int> items, string[] asked) = await ReadAllAsync(server, CreatePaging(PagingStyle.Cursor), TestOperations.Get);

        Assert.Equal(Enumerable.Range(1, 40), items);
        Assert.Equal(40, asked.Length);
    }

    [Theory]
    [InlineData(PagingStyle.Cursor)]
    [InlineData(PagingStyle.NextUrl)]
    public async Task The_cursor_that_the_list_began_with_was_seen(PagingStyle style)
    {
        await using TestServer server = await StartFollowedAsync(Text, last: int.MaxValue, getNext: page => page == 7 ? 5 : page + 1);

        (List<int> items, string[] _) = await ReadAllAsync(
            server,
            CreatePaging(style),
            TestOperations.Get,
            c => c.AddString(ParameterLocation.Query, "cursor", "5", "#", false)
        );

        Assert.Equal([5, 6, 7], items);
    }

    [Fact]
    public async Task The_id_of_the_last_item_ends_a_list_when_it_repeats_or_is_missing()
    {
        PagingInfo paging = new(PagingStyle.LastItem)
        {
            PageParameter = "after",
            ItemsPath = "data",
            HasMorePath = "has_more",
        };
        await using TestServer repeats = await TestServer.StartAsync(200, """{"data":[{"id":"a"}],"has_more":true}""");
        await using TestServer empty = await TestServer.StartAsync(200, """{"data":[],"has_more":true}""");

        Assert.Equal((2, 0), (await CountItemsAsync(repeats, paging), await CountItemsAsync(empty, paging)));
        Assert.Equal((2, 1), (repeats.Requests.Count, empty.Requests.Count));
    }

    /// <summary>A caller may go on from a page twice, for example after a failure. The other way does not count as seen.</summary>
    [Fact]
    public async Task A_page_can_be_left_twice()
    {
        await using TestServer server = await StartFollowedAsync(Text, last: 5);
        using TestClient client = server.CreateClient();
        Page<int> first = await client
            .Call(TestOperations.Get)
            .ToPageable<int, Int32Codec>(CreatePaging(PagingStyle.Cursor), default)
            .GetPageAsync();

        foreach (int _ in Enumerable.Range(0, 2))
        {
            var items = new List<int>();
            for (Page<int>? page = first; page is not null; page = await page.GetNextPageAsync())
                items.AddRange(page.Items);
            Assert.Equal([1, 2, 3, 4, 5], items);
        }
    }

    [Fact]
    public void Two_ways_from_one_page_do_not_see_each_other()
    {
        PageTrail start = Add(Add(default, "a"), "b");
        PageTrail one = Add(Add(start, "c"), "d");
        PageTrail two = Add(Add(start, "d"), "c");

        Assert.False(one.TryAdd("c", out _));
        Assert.False(two.TryAdd("a", out _));
        Assert.True(start.TryAdd("d", out _));
        Assert.Equal(4, two.Count);
    }

    /// <summary>Each page copied what it knew of those before it, so that 16,000 pages took seconds and gigabytes.</summary>
    [Fact]
    public void A_page_costs_the_same_however_many_were_before_it()
    {
        long few = MeasureBytesOfPage(500);
        long many = MeasureBytesOfPage(16_000);

        Assert.InRange(many, 1, few * 11 / 10);
    }

    private static long MeasureBytesOfPage(int pages)
    {
        int thread = Environment.CurrentManagedThreadId;
        int page = 0;
        using var stub = new StubHandler(_ => new HttpResponseMessage
        {
            Content = new StringContent($$"""{"items":[{{++page}}],"next":{{(page < pages ? $"\"c{page:D6}\"" : "null")}}}"""),
        });
        stub.Requests.Capacity = pages;
        using var client = new TestClient(stub, new TestClientOptions { BaseUrl = new Uri("https://api.example.com") });
        IAsyncEnumerator<int> items = client
            .Call(TestOperations.Get)
            .ToPageable<int, Int32Codec>(CreatePaging(PagingStyle.Cursor), default)
            .GetAsyncEnumerator();
        int count = 0;
        long before = GC.GetAllocatedBytesForCurrentThread();
        while (Complete(items.MoveNextAsync()))
            count++;
        long bytes = GC.GetAllocatedBytesForCurrentThread() - before;

        Assert.Equal((pages, thread), (count, Environment.CurrentManagedThreadId));
        return bytes / pages;
    }

    private static bool Complete(ValueTask<bool> task)
    {
        Assert.True(task.IsCompletedSuccessfully);
        return task.Result;
    }

    private static PageTrail Add(PageTrail trail, string page)
    {
        Assert.True(trail.TryAdd(page, out PageTrail longer));
        return longer;
    }

    private static PagingInfo CreatePaging(PagingStyle style) =>
        style == PagingStyle.Link ? new(style) { ItemsPath = "items" }
        : style == PagingStyle.NextUrl ? new(style) { ItemsPath = "items", NextPath = "url" }
        : new(style)
        {
            PageParameter = "cursor",
            ItemsPath = "items",
            NextPath = "next",
        };

    private static async Task<int> CountItemsAsync(TestServer server, PagingInfo paging)
    {
        using TestClient client = server.CreateClient();
        int count = 0;
        await foreach (
            System.Text.Json.JsonElement _ in client
                .Call(TestOperations.Get)
                .ToPageable<System.Text.Json.JsonElement, JsonElementCodec>(paging, default)
        )
            Assert.True(++count < 10, "The list does not end.");
        return count;
    }

    /// <summary>Pages from 1 whose responses name the next one as a cursor, as a URL and in a header.</summary>
    private static Task<TestServer> StartFollowedAsync(Func<int, string> getItems, int last, Func<int, int>? getNext = null) =>
        TestServer.StartAsync(
            (HttpContext context) =>
            {
                int page = context.Request.Query.TryGetValue("cursor", out var text) ? int.Parse(text!, CultureInfo.InvariantCulture) : 1;
                int next = getNext?.Invoke(page) ?? page + 1;
                string following =
                    page < last ? $"\"next\":\"{Text(next)}\",\"url\":\"?cursor={Text(next)}\"" : "\"next\":null,\"url\":null";
                return TestServer.RespondAsync(
                    context,
                    200,
                    $$"""{"items":[{{getItems(page)}}],{{following}}}""",
                    "application/json",
                    page < last ? [("Link", $"<?cursor={Text(next)}>; rel=\"next\"")] : []
                );
            }
        );

    private static string Text(int page) => page.ToString(CultureInfo.InvariantCulture);
}
