using System.Net;
using Acme.Media;
using CfGen.Runtime.Tests.Support;

namespace CfGen.Client.Tests;

/// <summary>The method and the URL of a request, and responses that arrive late.</summary>
public class RequestLineTests
{
    [Fact]
    public async Task The_fragment_of_a_path_is_not_sent_and_its_query_is_continued()
    {
        await using TestServer server = await TestServer.StartAsync(200, "bytes", "image/jpeg", ("Vendor-Request-Id", "r-1"));
        using MediaClient client = server.CreateMediaClient();

        ApiResponse<Stream> response = await client.Uploads.PutWithResponseAsync(
            "a/b",
            MediaApi.CreateStream("abc"),
            "bytes 0-2/3",
            new() { ContentMd5 = "q==", Part = 2 }
        );

        Assert.Equal("/uploads/a%2Fb?kind=part&part=2", server.SingleRequest.Target);
        // Headers that are the content's are sent as well.
        Assert.Equal(
            ("bytes 0-2/3", "q==", "image/png, image/jpeg"),
            (server.SingleRequest["Content-Range"], server.SingleRequest["Content-MD5"], server.SingleRequest["Accept"])
        );
        Assert.Equal(("bytes", "r-1"), (await response.Value!.ReadTextAsync(), response.RequestId));
    }

    [Fact]
    public async Task A_response_without_the_documented_stream_is_null()
    {
        await using TestServer server = await TestServer.StartAsync(TestServer.Respond(202, ""));
        using MediaClient client = server.CreateMediaClient();

        Assert.Null(await client.Uploads.PutAsync("a", MediaApi.CreateStream("abc"), "bytes 0-2/3"));
        ApiResponse<Stream> response = await client.Uploads.PutWithResponseAsync("a", MediaApi.CreateStream("abc"), "bytes 0-2/3");
        Assert.Equal((HttpStatusCode.Accepted, false, null), (response.StatusCode, response.HasValue, response.Value));
    }

    [Fact]
    public async Task An_operation_uses_its_own_server_unless_the_base_url_is_set()
    {
        using var stub = new StubHandler(_ => new HttpResponseMessage(HttpStatusCode.Accepted));
        using (MediaClient client = new(stub, new MediaClientOptions { MaxRetries = 0 }))
        {
            await client.Uploads.PutAsync("a", MediaApi.CreateStream("abc"), "bytes 0-2/3");
            await client.Log.GetAsync();
        }

        using (MediaClient client = new(stub, new MediaClientOptions { BaseUrl = new Uri("https://test.example"), MaxRetries = 0 }))
            await client.Uploads.PutAsync("a", MediaApi.CreateStream("abc"), "bytes 0-2/3");

        Assert.Equal(
            ["https://upload.example/v2/uploads/a?kind=part", "https://media.example/v1/log", "https://test.example/uploads/a?kind=part"],
            stub.Requests.Select(r => r.RequestUri!.AbsoluteUri)
        );
    }

    [Fact]
    public async Task A_string_response_accepts_plain_text()
    {
        await using TestServer server = await TestServer.StartAsync(200, "one\ntwo", "text/plain");
        using MediaClient client = server.CreateMediaClient();

        Assert.Equal(("one\ntwo", "one\ntwo"), (await client.Log.GetAsync(), await client.Proxy.GetAsync()));
        Assert.Equal(["text/plain", "*/*"], server.Requests.Select(r => r["Accept"]!));
    }
}
