using Acme.Catalog;
using CfGen.Runtime.Tests.Support;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace CfGen.Client.Tests.Registration;

/// <summary>Options that a section of the configuration sets.</summary>
public class ConfigurationTests
{
    [Fact]
    public async Task A_section_sets_options_of_every_kind()
    {
        CatalogClientOptions options = await StartAsync(
            ("Shop:BaseUrl", "https://shop.example/v2"),
            ("Shop:Region", "us"),
            ("Shop:apitoken", Secrets.Token),
            ("Shop:UserName", "ada"),
            ("Shop:Password", "pass:word"),
            ("Shop:MaxRetries", "0"),
            ("Shop:Timeout", "00:00:30"),
            ("Shop:TotalTimeout", "Infinite"),
            ("Shop:IdleTimeout", "1.00:00:00"),
            ("Shop:MaxRetryAfter", "00:00:00"),
            ("Shop:RetryNonIdempotent", "True"),
            ("Shop:ResponseValidation", "lenient"),
            ("Shop:MaxResponseBytes", "5000000000"),
            ("Shop:MaxDepth", "12"),
            ("Shop:CorrelationHeader", "X-Trace"),
            ("Shop:AllowInsecureHttp", "true"),
            ("Shop:AllowCrossOriginRedirects", "true"),
            ("Shop:DefaultHeaders:X-One", "1"),
            ("Shop:DefaultHeaders:X-Two", "2"),
            ("Shop:DefaultQuery:trace", "on"),
            ("Shop:XTenant", "acme"),
            ("Shop:XLevel", "7"),
            ("Shop:XMode", "safe"),
            ("Shop:XHome", "https://home.example")
        );

        Assert.Equal(new Uri("https://shop.example/v2"), options.BaseUrl);
        Assert.Equal(("us", Secrets.Token, "ada", "pass:word"), (options.Region, options.ApiToken, options.UserName, options.Password));
        Assert.Equal((0, true, ResponseValidation.Lenient), (options.MaxRetries, options.RetryNonIdempotent, options.ResponseValidation));
        Assert.Equal(
            (TimeSpan.FromSeconds(30), Timeout.InfiniteTimeSpan, TimeSpan.FromDays(1), TimeSpan.Zero),
            (options.Timeout, options.TotalTimeout, options.IdleTimeout, options.MaxRetryAfter)
        );
        Assert.Equal((5_000_000_000, 12, "X-Trace"), (options.MaxResponseBytes, options.MaxDepth, options.CorrelationHeader));
        Assert.True(options.AllowInsecureHttp && options.AllowCrossOriginRedirects);
        Assert.Equal(("1", "2", "on"), (options.DefaultHeaders["x-one"], options.DefaultHeaders["X-Two"], options.DefaultQuery["trace"]));
        Assert.Equal(("acme", 7, Mode.Safe), (options.XTenant, options.XLevel, options.XMode));
        Assert.Equal("https://home.example", options.XHome);
    }

    [Fact]
    public async Task An_empty_value_counts_as_not_set()
    {
        CatalogClientOptions options = await StartAsync(
            ("Shop:ApiToken", ""),
            ("Shop:Timeout", ""),
            ("Shop:XLevel", ""),
            ("Shop:Region", null),
            ("Shop:DefaultHeaders", "")
        );

        Assert.Equal((null, TimeSpan.FromSeconds(60), null, null), (options.ApiToken, options.Timeout, options.XLevel, options.Region));
    }

    [Fact]
    public async Task Keys_that_are_no_options_are_named_with_the_options_that_there_are()
    {
        ApiOptionsException exception = await FailAsync(
            ("Shop:ApiTokn", Secrets.Token),
            ("Shop:Retry:Max", "3"),
            ("Shop:Timeout", "00:00:30")
        );

        Assert.Equal("Shop:ApiTokn", exception.OptionName);
        Assert.StartsWith(
            "The configuration sets 'Shop:ApiTokn', 'Shop:Retry', but CatalogClientOptions has no such option. Correct or remove the key. "
                + "The options are AcceptBrotli, AllowCrossOriginRedirects, AllowInsecureHttp, ApiToken, BaseUrl, ",
            exception.Message,
            StringComparison.Ordinal
        );
        Assert.EndsWith(" UserName, XHome, XLevel, XMode, XTags, XTenant.", exception.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(Secrets.Token, exception.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Timeout", "30", "'Shop:Timeout' is not a time such as 00:00:30, nor Infinite. Correct it in the configuration.")]
    [InlineData("Timeout", "-00:00:01", "'Shop:Timeout' cannot have this value. ")]
    [InlineData("MaxRetries", "two", "'Shop:MaxRetries' is not a whole number in its range. Correct it in the configuration.")]
    [InlineData("MaxRetries", "-1", "'Shop:MaxRetries' cannot have this value. ")]
    [InlineData("MaxDepth", "9000", "'Shop:MaxDepth' cannot have this value. MaxDepth must be between 1 and 512")]
    [InlineData("MaxResponseBytes", "1,5", "'Shop:MaxResponseBytes' is not a whole number in its range. Correct it in the configuration.")]
    [InlineData("AllowInsecureHttp", "yes", "'Shop:AllowInsecureHttp' is neither true nor false. Correct it in the configuration.")]
    [InlineData("ResponseValidation", "1", "'Shop:ResponseValidation' is neither Strict nor Lenient. Correct it in the configuration.")]
    [InlineData("BaseUrl", "catalog", "'Shop:BaseUrl' is not an absolute URL. Correct it in the configuration.")]
    [InlineData("Region", "moon", "'Shop:Region' cannot have this value. Region must be one of these values of the document: eu, us.")]
    [InlineData("XLevel", "1,5", "'Shop:XLevel' is not a Int64. Correct it in the configuration.")]
    [InlineData("XTags", "a", "'Shop:XTags' has a type that a configuration cannot hold; set it in code. Correct it in the configuration.")]
    [InlineData("Timeout:Seconds", "30", "'Shop:Timeout:Seconds' is below 'Timeout', which is one value. Correct it in the configuration.")]
    [InlineData(
        "DefaultHeaders",
        "a",
        "'Shop:DefaultHeaders' has a value, and needs a key for each of its entries. Correct it in the configuration."
    )]
    [InlineData("ApiToken", "secret\n", "CatalogClientOptions.ApiToken has a character that cannot be sent")]
    public async Task A_value_that_an_option_cannot_have_stops_the_program_at_start(string key, string value, string message)
    {
        ApiOptionsException exception = await FailAsync(("Shop:" + key, value));

        Assert.StartsWith(message, exception.Message, StringComparison.Ordinal);
        Assert.Equal(key, exception.OptionName);
    }

    [Fact]
    public async Task A_section_that_is_missing_stops_the_program_at_start()
    {
        ApiOptionsException exception = await FailAsync(("Shpo:ApiToken", Secrets.Token));

        Assert.Equal(
            "The configuration has no section 'Shop', or it is empty. Correct its name, or add it with the options of CatalogClientOptions.",
            exception.Message
        );
    }

    [Fact]
    public async Task The_section_of_the_name_can_be_missing_and_has_those_of_keys_below_it()
    {
        using IHost host = CatalogHost.Create(
            builder =>
            {
                builder.Services.AddCatalogClient();
                builder.Services.AddKeyedCatalogClient("north");
            },
            ("CatalogClient:XTenant", "all"),
            ("CatalogClient:North:XTenant", "n")
        );
        await host.StartAsync();

        var options = host.Services.GetRequiredService<IOptionsMonitor<CatalogClientOptions>>();
        Assert.Equal(("all", "n"), (options.CurrentValue.XTenant, options.Get("north").XTenant));

        using IHost without = CatalogHost.Create(builder => builder.Services.AddCatalogClient());
        await without.StartAsync();
        Assert.NotNull(without.Services.GetRequiredService<CatalogClient>());
    }

    [Fact]
    public async Task A_key_that_is_no_option_is_found_in_the_section_of_the_name_too() =>
        Assert.Equal(
            "CatalogClient:North",
            (await CatalogHost.FailToStartAsync(b => b.Services.AddCatalogClient(), ("CatalogClient:North:XTenant", "n"))).OptionName
        );

    private static async Task<CatalogClientOptions> StartAsync(params (string Key, string? Value)[] configuration)
    {
        using IHost host = CatalogHost.Create(Register, configuration);
        await host.StartAsync();
        return host.Services.GetRequiredService<IOptions<CatalogClientOptions>>().Value;
    }

    private static Task<ApiOptionsException> FailAsync(params (string Key, string? Value)[] configuration) =>
        CatalogHost.FailToStartAsync(Register, configuration);

    private static void Register(HostApplicationBuilder builder) =>
        builder.Services.AddCatalogClient(builder.Configuration.GetSection("Shop"));
}
