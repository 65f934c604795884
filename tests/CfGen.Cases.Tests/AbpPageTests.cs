using CfGen.Runtime.Tests.Support;
using Microsoft.AspNetCore.Http;

namespace CfGen.Cases.Tests;

/// <summary>ABP: <c>SkipCount</c> and <c>MaxResultCount</c>, and a total beside the items.</summary>
public class AbpPageTests
{
    public static TheoryData<int> Totals => PagedCases.Totals;

    [Theory]
    [MemberData(nameof(Totals))]
    public async Task Skipped_items_lead_to_the_next_page(int total)
    {
        await using TestServer server = await TestServer.StartAsync(
            (HttpContext context) =>
            {
                string items = PagedCases.FormatItems(
                    total,
                    context.ReadNumber("SkipCount") ?? 0,
                    (int)context.ReadNumber("MaxResultCount")!
                );
                return TestServer.RespondAsync(context, 200, $$"""{"totalCount":{{total}},"items":{{items}}}""");
            }
        );
        using NoOperationIds.CaseClient client = new(server.CreateOptions<NoOperationIds.CaseClientOptions>());

        string[] targets = await PagedCases.ReadAllAsync(
            server,
            total,
            client.Services.App.User.GetUsersAsync(new() { Filter = "x", MaxResultCount = 3 }),
            o => o.Id!.Value
        );

        Assert.Equal(
            Enumerable
                .Range(0, PagedCases.CountPages(total))
                .Select(i => "/api/services/app/User/GetUsers?Filter=x&MaxResultCount=3" + (i > 0 ? $"&SkipCount={3 * i}" : "")),
            targets
        );
    }

    // Swashbuckle says of each list that it can be null.
    [Fact]
    public async Task A_null_list_has_no_items()
    {
        await using TestServer server = await TestServer.StartAsync(200, """{"totalCount":0,"items":null}""");
        using NoOperationIds.CaseClient client = new(server.CreateOptions<NoOperationIds.CaseClientOptions>());

        Assert.Empty((await client.Services.App.User.GetUsersAsync().GetPageAsync()).Items);
    }
}
