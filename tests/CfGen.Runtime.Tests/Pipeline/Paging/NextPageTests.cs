using CfGen.CodeGen;
using CfGen.Pipeline.Paging;
using CfGen.Runtime.Tests.Paging;
using CfGen.Runtime.Tests.Support;

namespace CfGen.Runtime.Tests.Pipeline.Paging;

/// <summary>URLs of next pages: which link is one, and which origins are followed.</summary>
public class NextPageTests
{
    [Theory]
    [InlineData("<https://a.example/2>; rel=\"next\"", "https://a.example/2")]
    [InlineData("<https://a.example/2>; rel=next", "https://a.example/2")]
    [InlineData("<https://a.example/2>; REL=\"NEXT\"", "https://a.example/2")]
    [InlineData("<https://a.example/1>; rel=\"prev\", <https://a.example/2>; rel=\"last next\"", "https://a.example/2")]
    [InlineData("<https://a.example/x,y;z>; title=\"a\"; rel=\"next\"", "https://a.example/x,y;z")]
    [InlineData("<https://a.example/2>; rel=\"next-archive\"", null)]
    [InlineData("<https://a.example/2>; rel=\"nextpage\"", null)]
    [InlineData("<https://a.example/2>; title=\"next\"", null)]
    [InlineData("<https://a.example/next>; rel=\"prev\"", null)]
    [InlineData("https://a.example/2; rel=\"next\"", null)]
    public void Only_the_relation_next_is_the_next_page(string header, string? next)
    {
        using var response = new HttpResponseMessage();
        response.Headers.TryAddWithoutValidation("Link", header);

        Assert.Equal(next, LinkHeader.FindNext(response.Headers));
    }

    [Theory]
    [InlineData("https://api.example.com.other.test/things?page=2")]
    [InlineData("https://api.example.com:8443/things?page=2")]
    [InlineData("https://other.test/things?page=2")]
    [InlineData("http://api.example.com/things?page=2")]
    public async Task A_next_page_on_another_origin_is_an_exception_and_not_sent(string next)
    {
        using var stub = new StubHandler(_ => new HttpResponseMessage
        {
            Content = new StringContent("""{"success":true,"result":[1]}"""),
            Headers = { { "Link", $"<{next}>; rel=\"next\"" } },
        });
        using var client = new TestClient(
            stub,
            new TestClientOptions { ApiToken = Secrets.Token, BaseUrl = new Uri("https://api.example.com") }
        );
        var items = new List<int>();

        ApiConnectionException e = await Assert.ThrowsAsync<ApiConnectionException>(async () =>
        {
            Pageable<int> pages = client
                .Call(PagedServer.Envelope)
                .ToPageable<int, Int32Codec>(new PagingInfo(PagingStyle.Link), CancellationToken.None);
            await foreach (int item in pages)
                items.Add(item);
        });

        Assert.Contains("another origin than https://api.example.com", e.Message, StringComparison.Ordinal);
        Assert.Single(stub.Requests);
    }
}
