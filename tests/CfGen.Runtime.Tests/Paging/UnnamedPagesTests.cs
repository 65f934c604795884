using CfGen.CodeGen;
using CfGen.Runtime.Tests.Support;
using Microsoft.Extensions.Logging;
using static CfGen.Runtime.Tests.Paging.PagedServer;

namespace CfGen.Runtime.Tests.Paging;

/// <summary>Lists in envelopes whose document names no parameter for the next page.</summary>
public class UnnamedPagesTests
{
    private static readonly PagingInfo s_inferred = new(PagingStyle.PageNumber) { PageParameter = "page", Origin = PagingOrigin.Siblings };

    [Fact]
    public async Task An_inferred_parameter_is_sent_while_the_response_counts_more_than_it_gave()
    {
        await using TestServer server = await StartNumberedAsync(
            7,
            (page, count) => $$"""{"page":{{page}},"per_page":3,"count":{{count}},"total_count":7}"""
        );

        (List<int> items, string[] asked, int events) = await ReadWithLogAsync(server, s_inferred);

        Assert.Equal([1, 2, 3, 4, 5, 6, 7], items);
        Assert.Equal(["", "?page=2", "?page=3"], asked);
        Assert.Equal(0, events);
    }

    [Fact]
    public async Task A_number_of_pages_counts_too()
    {
        await using TestServer server = await StartNumberedAsync(7, (page, _) => $$"""{"page":{{page}},"total_pages":3}""");

        Assert.Equal(7, (await ReadWithLogAsync(server, s_inferred)).Items.Count);
        Assert.Equal(3, server.Requests.Count);
    }

    [Theory]
    [InlineData("""{"page":1,"per_page":3,"count":3,"total_count":3,"total_pages":1}""")]
    [InlineData("""{"page":1,"per_page":3,"count":3,"total_count":0,"total_pages":0}""")]
    [InlineData("""{"page":1,"per_page":3,"count":3}""")]
    [InlineData("{}")]
    [InlineData("null")]
    public async Task An_inferred_parameter_is_not_sent_for_items_that_nobody_counts(string info)
    {
        await using TestServer server = await StartNumberedAsync(7, (_, _) => info);

        (List<int> items, string[] asked, int events) = await ReadWithLogAsync(server, s_inferred);

        Assert.Equal([1, 2, 3], items);
        Assert.Equal([""], asked);
        Assert.Equal(0, events);
    }

    [Theory]
    [InlineData("""{"success":true,"result":[1,2,3],"result_info":{"page":1,"per_page":3,"count":3,"total_count":7}}""")]
    [InlineData("""{"success":true,"result":[1,2,3],"result_info":{"count":3,"total_count":7}}""")]
    [InlineData("""{"success":true,"result":[1,2,3],"result_info":{"page":1,"per_page":3,"count":3,"total_count":6}}""")]
    public async Task A_server_that_ignores_an_inferred_parameter_is_one_more_request_and_one_event(string body)
    {
        await using TestServer server = await StartAsync(_ => body);

        (List<int> items, string[] asked, int events) = await ReadWithLogAsync(server, s_inferred);

        Assert.Equal([1, 2, 3], items);
        Assert.Equal(["", "?page=2"], asked);
        Assert.Equal(1, events);
    }

    [Theory]
    [InlineData("""{"page":1,"per_page":3,"count":3,"total_count":7}""", true)]
    [InlineData("""{"page":1,"per_page":3,"total_pages":2}""", true)]
    [InlineData("""{"cursor":"more"}""", true)]
    [InlineData("""{"page":1,"per_page":3,"count":3,"total_count":3}""", false)]
    [InlineData("""{"page":1,"per_page":3,"count":3,"total_count":0,"total_pages":0}""", false)]
    [InlineData("""{"page":1,"per_page":20,"count":3,"total_count":3,"cursor":"a"}""", false)]
    [InlineData("""{"cursor":""}""", false)]
    [InlineData("{}", false)]
    [InlineData("null", false)]
    public async Task A_list_without_a_parameter_says_that_there_is_more(string info, bool hasMore)
    {
        await using TestServer server = await StartNumberedAsync(7, (_, _) => info);
        using var log = new ListLogger();
        using TestClient client = server.CreateClient(o => o.LoggerFactory = log);

        Page<int> page = await client
            .Call(Envelope)
            .ToPageable<int, Int32Codec>(new PagingInfo(PagingStyle.Single), default)
            .GetPageAsync();

        Assert.Equal((false, hasMore), (page.HasNextPage, page.HasMore));
        Assert.Null(await page.GetNextPageAsync());
        Assert.Equal(hasMore ? 1 : 0, CountEvents(log));
    }

    [Fact]
    public async Task The_event_is_logged_once_an_enumeration()
    {
        await using TestServer server = await StartNumberedAsync(7, (_, _) => """{"total_count":7}""");
        using var log = new ListLogger();
        using TestClient client = server.CreateClient(o => o.LoggerFactory = log);
        Pageable<int> list = client.Call(Envelope).ToPageable<int, Int32Codec>(new PagingInfo(PagingStyle.Single), default);

        foreach (int enumeration in Enumerable.Range(1, 2))
        {
            await foreach (Page<int> page in list.AsPages())
                Assert.True(page.HasMore);
            Assert.Equal(enumeration, CountEvents(log));
        }
    }

    [Fact]
    public async Task A_stated_single_page_says_that_there_is_more_but_logs_nothing()
    {
        await using TestServer server = await StartNumberedAsync(7, (_, _) => """{"total_count":7}""");

        (List<int> items, string[] asked, int events) = await ReadWithLogAsync(
            server,
            new PagingInfo(PagingStyle.Single) { Origin = PagingOrigin.Extension }
        );

        Assert.Equal((3, 1, 0), (items.Count, asked.Length, events));
    }

    [Fact]
    public async Task Every_page_but_the_last_has_more()
    {
        await using TestServer server = await StartNumberedAsync(7, (page, _) => $$"""{"page":{{page}},"per_page":3,"total_count":7}""");
        using TestClient client = server.CreateClient();
        var more = new List<bool>();

        await foreach (Page<int> page in client.Call(Envelope).ToPageable<int, Int32Codec>(PageNumbers, default).AsPages())
            more.Add(page.HasMore);

        Assert.Equal([true, true, false], more);
        Assert.True(new Page<int>([], new ApiResponse(System.Net.HttpStatusCode.OK)) { HasMore = true }.HasMore);
    }

    private static async Task<(List<int> Items, string[] Asked, int Events)> ReadWithLogAsync(TestServer server, PagingInfo paging)
    {
        using var log = new ListLogger();
        using TestClient client = server.CreateClient(o => o.LoggerFactory = log);
        var items = new List<int>();
        await foreach (int item in client.Call(Envelope).ToPageable<int, Int32Codec>(paging, default))
            items.Add(item);
        return (items, [.. server.Requests.Select(r => r.Target["/client/v4/things".Length..])], CountEvents(log));
    }

    private static int CountEvents(ListLogger log) =>
        log.Entries.Count(e =>
            e.Level == LogLevel.Warning
            && e.Text.StartsWith("GET /things (op) counts more items than it returned", StringComparison.Ordinal)
        );
}
