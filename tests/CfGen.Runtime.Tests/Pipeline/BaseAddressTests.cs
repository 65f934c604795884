using System.Net;
using CfGen.Runtime.Tests.Support;

namespace CfGen.Runtime.Tests.Pipeline;

/// <summary>The base address and the version of HTTP of a client that was passed in.</summary>
public class BaseAddressTests
{
    private static TestClientOptions CreateOptions(string? baseUrl = null) =>
        new()
        {
            BaseUrl = baseUrl is null ? null : new Uri(baseUrl),
            ApiToken = Secrets.Token,
            MaxRetries = 0,
        };

    private static StubHandler CreateStub() => new(_ => new HttpResponseMessage(HttpStatusCode.NoContent));

    [Theory]
    [InlineData("https://host.example/base/", null, "https://host.example/base/things")]
    [InlineData("https://host.example", null, "https://host.example/things")]
    [InlineData("https://user:pw@host.example/base?q=1", null, "https://host.example/base/things")]
    [InlineData("https://host.example/base/", "https://options.example/v2", "https://options.example/v2/things")]
    [InlineData(null, null, "https://api.example.com/client/v4/things")]
    [InlineData("https+http://catalog/v1/", null, "https+http://catalog/v1/things")]
    [InlineData("https+http://_edge.catalog:8080", null, "https+http://_edge.catalog:8080/things")]
    public async Task The_base_address_counts_where_the_options_have_no_url(string? baseAddress, string? baseUrl, string sent)
    {
        using StubHandler stub = CreateStub();
        using var http = new HttpClient(stub) { BaseAddress = baseAddress is null ? null : new Uri(baseAddress) };
        using var client = new TestClient(http, CreateOptions(baseUrl));

        await client.Call(TestOperations.Create(HttpMethod.Get, security: [1])).SendAsync(default);

        HttpRequestMessage request = Assert.Single(stub.Requests);
        Assert.Equal(sent, request.RequestUri!.OriginalString);
        Assert.Equal("Bearer " + Secrets.Token, request.Headers.Authorization!.ToString());
    }

    [Fact]
    public async Task A_scheme_of_the_options_is_left_to_handlers_and_refused_without_them()
    {
        using StubHandler stub = CreateStub();
        using var client = new TestClient(stub, CreateOptions("https+http://catalog"));
        await client.Call(TestOperations.Create(HttpMethod.Get)).SendAsync(default);
        Assert.Equal("https+http://catalog/things", Assert.Single(stub.Requests).RequestUri!.OriginalString);

        using var own = new TestClient(CreateOptions("https+http://catalog"));
        ApiConnectionException exception = await Assert.ThrowsAsync<ApiConnectionException>(() =>
            own.Call(TestOperations.Create(HttpMethod.Get)).SendAsync(default)
        );
        Assert.Contains("TestClientOptions.BaseUrl", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_scheme_that_no_handler_knows_is_a_failed_connection()
    {
        using var http = new HttpClient { BaseAddress = new Uri("https+http://catalog") };
        using var client = new TestClient(http, CreateOptions());

        ApiConnectionException exception = await Assert.ThrowsAsync<ApiConnectionException>(() =>
            client.Call(TestOperations.Create(HttpMethod.Get)).SendAsync(default)
        );

        Assert.IsType<NotSupportedException>(exception.InnerException);
    }

    [Fact]
    public async Task Redirects_of_a_service_stay_with_the_service()
    {
        using var stub = new StubHandler(request =>
            request.RequestUri!.AbsolutePath switch
            {
                "/things" => Redirect(request, "/moved"),
                "/moved" => Redirect(request, "http://10.0.0.5/elsewhere"),
                _ => new HttpResponseMessage(HttpStatusCode.NoContent),
            }
        );
        using var http = new HttpClient(stub) { BaseAddress = new Uri("https+http://catalog") };
        TestClientOptions options = CreateOptions();
        options.AllowCrossOriginRedirects = true;
        using var client = new TestClient(http, options);

        await client.Call(TestOperations.Create(HttpMethod.Get, security: [1])).SendAsync(default);

        Assert.Equal(
            [("https+http://catalog/things", true), ("https+http://catalog/moved", true), ("http://10.0.0.5/elsewhere", false)],
            stub.Requests.Select(r => (r.RequestUri!.ToString(), r.Headers.Authorization is not null))
        );

        // As a handler does that finds the service and leaves the address that it found.
        static HttpResponseMessage Redirect(HttpRequestMessage request, string location) =>
            new(HttpStatusCode.Found)
            {
                Headers = { Location = new Uri(location, UriKind.RelativeOrAbsolute) },
                RequestMessage = new HttpRequestMessage(request.Method, new Uri("http://10.0.0.5" + request.RequestUri!.AbsolutePath)),
            };
    }

    [Fact]
    public async Task The_version_and_its_policy_are_those_of_the_client()
    {
        using StubHandler stub = CreateStub();
        using var http = new HttpClient(stub)
        {
            DefaultRequestVersion = HttpVersion.Version20,
            DefaultVersionPolicy = HttpVersionPolicy.RequestVersionExact,
        };
        using var borrowing = new TestClient(http, CreateOptions());
        using var other = new TestClient(stub, CreateOptions());

        await borrowing.Call(TestOperations.Create(HttpMethod.Get)).SendAsync(default);
        await other.Call(TestOperations.Create(HttpMethod.Get)).SendAsync(default);

        Assert.Equal(
            [
                (HttpVersion.Version20, HttpVersionPolicy.RequestVersionExact),
                (HttpVersion.Version11, HttpVersionPolicy.RequestVersionOrHigher),
            ],
            stub.Requests.Select(r => (r.Version, r.VersionPolicy))
        );
    }
}
