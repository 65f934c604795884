using System.Net;
using CfGen.Runtime.Tests.Support;
using Microsoft.AspNetCore.Http;

namespace CfGen.Runtime.Tests.Pipeline;

/// <summary>Requests of the caller's own, which no operation describes.</summary>
public class OwnRequestTests
{
    [Theory]
    [InlineData("/new/thing?a=1", "/client/v4/new/thing?a=1&d=e")]
    [InlineData("new/thing#part", "/client/v4/new/thing?d=e")]
    [InlineData("//elsewhere.example.com/x", "/client/v4/elsewhere.example.com/x?d=e")]
    [InlineData("?a=1", "/client/v4?a=1&d=e")]
    public async Task A_relative_URL_continues_the_base_URL(string url, string expected)
    {
        await using TestServer server = await TestServer.StartAsync(200, "7");
        using TestClient client = server.CreateClient(o => (o.DefaultQuery["d"], o.DefaultHeaders["X-D"]) = ("e", "f"));
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(url, UriKind.RelativeOrAbsolute))
        {
            Headers = { { "X-Mine", "1" } },
        };

        using HttpResponseMessage response = await client.SendAsync(request);

        Assert.Equal("7", await response.Content.ReadAsStringAsync());
        Assert.Same(request, response.RequestMessage);
        ReceivedRequest received = server.SingleRequest;
        Assert.Equal(expected, received.Target);
        Assert.Equal(
            ("Bearer " + Secrets.Token, "1", "f", "*/*"),
            (received["Authorization"], received["X-Mine"], received["X-D"], received["Accept"])
        );
    }

    [Fact]
    public async Task A_body_that_can_be_sent_again_is_retried_with_its_headers()
    {
        await using TestServer server = await TestServer.StartAsync(TestServer.Respond(503, ""), TestServer.Respond(201, "ok"));
        using TestClient client = server.CreateClient();
        using var request = new HttpRequestMessage(HttpMethod.Put, "/x") { Content = new StringContent("hello", null, "text/x") };
        request.Content.Headers.Add("Content-Language", "en");

        using HttpResponseMessage response = await client.SendAsync(request);

        Assert.Equal(HttpStatusCode.Created, response.StatusCode);
        Assert.Equal(2, server.Requests.Count);
        Assert.All(
            server.Requests,
            r => Assert.Equal(("PUT", "hello", "text/x; charset=utf-8", "en"), (r.Method, r.Body, r["Content-Type"], r["Content-Language"]))
        );
    }

    [Fact]
    public async Task The_request_of_a_response_after_a_redirect_has_its_URL_and_no_credential()
    {
        await using TestServer server = await TestServer.StartAsync(
            TestServer.Respond(303, "", ("Location", "/moved?to=1")),
            TestServer.Respond(200, "ok")
        );
        using TestClient client = server.CreateClient(o => (o.ApiToken, o.QueryKey) = (null, Secrets.Token));
        using var request = new HttpRequestMessage(HttpMethod.Post, "/x")
        {
            Headers = { { "X-Mine", "1" } },
            Content = new StringContent("a"),
        };
        request.Options.TryAdd("mine", "1");

        using HttpResponseMessage response = await client.SendAsync(request);

        Assert.Contains(Secrets.Token, server.Requests.Last().Target, StringComparison.Ordinal);
        HttpRequestMessage final = response.RequestMessage!;
        Assert.Equal((HttpMethod.Get, null), (final.Method, final.Content));
        Assert.StartsWith(server.Url + "/moved?to=1&", final.RequestUri!.AbsoluteUri, StringComparison.Ordinal);
        Assert.EndsWith("=***", final.RequestUri.AbsoluteUri, StringComparison.Ordinal);
        Assert.Empty(final.Headers);
        Assert.Equal("mine", Assert.Single(final.Options).Key);
        Assert.Equal((HttpMethod.Post, "/x"), (request.Method, request.RequestUri!.OriginalString));
    }

    [Fact]
    public async Task A_stream_is_sent_once_and_a_POST_is_not_repeated()
    {
        await using TestServer server = await TestServer.StartAsync(503, "");
        using TestClient client = server.CreateClient();
        using var put = new HttpRequestMessage(HttpMethod.Put, "/x") { Content = new StreamContent(new MemoryStream([65])) };
        using var post = new HttpRequestMessage(HttpMethod.Post, "/x");

        await Assert.ThrowsAsync<ApiServerException>(() => client.SendAsync(put));
        await Assert.ThrowsAsync<ApiServerException>(() => client.SendAsync(post));

        Assert.Equal(["PUT", "POST"], server.Requests.Select(r => r.Method));
    }

    [Fact]
    public async Task Another_origin_gets_what_the_request_has_and_no_credential()
    {
        await using TestServer other = await TestServer.StartAsync(200, "");
        await using TestServer server = await TestServer.StartAsync(200, "");
        var hook = new RecordingHook();
        using TestClient client = server.CreateClient(o =>
        {
            o.QueryKey = Secrets.Key;
            o.CorrelationHeader = "X-Correlation-ID";
            o.DefaultHeaders["X-D"] = "SECRET";
            o.DefaultQuery["d"] = "SECRET";
            o.Hooks.Add(hook);
        });
        using var request = new HttpRequestMessage(HttpMethod.Get, other.Url + "/x") { Headers = { { "X-Mine", "1" } } };

        using HttpResponseMessage response = await client.SendAsync(request);

        Assert.Empty(server.Requests);
        ReceivedRequest received = other.SingleRequest;
        Assert.Equal(("/x", "1"), (received.Target, received["X-Mine"]));
        Secrets.AssertAbsent(string.Join(' ', received.Headers.Select(h => h.Key + h.Value)));
        Assert.Null(received["X-Correlation-ID"]);
        Assert.DoesNotContain(hook.Seen, s => s.StartsWith("before", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_redirect_to_another_origin_takes_no_header_of_the_request()
    {
        await using TestServer other = await TestServer.StartAsync(200, "there");
        await using TestServer server = await TestServer.StartAsync(302, "", headers: ("Location", other.Url + "/there"));
        using TestClient client = server.CreateClient();
        using var request = new HttpRequestMessage(HttpMethod.Get, server.Url + "/x") { Headers = { { "X-Mine", "1" } } };

        using HttpResponseMessage response = await client.SendAsync(request);

        Assert.Equal("there", await response.Content.ReadAsStringAsync());
        Assert.NotNull(server.SingleRequest["Authorization"]);
        Assert.Null(other.SingleRequest["Authorization"]);
        Assert.Null(other.SingleRequest["X-Mine"]);
    }

    [Fact]
    public async Task A_default_credential_of_a_borrowed_client_does_not_go_to_another_origin()
    {
        await using TestServer other = await TestServer.StartAsync(200, "");
        using var http = new HttpClient { DefaultRequestHeaders = { { "Authorization", "Bearer SECRET" } } };
        using var client = new TestClient(http, new TestClientOptions { BaseUrl = new Uri("https://api.example.com") });
        using var request = new HttpRequestMessage(HttpMethod.Get, other.Url + "/x");

        ApiCredentialsException e = await Assert.ThrowsAsync<ApiCredentialsException>(() => client.SendAsync(request));

        Secrets.AssertAbsent(e);
        Assert.Contains("Authorization of the DefaultRequestHeaders", e.Message, StringComparison.Ordinal);
        Assert.Empty(other.Requests);
    }

    [Fact]
    public async Task A_credential_of_the_request_goes_before_that_of_the_client()
    {
        await using TestServer server = await TestServer.StartAsync(200, "");
        using TestClient client = server.CreateClient();
        using var request = new HttpRequestMessage(HttpMethod.Get, "/x") { Headers = { { "Authorization", "Basic mine" } } };

        using HttpResponseMessage response = await client.SendAsync(request);

        Assert.Equal("Basic mine", server.SingleRequest["Authorization"]);
    }

    [Fact]
    public async Task An_error_shows_no_credential()
    {
        await using TestServer server = await TestServer.StartAsync(400, SampleBodies.Failure(7, "you sent " + Secrets.Token));
        using TestClient client = server.CreateClient();
        using var request = new HttpRequestMessage(HttpMethod.Get, "/x?token=SECRET");

        ApiBadRequestException e = await Assert.ThrowsAsync<ApiBadRequestException>(() => client.SendAsync(request));

        Secrets.AssertAbsent(e.Message);
        Assert.Equal(("SendAsync", 7), (e.OperationId, e.Errors[0].Code));
    }

    [Theory]
    [InlineData("ftp://127.0.0.1/x")]
    [InlineData("file://host/x")]
    public async Task Another_scheme_is_refused(string url)
    {
        using var client = new TestClient(new TestClientOptions { ApiToken = Secrets.Token });
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(url));

        ApiConnectionException e = await Assert.ThrowsAsync<ApiConnectionException>(() => client.SendAsync(request));

        Assert.Contains("not http or https", e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_compressed_body_is_decompressed_and_its_headers_say_so()
    {
        await using TestServer server = await TestServer.StartAsync(async context =>
        {
            context.Response.Headers.ContentEncoding = "gzip";
            context.Response.Headers.ContentLanguage = "en";
            await using var gzip = new System.IO.Compression.GZipStream(
                context.Response.Body,
                System.IO.Compression.CompressionMode.Compress
            );
            await gzip.WriteAsync("hello"u8.ToArray());
        });
        using TestClient client = server.CreateClient();
        using var request = new HttpRequestMessage(HttpMethod.Get, "/x");

        using HttpResponseMessage response = await client.SendAsync(request);

        Assert.Equal("hello", await response.Content.ReadAsStringAsync());
        Assert.Empty(response.Content.Headers.ContentEncoding);
        Assert.Equal(["en"], response.Content.Headers.ContentLanguage);
    }
}
