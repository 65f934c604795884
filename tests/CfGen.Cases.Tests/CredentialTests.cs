using CfGen.Runtime.Tests.Support;

namespace CfGen.Cases.Tests;

/// <summary>Credentials by the names that people use, and documents without security.</summary>
public class CredentialTests
{
    [Theory]
    [InlineData(null, null)]
    [InlineData("", null)]
    [InlineData("abc", "Bearer abc")]
    public async Task A_document_without_security_sends_the_token_that_is_set(string? token, string? sent)
    {
        await using TestServer server = await TestServer.StartAsync(204, "");
        using NoSecurity.CaseClient client = new(server.CreateOptions<NoSecurity.CaseClientOptions>(o => o.ApiToken = token));

        await client.Orders.ListAsync();

        Assert.Equal(sent, server.SingleRequest["Authorization"]);
    }

    [Fact]
    public async Task A_token_of_DefaultHeaders_is_kept()
    {
        await using TestServer server = await TestServer.StartAsync(204, "");
        NoSecurity.CaseClientOptions options = server.CreateOptions<NoSecurity.CaseClientOptions>();
        options.DefaultHeaders["Authorization"] = "Custom abc";
        using NoSecurity.CaseClient client = new(options);

        await client.Orders.ListAsync();

        Assert.Equal("Custom abc", server.SingleRequest["Authorization"]);
    }

    [Theory]
    [InlineData(null, null, null, null)]
    [InlineData("abc", null, "Bearer abc", null)]
    [InlineData(null, "def", null, "def")]
    [InlineData("abc", "def", "Bearer abc", null)]
    public async Task Schemes_that_no_operation_requires_are_optional(string? token, string? key, string? authorization, string? header)
    {
        await using TestServer server = await TestServer.StartAsync(204, "");
        using UnrequiredSchemes.CaseClient client = new(
            server.CreateOptions<UnrequiredSchemes.CaseClientOptions>(o =>
            {
                o.ApiToken = token;
                o.ApiKey = key;
            })
        );

        await client.Orders.ListAsync();

        Assert.Equal((authorization, header), (server.SingleRequest["Authorization"], server.SingleRequest["X-Api-Key"]));
    }

    [Fact]
    public async Task Each_kind_of_credential_is_sent_by_its_name()
    {
        await using TestServer server = await TestServer.StartAsync(204, "");
        using Credentials.CaseClient client = new(
            server.CreateOptions<Credentials.CaseClientOptions>(o =>
            {
                o.ApiToken = "jwt";
                o.TokenProvider = _ => ValueTask.FromResult("provided");
                (o.UserName, o.Password) = ("ann", "pass");
                (o.ApiKey, o.AppKey) = ("api", "app");
            })
        );

        await client.Bearer.GetAsync();
        await client.Login.GetAsync();
        await client.Basic.GetAsync();
        await client.Keys.GetAsync();

        Assert.Equal(
            [
                ("/bearer", "Bearer jwt", null),
                ("/login", "Bearer provided", null),
                ("/basic", "Basic YW5uOnBhc3M=", null),
                ("/keys?app_key=app", null, "api"),
            ],
            server.Requests.Select(r => (r.Target, r["Authorization"], r["X-Api-Key"]))
        );
    }

    [Fact]
    public async Task A_missing_credential_is_reported_by_the_name_of_its_option()
    {
        await using TestServer server = await TestServer.StartAsync(204, "");
        using Credentials.CaseClient client = new(server.CreateOptions<Credentials.CaseClientOptions>());

        ApiCredentialsException bearer = await Assert.ThrowsAsync<ApiCredentialsException>(() => client.Bearer.GetAsync());
        ApiCredentialsException keys = await Assert.ThrowsAsync<ApiCredentialsException>(() => client.Keys.GetAsync());

        Assert.Contains("Set ApiToken (CASE_API_TOKEN) on CaseClientOptions", bearer.Message, StringComparison.Ordinal);
        Assert.Contains("Set ApiKey (CASE_API_KEY) and AppKey (CASE_API_APP_KEY)", keys.Message, StringComparison.Ordinal);
        Assert.Empty(server.Requests);
    }
}
