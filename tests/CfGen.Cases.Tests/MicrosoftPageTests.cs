using CfGen.Cases.Tests.MicrosoftPages;
using CfGen.Runtime.Tests.Support;
using Microsoft.AspNetCore.Http;

namespace CfGen.Cases.Tests;

/// <summary>The links of <c>x-ms-pageable</c>, which are opaque.</summary>
public class MicrosoftPageTests
{
    public static TheoryData<int> Totals => PagedCases.Totals;

    [Theory]
    [MemberData(nameof(Totals))]
    public async Task Links_are_followed_to_the_end(int total)
    {
        await using TestServer server = await StartAsync(total);
        using CaseClient client = new(server.CreateOptions<CaseClientOptions>());

        string[] targets = await PagedCases.ReadAllAsync(server, total, client.Service.ListAsync("2024-01-01"), s => s.Id);

        Assert.Equal(
            [
                "/services?api-version=2024-01-01",
                .. Enumerable.Range(1, PagedCases.CountPages(total) - 1).Select(i => $"/services?$skipToken={3 * i}"),
            ],
            targets
        );
    }

    [Fact]
    public async Task A_null_name_is_a_list_of_one_page()
    {
        await using TestServer server = await StartAsync(8);
        using CaseClient client = new(server.CreateOptions<CaseClientOptions>());

        Assert.Equal(["/skus"], await PagedCases.ReadAllAsync(server, 3, client.Sku.ListAsync(), s => s.Id));
    }

    [Theory]
    [MemberData(nameof(Totals))]
    public async Task Items_and_link_have_the_names_that_are_stated(int total)
    {
        await using TestServer server = await StartAsync(total);
        using CaseClient client = new(server.CreateOptions<CaseClientOptions>());

        string[] targets = await PagedCases.ReadAllAsync(server, total, client.User.ListAsync(), s => s.Id);

        Assert.Equal(PagedCases.CountPages(total), targets.Length);
    }

    private static Task<TestServer> StartAsync(int total) =>
        TestServer.StartAsync(
            (HttpContext context) =>
            {
                long before = context.ReadNumber("$skipToken") ?? 0;
                string link = context.FormatUrl(true, $"$skipToken={before + PagedCases.Size}");
                bool isUsers = context.Request.Path == "/users";
                string next = before + PagedCases.Size < total ? $",\"{(isUsers ? "odata.nextLink" : "nextLink")}\":{link}" : "";
                string groups = isUsers ? ",\"groups\":[\"a\"]" : "";
                string items = PagedCases.FormatItems(total, before);
                return TestServer.RespondAsync(context, 200, $$"""{"{{(isUsers ? "users" : "value")}}":{{items}}{{groups}}{{next}}}""");
            }
        );
}
