using CfGen.CodeGen;
using CfGen.Runtime.Tests.Support;
using static CfGen.Runtime.Tests.Paging.PagedServer;

namespace CfGen.Runtime.Tests.Paging;

/// <summary>Behaviour of a list that does not depend on how its pages are found.</summary>
public class PageableTests
{
    [Fact]
    public async Task Pages_can_be_requested_one_by_one()
    {
        await using TestServer server = await StartNumberedAsync(
            4,
            (page, count) => $$"""{"page":{{page}},"per_page":3,"count":{{count}},"total_count":4,"total_pages":2}"""
        );
        using TestClient client = server.CreateClient();
        Pageable<int> list = client.Call(Envelope).ToPageable<int, Int32Codec>(PageNumbers, default);

        Page<int> one = await list.GetPageAsync();
        Assert.Equal([1, 2, 3], one.Items);
        Assert.Equal((true, 4L), (one.HasNextPage, one.TotalCount!.Value));
        Page<int>? two = await one.GetNextPageAsync();
        Assert.Equal([4], two!.Items);
        Assert.False(two.HasNextPage);
        Assert.Null(await two.GetNextPageAsync());
        Assert.True(two.Envelope!.Success);

        var pages = new List<int>();
        await foreach (Page<int> page in list.AsPages())
            pages.Add(page.Items.Count);
        Assert.Equal([3, 1], pages); // each enumeration starts anew
    }

    [Fact]
    public async Task The_configured_array_is_the_page()
    {
        await using TestServer server = await StartAsync(_ =>
            """{"success":true,"result":{"users":[1,2]},"result_info":{"page":1,"per_page":20,"total_count":2,"total_pages":1}}"""
        );

        Assert.Equal(
            [1, 2],
            (await ReadAllAsync(server, new PagingInfo(PagingStyle.PageNumber) { PageParameter = "page", ItemsPath = "users" })).Items
        );
    }

    [Theory]
    [InlineData("""{"success":true,"result":null}""")]
    [InlineData("""{"success":true}""")]
    [InlineData("""{"success":true,"result":{"users":null}}""")]
    [InlineData("")]
    public async Task A_missing_array_is_an_empty_page(string body)
    {
        await using TestServer server = await TestServer.StartAsync(200, body);

        Assert.Empty(
            (await ReadAllAsync(server, new PagingInfo(PagingStyle.PageNumber) { PageParameter = "page", ItemsPath = "users" })).Items
        );
    }

    [Theory]
    [InlineData("""{"success":true,"result":{"users":[1,"x"]}}""", "$.result.users[1]")]
    [InlineData("""{"success":true,"result":{"users":{}} }""", "$.result.users")]
    [InlineData("""{"success":true,"result":{"users":[1]}""", "$.result")]
    public async Task Errors_in_a_page_have_their_path(string body, string path)
    {
        await using TestServer server = await TestServer.StartAsync(200, body);

        ApiResponseFormatException e = await Assert.ThrowsAsync<ApiResponseFormatException>(() =>
            ReadAllAsync(server, new PagingInfo(PagingStyle.PageNumber) { PageParameter = "page", ItemsPath = "users" })
        );

        Assert.Equal(path, e.JsonPath);
    }

    [Fact]
    public async Task A_failure_of_a_later_page_is_an_exception()
    {
        await using TestServer server = await TestServer.StartAsync(
            TestServer.Respond(200, """{"success":true,"result":[1]}"""),
            TestServer.Respond(200, SampleBodies.Failure(7, "gone"))
        );

        ApiStatusException e = await Assert.ThrowsAsync<ApiStatusException>(() => ReadAllAsync(server, PageNumbers));

        Assert.Equal(7, e.Errors[0].Code);
    }

    [Fact]
    public async Task Violations_are_thrown_with_the_first_page()
    {
        await using TestServer server = await TestServer.StartAsync(200, "");
        using TestClient client = server.CreateClient();

        Pageable<int> list = client
            .Call(Envelope)
            .AddInt64(ParameterLocation.Query, "page", 0L, "#", false, minimum: 1, expression: "parameters?.Page")
            .ToPageable<int, Int32Codec>(PageNumbers, default);

        Assert.Empty(server.Requests);
        Assert.Equal("parameters.Page", (await Assert.ThrowsAsync<ApiValidationException>(() => list.GetPageAsync())).ParamName);
        await Assert.ThrowsAsync<ApiValidationException>(async () => await list.GetAsyncEnumerator().MoveNextAsync());
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Both_tokens_cancel(bool ofTheMethod)
    {
        await using TestServer server = await StartNumberedAsync(9, (_, _) => "null");
        using TestClient client = server.CreateClient();
        using var method = new CancellationTokenSource();
        using var loop = new CancellationTokenSource();
        Pageable<int> list = client.Call(Envelope).ToPageable<int, Int32Codec>(PageNumbers, method.Token);

        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () =>
        {
            await foreach (int item in list.WithCancellation(loop.Token))
                await (ofTheMethod ? method : loop).CancelAsync();
        });
        Assert.Single(server.Requests);
    }

    [Fact]
    public async Task Pageables_can_be_created_for_fakes()
    {
        var items = new List<int>();
        await foreach (int item in new Pageable<int>([1, 2, 3]))
            items.Add(item);
        Assert.Equal([1, 2, 3], items);
        Assert.False((await new Pageable<int>([1]).GetPageAsync()).HasNextPage);
    }

    [Fact]
    public async Task A_query_credential_is_not_part_of_page_urls()
    {
        await using TestServer server = await StartNumberedAsync(4, (page, _) => $$"""{"page":{{page}},"per_page":3,"total_count":4}""");
        using TestClient client = server.CreateClient(o => o.QueryKey = "k");

        await foreach (
            int _ in client
                .Call(TestOperations.Create(HttpMethod.Get, envelope: EnvelopeKind.Result, security: [0b1_0000]))
                .ToPageable<int, Int32Codec>(PageNumbers, default)
        ) { }

        Assert.Equal(["/client/v4/things?key=k", "/client/v4/things?page=2&key=k"], server.Requests.Select(r => r.Target));
    }

    [Fact]
    public async Task A_single_page_sends_one_request()
    {
        await using TestServer server = await StartNumberedAsync(
            9,
            (_, _) => """{"total_count":9,"total_pages":3,"page":1,"per_page":3}"""
        );

        Assert.Equal([1, 2, 3], (await ReadAllAsync(server, new PagingInfo(PagingStyle.Single))).Items);
    }
}
