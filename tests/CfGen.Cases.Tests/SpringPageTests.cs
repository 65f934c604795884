using System.Globalization;
using CfGen.Runtime.Tests.Support;
using Microsoft.AspNetCore.Http;

namespace CfGen.Cases.Tests;

/// <summary>Spring: a <c>Pageable</c> in the query, a <c>Page</c> as the response, both counted from 0.</summary>
public class SpringPageTests
{
    public static TheoryData<int> Totals => PagedCases.Totals;

    [Theory]
    [MemberData(nameof(Totals))]
    public async Task A_pageable_object_requests_each_page(int total)
    {
        await using TestServer server = await StartAsync(total);
        using SpringPageable.CaseClient client = new(server.CreateOptions<SpringPageable.CaseClientOptions>());

        string[] targets = await PagedCases.ReadAllAsync(
            server,
            total,
            client.Users.ListAsync(new() { Size = 3, Sort = ["name,desc", "id,asc"] }, new() { Q = "x" }),
            u => u.Id!.Value
        );

        string[] expected =
        [
            "/api/users?size=3&sort=name,desc&sort=id,asc&q=x",
            .. Enumerable
                .Range(1, PagedCases.CountPages(total) - 1)
                .Select(page => $"/api/users?size=3&sort=name,desc&sort=id,asc&q=x&page={page}"),
        ];
        Assert.Equal(expected, targets.Select(t => t.Replace("%2C", ",", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task A_list_begins_at_the_page_of_the_object()
    {
        await using TestServer server = await StartAsync(8);
        using SpringPageable.CaseClient client = new(server.CreateOptions<SpringPageable.CaseClientOptions>());

        string[] targets = await PagedCases.ReadAllAsync(server, 8, client.Users.ListAsync(new() { Page = 1 }), u => u.Id!.Value, first: 4);

        Assert.Equal(["/api/users?page=1", "/api/users?page=2"], targets);
    }

    [Theory]
    [MemberData(nameof(Totals))]
    public async Task Parameters_of_their_own_request_each_page(int total)
    {
        await using TestServer server = await StartAsync(total);
        using SpringPageable.CaseClient client = new(server.CreateOptions<SpringPageable.CaseClientOptions>());

        string[] targets = await PagedCases.ReadAllAsync(server, total, client.Orders.ListAsync(), u => u.Id!.Value);

        Assert.Equal(PagedCases.CountPages(total), targets.Length);
    }

    [Fact]
    public async Task A_slice_ends_with_its_last_page()
    {
        await using TestServer server = await StartAsync(6, isSlice: true);
        using SpringPageable.CaseClient client = new(server.CreateOptions<SpringPageable.CaseClientOptions>());

        string[] targets = await PagedCases.ReadAllAsync(server, 6, client.Slices.ListAsync(), u => u.Id!.Value);

        Assert.Equal(["/api/slices", "/api/slices?page=1"], targets);
    }

    [Theory]
    [MemberData(nameof(Totals))]
    public async Task A_paged_model_has_its_counters_in_an_object(int total)
    {
        await using TestServer server = await TestServer.StartAsync(
            (HttpContext context) =>
            {
                long page = context.ReadNumber("page") ?? 0;
                string items = PagedCases.FormatItems(total, page * PagedCases.Size);
                int pages = (total + PagedCases.Size - 1) / PagedCases.Size;
                return TestServer.RespondAsync(
                    context,
                    200,
                    $$"""{"content":{{items}},"page":{"size":3,"number":{{page}},"totalElements":{{total}},"totalPages":{{pages}} } }"""
                );
            }
        );
        using SpringPageable.CaseClient client = new(server.CreateOptions<SpringPageable.CaseClientOptions>());

        string[] targets = await PagedCases.ReadAllAsync(server, total, client.Models.ListAsync(), u => u.Id!.Value);

        Assert.Equal(PagedCases.CountPages(total), targets.Length);
        Assert.All(targets.Skip(1), (target, i) => Assert.EndsWith($"?page={(i + 1).ToString(CultureInfo.InvariantCulture)}", target));
    }

    // PageImpl and SliceImpl, as Jackson writes them. A page behind the last is empty.
    private static Task<TestServer> StartAsync(int total, bool isSlice = false) =>
        TestServer.StartAsync(
            (HttpContext context) =>
            {
                long page = context.ReadNumber("page") ?? 0;
                int count = PagedCases.Take(total, page * PagedCases.Size).Length;
                int pages = (total + PagedCases.Size - 1) / PagedCases.Size;
                string totals = isSlice ? "" : $"\"totalPages\":{pages},\"totalElements\":{total},";
                string last = page + 1 >= pages ? "true" : "false";
                string sort = """{"empty":true,"sorted":false,"unsorted":true}""";
                return TestServer.RespondAsync(
                    context,
                    200,
                    $$"""{"content":{{PagedCases.FormatItems(total, page * PagedCases.Size)}},"pageable":{"pageNumber":{{page}},"pageSize":3,"sort":{{sort}},"offset":{{page * 3}},"paged":true,"unpaged":false},{{totals}}"last":{{last}},"size":3,"number":{{page}},"sort":{{sort}},"numberOfElements":{{count}},"first":{{(page == 0 ? "true" : "false")}},"empty":{{(count == 0 ? "true" : "false")}}}"""
                );
            }
        );
}
