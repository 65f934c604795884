using System.Globalization;
using CfGen.Runtime.Tests.Support;
using Microsoft.AspNetCore.Http;

namespace CfGen.Cases.Tests;

/// <summary>Django REST framework: page numbers, limits and cursors. A page behind the last number is 404.</summary>
public class DjangoPageTests
{
    public static TheoryData<int> Totals => PagedCases.Totals;

    [Theory]
    [MemberData(nameof(Totals))]
    public async Task Page_numbers_end_at_the_last_page(int total)
    {
        await using TestServer server = await TestServer.StartAsync(
            (HttpContext context) =>
            {
                long page = context.ReadNumber("page") ?? 1;
                bool isFound = page <= PagedCases.CountPages(total);
                string next = context.FormatUrl(page < PagedCases.CountPages(total), $"page={page + 1}");
                return RespondAsync(context, isFound ? 200 : 404, total, next, (page - 1) * PagedCases.Size);
            }
        );
        using DjangoPages.CaseClient client = new(server.CreateOptions<DjangoPages.CaseClientOptions>());

        string[] targets = await PagedCases.ReadAllAsync(server, total, client.Numbered.ListAsync(), w => w.Id);

        Assert.Equal(
            ["/numbered/", .. Enumerable.Range(2, PagedCases.CountPages(total) - 1).Select(page => $"/numbered/?page={page}")],
            targets
        );
    }

    [Theory]
    [MemberData(nameof(Totals))]
    public async Task Offsets_end_at_the_count(int total)
    {
        await using TestServer server = await TestServer.StartAsync(
            (HttpContext context) =>
            {
                long offset = context.ReadNumber("offset") ?? 0;
                string next = context.FormatUrl(offset + PagedCases.Size < total, $"limit=3&offset={offset + PagedCases.Size}");
                return RespondAsync(context, 200, total, next, offset);
            }
        );
        using DjangoPages.CaseClient client = new(server.CreateOptions<DjangoPages.CaseClientOptions>());

        string[] targets = await PagedCases.ReadAllAsync(server, total, client.Limited.ListAsync(new() { Limit = 3 }), w => w.Id);

        Assert.Equal(
            Enumerable.Range(0, PagedCases.CountPages(total)).Select(i => "/limited/?limit=3" + (i > 0 ? $"&offset={3 * i}" : "")),
            targets
        );
    }

    [Theory]
    [MemberData(nameof(Totals))]
    public async Task Cursors_are_followed_by_their_link(int total)
    {
        await using TestServer server = await TestServer.StartAsync(
            (HttpContext context) =>
            {
                long position = context.Request.Query.TryGetValue("cursor", out var cursor)
                    ? long.Parse(((string)cursor!)[3..], CultureInfo.InvariantCulture)
                    : 0;
                string next = context.FormatUrl(position + PagedCases.Size < total, $"cursor=cD0{position + PagedCases.Size}");
                string items = PagedCases.FormatItems(total, position);
                return TestServer.RespondAsync(context, 200, $$"""{"next":{{next}},"previous":null,"results":{{items}}}""");
            }
        );
        using DjangoPages.CaseClient client = new(server.CreateOptions<DjangoPages.CaseClientOptions>());

        string[] targets = await PagedCases.ReadAllAsync(server, total, client.Cursors.ListAsync(), w => w.Id);

        Assert.Equal(
            ["/cursors/", .. Enumerable.Range(1, PagedCases.CountPages(total) - 1).Select(i => $"/cursors/?cursor=cD0{3 * i}")],
            targets
        );
    }

    private static Task RespondAsync(HttpContext context, int status, int total, string next, long before) =>
        TestServer.RespondAsync(
            context,
            status,
            status == 404
                ? """{"detail":"Invalid page."}"""
                : $$"""{"count":{{total}},"next":{{next}},"previous":null,"results":{{PagedCases.FormatItems(total, before)}}}"""
        );
}
