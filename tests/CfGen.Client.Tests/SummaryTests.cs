using Acme.Cloudflare;
using CfGen.Runtime.Tests.Support;
using Microsoft.AspNetCore.Http;

namespace CfGen.Client.Tests;

/// <summary>A list that comes page by page.</summary>
public class SummaryTests
{
    [Fact]
    public async Task All_pages_are_requested_once()
    {
        await using TestServer server = await TestServer.StartAsync(RespondWithPages(total: 5, perPage: 2));
        using CloudflareClient client = server.CreateClient();

        List<RiskyUser> users = await ToListAsync(
            client.ZeroTrust.RiskScoring.Summary.GetAsync(CloudflareApi.Account, new SummaryGetParameters { PerPage = 2 })
        );

        Assert.Equal(["0", "1", "2", "3", "4"], users.Select(u => u.Name));
        Assert.Equal(["", "2", "3"], server.Requests.Select(r => GetQueryValue(r, "page")));
        Assert.All(server.Requests, r => Assert.Equal("2", GetQueryValue(r, "per_page")));
    }

    [Fact]
    public async Task Enum_parameters_are_sent_as_documented()
    {
        await using TestServer server = await TestServer.StartAsync(RespondWithPages(total: 1, perPage: 20));
        using CloudflareClient client = server.CreateClient();

        Page<RiskyUser> page = await client
            .ZeroTrust.RiskScoring.Summary.GetAsync(
                CloudflareApi.Account,
                new SummaryGetParameters { OrderBy = "max_risk_level", Direction = "desc" }
            )
            .GetPageAsync();

        Assert.Equal(
            ("max_risk_level", "desc"),
            (GetQueryValue(server.SingleRequest, "order_by"), GetQueryValue(server.SingleRequest, "direction"))
        );
        Assert.Equal(Guid.Parse(CloudflareApi.User), Assert.Single(page.Items).UserId);
        Assert.False(page.HasNextPage);
        Assert.Equal(1, page.TotalCount);
    }

    [Fact]
    public async Task Pages_can_be_requested_one_by_one()
    {
        await using TestServer server = await TestServer.StartAsync(RespondWithPages(total: 3, perPage: 2));
        using CloudflareClient client = server.CreateClient();

        Page<RiskyUser> first = await client.ZeroTrust.RiskScoring.Summary.GetAsync(CloudflareApi.Account).GetPageAsync();
        Page<RiskyUser>? second = await first.GetNextPageAsync();

        Assert.Equal((2, 1), (first.Items.Count, second!.Items.Count));
        Assert.Null(await second.GetNextPageAsync());
    }

    [Fact]
    public async Task A_page_that_repeats_ends_the_list()
    {
        await using TestServer server = await TestServer.StartAsync(200, CreatePage([0, 1], page: 1, perPage: 2, total: 1000));
        using CloudflareClient client = server.CreateClient();

        List<RiskyUser> users = await ToListAsync(client.ZeroTrust.RiskScoring.Summary.GetAsync(CloudflareApi.Account));

        Assert.Equal((2, 2), (users.Count, server.Requests.Count));
    }

    [Fact]
    public async Task An_empty_page_ends_the_list()
    {
        await using TestServer server = await TestServer.StartAsync(200, CreatePage([], page: 1, perPage: 2, total: 1000));
        using CloudflareClient client = server.CreateClient();

        Assert.Empty(await ToListAsync(client.ZeroTrust.RiskScoring.Summary.GetAsync(CloudflareApi.Account)));
        Assert.Single(server.Requests);
    }

    [Fact]
    public async Task Violations_are_thrown_with_the_first_page()
    {
        await using TestServer server = await TestServer.StartAsync(RespondWithPages(total: 1, perPage: 2));
        using CloudflareClient client = server.CreateClient();

        Pageable<RiskyUser> list = client.ZeroTrust.RiskScoring.Summary.GetAsync("..");

        await Assert.ThrowsAsync<ApiValidationException>(() => list.GetPageAsync());
        Assert.Empty(server.Requests);
    }

    private static Func<HttpContext, Task> RespondWithPages(int total, int perPage) =>
        context =>
        {
            int page = int.TryParse(context.Request.Query["page"], out int asked) ? asked : 1;
            IEnumerable<int> users = Enumerable.Range(0, total).Skip((page - 1) * perPage).Take(perPage);
            return TestServer.RespondAsync(context, 200, CreatePage(users, page, perPage, total));
        };

    private static string CreatePage(IEnumerable<int> users, int page, int perPage, int total)
    {
        string items = string.Join(
            ",",
            users.Select(i =>
                $$"""{"user_id":"{{CloudflareApi.User}}","name":"{{i}}","email":"e","event_count":{{i}},"last_event":"2025-01-01T00:00:00Z","max_risk_level":"low"}"""
            )
        );
        return $$$"""{"success":true,"errors":[],"messages":[],"result":{"users":[{{{items}}}]},"result_info":{"count":{{{users.Count()}}},"page":{{{page}}},"per_page":{{{perPage}}},"total_count":{{{total}}} } }""";
    }

    private static string GetQueryValue(ReceivedRequest request, string name) =>
        Microsoft
            .AspNetCore.WebUtilities.QueryHelpers.ParseQuery(new Uri("http://x" + request.Target).Query)
            .TryGetValue(name, out var value)
            ? value.ToString()
            : "";

    private static async Task<List<T>> ToListAsync<T>(IAsyncEnumerable<T> items)
    {
        List<T> list = [];
        await foreach (T item in items)
            list.Add(item);
        return list;
    }
}
