using Acme.Machine;
using CfGen.Runtime.Tests.Support;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace CfGen.Client.Tests.Registration;

/// <summary>Client credentials, and logs of headers and bodies, that a section of the configuration sets.</summary>
public class ClientCredentialTests
{
    private const string Hidden = "q-4711-w"; // a word that no message has
    private const string Id = "Api:ClientCredentials:ClientId";
    private const string Secret = "Api:ClientCredentials:ClientSecret";

    private static void Register(HostApplicationBuilder builder) =>
        builder.Services.AddMachineClient(builder.Configuration.GetSection("Api"));

    private static Task<ApiOptionsException> FailAsync(params (string Key, string? Value)[] configuration) =>
        CatalogHost.FailToStartAsync(Register, configuration);

    private static async Task<TestServer> CallAsync(params (string Key, string? Value)[] configuration)
    {
        TestServer server = await TestServer.StartAsync(
            TestServer.Respond(200, """{"access_token":"granted","expires_in":60}"""),
            TestServer.Respond(204, "")
        );
        using IHost host = CatalogHost.Create(Register, [("Api:BaseUrl", server.Url), .. configuration]);
        await host.StartAsync();
        await host.Services.GetRequiredService<MachineClient>().Jobs.CreateAsync();
        Assert.Equal("Bearer granted", server.Requests.Last()["Authorization"]);
        return server;
    }

    [Fact]
    public async Task A_section_has_the_id_and_the_secret_of_a_client()
    {
        await using TestServer server = await CallAsync((Id, "id"), ("api:clientcredentials:clientsecret", "key"));

        Assert.Equal(
            ("/oauth/token", "Basic aWQ6a2V5", "grant_type=client_credentials&scope=work"),
            (server.Requests.First().Target, server.Requests.First()["Authorization"], server.Requests.First().Body)
        );
    }

    [Theory]
    [InlineData("Scopes", "a b, c")]
    [InlineData("Scopes:0", "a b c")]
    public async Task A_section_has_all_of_client_credentials(string scopes, string value)
    {
        await using TestServer server = await CallAsync(
            (Id, "id"),
            (Secret, "key"),
            ("Api:ClientCredentials:TokenUrl", "/other/token"),
            ("Api:ClientCredentials:" + scopes, value),
            ("Api:ClientCredentials:SendSecretInBody", "true"),
            ("Api:ClientCredentials:Parameters:audience", "all")
        );

        Assert.Equal(
            ("/other/token", "grant_type=client_credentials&scope=a+b+c&client_id=id&client_secret=key&audience=all"),
            (server.Requests.First().Target, server.Requests.First().Body)
        );
    }

    [Theory]
    [InlineData("ClientId", "id", "ClientCredentials:ClientSecret")]
    [InlineData("ClientSecret", Hidden, "ClientCredentials:ClientId")]
    [InlineData("Scopes", "a", "ClientCredentials:ClientId")]
    [InlineData("ClientSecrt", Hidden, "ClientCredentials:ClientSecrt")]
    [InlineData("Parameters", Hidden, "ClientCredentials:Parameters")]
    [InlineData("SendSecretInBody", Hidden, "ClientCredentials:SendSecretInBody")]
    public async Task Client_credentials_that_are_incomplete_or_misspelt_stop_the_program_at_start(string key, string value, string option)
    {
        ApiOptionsException exception = await FailAsync(("Api:ClientCredentials:" + key, value));

        Assert.Equal(option, exception.OptionName);
        Assert.Contains("Api:ClientCredentials", exception.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(Hidden, exception.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("http://login.example/token", "TokenUrl")]
    [InlineData("ftp://login.example/token", "ClientCredentials:TokenUrl")]
    public async Task A_token_url_that_the_secret_cannot_be_sent_to_stops_the_program_at_start(string url, string option)
    {
        ApiOptionsException exception = await FailAsync((Id, "id"), (Secret, Hidden), ("Api:ClientCredentials:TokenUrl", url));

        Assert.Equal(option, exception.OptionName);
        Assert.DoesNotContain(Hidden, exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_value_in_place_of_client_credentials_stops_the_program_at_start() =>
        Assert.Equal("ClientCredentials", (await FailAsync(("Api:ClientCredentials", Hidden))).OptionName);

    [Fact]
    public async Task A_token_together_with_client_credentials_stops_the_program_at_start()
    {
        ApiOptionsException exception = await FailAsync((Id, "id"), (Secret, "key"), ("Api:AccessToken", Secrets.Token));

        Assert.Equal("AccessToken", exception.OptionName);
        Assert.Contains("has a token provider, and a token in AccessToken", exception.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(Secrets.Token, exception.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_token_together_with_a_token_provider_stops_the_program_at_start(bool hasExpiry)
    {
        ApiOptionsException exception = await CatalogHost.FailToStartAsync(b =>
            b.Services.AddMachineClient(o =>
            {
                o.AccessToken = Secrets.Token;
                if (hasExpiry)
                    o.UseTokenProvider((_, _) => new(new ApiAccessToken("t")));
                else
                    o.TokenProvider = _ => new("t");
            })
        );

        Assert.Equal("AccessToken", exception.OptionName);
    }

    [Fact]
    public async Task Empty_client_credentials_count_as_not_set()
    {
        using IHost host = CatalogHost.Create(Register, (Id, ""), (Secret, null), ("Api:AccessToken", Secrets.Token));
        await host.StartAsync();
    }

    [Fact]
    public async Task A_section_names_the_headers_and_bodies_of_the_log_and_accepts_Brotli()
    {
        MachineClientOptions? seen = null;
        using IHost host = CatalogHost.Create(
            b =>
            {
                Register(b);
                b.Services.PostConfigure<MachineClientOptions>(o => seen = o);
            },
            ("Api:LoggedHeaders:0", "X-One"),
            ("Api:LoggedHeaders:1", "X-Two"),
            ("Api:LoggedBodies", "create-job, list-jobs"),
            ("Api:AcceptBrotli", "true")
        );
        await host.StartAsync();

        Assert.Equal(["X-One", "X-Two"], seen!.LoggedHeaders.Order(StringComparer.Ordinal));
        Assert.Equal(["create-job", "list-jobs"], seen.LoggedBodies.Order(StringComparer.Ordinal));
        Assert.True(seen.AcceptBrotli);
    }

    [Fact]
    public async Task A_header_that_cannot_be_logged_stops_the_program_at_start() =>
        Assert.Equal("LoggedHeaders:0", (await FailAsync(("Api:LoggedHeaders:0", "X One"))).OptionName);
}
