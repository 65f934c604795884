using System.Diagnostics.Metrics;
using Acme.Catalog;
using Acme.Cloudflare;
using CfGen.Runtime.Tests.Support;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace CfGen.Client.Tests.Registration;

/// <summary>Clients that a container creates.</summary>
public class RegistrationTests
{
    [Fact]
    public async Task A_registered_client_is_a_singleton_behind_its_class_and_its_interface()
    {
        await using TestServer server = await TestServer.StartAsync(200, $"[{CatalogHost.Item}]");
        await using ServiceProvider services = CatalogHost.CreateServices(s => s.AddCatalogClient(CatalogHost.For(server)));

        CatalogClient client = services.GetRequiredService<CatalogClient>();
        Assert.Same(client, services.GetRequiredService<ICatalogClient>());
        using (IServiceScope scope = services.CreateScope())
            Assert.Same(client, scope.ServiceProvider.GetRequiredService<CatalogClient>());

        Assert.Equal("lamp", Assert.Single(await client.ListAsync()).Name);
        Assert.Equal(("/v1/items", "Bearer " + Secrets.Token), (server.SingleRequest.Target, server.SingleRequest["Authorization"]));
    }

    [Fact]
    public async Task Options_are_set_with_services_of_the_container()
    {
        await using TestServer server = await TestServer.StartAsync(204, "");
        await using ServiceProvider services = CatalogHost.CreateServices(s =>
            s.AddSingleton(new TenantOfProgram("acme"))
                .AddCatalogClient(
                    (provider, options) =>
                    {
                        CatalogHost.For(server)(options);
                        options.XTenant = provider.GetRequiredService<TenantOfProgram>().Name;
                    }
                )
        );

        await services.GetRequiredService<CatalogClient>().Items.CreateAsync(new Item { Name = "lamp" });

        Assert.Equal("acme", server.SingleRequest["X-Tenant"]);
    }

    [Fact]
    public async Task Clients_with_keys_have_options_of_their_own()
    {
        await using TestServer server = await TestServer.StartAsync(200, "[]");
        await using ServiceProvider services = CatalogHost.CreateServices(s =>
        {
            s.AddKeyedCatalogClient("north", CatalogHost.For(server, o => o.XTenant = "n"));
            s.AddKeyedCatalogClient(DayOfWeek.Monday, (_, o) => CatalogHost.For(server, o => o.XTenant = "m")(o));
            s.AddCatalogClient(CatalogHost.For(server));
        });

        await services.GetRequiredKeyedService<CatalogClient>("north").ListAsync();
        await ((CatalogClient)services.GetRequiredKeyedService<ICatalogClient>(DayOfWeek.Monday)).ListAsync();
        await services.GetRequiredService<CatalogClient>().ListAsync();

        Assert.Equal(["n", "m", null], server.Requests.Select(r => r["X-Tenant"]));
        Assert.Null(services.GetKeyedService<CatalogClient>("south"));
    }

    [Fact]
    public async Task Logger_meter_and_clock_are_those_of_the_container()
    {
        var clock = new InstantClock();
        await using ServiceProvider services = CatalogHost.CreateServices(s =>
        {
            s.AddSingleton<TimeProvider>(clock).AddSingleton<ILoggerFactory>(NullLoggerFactory.Instance).AddMetrics();
            s.AddCatalogClient(o => { });
        });

        CatalogClientOptions options = services.GetRequiredService<IOptions<CatalogClientOptions>>().Value;

        Assert.Same(clock, options.TimeProvider);
        Assert.Same(NullLoggerFactory.Instance, options.LoggerFactory);
        Assert.Same(services.GetRequiredService<IMeterFactory>(), options.MeterFactory);
    }

    [Fact]
    public async Task Options_are_configured_further_as_any_options_are()
    {
        await using TestServer server = await TestServer.StartAsync(204, "");
        await using ServiceProvider services = CatalogHost.CreateServices(s =>
        {
            s.AddCatalogClient(o => o.XTenant = "wrong");
            s.PostConfigure<CatalogClientOptions>(o => o.BaseUrl = new Uri(server.Url));
            s.Configure<CatalogClientOptions>(o => (o.XTenant, o.ApiToken) = ("right", Secrets.Token));
        });

        await services.GetRequiredService<CatalogClient>().Items.CreateAsync(new Item { Name = "lamp" });

        Assert.Equal(("right", "/items"), (server.SingleRequest["X-Tenant"], server.SingleRequest.Target));
    }

    [Fact]
    public async Task Options_of_the_environment_are_read_at_start_and_the_section_overrides_them()
    {
        await using TestServer server = await TestServer.StartAsync(204, "");
        using IHost host = CatalogHost.Create(
            builder => builder.Services.AddCatalogClient(),
            ("CatalogClient:BaseUrl", server.Url),
            ("CatalogClient:XTenant", "section")
        );
        Environment.SetEnvironmentVariable("CATALOG_API_TOKEN", Secrets.Token);
        Environment.SetEnvironmentVariable("CATALOG_X_TENANT", "environment");
        try
        {
            await host.StartAsync();
        }
        finally
        {
            Environment.SetEnvironmentVariable("CATALOG_API_TOKEN", null);
            Environment.SetEnvironmentVariable("CATALOG_X_TENANT", null);
        }

        await host.Services.GetRequiredService<CatalogClient>().Items.CreateAsync(new Item { Name = "lamp" });

        Assert.Equal(("section", "Bearer " + Secrets.Token), (server.SingleRequest["X-Tenant"], server.SingleRequest["Authorization"]));
    }

    [Fact]
    public void Two_registrations_of_one_name_are_refused()
    {
        var services = new ServiceCollection();
        services.AddCatalogClient(o => { });
        services.AddKeyedCatalogClient("a", o => { });
        services.AddKeyedCatalogClient("b", o => { });
        services.AddCloudflareClient(o => { });

        ApiOptionsException second = Assert.Throws<ApiOptionsException>(() => services.AddCatalogClient(o => { }));
        ApiOptionsException key = Assert.Throws<ApiOptionsException>(() => services.AddKeyedCatalogClient("A", o => { }));

        Assert.Equal(
            "CatalogClient is registered twice. Register it once, or give each of several a key of its own with AddKeyedCatalogClient. "
                + "Options of a client that is registered are changed with Configure<CatalogClientOptions>.",
            second.Message
        );
        Assert.StartsWith("CatalogClient:A is registered twice.", key.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Two_classes_of_one_name_are_refused()
    {
        var services = new ServiceCollection();
        services.AddCatalogClient(o => { });

        ApiOptionsException exception = Assert.Throws<ApiOptionsException>(() =>
            CodeGen.ClientRegistration.Register(services, typeof(Other.CatalogClient), null)
        );

        Assert.Contains(
            "Acme.Catalog.CatalogClient and CfGen.Client.Tests.Registration.RegistrationTests+Other+CatalogClient",
            exception.Message,
            StringComparison.Ordinal
        );
        Assert.Contains("ClientName", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Missing_arguments_are_refused_where_they_are_passed()
    {
        var services = new ServiceCollection();

        Assert.Throws<ArgumentNullException>("configure", () => services.AddCatalogClient((Action<CatalogClientOptions>)null!));
        Assert.Throws<ArgumentNullException>("serviceKey", () => services.AddKeyedCatalogClient(null!));
        Assert.Throws<ArgumentNullException>("services", () => ((IServiceCollection)null!).AddCatalogClient());
    }

    private sealed record TenantOfProgram(string Name);

    private static class Other
    {
        public sealed class CatalogClient;
    }
}
