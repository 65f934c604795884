using CfGen.Cases.Tests.LaravelPages;
using CfGen.Runtime.Tests.Support;
using Microsoft.AspNetCore.Http;

namespace CfGen.Cases.Tests;

/// <summary>Laravel: resource collections and paginators, with and without their parameter in the document.</summary>
public class LaravelPageTests
{
    public static TheoryData<int> Totals => PagedCases.Totals;

    [Theory]
    [MemberData(nameof(Totals))]
    public async Task Collections_end_at_their_last_page(int total) =>
        await AssertPagesAsync(total, "/posts", client => client.Posts.ListAsync());

    [Theory]
    [MemberData(nameof(Totals))]
    public async Task Collections_without_a_parameter_follow_the_link(int total) =>
        await AssertPagesAsync(total, "/comments", client => client.Comments.ListAsync());

    [Theory]
    [MemberData(nameof(Totals))]
    public async Task Paginators_end_at_their_last_page(int total) =>
        await AssertPagesAsync(total, "/tags", client => client.Tags.ListAsync());

    [Theory]
    [MemberData(nameof(Totals))]
    public async Task Simple_paginators_end_without_a_next_page(int total) =>
        await AssertPagesAsync(total, "/logs", client => client.Logs.ListAsync());

    [Theory]
    [MemberData(nameof(Totals))]
    public async Task Cursors_are_sent_again(int total)
    {
        await using TestServer server = await TestServer.StartAsync(
            (HttpContext context) =>
            {
                long before = context.ReadNumber("cursor") ?? 0;
                bool hasNext = before + PagedCases.Size < total;
                string cursor = hasNext ? $"\"{before + PagedCases.Size}\"" : "null";
                string next = context.FormatUrl(hasNext, $"cursor={before + PagedCases.Size}");
                return TestServer.RespondAsync(
                    context,
                    200,
                    $$"""{"data":{{PagedCases.FormatItems(total, before)}},"links":{"first":null,"last":null,"prev":null,"next":{{next}}},"meta":{"path":"/events","per_page":3,"next_cursor":{{cursor}},"prev_cursor":null} }"""
                );
            }
        );
        using CaseClient client = new(server.CreateOptions<CaseClientOptions>());

        string[] targets = await PagedCases.ReadAllAsync(server, total, client.Events.ListAsync(), p => p.Id);

        Assert.Equal(["/events", .. Enumerable.Range(1, PagedCases.CountPages(total) - 1).Select(i => $"/events?cursor={3 * i}")], targets);
    }

    private static async Task AssertPagesAsync(int total, string path, Func<CaseClient, Pageable<Post>> list)
    {
        await using TestServer server = await TestServer.StartAsync((HttpContext context) => RespondAsync(context, total));
        using CaseClient client = new(server.CreateOptions<CaseClientOptions>());

        string[] targets = await PagedCases.ReadAllAsync(server, total, list(client), p => p.Id);

        Assert.Equal([path, .. Enumerable.Range(2, PagedCases.CountPages(total) - 1).Select(page => $"{path}?page={page}")], targets);
    }

    // An empty list has one page, and a page behind the last is empty.
    private static Task RespondAsync(HttpContext context, int total)
    {
        long page = context.ReadNumber("page") ?? 1;
        int last = PagedCases.CountPages(total);
        string items = PagedCases.FormatItems(total, (page - 1) * PagedCases.Size);
        string next = context.FormatUrl(page < last, $"page={page + 1}");
        string url = context.FormatUrl(true, "page=1");
        string position = $"\"from\":{(total == 0 ? "null" : "1")},\"to\":{(total == 0 ? "null" : "3")},\"path\":{url},\"per_page\":3";
        string counters = $"\"current_page\":{page},\"last_page\":{last},\"total\":{total}";
        string links = """[{"url":null,"label":"&laquo; Previous","active":false}]""";
        return TestServer.RespondAsync(
            context,
            200,
            (string?)context.Request.Path switch
            {
                "/tags" =>
                    $$"""{{{counters}},"data":{{items}},"first_page_url":{{url}},"last_page_url":{{url}},"links":{{links}},"next_page_url":{{next}},"prev_page_url":null,{{position}}}""",
                "/logs" =>
                    $$"""{"current_page":{{page}},"data":{{items}},"first_page_url":{{url}},"next_page_url":{{next}},"prev_page_url":null,{{position}}}""",
                _ =>
                    $$"""{"data":{{items}},"links":{"first":{{url}},"last":{{url}},"prev":null,"next":{{next}}},"meta":{{{counters}},"links":{{links}},{{position}} } }""",
            }
        );
    }
}
