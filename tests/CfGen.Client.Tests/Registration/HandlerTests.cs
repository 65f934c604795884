using System.IO.Compression;
using System.Net;
using System.Text;
using Acme.Catalog;
using CfGen.Runtime.Tests.Support;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Http;

namespace CfGen.Client.Tests.Registration;

/// <summary>The HttpClient of a registered client: its handlers, and what the program sets on it.</summary>
public class HandlerTests
{
    private static readonly Item s_item = new() { Name = "lamp" };

    [Fact]
    public async Task Each_call_asks_the_factory_for_the_current_handlers()
    {
        await using TestServer server = await TestServer.StartAsync(TestServer.Respond(503, ""), TestServer.Respond(204, ""));
        CountingFactory? factory = null;
        await using ServiceProvider services = CatalogHost.CreateServices(s =>
        {
            s.AddCatalogClient(
                CatalogHost.For(
                    server,
                    o =>
                        (o.MaxRetries, o.TimeProvider, o.Timeout, o.RetryNonIdempotent) = (
                            1,
                            new InstantClock(),
                            Timeout.InfiniteTimeSpan,
                            true
                        )
                )
            );
            ServiceDescriptor original = s.Last(d => d.ServiceType == typeof(IHttpClientFactory));
            s.AddSingleton<IHttpClientFactory>(provider =>
                factory = new CountingFactory((IHttpClientFactory)original.ImplementationFactory!(provider))
            );
        });
        CatalogClient client = services.GetRequiredService<CatalogClient>();

        int before = factory!.Names.Count;
        await client.Items.CreateAsync(s_item);
        await client.Items.CreateAsync(s_item);

        Assert.Equal(3, server.Requests.Count);
        Assert.Equal(["CatalogClient", "CatalogClient", "CatalogClient"], factory.Names.Skip(before));
    }

    [Fact]
    public async Task Handlers_of_the_program_see_requests_and_bodies_as_the_server_meant_them()
    {
        await using TestServer server = await TestServer.StartAsync(c => RespondCompressedAsync(c, $"[{CatalogHost.Item}]"));
        var seen = new List<string>();
        await using ServiceProvider services = CatalogHost.CreateServices(s =>
            s.AddCatalogClient(CatalogHost.For(server)).AddHttpMessageHandler(() => new ReadingHandler(seen))
        );

        IReadOnlyList<Item> items = await services.GetRequiredService<CatalogClient>().ListAsync();

        Assert.Equal("lamp", Assert.Single(items).Name);
        Assert.Equal([$"GET Bearer {Secrets.Token} [{CatalogHost.Item}]"], seen);
        Assert.Equal("gzip, deflate", server.SingleRequest["Accept-Encoding"]);
    }

    [Fact]
    public async Task A_compressed_body_that_is_cut_off_is_an_error()
    {
        await using TestServer server = await TestServer.StartAsync(c => RespondCompressedAsync(c, $"[{CatalogHost.Item}]", cut: 12));
        await using ServiceProvider services = CatalogHost.CreateServices(s => s.AddCatalogClient(CatalogHost.For(server)));

        await Assert.ThrowsAnyAsync<ApiException>(services.GetRequiredService<CatalogClient>().ListAsync);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Redirects_are_followed_without_credentials_and_cookies_are_not_kept(bool withOwnPrimaryHandler)
    {
        await using TestServer other = await TestServer.StartAsync(200, "[]");
        await using TestServer server = await TestServer.StartAsync(
            TestServer.Respond(307, "", ("Location", other.Url + "/moved"), ("Set-Cookie", "a=1")),
            TestServer.Respond(200, "[]")
        );
        await using ServiceProvider services = CatalogHost.CreateServices(s =>
        {
            IHttpClientBuilder builder = s.AddCatalogClient(CatalogHost.For(server));
            if (withOwnPrimaryHandler)
                builder.ConfigurePrimaryHttpMessageHandler(() => new SocketsHttpHandler { UseCookies = false });
        });
        CatalogClient client = services.GetRequiredService<CatalogClient>();

        await client.ListAsync();
        await client.ListAsync();

        Assert.Equal(Secrets.Token, server.Requests.Last()["Authorization"]![7..]);
        Assert.Null(server.Requests.Last()["Cookie"]);
        Assert.Null(other.SingleRequest["Authorization"]);
    }

    [Fact]
    public async Task The_primary_handler_is_configured_and_not_replaced()
    {
        await using TestServer server = await TestServer.StartAsync(200, "[]");
        SocketsHttpHandler? primary = null;
        await using ServiceProvider services = CatalogHost.CreateServices(s =>
        {
            s.ConfigureHttpClientDefaults(b => b.UseSocketsHttpHandler((handler, _) => handler.MaxConnectionsPerServer = 3));
            s.AddCatalogClient(CatalogHost.For(server)).UseSocketsHttpHandler((handler, _) => primary = handler);
        });

        await services.GetRequiredService<CatalogClient>().ListAsync();

        Assert.Equal((false, false, 3), (primary!.AllowAutoRedirect, primary.UseCookies, primary.MaxConnectionsPerServer));
        Assert.Equal(DecompressionMethods.None, primary.AutomaticDecompression);
    }

    [Fact]
    public async Task What_the_program_sets_on_the_http_client_counts()
    {
        await using TestServer server = await TestServer.StartAsync(200, "[]");
        HttpClient? created = null;
        await using ServiceProvider services = CatalogHost.CreateServices(s =>
            s.AddCatalogClient(o => (o.ApiToken, o.MaxRetries) = (Secrets.Token, 0))
                .ConfigureHttpClient(client =>
                {
                    client.BaseAddress = new Uri(server.Url + "/base/");
                    client.DefaultRequestHeaders.Add("X-Program", "shop");
                    client.DefaultVersionPolicy = HttpVersionPolicy.RequestVersionExact;
                    created = client;
                })
        );

        await services.GetRequiredService<CatalogClient>().ListAsync();

        Assert.Equal(("/base/items", "shop"), (server.SingleRequest.Target, server.SingleRequest["X-Program"]));
        Assert.Equal((Timeout.InfiniteTimeSpan, HttpVersionPolicy.RequestVersionExact), (created!.Timeout, created.DefaultVersionPolicy));
    }

    [Fact]
    public async Task Another_client_of_the_factory_keeps_its_handlers()
    {
        SocketsHttpHandler? primary = null;
        await using ServiceProvider services = CatalogHost.CreateServices(s =>
        {
            s.AddCatalogClient(o => { });
            s.AddHttpClient("other").UseSocketsHttpHandler((handler, _) => primary = handler);
        });

        services.GetRequiredService<IHttpMessageHandlerFactory>().CreateHandler("other");

        Assert.True(primary!.AllowAutoRedirect);
    }

    private static async Task RespondCompressedAsync(HttpContext context, string body, int cut = 0)
    {
        using var buffer = new MemoryStream();
        await using (var gzip = new GZipStream(buffer, CompressionMode.Compress, leaveOpen: true))
            await gzip.WriteAsync(Encoding.UTF8.GetBytes(body));
        context.Response.ContentType = "application/json";
        context.Response.Headers.ContentEncoding = "gzip";
        await context.Response.Body.WriteAsync(buffer.ToArray().AsMemory()[..^cut]);
    }

    private sealed class CountingFactory(IHttpClientFactory inner) : IHttpClientFactory
    {
        public List<string> Names { get; } = [];

        public HttpClient CreateClient(string name)
        {
            Names.Add(name);
            return inner.CreateClient(name);
        }
    }

    private sealed class ReadingHandler(List<string> seen) : DelegatingHandler
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            HttpResponseMessage response = await base.SendAsync(request, cancellationToken);
            await response.Content.LoadIntoBufferAsync(cancellationToken);
            seen.Add($"{request.Method} {request.Headers.Authorization} {await response.Content.ReadAsStringAsync(cancellationToken)}");
            return response;
        }
    }
}
