using Acme.Catalog;
using CfGen.Runtime.Tests.Support;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace CfGen.Client.Tests.Registration;

/// <summary>A program with a container, as a test registers its clients.</summary>
internal static class CatalogHost
{
    public const string Item = """{"name":"lamp"}""";

    /// <summary>Creates the options of a client of the server.</summary>
    public static Action<CatalogClientOptions> For(TestServer server, Action<CatalogClientOptions>? more = null) =>
        options =>
        {
            options.BaseUrl = new Uri(server.Url + "/v1");
            options.ApiToken = Secrets.Token;
            options.MaxRetries = 0;
            more?.Invoke(options);
        };

    public static IHost Create(Action<HostApplicationBuilder> configure, params (string Key, string? Value)[] configuration)
    {
        HostApplicationBuilder builder = Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings());
        builder.Configuration.AddInMemoryCollection(configuration.Select(p => KeyValuePair.Create(p.Key, p.Value)));
        configure(builder);
        return builder.Build();
    }

    /// <summary>Creates the services of a program without a host.</summary>
    public static ServiceProvider CreateServices(Action<IServiceCollection> configure)
    {
        var services = new ServiceCollection();
        configure(services);
        return services.BuildServiceProvider(new ServiceProviderOptions { ValidateOnBuild = true, ValidateScopes = true });
    }

    /// <summary>Starts a program whose options are wrong.</summary>
    public static async Task<ApiOptionsException> FailToStartAsync(
        Action<HostApplicationBuilder> configure,
        params (string Key, string? Value)[] configuration
    )
    {
        using IHost host = Create(configure, configuration);
        return await Assert.ThrowsAsync<ApiOptionsException>(() => host.StartAsync());
    }

    public static async Task<IReadOnlyList<Item>> ListAsync(this CatalogClient client) =>
        (await client.Items.ListAsync().GetPageAsync()).Items;
}
