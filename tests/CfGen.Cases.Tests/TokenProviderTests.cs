using System.Text.Json;
using CfGen.Runtime.Tests.Support;

namespace CfGen.Cases.Tests;

/// <summary>Token providers of a document with a bearer token and with OAuth 2.</summary>
public class TokenProviderTests
{
    private const string Key = "key-SECRET-4712";

    private static OAuth.CaseClientOptions Options(TestServer server) => server.CreateOptions<OAuth.CaseClientOptions>();

    [Fact]
    public async Task Each_token_has_its_provider()
    {
        await using TestServer server = await TestServer.StartAsync(204, "");
        OAuth.CaseClientOptions options = Options(server);
        options.ApiTokenProvider = _ => new("bearer");
        options.UseMachineTokenProvider((context, _) => new(new ApiAccessToken(string.Join('+', context.Scopes))));
        options.UserTokenProvider = _ => new("user");
        using OAuth.CaseClient client = new(options);

        await client.Songs.GetAsync();
        await client.Songs.UpdateAsync();
        await client.Me.GetAsync();

        Assert.Equal(["Bearer bearer", "Bearer songs:write+songs:read", "Bearer user"], server.Requests.Select(r => r["Authorization"]));
    }

    [Fact]
    public async Task A_line_is_enough_for_the_id_and_secret_of_a_client()
    {
        await using TestServer server = await TestServer.StartAsync(
            TestServer.Respond(200, """{"access_token":"granted","expires_in":60}"""),
            TestServer.Respond(204, "")
        );
        using OAuth.CaseClient client = new(Options(server).UseMachineClientCredentials("id", "key"));

        await client.Songs.UpdateAsync();

        Assert.Equal(
            [
                ("/oauth/token", "Basic aWQ6a2V5", "grant_type=client_credentials&scope=songs%3Awrite+songs%3Aread"),
                ("/songs", "Bearer granted", ""),
            ],
            server.Requests.Select(r => (r.Target, r["Authorization"], r.Body))
        );
    }

    [Fact]
    public void A_scheme_without_a_usable_token_url_has_no_method_for_it() =>
        Assert.Equal(
            ["UseApiTokenProvider", "UseMachineClientCredentials", "UseMachineTokenProvider", "UseUserTokenProvider"],
            typeof(OAuth.CaseClientOptions)
                .GetMethods()
                .Select(m => m.Name)
                .Where(n => n.StartsWith("Use", StringComparison.Ordinal))
                .Order(StringComparer.Ordinal)
        );

    [Fact]
    public void No_credential_of_the_options_is_serialized_or_shown_by_a_debugger()
    {
        var options = new Credentials.CaseClientOptions
        {
            ApiToken = Key,
            AccessToken = Key,
            TokenProvider = _ => new(Key),
            UserName = "user-SECRET",
            Password = Key,
            ApiKey = Key,
            AppKey = Key,
            BaseUrl = new Uri("https://user:SECRET@api.example.com/v1?key=SECRET"),
            DefaultHeaders = { ["Authorization"] = Key },
            DefaultQuery = { ["key"] = Key },
        };

        string json = JsonSerializer.Serialize(options);

        Assert.DoesNotContain("SECRET", json, StringComparison.Ordinal);
        Assert.DoesNotContain("SECRET", options.ToString(), StringComparison.Ordinal);
        Assert.Contains("\"MaxRetries\":2", json, StringComparison.Ordinal);
        Assert.Equal(
            [],
            options
                .GetType()
                .GetProperties()
                .Where(p => p.GetValue(options) is string or Delegate or IDictionary<string, string>)
                .Where(p => !Attribute.IsDefined(p, typeof(System.Diagnostics.DebuggerBrowsableAttribute)))
                .Select(p => p.Name)
        );
    }
}
