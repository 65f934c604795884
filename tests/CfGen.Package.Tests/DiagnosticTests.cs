namespace CfGen.Package.Tests;

/// <summary>Diagnostics as a user meets them: in the build's output, at a place in the document, and silenced the usual way.</summary>
public sealed class DiagnosticTests
{
    [Theory]
    [InlineData("openapi: 3.0.3\ninfo:\n  title: \"a\" b\npaths: {}\n")]
    [InlineData("openapi: 3.0.3\ninfo:\n  title: [unclosed\npaths: {}\n")]
    public async Task A_broken_document_is_an_error_at_its_line_and_costs_the_other_document_nothing(string broken)
    {
        using Consumer consumer = new();
        consumer.WriteProject(
            Consumer.Reference
                + """<OpenApiClient Include="broken.yaml" Namespace="Acme.Broken" /><OpenApiClient Include="api.yaml" Namespace="Acme.Cloudflare" />""",
            "<TargetFramework>net10.0</TargetFramework>"
        );
        consumer.Write("broken.yaml", broken);
        consumer.Write("api.yaml", Consumer.Specification);
        consumer.Write(
            "Use.cs",
            "namespace Acme; internal static class Use { public static System.Type Client => typeof(Cloudflare.CloudflareClient); }"
        );

        Outcome build = (await consumer.BuildAsync()).Failed();

        string line = Assert.Single(build.Lines("error "));
        Assert.Matches(@"broken\.yaml\(\d+,\d+\): error CFG0002", line);
    }

    [Fact]
    public async Task A_warning_can_be_silenced_and_raised_like_any_other()
    {
        using Consumer consumer = new();
        consumer.WriteProject(
            Consumer.Reference
                + """<OpenApiClient Include="api.yaml" Namespace="Acme.Cloudflare" Operations="id:get-risk-score;id:no-such" />""",
            "<TargetFramework>net10.0</TargetFramework>"
        );
        consumer.Write("api.yaml", Consumer.Specification);

        string warning = Assert.Single((await consumer.BuildAsync()).Succeeded().Lines("warning "));
        Assert.Contains("CFG2002", warning, StringComparison.Ordinal);
        Assert.Contains("id:no-such", warning, StringComparison.Ordinal);
        Assert.Empty((await consumer.BuildAsync("--no-restore", "--no-incremental", "-p:NoWarn=CFG2002")).Succeeded().Lines("warning "));
        Assert.Single(
            (await consumer.BuildAsync("--no-restore", "--no-incremental", "-warnaserror:CFG2002")).Failed().Lines("error CFG2002")
        );
    }

    [Fact]
    public async Task Metadata_that_is_not_built_yet_is_refused_by_name()
    {
        using Consumer consumer = new();
        consumer.WriteProject(
            Consumer.Reference + """<OpenApiClient Include="api.yaml" Examples="x; y # z" />""",
            "<TargetFramework>net10.0</TargetFramework>"
        );
        consumer.Write("api.yaml", Consumer.Specification);
        IReadOnlyList<string> errors = (await consumer.BuildAsync()).Failed().Lines("error CFG2001");
        Assert.Contains("Examples=\"x; y # z\"", Assert.Single(errors), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Patterns_survive_spaces_comment_signs_and_line_breaks_on_their_way_to_the_generator()
    {
        using Consumer consumer = new();
        consumer.WriteProject(
            Consumer.Reference
                + """
                <OpenApiClient Include="../outside #1/api.yaml" ClientName="Cf">
                  <Operations>
                    tag:Zero Trust*;
                    !id:reset-risk-score # no comment;
                    !path:/**/integrations/**
                  </Operations>
                </OpenApiClient>
                """,
            "<TargetFramework>net10.0</TargetFramework><CfGenNamespace>Acme.FromTheProject</CfGenNamespace>",
            name: "project/Acme.csproj"
        );
        consumer.Write("outside #1/api.yaml", Consumer.Specification);
        consumer.Write(
            "project/Use.cs",
            "namespace Acme; internal static class Use { public static void Get(FromTheProject.Cf c) => c.ZeroTrust.RiskScoring.ResetAsync(\"\", \"\"); }"
        );
        Outcome build = (await consumer.BuildProjectAsync("project/Acme.csproj")).Succeeded();
        // Not cut at the `#`: the whole pattern is named as one that fits nothing, so `reset` is still there.
        Assert.Contains("!id:reset-risk-score # no comment", Assert.Single(build.Lines("warning CFG2002")), StringComparison.Ordinal);
    }
}
