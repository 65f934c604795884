using System.Globalization;
using CfGen.CodeGen;
using CfGen.Runtime.Tests.Support;
using Microsoft.AspNetCore.Http;
using static CfGen.Runtime.Tests.Paging.PagedServer;

namespace CfGen.Runtime.Tests.Paging;

/// <summary>
/// Numbered pages whose responses say that no page follows, on servers that have an error for a page that does not exist.
/// </summary>
public class NamedEndTests
{
    private static readonly PagingInfo s_pages = new(PagingStyle.PageNumber)
    {
        PageParameter = "page",
        SizeParameter = "page_size",
        ItemsPath = "results",
        NextPath = "next",
        TotalCountPath = "count",
    };

    private static readonly PagingInfo s_offsets = new(PagingStyle.Offset)
    {
        PageParameter = "offset",
        SizeParameter = "limit",
        ItemsPath = "results",
        NextPath = "next",
        TotalCountPath = "count",
    };

    [Theory]
    // Django REST framework, its pages and its offsets, with either sign of the end alone.
    [InlineData("\"count\":7,\"next\":NEXT,\"previous\":null,")]
    [InlineData("\"next\":NEXT,")]
    [InlineData("\"count\":7,")]
    // A count of this page is no total, as long as there is a next page.
    [InlineData("\"count\":COUNT,\"next\":NEXT,")]
    // Servers that leave out null, or write an empty string.
    [InlineData("OMITTED")]
    [InlineData("\"next\":EMPTY,")]
    public async Task The_last_page_is_the_last_request(string members)
    {
        (List<int> pages, string[] pagesAsked) = await ReadStrictlyAsync(s_pages, members);
        (List<int> offsets, string[] offsetsAsked) = await ReadStrictlyAsync(s_offsets, members);

        Assert.Equal(Enumerable.Range(1, 7), pages);
        Assert.Equal(["", "?page=2", "?page=3"], pagesAsked);
        Assert.Equal(Enumerable.Range(1, 7), offsets);
        Assert.Equal(["", "?offset=3", "?offset=6"], offsetsAsked);
    }

    [Theory]
    [InlineData("links.next", "\"links\":{\"next\":NEXT},")]
    [InlineData("links.next", "\"links\":LINKS,")]
    [InlineData("next.href", "\"next\":{\"href\":NEXT},")]
    public async Task The_name_of_the_next_page_may_be_in_an_object(string path, string members)
    {
        PagingInfo paging = new(PagingStyle.PageNumber)
        {
            PageParameter = "page",
            ItemsPath = "results",
            NextPath = path,
        };

        Assert.Equal(3, (await ReadStrictlyAsync(paging, members)).Asked.Length);
    }

    [Fact]
    public async Task The_name_of_the_next_page_may_be_true_or_false()
    {
        PagingInfo paging = new(PagingStyle.PageNumber)
        {
            PageParameter = "page",
            ItemsPath = "results",
            LastPath = "last",
        };

        Assert.Equal(3, (await ReadStrictlyAsync(paging, "\"last\":LAST,")).Asked.Length);
    }

    [Fact]
    public async Task A_number_of_pages_ends_a_list_that_names_a_next_page()
    {
        PagingInfo paging = new(PagingStyle.PageNumber)
        {
            PageParameter = "page",
            ItemsPath = "results",
            NextPath = "next",
            PageCountPath = "pages",
        };

        Assert.Equal(3, (await ReadStrictlyAsync(paging, "\"next\":\"x\",\"pages\":3,")).Asked.Length);
    }

    // A property that no response has does not end the list at its first page.
    [Fact]
    public async Task A_next_page_that_is_never_named_says_nothing()
    {
        await using TestServer server = await StartAsync(query =>
            query.ContainsKey("page") ? """{"results":[],"links":{}}""" : """{"results":[1],"links":{}}"""
        );

        PagingInfo paging = new(PagingStyle.PageNumber)
        {
            PageParameter = "page",
            ItemsPath = "results",
            NextPath = "links.next",
        };
        Assert.Equal(["", "?page=2"], (await ReadAllAsync(server, paging, TestOperations.Get)).Asked);
    }

    /// <summary>Reads the items 1 to 7, three a page, from a server that responds with 404 to a page after the last.</summary>
    private static async Task<(List<int> Items, string[] Asked)> ReadStrictlyAsync(PagingInfo paging, string members)
    {
        await using TestServer server = await TestServer.StartAsync(
            (HttpContext context) =>
            {
                int before = ReadNumber(context, "offset") ?? ((ReadNumber(context, "page") ?? 1) - 1) * 3;
                int[] items = [.. Enumerable.Range(1, 7).Skip(before).Take(3)];
                bool isLast = before + 3 >= 7;
                string next = isLast ? "null" : "\"http://proxied.example/things?page=2\"";
                string text = members
                    .Replace("COUNT", items.Length.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal)
                    .Replace("OMITTED", isLast ? "" : $"\"next\":{next},", StringComparison.Ordinal)
                    .Replace("EMPTY", isLast ? "\"\"" : next, StringComparison.Ordinal)
                    .Replace("LINKS", isLast ? "{}" : $$"""{"next":{{next}}}""", StringComparison.Ordinal)
                    .Replace("LAST", isLast ? "true" : "false", StringComparison.Ordinal)
                    .Replace("NEXT", next, StringComparison.Ordinal);
                return items.Length == 0
                    ? TestServer.RespondAsync(context, 404, """{"detail":"Invalid page."}""")
                    : TestServer.RespondAsync(context, 200, $$"""{{{text}}"results":[{{string.Join(',', items)}}]}""");
            }
        );
        return await ReadAllAsync(server, paging, TestOperations.Get);
    }

    private static int? ReadNumber(HttpContext context, string name) =>
        context.Request.Query.TryGetValue(name, out var text) ? int.Parse(text!, CultureInfo.InvariantCulture) : null;
}
