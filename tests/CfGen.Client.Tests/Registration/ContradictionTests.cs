using Acme.Catalog;
using Acme.Cloudflare;
using CfGen.Runtime.Tests.Support;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace CfGen.Client.Tests.Registration;

/// <summary>Options of which it is known at start that no call can be sent with them.</summary>
public class ContradictionTests
{
    [Fact]
    public async Task Half_a_pair_stops_the_program_at_start()
    {
        ApiOptionsException exception = await CatalogHost.FailToStartAsync(b =>
            b.Services.AddCloudflareClient(o => o.ApiKey = Secrets.Token)
        );

        Assert.Equal(
            ("ApiEmail", "CloudflareClientOptions.ApiEmail must be set together with ApiKey. They are only valid together."),
            (exception.OptionName, exception.Message)
        );
    }

    [Fact]
    public async Task A_token_takes_the_place_of_half_a_pair()
    {
        using IHost host = CatalogHost.Create(b =>
            b.Services.AddCloudflareClient(o => (o.ApiKey, o.ApiToken) = (Secrets.Token, Secrets.Token))
        );
        await host.StartAsync();
    }

    [Fact]
    public async Task A_password_without_a_user_stops_the_program_at_start() =>
        Assert.Equal(
            "UserName",
            (await CatalogHost.FailToStartAsync(b => b.Services.AddCatalogClient(o => o.Password = Secrets.Token))).OptionName
        );

    [Fact]
    public async Task A_credential_over_plain_http_stops_the_program_at_start()
    {
        ApiOptionsException exception = await CatalogHost.FailToStartAsync(b =>
            b.Services.AddCatalogClient(o => (o.ApiToken, o.BaseUrl) = (Secrets.Token, new Uri("http://catalog.example")))
        );

        Assert.Equal("BaseUrl", exception.OptionName);
        Assert.Contains("AllowInsecureHttp", exception.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(Secrets.Token, exception.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("file:///catalog")]
    [InlineData("catalog")]
    public async Task A_base_url_without_a_host_stops_the_program_at_start(string url)
    {
        ApiOptionsException exception = await CatalogHost.FailToStartAsync(b =>
            b.Services.AddCatalogClient(o => o.BaseUrl = new Uri(url, UriKind.RelativeOrAbsolute))
        );

        Assert.Equal("BaseUrl", exception.OptionName);
        Assert.StartsWith("CatalogClientOptions.BaseUrl (CATALOG_BASE_URL)", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_value_that_a_setter_refuses_is_an_exception_of_the_family()
    {
        ApiOptionsException exception = await CatalogHost.FailToStartAsync(b => b.Services.AddCatalogClient(o => o.MaxRetries = -1));

        Assert.Equal("MaxRetries", exception.OptionName);
        Assert.IsType<ArgumentOutOfRangeException>(exception.InnerException);
    }

    [Fact]
    public async Task A_size_that_is_not_positive_stops_the_program_at_start() =>
        Assert.Equal(
            "MaxResponseBytes",
            (await CatalogHost.FailToStartAsync(b => b.Services.AddCatalogClient(o => o.MaxResponseBytes = 0))).OptionName
        );

    [Fact]
    public async Task A_document_without_a_server_needs_a_base_url_at_start()
    {
        Assert.Equal("BaseUrl", (await CatalogHost.FailToStartAsync(b => b.Services.AddHostedClient(o => { }))).OptionName);

        using IHost host = CatalogHost.Create(b =>
            b.Services.AddHostedClient(o => { }).ConfigureHttpClient(c => c.BaseAddress = new Uri("https://hosted.example"))
        );
        await host.StartAsync();
    }

    [Fact]
    public void Without_a_host_the_client_is_not_created()
    {
        using ServiceProvider services = CatalogHost.CreateServices(s => s.AddCloudflareClient(o => o.ApiKey = Secrets.Token));

        Assert.Throws<ApiOptionsException>(services.GetRequiredService<CloudflareClient>);
    }
}
