using System.Net;
using Acme.Media;
using CfGen.Runtime.Tests.Support;

namespace CfGen.Client.Tests;

/// <summary>Where a request goes, and answers that are not there yet.</summary>
public class RequestLineTests
{
    [Fact]
    public async Task A_path_goes_without_its_fragment_and_the_query_goes_on_from_the_paths()
    {
        await using Server server = await Server.StartAsync(200, "bytes", "image/jpeg", ("Vendor-Request-Id", "r-1"));
        using MediaClient client = server.Media();

        ApiResponse<Stream> response = await client.Uploads.PutWithResponseAsync("a/b", MediaApi.Bytes("abc"), "bytes 0-2/3", new() { ContentMd5 = "q==", Part = 2 });

        Assert.Equal("/uploads/a%2Fb?kind=part&part=2", server.Only.Target);
        // Headers that are the content's are sent as well.
        Assert.Equal(("bytes 0-2/3", "q==", "image/png, image/jpeg"), (server.Only["Content-Range"], server.Only["Content-MD5"], server.Only["Accept"]));
        Assert.Equal(("bytes", "r-1"), (await response.Value!.TextAsync(), response.RequestId));
    }

    [Fact]
    public async Task A_stream_that_is_not_there_yet_is_null()
    {
        await using Server server = await Server.StartAsync(Server.Says(202, ""));
        using MediaClient client = server.Media();

        Assert.Null(await client.Uploads.PutAsync("a", MediaApi.Bytes("abc"), "bytes 0-2/3"));
        ApiResponse<Stream> response = await client.Uploads.PutWithResponseAsync("a", MediaApi.Bytes("abc"), "bytes 0-2/3");
        Assert.Equal((HttpStatusCode.Accepted, false, null), (response.StatusCode, response.HasValue, response.Value));
    }

    [Fact]
    public async Task An_operation_goes_to_its_own_server_unless_the_base_url_is_set()
    {
        using var stub = new Stub(_ => new HttpResponseMessage(HttpStatusCode.Accepted));
        using (MediaClient client = new(stub, new MediaClientOptions { MaxRetries = 0 }))
        {
            await client.Uploads.PutAsync("a", MediaApi.Bytes("abc"), "bytes 0-2/3");
            await client.Log.GetAsync();
        }

        using (MediaClient client = new(stub, new MediaClientOptions { BaseUrl = new Uri("https://test.example"), MaxRetries = 0 }))
            await client.Uploads.PutAsync("a", MediaApi.Bytes("abc"), "bytes 0-2/3");

        Assert.Equal(
            ["https://upload.example/v2/uploads/a?kind=part", "https://media.example/v1/log", "https://test.example/uploads/a?kind=part"],
            stub.Requests.Select(r => r.RequestUri!.AbsoluteUri));
    }

    [Fact]
    public async Task A_string_is_a_text_where_the_server_can_send_one()
    {
        await using Server server = await Server.StartAsync(200, "one\ntwo", "text/plain");
        using MediaClient client = server.Media();

        Assert.Equal(("one\ntwo", "one\ntwo"), (await client.Log.GetAsync(), await client.Proxy.GetAsync()));
        Assert.Equal(["text/plain", "*/*"], server.Requests.Select(r => r["Accept"]!));
    }
}
