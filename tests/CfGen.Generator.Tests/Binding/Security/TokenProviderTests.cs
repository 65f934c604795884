using System.Globalization;
using CfGen.Generator.Tests.Hosting;
using Microsoft.CodeAnalysis;

namespace CfGen.Generator.Tests.Binding.Security;

/// <summary>Scopes of operations, token URLs, and the options that hold token providers.</summary>
public class TokenProviderTests
{
    private static GeneratorRun Generate(string security, string flows) =>
        GeneratorHost
            .Generate(
                TestDocument.FromPaths(
                    $"/good: {{ get: {{ security: {security}, responses: {{ '204': {{ description: ok }} }} }} }}",
                    $"""
                    components:
                      securitySchemes:
                        key: {"{ type: apiKey, in: header, name: X-Key }"}
                        token: {"{ type: http, scheme: bearer }"}
                        login:
                          type: oauth2
                          flows: {flows}

                    """
                )
            )
            .AssertCompiles();

    private static string GetCode(GeneratorRun run) => string.Concat(run.Sources.Values);

    [Theory]
    [InlineData("[{ login: [a, b] }]", "Scopes = new string[] { \"a b\" }")]
    [InlineData("[{ key: [] }, { login: ['a b', b, c] }, {}]", "Scopes = new string[] { \"\", \"a b c\", \"\" }")]
    [InlineData("[{ login: [a] }, { login: [b] }]", "Scopes = new string[] { \"a\" }")] // alternatives: one of them is enough
    [InlineData("[{ login: [a], key: [] }]", "Scopes = new string[] { \"a\" }")]
    [InlineData("[{ token: [role] }]", "Scopes = new string[] { \"role\" }")]
    [InlineData("[{ login: [] }]", null)]
    [InlineData("[{ key: [role] }]", null)]
    public void An_operation_has_the_scopes_of_its_tokens(string security, string? expected)
    {
        string code = GetCode(Generate(security, "{ clientCredentials: { tokenUrl: /t, scopes: {} } }"));

        if (expected is null)
            Assert.DoesNotContain("Scopes =", code, StringComparison.Ordinal);
        else
            Assert.Contains(expected, code, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("clientCredentials: { tokenUrl: 'https://a.example/t', scopes: {} }", "https://a.example/t")]
    [InlineData("clientCredentials: { tokenUrl: '/t?x=1', scopes: {} }", "/t?x=1")]
    [InlineData("clientCredentials: { tokenUrl: 'token', scopes: {} }", "token")]
    [InlineData(
        "authorizationCode: { authorizationUrl: 'https://a.example', tokenUrl: 'https://a.example/code', scopes: {} }, clientCredentials: { tokenUrl: /own, scopes: {} }",
        "/own"
    )]
    [InlineData(
        "authorizationCode: { authorizationUrl: 'https://a.example', tokenUrl: 'https://a.example/code', scopes: {} }",
        "https://a.example/code"
    )]
    [InlineData("password: { tokenUrl: /token, scopes: {} }", null)]
    [InlineData("implicit: { authorizationUrl: 'https://a.example', scopes: {} }", null)]
    public void The_options_have_the_token_url_of_the_document(string flows, string? url)
    {
        GeneratorRun run = Generate("[{ login: [] }]", $"{{ {flows} }}");

        Assert.Empty(run.Diagnostics);
        Assert.Equal(url is not null, GetCode(run).Contains(" UseClientCredentials(", StringComparison.Ordinal));
        if (url is not null)
            Assert.Contains($"TokenUrl = \"{url}\"", GetCode(run), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("https://login.example.com/${TENANT}/token")]
    [InlineData("ftp://login.example.com/token")]
    [InlineData("urn:token")]
    [InlineData("https://{tenant}.example.com/token")]
    [InlineData("https://${TENANT}/token")]
    [InlineData("https://")]
    [InlineData("http://login.example.com:port/token")]
    public void A_token_url_that_cannot_be_called_is_reported(string url)
    {
        GeneratorRun run = Generate("[{ login: [] }]", $"{{ clientCredentials: {{ tokenUrl: '{url}', scopes: {{}} }} }}");

        Diagnostic found = Assert.Single(run.Diagnostics);
        Assert.Equal("CFG1170", found.Id);
        Assert.Contains($"The token URL '{url}' of 'login'", found.GetMessage(CultureInfo.InvariantCulture), StringComparison.Ordinal);
        Assert.Contains(" UseTokenProvider(", GetCode(run), StringComparison.Ordinal);
        Assert.DoesNotContain(" UseClientCredentials(", GetCode(run), StringComparison.Ordinal);
    }

    [Fact]
    public void A_login_url_that_is_no_url_costs_nothing()
    {
        GeneratorRun run = Generate(
            "[{ login: [] }]",
            "{ authorizationCode: { authorizationUrl: 'https://{tenant}.example.com', refreshUrl: 'https://{tenant}.example.com', tokenUrl: /t, scopes: {} } }"
        );

        Assert.Empty(run.Diagnostics);
        Assert.Contains(" UseClientCredentials(", GetCode(run), StringComparison.Ordinal);
    }

    [Fact]
    public void A_bearer_token_beside_oauth_has_a_provider_of_a_longer_name()
    {
        string code = GetCode(
            Generate("[{ login: [] }, { token: [] }]", "{ implicit: { authorizationUrl: 'https://a.example', scopes: {} } }")
        );

        Assert.Contains("ApiTokenProvider { get => GetTokenProvider(0);", code, StringComparison.Ordinal);
        Assert.Contains("UseApiTokenProvider(", code, StringComparison.Ordinal);
        Assert.Contains(" TokenProvider { get => GetTokenProvider(1);", code, StringComparison.Ordinal);
    }
}
