using CfGen.Generator.Tests.Hosting;

namespace CfGen.Generator.Tests.Binding;

/// <summary>Schemes that one string is not enough for.</summary>
public class CredentialTests
{
    private const string Schemes = """
        security: [ { basic: [] }, { login: [] } ]
        components:
          securitySchemes:
            basic: { type: http, scheme: basic }
            login: { type: oauth2, flows: { clientCredentials: { tokenUrl: 'https://example.com/token', scopes: {} } } }

        """;

    [Fact]
    public void Basic_has_user_and_password_and_oauth_has_a_token_provider()
    {
        GeneratorRun run = GeneratorHost
            .Generate(TestDocument.FromPaths("/good: { get: { responses: { '204': { description: ok } } } }", Schemes))
            .AssertCompiles();

        string client = Assert
            .Single(run.Sources, s => s.Value.Contains("partial class SampleClientOptions", StringComparison.Ordinal))
            .Value;
        Assert.Contains(
            "BasicScheme(\"Username\", \"Password\", \"SAMPLE_USERNAME\", \"SAMPLE_PASSWORD\")",
            client,
            StringComparison.Ordinal
        );
        Assert.Contains(
            "public string? Password { get => GetBasicPassword(0); set => SetBasicPassword(0, value); }",
            client,
            StringComparison.Ordinal
        );
        Assert.Contains(
            "? LoginProvider { get => GetTokenProvider(1); set => SetTokenProvider(1, value); }",
            client,
            StringComparison.Ordinal
        );
    }
}
