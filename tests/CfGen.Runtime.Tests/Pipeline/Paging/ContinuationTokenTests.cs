using System.Globalization;
using System.Text;
using CfGen.CodeGen;
using CfGen.Runtime.Tests.Support;
using Microsoft.AspNetCore.Http;
using static CfGen.Runtime.Tests.Paging.PagedServer;

namespace CfGen.Runtime.Tests.Pipeline.Paging;

/// <summary>Lists that go on from a stored place.</summary>
public class ContinuationTokenTests
{
    private static readonly PagingInfo s_nextUrl = new(PagingStyle.NextUrl) { NextPath = "next", ItemsPath = "items" };
    private static readonly PagingInfo s_cursor = new(PagingStyle.Cursor)
    {
        PageParameter = "after",
        NextPath = "next",
        ItemsPath = "items",
    };

    /// <summary>The token of one client is good for another: a process stores it, and the next one goes on.</summary>
    [Fact]
    public async Task A_stored_token_is_good_for_another_client()
    {
        await using TestServer server = await StartNumberedAsync(
            7,
            (page, count) => $$"""{"page":{{page}},"count":{{count}},"total_count":7}"""
        );
        string token;
        using (TestClient client = server.CreateClient())
            token = (await ListNumbers(client).GetPageAsync()).ContinuationToken!;
        using TestClient other = server.CreateClient();

        List<int> rest = [];
        await foreach (Page<int> page in ListNumbers(other).AsPages(token))
            rest.AddRange(page.Items);

        Assert.Equal([4, 5, 6, 7], rest);
        Assert.DoesNotContain(token, c => !char.IsAsciiLetterOrDigit(c) && c is not ('-' or '_'));
    }

    /// <summary>The parameters are those of the call: the token has the page alone.</summary>
    [Fact]
    public async Task A_token_keeps_the_arguments_of_the_call()
    {
        await using TestServer server = await StartAsync(query =>
            query["after"].Count == 0 ? """{"items":[1],"next":"a&b=c/é"}""" : """{"items":[2]}"""
        );
        using TestClient client = server.CreateClient();
        string token = (await ListCursors(client, "old").GetPageAsync()).ContinuationToken!;

        await foreach (Page<int> page in ListCursors(client, "new").AsPages(token))
            Assert.Equal([2], page.Items);

        Assert.EndsWith("?filter=new&after=a%26b%3Dc%2F%C3%A9", server.Requests.Last().Target, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("no token")]
    [InlineData("AAAA")]
    [MemberData(nameof(ForeignTokens))]
    public async Task A_foreign_token_is_refused_before_anything_is_sent(string token)
    {
        await using TestServer server = await StartAsync(_ => """{"items":[]}""");
        using TestClient client = server.CreateClient();

        foreach (PagingInfo paging in (PagingInfo[])[s_nextUrl, PageNumbers])
        {
            IAsyncEnumerable<Page<int>> pages = client.Call(TestOperations.Get).ToPageable<int, Int32Codec>(paging, default).AsPages(token);
            ArgumentException e = await Assert.ThrowsAsync<ArgumentException>(async () => await pages.GetAsyncEnumerator().MoveNextAsync());
            Assert.Equal("continuationToken", e.ParamName);
        }

        Assert.Empty(server.Requests);
    }

    public static TheoryData<string> ForeignTokens =>
        new(
            // Another style, hosts in every way that a URL parser knows, and numbers that are none.
            Encode(PagingStyle.Cursor, "x"),
            Encode(PagingStyle.Offset, "3"),
            Encode(PagingStyle.NextUrl, "//evil.example/things"),
            Encode(PagingStyle.NextUrl, "/\\evil.example/things"),
            Encode(PagingStyle.NextUrl, "https://evil.example/things"),
            Encode(PagingStyle.NextUrl, "@evil.example/things"),
            Encode(PagingStyle.NextUrl, ".evil.example/things"),
            Encode(PagingStyle.NextUrl, ":80@evil.example/"),
            Encode(PagingStyle.NextUrl, "/things\r\nX-Injected: 1"),
            Encode(PagingStyle.PageNumber, "2&admin=1"),
            Encode(PagingStyle.PageNumber, "99999999999999999999"),
            Encode(PagingStyle.PageNumber, "")
        );

    [Fact]
    public async Task Violations_come_before_the_token()
    {
        using var client = new TestClient(new TestClientOptions { BaseUrl = new Uri("http://127.0.0.1:1"), ApiToken = Secrets.Token });
        Pageable<int> list = client
            .Call(TestOperations.Get)
            .AddString(ParameterLocation.Query, "id", "x", "/p", true, minLength: 2)
            .ToPageable<int, Int32Codec>(s_cursor, default);

        await Assert.ThrowsAsync<ApiValidationException>(async () => await list.AsPages("AAAA").GetAsyncEnumerator().MoveNextAsync());
    }

    [Fact]
    public async Task The_first_items_take_no_more_pages_than_they_are_on()
    {
        await using TestServer server = await StartNumberedAsync(
            9,
            (page, count) => $$"""{"page":{{page}},"count":{{count}},"total_count":9}"""
        );
        using TestClient client = server.CreateClient();

        Assert.Equal([1, 2, 3, 4], await ListNumbers(client).ToListAsync(4));
        Assert.Equal(2, server.Requests.Count);
        Assert.Equal([1, 2, 3], await ListNumbers(client).ToListAsync(3));
        Assert.Equal(3, server.Requests.Count);
        Assert.Empty(await ListNumbers(client).ToListAsync(0));
        Assert.Equal(3, server.Requests.Count);
        Assert.Equal(9, (await ListNumbers(client).ToListAsync()).Count);
        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(() => ListNumbers(client).ToListAsync(-1));
    }

    [Theory]
    [InlineData("X-Total-Count", "12", 12L)]
    [InlineData("x-total", "12", 12L)]
    [InlineData("X-WP-Total", "12", 12L)]
    [InlineData("X-Total-Count", "many", null)]
    [InlineData("X-Other", "12", null)]
    public async Task The_total_can_be_a_header(string header, string value, long? total)
    {
        await using TestServer server = await TestServer.StartAsync(
            (HttpContext context) =>
            {
                context.Response.Headers[header] = value;
                return TestServer.RespondAsync(context, 200, "[1]");
            }
        );
        using TestClient client = server.CreateClient();

        Page<int> page = await client
            .Call(TestOperations.Get)
            .ToPageable<int, Int32Codec>(new PagingInfo(PagingStyle.Link), default)
            .GetPageAsync();

        Assert.Equal(total, page.TotalCount);
        Assert.Null(page.ContinuationToken);
    }

    [Fact]
    public async Task Pages_of_a_test_have_the_tokens_that_it_gives_them()
    {
        ApiResponse response = new(System.Net.HttpStatusCode.OK);
        Pageable<int> list = new(
            new Page<int>([1], response) { ContinuationToken = "one", TotalCount = 2 },
            new Page<int>(
                [2],
                response,
                body: new Score
                {
                    Email = "",
                    Events = [],
                    Name = "all",
                }
            )
        );

        List<Page<int>> rest = [];
        await foreach (Page<int> page in list.AsPages("one"))
            rest.Add(page);

        Assert.Equal([2], Assert.Single(rest).Items);
        Assert.Equal("all", rest[0].GetBody<Score>().Name);
        Assert.Throws<InvalidOperationException>(() => new Page<int>([1], response).GetBody<Score>());
        await Assert.ThrowsAsync<ArgumentException>(async () => await list.AsPages("two").GetAsyncEnumerator().MoveNextAsync());
    }

    private static Pageable<int> ListNumbers(TestClient client) => client.Call(Envelope).ToPageable<int, Int32Codec>(PageNumbers, default);

    private static Pageable<int> ListCursors(TestClient client, string filter) =>
        client
            .Call(TestOperations.Get)
            .AddString(ParameterLocation.Query, "filter", filter, "/p", true)
            .ToPageable<int, Int32Codec>(s_cursor, default);

    private static string Encode(PagingStyle style, string place) =>
        Convert
            .ToBase64String(Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{(int)style}.3.0.{place}")))
            .TrimEnd('=')
            .Replace('+', '-')
            .Replace('/', '_');
}
