namespace CfGen.Package.Tests;

/// <summary>Errors of a wrong project file. They name the project, and no errors of the compiler follow.</summary>
public sealed class ProjectMistakeTests
{
    [Fact]
    public async Task A_missing_file_is_CFG2010_and_csc_never_runs()
    {
        Outcome build = await BuildAsync(
            """<OpenApiClient Include="api.yaml" /><OpenApiClient Include="gone.yaml" /><OpenApiClient Include="gone too.yaml" />"""
        );
        string line = Assert.Single(build.Lines("error CFG2010"));
        Assert.Contains(Consumer.Project, line, StringComparison.Ordinal);
        Assert.Contains("gone.yaml", line, StringComparison.Ordinal);
        Assert.Contains("gone too.yaml", line, StringComparison.Ordinal);
        Assert.DoesNotContain("CS2001", build.Output, StringComparison.Ordinal);
        Assert.False(build.Compiled);
    }

    [Fact]
    public async Task The_same_file_twice_is_CFG2011_however_it_is_spelled()
    {
        Outcome build = await BuildAsync(
            """<OpenApiClient Include="api.yaml" Namespace="One" /><OpenApiClient Include="sub/../api.yaml" Namespace="Two" />"""
        );
        string line = Assert.Single(build.Lines("error CFG2011"));
        Assert.Contains(Consumer.Project, line, StringComparison.Ordinal);
        Assert.Contains("api.yaml", line, StringComparison.Ordinal);
        Assert.False(build.Compiled);
    }

    [Fact]
    public async Task Metadata_that_does_not_exist_is_CFG2012_with_the_line_that_has_it()
    {
        Outcome build = await BuildAsync(
            """<OpenApiClient Include="api.yaml" Namepsace="Acme" /><OpenApiClient Include="other.yaml" namespace="Fine" Link="Fine" />"""
        );
        string line = Assert.Single(build.Lines("error CFG2012"));
        Assert.Contains("Namepsace=\"Acme\"", line, StringComparison.Ordinal);
        Assert.DoesNotContain("other.yaml", line, StringComparison.Ordinal);
        Assert.False(build.Compiled);
    }

    [Fact]
    public async Task A_URL_is_CFG2062_and_csc_never_runs()
    {
        Outcome build = await BuildAsync("""<OpenApiClient Include="https://api.example.com/openapi.json" />""");
        string line = Assert.Single(build.Lines("error CFG2062"));
        Assert.Contains("SourceUrl=\"https://api.example.com/openapi.json\"", line, StringComparison.Ordinal);
        Assert.DoesNotContain("CFG2010", build.Output, StringComparison.Ordinal);
        Assert.False(build.Compiled);
    }

    [Fact]
    public async Task An_old_version_of_csharp_is_CFG2061_and_no_error_in_generated_code()
    {
        using Consumer consumer = new();
        consumer.WriteProject(
            Consumer.Reference + """<OpenApiClient Include="api.yaml" Namespace="Acme.Cloudflare" />""",
            "<TargetFramework>net10.0</TargetFramework><LangVersion>11</LangVersion>"
        );
        consumer.Write("api.yaml", Consumer.Specification);
        Outcome build = (await consumer.BuildAsync()).Failed();
        Assert.Single(build.Lines("error "), l => l.Contains("CFG2061", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Documents_that_are_not_declared_get_one_hint_of_each_kind()
    {
        using Consumer consumer = new();
        consumer.WriteProject(
            Consumer.Reference + """<OpenApiReference Include="a.json" /><AdditionalFiles Include="b.json;api.yaml" />""",
            "<TargetFramework>net10.0</TargetFramework>"
        );
        consumer.Write("b.json", """{ "rules": [] }""");
        consumer.Write("api.yaml", Consumer.Specification);
        Outcome build = (await consumer.BuildAsync()).Succeeded();
        Assert.Contains("a.json", Assert.Single(build.Lines("warning CFG2063")), StringComparison.Ordinal);
        string line = Assert.Single(build.Lines("warning CFG2064"));
        Assert.Contains("api.yaml", line, StringComparison.Ordinal);
        Assert.DoesNotContain("b.json", line, StringComparison.Ordinal);
        Assert.True(build.Compiled);
    }

    [Fact]
    public async Task Items_in_a_project_of_another_language_are_CFG2013()
    {
        using Consumer consumer = new();
        consumer.WriteProject(
            Consumer.Reference + """<OpenApiClient Include="api.yaml" />""",
            "<TargetFramework>net10.0</TargetFramework>",
            name: "Acme.vbproj"
        );
        consumer.Write("api.yaml", Consumer.Specification);
        Outcome build = (await consumer.BuildProjectAsync("Acme.vbproj")).Failed();
        Assert.Single(build.Lines("error CFG2013"));
    }

    [Fact]
    public async Task A_framework_that_the_runtime_does_not_support_is_refused_by_name()
    {
        using Consumer consumer = new();
        consumer.WriteProject(Consumer.Reference, "<TargetFramework>netstandard2.0</TargetFramework>");
        Outcome restore = (await consumer.DotnetAsync("restore", Consumer.Project, "-tl:off", "--disable-build-servers")).Failed();
        Assert.Contains(restore.Lines("NU1202"), l => l.Contains("CfGen.Runtime", StringComparison.Ordinal));
    }

    private static async Task<Outcome> BuildAsync(string items)
    {
        using Consumer consumer = new();
        consumer.WriteProject(Consumer.Reference + "\n" + items, "<TargetFramework>net10.0</TargetFramework>");
        consumer.Write("api.yaml", Consumer.Specification);
        consumer.Write("other.yaml", Consumer.Specification);
        return (await consumer.BuildAsync()).Failed();
    }
}
