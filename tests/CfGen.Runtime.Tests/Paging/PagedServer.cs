using CfGen.CodeGen;
using CfGen.Runtime.Tests.Support;
using Microsoft.AspNetCore.Http;

namespace CfGen.Runtime.Tests.Paging;

/// <summary>Servers that respond in pages, and a client that reads all of them.</summary>
internal static class PagedServer
{
    public static readonly PagingInfo PageNumbers = new(PagingStyle.PageNumber) { PageParameter = "page", SizeParameter = "per_page" };
    public static readonly ApiOperationInfo Envelope = TestOperations.Create(HttpMethod.Get, envelope: EnvelopeKind.Result);

    public static Task<TestServer> StartAsync(Func<IQueryCollection, string> respond) =>
        TestServer.StartAsync((HttpContext context) => TestServer.RespondAsync(context, 200, respond(context.Request.Query)));

    /// <summary>Items 1 to <paramref name="total"/>, three a page; <paramref name="info"/> sees page and count.</summary>
    public static Task<TestServer> StartNumberedAsync(int total, Func<long, int, string> info, int size = 3) =>
        StartAsync(query =>
        {
            long page = query.TryGetValue("page", out var text) ? long.Parse(text!) : 1;
            int[] items = [.. Enumerable.Range(1, total).Skip((int)(page - 1) * size).Take(size)];
            return $$"""{"success":true,"result":[{{string.Join(',', items)}}],"result_info":{{info(page, items.Length)}} }""";
        });

    public static async Task<(List<int> Items, string[] Asked)> ReadAllAsync(
        TestServer server,
        PagingInfo paging,
        ApiOperationInfo? op = null,
        Func<ApiRequestBuilder, ApiRequestBuilder>? with = null
    )
    {
        using TestClient client = server.CreateClient();
        ApiRequestBuilder call = client.Call(op ?? Envelope);
        var items = new List<int>();
        await foreach (int item in (with?.Invoke(call) ?? call).ToPageable<int, Int32Codec>(paging, default))
        {
            items.Add(item);
            Assert.True(items.Count < 1000, "The list does not end.");
        }

        return (items, [.. server.Requests.Select(r => r.Target["/client/v4/things".Length..])]);
    }
}
