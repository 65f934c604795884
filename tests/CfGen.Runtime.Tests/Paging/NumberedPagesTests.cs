using CfGen.CodeGen;
using CfGen.Runtime.Tests.Support;
using static CfGen.Runtime.Tests.Paging.PagedServer;

namespace CfGen.Runtime.Tests.Paging;

/// <summary>Pages that are asked for by number or offset, and when a list of them ends.</summary>
public class NumberedPagesTests
{
    [Fact]
    public async Task Pages_are_requested_up_to_the_last()
    {
        await using TestServer server = await StartNumberedAsync(
            7,
            (page, count) => $$"""{"page":{{page}},"per_page":3,"count":{{count}},"total_count":7,"total_pages":3}"""
        );

        (List<int> items, string[] asked) = await ReadAllAsync(server, PageNumbers);

        Assert.Equal([1, 2, 3, 4, 5, 6, 7], items);
        Assert.Equal(["", "?page=2", "?page=3"], asked);
    }

    [Fact]
    public async Task The_total_count_ends_a_list_without_a_page_count()
    {
        await using TestServer server = await StartNumberedAsync(6, (page, _) => $$"""{"page":{{page}},"per_page":3,"total_count":6}""");

        (List<int> items, string[] asked) = await ReadAllAsync(server, PageNumbers);

        Assert.Equal((6, 2), (items.Count, asked.Length));
    }

    [Fact]
    public async Task The_page_size_may_come_from_the_request()
    {
        await using TestServer server = await StartNumberedAsync(6, (_, _) => """{"total_count":6}""");

        (List<int> items, string[] asked) = await ReadAllAsync(
            server,
            PageNumbers,
            with: c => c.AddInt64(ParameterLocation.Query, "per_page", 3L, "#", false)
        );

        Assert.Equal(6, items.Count);
        Assert.Equal(["?per_page=3", "?per_page=3&page=2"], asked);
    }

    /// <summary>JSON:API's names have signs, which stand encoded in the address.</summary>
    [Fact]
    public async Task Parameter_names_with_brackets_are_supported()
    {
        await using TestServer server = await StartAsync(query =>
            query["page[number]"] == "4" ? """{"success":true,"result":[1,2]}""" : """{"success":true,"result":[]}"""
        );

        (List<int> items, string[] asked) = await ReadAllAsync(
            server,
            new PagingInfo(PagingStyle.PageNumber) { PageParameter = "page[number]", SizeParameter = "page[size]" },
            with: c => c.AddInt64(ParameterLocation.Query, "page[number]", 4L, "#", false)
        );

        Assert.Equal([1, 2], items);
        Assert.Equal(["?page%5Bnumber%5D=4", "?page%5Bnumber%5D=5"], asked);
    }

    [Theory]
    [InlineData("""{"total_count":0,"total_pages":0,"per_page":0,"count":0,"page":0}""")]
    [InlineData("null")]
    [InlineData("{}")]
    [InlineData("""{"total_count":1,"per_page":3}""")]
    public async Task Without_valid_totals_an_empty_page_ends_the_list(string info)
    {
        await using TestServer server = await StartNumberedAsync(
            6,
            (page, _) => info.Replace("\"page\":0", $"\"page\":{page}", StringComparison.Ordinal)
        );

        (List<int> items, string[] asked) = await ReadAllAsync(server, PageNumbers);

        Assert.Equal([1, 2, 3, 4, 5, 6], items);
        Assert.Equal(3, asked.Length);
    }

    [Fact]
    public async Task A_complete_first_page_is_one_request()
    {
        await using TestServer server = await StartNumberedAsync(
            50,
            (page, _) => $$"""{"page":{{page}},"per_page":50,"count":50,"total_count":50}""",
            size: 50
        );

        Assert.Single((await ReadAllAsync(server, PageNumbers)).Asked);
    }

    [Theory]
    [InlineData(7, "\"pages\":3", 3)]
    [InlineData(6, "\"meta\":{\"total\":6}", 2)]
    [InlineData(7, "\"meta\":{\"total\":7}", 3)]
    [InlineData(2, "\"meta\":{\"total\":2}", 1)]
    // Counters that say nothing: an empty page ends it.
    [InlineData(6, "\"pages\":0,\"meta\":{\"total\":0}", 3)]
    [InlineData(6, "\"meta\":null", 3)]
    public async Task Configured_counters_end_the_list(int items, string counters, int requests)
    {
        await using TestServer server = await StartAsync(query =>
        {
            int page = query.TryGetValue("page", out var text) ? int.Parse(text!) : 1;
            return $$"""{"data":[{{string.Join(',', Enumerable.Range(1, items).Skip((page - 1) * 3).Take(3))}}],{{counters}} }""";
        });
        PagingInfo paging = new(PagingStyle.PageNumber)
        {
            PageParameter = "page",
            SizeParameter = "per_page",
            ItemsPath = "data",
            TotalCountPath = "meta.total",
            PageCountPath = "pages",
        };

        (List<int> all, string[] asked) = await ReadAllAsync(
            server,
            paging,
            TestOperations.Get,
            c => c.AddInt64(ParameterLocation.Query, "per_page", 500L, "#", false)
        );

        Assert.Equal(Enumerable.Range(1, items), all);
        Assert.Equal(requests, asked.Length);
    }

    [Fact]
    public async Task A_list_starts_at_the_page_of_the_caller()
    {
        await using TestServer server = await StartNumberedAsync(
            9,
            (page, _) => $$"""{"page":{{page}},"per_page":3,"total_count":9,"total_pages":3}"""
        );

        (List<int> items, string[] asked) = await ReadAllAsync(
            server,
            PageNumbers,
            with: c =>
                c.AddInt64(ParameterLocation.Query, "page", 2L, "#", false).AddString(ParameterLocation.Query, "q", "a b", "#", false)
        );

        Assert.Equal([4, 5, 6, 7, 8, 9], items);
        Assert.Equal(["?page=2&q=a%20b", "?page=3&q=a%20b"], asked);
    }

    [Fact]
    public async Task Page_numbers_may_start_at_zero()
    {
        await using TestServer server = await StartAsync(query =>
        {
            int page = query.TryGetValue("page", out var text) ? int.Parse(text!) : 0;
            return $$"""{"success":true,"result":[{{page}}],"result_info":{"page":{{page}},"per_page":1,"total_pages":3} }""";
        });

        (List<int> items, string[] asked) = await ReadAllAsync(
            server,
            new PagingInfo(PagingStyle.PageNumber) { PageParameter = "page", FirstPage = 0 }
        );

        Assert.Equal([0, 1, 2], items);
        Assert.Equal(["", "?page=1", "?page=2"], asked);
    }

    [Fact]
    public async Task A_server_that_ignores_the_page_ends_the_list_without_repeating_items()
    {
        await using TestServer stays = await StartAsync(_ => """{"success":true,"result":[1,2],"result_info":{"page":1,"per_page":2}}""");
        await using TestServer silent = await StartAsync(_ => """{"success":true,"result":[1,2]}""");
        int responses = 0;
        await using TestServer shuffled = await StartAsync(_ =>
            $$"""{"success":true,"result":[{{responses++}}],"result_info":{"page":1,"per_page":2} }"""
        );

        Assert.Equal([1, 2], (await ReadAllAsync(stays, PageNumbers)).Items);
        Assert.Equal([1, 2], (await ReadAllAsync(silent, PageNumbers)).Items);
        Assert.Equal([0], (await ReadAllAsync(shuffled, PageNumbers)).Items); // result_info.page does not advance
        Assert.Equal((2, 2, 2), (stays.Requests.Count, silent.Requests.Count, shuffled.Requests.Count));
    }

    [Fact]
    public async Task Offsets_count_items()
    {
        await using TestServer server = await StartAsync(query =>
        {
            int offset = query.TryGetValue("offset", out var text) ? int.Parse(text!) : 0;
            return $$"""{"success":true,"result":[{{string.Join(',', Enumerable.Range(0, 5).Skip(offset).Take(2))}}],"result_info":{"total_count":5} }""";
        });

        (List<int> items, string[] asked) = await ReadAllAsync(
            server,
            new PagingInfo(PagingStyle.Offset) { PageParameter = "offset", SizeParameter = "limit" }
        );

        Assert.Equal([0, 1, 2, 3, 4], items);
        Assert.Equal(["", "?offset=2", "?offset=4"], asked);
    }
}
