using CfGen.CodeGen;
using CfGen.Runtime.Tests.Support;
using Microsoft.AspNetCore.Http;

namespace CfGen.Runtime.Tests.Pipeline;

/// <summary>An API key in the query goes with redirects and links within the origin, and goes once.</summary>
public class QueryKeyTests
{
    private const ulong QueryKey = 0b1_0000;

    private static readonly ApiOperationInfo s_get = TestOperations.Create(HttpMethod.Get, security: [QueryKey]);

    private static Func<HttpContext, Task> RedirectTo(string location) =>
        context =>
        {
            context.Response.StatusCode = 302;
            context.Response.Headers.Location = location;
            return Task.CompletedTask;
        };

    [Theory]
    [InlineData("/x", "/x?key=k%2B1")]
    [InlineData("/x?a=1", "/x?a=1&key=k%2B1")]
    [InlineData("/x?a=1#part", "/x?a=1&key=k%2B1")]
    [InlineData("/x?", "/x?key=k%2B1")]
    [InlineData("/x?key=k%2B1", "/x?key=k%2B1")]
    [InlineData("/x?key=old&a=1", "/x?a=1&key=k%2B1")]
    [InlineData("/x?a=1&key=old", "/x?a=1&key=k%2B1")]
    [InlineData("/x?%6Bey=old&a=1&key", "/x?a=1&key=k%2B1")]
    [InlineData("/x?monkey=1&keys=2", "/x?monkey=1&keys=2&key=k%2B1")]
    public async Task A_redirect_within_the_origin_has_the_key_once(string location, string target)
    {
        await using TestServer server = await TestServer.StartAsync(RedirectTo(location), TestServer.Respond(204, ""));
        using TestClient client = server.CreateClient(o => o.QueryKey = "k+1");

        await client.Call(s_get).SendAsync(default);

        Assert.Equal(["/client/v4/things?key=k%2B1", target], server.Requests.Select(r => r.Target));
    }

    [Fact]
    public async Task A_redirect_to_another_origin_has_no_key()
    {
        await using TestServer other = await TestServer.StartAsync(204, "");
        await using TestServer server = await TestServer.StartAsync(RedirectTo(other.Url + "/x?a=1"));
        using TestClient client = server.CreateClient(o => o.QueryKey = Secrets.Key);

        await client.Call(s_get).SendAsync(default);

        Assert.Equal("/x?a=1", other.SingleRequest.Target);
    }

    [Theory]
    [InlineData("/client/v4/things?cursor=2")]
    [InlineData("/client/v4/things?key=k1&cursor=2")]
    [InlineData("/client/v4/things?cursor=2&key=k1")]
    public async Task A_next_link_has_the_key_once(string link)
    {
        await using TestServer server = await TestServer.StartAsync(
            context =>
                TestServer.RespondAsync(context, 200, """{"items":[1],"next":"LINK"}""".Replace("LINK", link, StringComparison.Ordinal)),
            TestServer.Respond(200, """{"items":[2]}""")
        );
        using TestClient client = server.CreateClient(o => o.QueryKey = "k1");
        var paging = new PagingInfo(PagingStyle.NextUrl) { ItemsPath = "items", NextPath = "next" };

        List<long> items = [];
        await foreach (long item in client.Call(s_get).ToPageable<long, Int64Codec>(paging, default))
            items.Add(item);

        Assert.Equal([1, 2], items);
        Assert.Equal(["/client/v4/things?key=k1", "/client/v4/things?cursor=2&key=k1"], server.Requests.Select(r => r.Target));
    }
}
