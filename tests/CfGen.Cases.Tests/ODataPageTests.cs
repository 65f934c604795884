using CfGen.Cases.Tests.OData;
using CfGen.Runtime.Tests.Support;
using Microsoft.AspNetCore.Http;

namespace CfGen.Cases.Tests;

/// <summary>OData: the server cuts pages and names the next one. <c>$top</c> and <c>$skip</c> are about the whole list.</summary>
public class ODataPageTests
{
    public static TheoryData<int> Totals => PagedCases.Totals;

    [Theory]
    [MemberData(nameof(Totals))]
    public async Task The_next_link_is_followed(int total)
    {
        await using TestServer server = await StartAsync(total);
        using CaseClient client = new(server.CreateOptions<CaseClientOptions>());

        string[] targets = await PagedCases.ReadAllAsync(server, total, client.People.ListAsync(new() { Count = true }), p => p.Age);

        Assert.Equal(
            [
                "/People?%24count=true",
                .. Enumerable.Range(1, PagedCases.CountPages(total) - 1).Select(i => $"/People?$count=true&$skiptoken={3 * i}"),
            ],
            targets
        );
    }

    [Fact]
    public async Task Top_and_skip_limit_the_list()
    {
        await using TestServer server = await StartAsync(20);
        using CaseClient client = new(server.CreateOptions<CaseClientOptions>());

        string[] targets = await PagedCases.ReadAllAsync(
            server,
            total: 6,
            client.People.ListAsync(new() { Top = 5, Skip = 1 }),
            p => p.Age,
            first: 2
        );

        Assert.Equal(["/People?%24top=5&%24skip=1", "/People?$top=2&$skiptoken=4"], targets);
    }

    [Fact]
    public async Task A_link_that_the_document_does_not_mention_is_followed()
    {
        await using TestServer server = await StartAsync(5);
        using CaseClient client = new(server.CreateOptions<CaseClientOptions>());

        Assert.Equal(
            ["/Airlines", "/Airlines?$skiptoken=3"],
            await PagedCases.ReadAllAsync(server, 5, client.Airlines.ListAsync(), p => p.Age)
        );
    }

    // Northwind's links: relative to the service, which the context names.
    [Theory]
    [InlineData("http://{0}/service/$metadata#People", "People?$skiptoken=3")]
    [InlineData("$metadata#People", "People?$skiptoken=3")]
    [InlineData("http://internal.example/$metadata#People", "People?$skiptoken=3")]
    [InlineData(null, "?$skiptoken=3")]
    public async Task A_relative_link_begins_at_the_context(string? context, string link)
    {
        await using TestServer server = await TestServer.StartAsync(
            (HttpContext http) =>
            {
                long before = http.ReadNumber("$skiptoken") ?? 0;
                string head = context is null
                    ? ""
                    : $"\"@odata.context\":\"{string.Format(System.Globalization.CultureInfo.InvariantCulture, context, http.Request.Host)}\",";
                string next = before == 0 ? $",\"@odata.nextLink\":\"{link}\"" : "";
                return TestServer.RespondAsync(http, 200, $$"""{{{head}}"value":{{FormatPeople(4, before)}}{{next}}}""");
            }
        );
        CaseClientOptions options = server.CreateOptions<CaseClientOptions>();
        options.BaseUrl = new Uri(server.Url + "/service/");
        using CaseClient client = new(options);

        Assert.Equal(
            ["/service/People", "/service/People?$skiptoken=3"],
            await PagedCases.ReadAllAsync(server, 4, client.People.ListAsync(), p => p.Age)
        );
    }

    private static Task<TestServer> StartAsync(int total) =>
        TestServer.StartAsync(
            (HttpContext context) =>
            {
                long before = context.ReadNumber("$skiptoken") ?? context.ReadNumber("$skip") ?? 0;
                long? top = context.ReadNumber("$top");
                int end = (int)Math.Min(total, before + (top ?? total));
                string count = context.Request.Query.ContainsKey("$count") ? $"\"@odata.count\":{total}," : "";
                string query = (
                    top is { } t ? $"$top={t - PagedCases.Size}&"
                    : count.Length > 0 ? "$count=true&"
                    : ""
                );
                string link = context.FormatUrl(true, $"{query}$skiptoken={before + PagedCases.Size}");
                string next = before + PagedCases.Size < end ? $",\"@odata.nextLink\":{link}" : "";
                string contextUrl = $"\"@odata.context\":\"{context.Request.Scheme}://{context.Request.Host}/$metadata#People\"";
                return TestServer.RespondAsync(
                    context,
                    200,
                    $$"""{{{contextUrl}},{{count}}"value":{{FormatPeople(end, before)}}{{next}}}"""
                );
            }
        );

    private static string FormatPeople(int total, long before) =>
        $"[{string.Join(',', PagedCases.Take(total, before).Select(i => $$"""{"UserName":"p{{i}}","Age":{{i}}}"""))}]";
}
