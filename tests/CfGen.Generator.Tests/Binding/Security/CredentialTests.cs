using CfGen.Generator.Binding.Security;
using CfGen.Generator.Documents.Selection;
using CfGen.Generator.Model;
using CfGen.Generator.Tests.Hosting;

namespace CfGen.Generator.Tests.Binding.Security;

/// <summary>The names of credentials, and schemes that one string is not enough for.</summary>
public class CredentialTests
{
    private const string Path = "/good: { get: { responses: { '204': { description: ok } } } }";

    [Fact]
    public void Basic_has_user_and_password_and_oauth_has_a_token_provider()
    {
        string client = GetOptions(
            """
            security: [ { basic: [] }, { login: [] } ]
            components:
              securitySchemes:
                basic: { type: http, scheme: basic }
                login: { type: oauth2, flows: { clientCredentials: { tokenUrl: 'https://example.com/token', scopes: {} } } }

            """
        );

        Assert.Contains(
            "BasicScheme(\"UserName\", \"Password\", \"SAMPLE_USERNAME\", \"SAMPLE_PASSWORD\")",
            client,
            StringComparison.Ordinal
        );
        Assert.Contains(
            "public string? Password { get => GetBasicPassword(0); set => SetBasicPassword(0, value); }",
            client,
            StringComparison.Ordinal
        );
        Assert.Contains("OAuthScheme(\"AccessToken\", \"SAMPLE_ACCESS_TOKEN\", ", client, StringComparison.Ordinal);
        Assert.Contains(
            "? TokenProvider { get => GetTokenProvider(1); set => SetTokenProvider(1, value); }",
            client,
            StringComparison.Ordinal
        );
    }

    // The ids of real documents: Asana, Datadog, OpenAI, Superset, DigitalOcean, Figma, e-conomic, Qdrant, Vonage, Cloudflare.
    [Theory]
    [InlineData("bearer:whatever", "ApiToken")]
    [InlineData("header:whatever", "ApiKey")]
    [InlineData("oauth:whatever", "AccessToken+TokenProvider")]
    [InlineData("basic:whatever", "UserName+Password")]
    [InlineData("bearer:personalAccessToken oauth:oauth2", "ApiToken AccessToken+TokenProvider")]
    [InlineData("header:apiKeyAuth header:appKeyAuth query:apiKeyAuthQuery", "ApiKey AppKey ApiKeyQuery")]
    [InlineData("bearer:ApiKeyAuth bearer:AdminApiKeyAuth", "ApiKey AdminApiKey")]
    [InlineData("bearer:jwt bearer:jwt_refresh", "ApiToken RefreshToken")]
    [InlineData("bearer:bearer_auth bearer:inference_bearer_auth", "ApiToken InferenceToken")]
    [InlineData("oauth:OAuth2 oauth:OrgOAuth2", "AccessToken+TokenProvider OrgAccessToken+OrgTokenProvider")]
    [InlineData("oauth:user_token oauth:app", "UserToken+UserTokenProvider AppAccessToken+AppTokenProvider")]
    [InlineData("header:X-AppSecretToken header:X-AgreementGrantToken", "AppSecretToken AgreementGrantToken")]
    [InlineData("header:api-key bearer:bearerAuth", "ApiKey ApiToken")]
    [InlineData("query:apiKey query:apiSecret", "ApiKey ApiSecret")]
    [InlineData("basic:admin basic:basic", "AdminUserName+AdminPassword UserName+Password")]
    [InlineData("header:api_email header:api_key bearer:api_token header:user_service_key", "ApiEmail ApiKey ApiToken UserServiceKey")]
    // A name that two schemes could have belongs to neither.
    [InlineData("header:apiKey query:api_key", "ApiKeyHeader ApiKeyQuery")]
    [InlineData("bearer:ApiKeyAuth bearer:Other header:some", "ApiKeyAuthToken OtherToken Some")]
    [InlineData("header:'' header:key", "ApiKey Key")]
    public void Credentials_have_the_names_that_people_use(string schemes, string names)
    {
        List<DeclaredScheme> declared = [.. schemes.Split(' ').Select(Parse)];

        Assert.Equal(names, string.Join(' ', GetNames(declared)));
        declared.Reverse();
        Assert.Equal(names.Split(' ').Reverse(), GetNames(declared));

        static DeclaredScheme Parse(string text)
        {
            string[] parts = text.Split(':');
            SecuritySchemeKind kind = parts[0] switch
            {
                "oauth" => SecuritySchemeKind.Find("oauth2", null)!,
                "bearer" or "basic" => SecuritySchemeKind.Find("http", parts[0])!,
                _ => SecuritySchemeKind.Find("apiKey", parts[0])!,
            };
            return new DeclaredScheme(parts[1].Trim('\''), kind, kind.HasName ? parts[0] : "");
        }
    }

    [Theory]
    [InlineData("{ type: http, scheme: bearer }", "token", "SAMPLE_API_TOKEN SAMPLE_TOKEN")]
    [InlineData("{ type: http, scheme: bearer }", "ApiKey", "SAMPLE_API_TOKEN SAMPLE_TOKEN SAMPLE_API_KEY SAMPLE_KEY")]
    [InlineData("{ type: http, scheme: bearer }", "petstore_auth", "SAMPLE_API_TOKEN SAMPLE_TOKEN")]
    [InlineData("{ type: openIdConnect, openIdConnectUrl: 'https://a.example' }", "oidc", "SAMPLE_ACCESS_TOKEN SAMPLE_API_ACCESS_TOKEN")]
    [InlineData("{ type: apiKey, in: header, name: X-Key }", "key", "SAMPLE_API_KEY SAMPLE_KEY")]
    public void Variables_follow_the_name_and_the_id(string scheme, string id, string variables)
    {
        string client = GetOptions($"security: [ {{ {id}: [] }} ]\ncomponents: {{ securitySchemes: {{ {id}: {scheme} }} }}\n");

        string quoted = string.Join(", ", variables.Split(' ').Select(v => $"\"{v}\""));
        Assert.Contains($", {quoted})", client, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("id", "ID", "IdHeader IdHeaderCredential")]
    [InlineData("''", "'-'", "ApiKeyHeader ApiKeyHeaderCredential")]
    [InlineData("base_url", "token", "BaseUrlCredential Token")]
    [InlineData("class", "æøå", "Class Æøå")]
    public void Two_schemes_never_share_a_name(string first, string second, string names)
    {
        string client = GetOptions(
            $$"""
            security: [ { {{first}}: [], {{second}}: [] } ]
            components:
              securitySchemes:
                {{first}}: { type: apiKey, in: header, name: X-One }
                {{second}}: { type: apiKey, in: header, name: X-Two }

            """
        );

        foreach (string name in names.Split(' '))
            Assert.Contains($"string? {name} {{ get => GetCredential", client, StringComparison.Ordinal);
    }

    [Fact]
    public void A_scheme_that_no_operation_requires_tells_none_apart()
    {
        string client = GetOptions(
            """
            security: [ { partner: [] } ]
            components:
              securitySchemes:
                partner: { type: apiKey, in: header, name: X-Partner }
                unused: { type: apiKey, in: header, name: X-Unused }

            """
        );

        Assert.Contains("string? ApiKey { get => GetCredential", client, StringComparison.Ordinal);
    }

    [Fact]
    public void Names_do_not_depend_on_the_selection()
    {
        const string Paths = """
            /a: { get: { operationId: a, security: [ { appKeyAuth: [] } ], responses: { '204': { description: ok } } } }
            /b: { get: { operationId: b, security: [ { apiKeyAuth: [] } ], responses: { '204': { description: ok } } } }
            """;
        const string Schemes = """
            components:
              securitySchemes:
                apiKeyAuth: { type: apiKey, in: header, name: X-Api }
                appKeyAuth: { type: apiKey, in: header, name: X-App }
                unused: { type: apiKey, in: header, name: X-Unused }

            """;

        string client = GetOptions(Schemes, TestDocument.FromPaths(Paths, Schemes).With("Operations", "id:a"));

        Assert.Contains("string? AppKey { get", client, StringComparison.Ordinal);
        Assert.DoesNotContain("ApiKey {", client, StringComparison.Ordinal);
    }

    /// <summary>Google requires two schemes at once that are one token.</summary>
    [Fact]
    public void Tokens_that_are_required_together_are_one()
    {
        string client = GetOptions(
            """
            security: [ { Oauth2: [], Oauth2c: [] } ]
            components:
              securitySchemes:
                Oauth2: { type: oauth2, flows: { implicit: { authorizationUrl: 'https://a.example', scopes: {} } } }
                Oauth2c: { type: oauth2, flows: { authorizationCode: { authorizationUrl: 'https://a.example', tokenUrl: 'https://a.example', scopes: {} } } }

            """
        );

        Assert.Equal(2, client.Split("OAuthScheme(").Length);
        Assert.Contains("string? AccessToken { get => GetCredential(0)", client, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", true)]
    [InlineData("security: []\n", false)]
    [InlineData("security: [ { lost: [] } ]\n", false)]
    [InlineData("components: { securitySchemes: { digest: { type: http, scheme: digest } } }\n", false)]
    public void A_document_without_security_has_an_optional_token(string more, bool hasToken)
    {
        string client = GetOptions(more);

        Assert.Equal(
            hasToken,
            client.Contains("BearerScheme(\"ApiToken\", \"SAMPLE_API_TOKEN\", \"SAMPLE_TOKEN\")", StringComparison.Ordinal)
        );
    }

    private static IEnumerable<string> GetNames(List<DeclaredScheme> schemes) =>
        CredentialNames.Assign(schemes) is var names
            ? schemes.Select(s =>
                CredentialNames.GetSecondaryName(names[s.Id], s.Kind) is { Length: > 0 } second ? $"{names[s.Id]}+{second}" : names[s.Id]
            )
            : [];

    private static string GetOptions(string more, TestDocument? document = null) =>
        Assert
            .Single(
                GeneratorHost.Generate(document ?? TestDocument.FromPaths(Path, more)).AssertCompiles().Sources,
                s => s.Value.Contains("partial class SampleClientOptions", StringComparison.Ordinal)
            )
            .Value;
}
