using CfGen.Cases.Tests.TokenPages;
using CfGen.Runtime.Tests.Support;
using Microsoft.AspNetCore.Http;

namespace CfGen.Cases.Tests;

/// <summary>
/// The lists of Google, Svix and NSwag, which go on by a token, and those of Swashbuckle with <c>Skip</c> and <c>Take</c>, and of HAL.
/// </summary>
public class TokenPageTests
{
    public static TheoryData<int> Totals => PagedCases.Totals;

    [Theory]
    [MemberData(nameof(Totals))]
    public async Task Tokens_of_Google_are_followed_until_there_is_none(int total)
    {
        await using TestServer server = await StartAsync(
            "pageToken",
            (items, next) =>
                $$"""{"kind":"k","etag":"e","pageInfo":{"totalResults":{{total}}},{{(next is null ? "" : $"\"nextPageToken\":\"{next}\",")}}"items":{{items}}}""",
            total
        );
        using CaseClient client = new(server.CreateOptions<CaseClientOptions>());

        string[] targets = await PagedCases.ReadAllAsync(server, total, client.Activities.ListAsync(new() { MaxResults = 3 }), i => i.Id);

        Assert.Equal(CreateTargets("/activities?maxResults=3", "&pageToken=", total), targets);
    }

    /// <summary>The last page has an iterator as well, from which a consumer goes on later.</summary>
    [Theory]
    [MemberData(nameof(Totals))]
    public async Task An_iterator_ends_when_it_is_done(int total)
    {
        await using TestServer server = await StartAsync(
            "iterator",
            (items, next) =>
                $$"""{"data":{{items}},"iterator":"{{next ?? "99"}}","prevIterator":null,"done":{{(next is null ? "true" : "false")}}}""",
            total
        );
        using CaseClient client = new(server.CreateOptions<CaseClientOptions>());

        string[] targets = await PagedCases.ReadAllAsync(server, total, client.Messages.ListAsync(), i => i.Id);

        Assert.Equal(CreateTargets("/messages", "?iterator=", total), targets);
    }

    /// <summary>The last page repeats a token beside <c>hasNextPage: false</c>.</summary>
    [Theory]
    [MemberData(nameof(Totals))]
    public async Task A_continuation_token_ends_where_there_is_no_next_page(int total)
    {
        await using TestServer server = await StartAsync(
            "continuationToken",
            (items, next) =>
                $$"""{"items":{{items}},"hasNextPage":{{(next is null ? "false" : "true")}},"continuationToken":"{{next ?? "99"}}","orderBy":"id"}""",
            total
        );
        using CaseClient client = new(server.CreateOptions<CaseClientOptions>());

        string[] targets = await PagedCases.ReadAllAsync(server, total, client.Dialogs.ListAsync(), i => i.Id);

        Assert.Equal(CreateTargets("/dialogs", "?continuationToken=", total), targets);
    }

    [Theory]
    [MemberData(nameof(Totals))]
    public async Task Skip_and_take_end_at_the_total(int total)
    {
        await using TestServer server = await StartAsync(
            "Skip",
            (items, _) => $$"""{"items":{{items}},"totalResults":{{total}},"itemsPerPage":3}""",
            total
        );
        using CaseClient client = new(server.CreateOptions<CaseClientOptions>());

        string[] targets = await PagedCases.ReadAllAsync(server, total, client.Bills.ListAsync(new() { Take = 3 }), i => i.Id);

        Assert.Equal(
            [
                "/api/Bills?Take=3",
                .. Enumerable.Range(1, PagedCases.CountPages(total) - 1).Select(i => $"/api/Bills?Take=3&Skip={PagedCases.Size * i}"),
            ],
            targets
        );
    }

    /// <summary>Spring leaves out what it embeds where there are no items.</summary>
    [Theory]
    [MemberData(nameof(Totals))]
    public async Task Items_that_HAL_embeds_end_at_the_last_page(int total)
    {
        await using TestServer server = await TestServer.StartAsync(
            (HttpContext context) =>
            {
                long page = context.ReadNumber("page") ?? 0;
                string items = PagedCases.FormatItems(total, page * PagedCases.Size);
                string embedded =
                    total == 0
                        ? ""
                        : $$"""
                            "_embedded":{"owners":{{items}}},
                            """;
                string counters = $$"""
                    "size":3,"totalElements":{{total}},"totalPages":{{(total + 2) / 3}},"number":{{page}}
                    """;
                string body = $$"""
                    { {{embedded}} "_links": { "self": { "href": "/owners" } }, "page": { {{counters}} } }
                    """;
                return TestServer.RespondAsync(context, 200, body, "application/hal+json");
            }
        );
        using CaseClient client = new(server.CreateOptions<CaseClientOptions>());

        string[] targets = await PagedCases.ReadAllAsync(server, total, client.Owners.ListAsync(), i => i.Id);

        Assert.Equal(["/owners", .. Enumerable.Range(1, PagedCases.CountPages(total) - 1).Select(page => $"/owners?page={page}")], targets);
    }

    private static IEnumerable<string> CreateTargets(string first, string parameter, int total) =>
        [first, .. Enumerable.Range(1, PagedCases.CountPages(total) - 1).Select(i => $"{first}{parameter}{PagedCases.Size * i}")];

    private static Task<TestServer> StartAsync(string parameter, Func<string, string?, string> format, int total) =>
        TestServer.StartAsync(
            (HttpContext context) =>
            {
                long before = context.ReadNumber(parameter) ?? 0;
                string? next = before + PagedCases.Size < total ? $"{before + PagedCases.Size}" : null;
                return TestServer.RespondAsync(context, 200, format(PagedCases.FormatItems(total, before), next));
            }
        );
}
