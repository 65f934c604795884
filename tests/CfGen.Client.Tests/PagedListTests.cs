using System.Globalization;
using Acme.Lists;
using CfGen.Runtime.Tests.Support;
using Microsoft.AspNetCore.Http;

namespace CfGen.Client.Tests;

/// <summary>Lists of generated clients: pages that the document names, and pages that it does not.</summary>
public class PagedListTests
{
    private const int Total = 7;
    private const int Size = 3;

    [Fact]
    public async Task The_parameter_of_other_lists_requests_the_pages_of_a_list_that_names_none()
    {
        (List<long> items, string[] asked) = await ReadAsync(client => client.Policies.ListAsync());

        Assert.Equal(Enumerable.Range(1, Total).Select(i => (long)i), items);
        Assert.Equal(["/policies", "/policies?page=2", "/policies?page=3"], asked);
    }

    [Fact]
    public async Task A_stated_single_page_is_one_request()
    {
        (List<long> items, string[] asked) = await ReadAsync(client => client.Certificates.ListAsync());

        Assert.Equal([1, 2, 3], items);
        Assert.Equal(["/certificates"], asked);
    }

    [Fact]
    public async Task A_list_without_any_parameter_has_more_on_its_only_page()
    {
        await using TestServer server = await StartAsync();
        using ListsClient client = CreateClient(server);

        Page<long> page = await client.Objects.ListAsync().GetPageAsync();

        Assert.Equal((3, false, true), (page.Items.Count, page.HasNextPage, page.HasMore));
        Assert.Null(await page.GetNextPageAsync());
        Assert.Single(server.Requests);
    }

    [Fact]
    public async Task Lists_of_Django_end_at_their_last_page()
    {
        Assert.Equal(["/widgets/", "/widgets/?page=2", "/widgets/?page=3"], (await ReadAsync(client => client.Widgets.ListAsync())).Asked);
        Assert.Equal(
            ["/gadgets/", "/gadgets/?offset=3", "/gadgets/?offset=6"],
            (await ReadAsync(client => client.Gadgets.ListAsync())).Asked
        );
    }

    private static async Task<(List<long> Items, string[] Asked)> ReadAsync(Func<ListsClient, Pageable<long>> list)
    {
        await using TestServer server = await StartAsync();
        using ListsClient client = CreateClient(server);
        var items = new List<long>();
        await foreach (long item in list(client))
        {
            items.Add(item);
            Assert.True(items.Count < 100, "The list does not end.");
        }

        return (items, [.. server.Requests.Select(r => r.Target)]);
    }

    private static ListsClient CreateClient(TestServer server) =>
        new(new ListsClientOptions { BaseUrl = new Uri(server.Url), MaxRetries = 0 });

    // The items 1 to 7, three a page, by page or offset; 404 after the last.
    private static Task<TestServer> StartAsync() =>
        TestServer.StartAsync(
            (HttpContext context) =>
            {
                long page = ReadNumber(context, "page") ?? 1;
                int before = (int)(ReadNumber(context, "offset") ?? (page - 1) * Size);
                int[] items = [.. Enumerable.Range(1, Total).Skip(before).Take(Size)];
                string list = $"[{string.Join(',', items)}]";
                string next = before + Size < Total ? "\"http://proxied.example/next\"" : "null";
                string body = context.Request.Path.Value!.EndsWith('/')
                    ? $$"""{"count":{{Total}},"next":{{next}},"previous":null,"results":{{list}}}"""
                    : $$"""{"success":true,"errors":[],"messages":[],"result":{{list}},"result_info":{ "page":{{page}},"per_page":{{Size}},"count":{{items.Length}},"total_count":{{Total}} } }""";
                return TestServer.RespondAsync(context, items.Length == 0 ? 404 : 200, body);
            }
        );

    private static long? ReadNumber(HttpContext context, string name) =>
        context.Request.Query.TryGetValue(name, out var text) ? long.Parse(text!, CultureInfo.InvariantCulture) : null;
}
