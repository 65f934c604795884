using Acme.Catalog;
using CfGen.Runtime.Tests.Support;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Http.Resilience;

namespace CfGen.Client.Tests.Registration;

/// <summary>The examples of docs/guides/dependency-injection.md with handlers of other libraries.</summary>
public class ResilienceTests
{
    [Fact]
    public async Task The_resilience_handler_of_the_guide_repeats_a_GET_and_never_a_POST()
    {
        await using TestServer server = await TestServer.StartAsync(
            TestServer.Respond(503, ""),
            TestServer.Respond(200, $"[{CatalogHost.Item}]"),
            TestServer.Respond(503, "")
        );
        await using ServiceProvider services = CatalogHost.CreateServices(s =>
            s.AddCatalogClient(CatalogHost.For(server, o => o.MaxRetries = 0))
                .AddStandardResilienceHandler(o =>
                {
                    o.Retry.DisableForUnsafeHttpMethods();
                    o.Retry.Delay = TimeSpan.Zero;
                })
        );
        CatalogClient client = services.GetRequiredService<CatalogClient>();

        Assert.Equal("lamp", Assert.Single(await client.ListAsync()).Name);
        ApiServerException failure = await Assert.ThrowsAsync<ApiServerException>(() =>
            client.Items.CreateAsync(new Item { Name = "lamp" })
        );

        Assert.Equal(["GET", "GET", "POST"], server.Requests.Select(r => r.Method));
        Assert.Equal(1, failure.Attempts);
    }

    [Theory]
    [InlineData("http+https://shop/v1", 2)]
    [InlineData("http://shop/v1", 1)]
    public async Task A_service_is_found_by_its_name(string url, int pages)
    {
        await using TestServer server = await TestServer.StartAsync(
            TestServer.Respond(200, $"[{CatalogHost.Item}]"),
            TestServer.Respond(200, $"[{CatalogHost.Item}]", ("Link", "<http://127.0.0.1:1/v1/items?page=2>; rel=\"next\"")),
            TestServer.Respond(200, "[]")
        );
        using var host = CatalogHost.Create(
            builder =>
            {
                builder.Services.AddServiceDiscovery();
                builder
                    .Services.AddCatalogClient(o =>
                        (o.BaseUrl, o.ApiToken, o.MaxRetries, o.AllowInsecureHttp) = (new Uri(url), Secrets.Token, 0, true)
                    )
                    .AddServiceDiscovery();
            },
            ("Services:shop:http:0", server.Url)
        );
        await host.StartAsync();

        Pageable<Item> items = host.Services.GetRequiredService<CatalogClient>().Items.ListAsync();
        Assert.Equal("lamp", Assert.Single((await items.GetPageAsync()).Items).Name);
        Assert.Equal(("/v1/items", "Bearer " + Secrets.Token), (server.SingleRequest.Target, server.SingleRequest["Authorization"]));

        // The server links to itself by an address. It is the service again where only handlers know the address.
        if (pages == 1)
            return;
        Assert.Equal(1, await items.CountAsync());
        Assert.Equal(["/v1/items", "/v1/items?page=2"], server.Requests.TakeLast(2).Select(r => r.Target));
    }
}
