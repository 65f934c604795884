namespace CfGen.Package.Tests;

/// <summary>
/// The environment of a compiler that is started for one build: that of the user, unless the project sets <c>CfGenTuneCompiler</c>.
/// </summary>
public sealed class CompilerEnvironmentTests
{
    private const string OptIn = "<CfGenTuneCompiler>true</CfGenTuneCompiler>";
    private const string NoProfile = "DOTNET_TieredPGO=0";
    private const string NoDelay = "DOTNET_TC_CallCountingDelayMs=0";
    private const string HighThreshold = "DOTNET_TC_CallCountThreshold=800";

    [Fact]
    public async Task The_environment_of_the_compiler_is_the_users_by_default()
    {
        using Consumer consumer = new();
        Declare(consumer, "");
        consumer.Write("api.yaml", Padded(Consumer.Specification));
        Assert.DoesNotContain(Passed((await consumer.BuildAsync()).Succeeded()), v => v.StartsWith("DOTNET_T", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_project_that_opts_in_gets_no_profile_and_early_optimization_for_a_whole_large_document()
    {
        using Consumer consumer = new();
        Declare(consumer, "", OptIn);
        consumer.Write("api.yaml", Consumer.Specification);
        string[] passed = Passed((await consumer.BuildAsync()).Succeeded());
        Assert.Contains(NoProfile, passed);
        Assert.DoesNotContain(NoDelay, passed);
        Assert.DoesNotContain(HighThreshold, passed);

        // The same client out of more than a million characters.
        consumer.Write("api.yaml", Padded(Consumer.Specification));
        passed = Passed((await consumer.BuildAsync("--no-restore")).Succeeded());
        Assert.Contains(NoProfile, passed);
        Assert.Contains(NoDelay, passed);
        Assert.Contains(HighThreshold, passed);

        // A selection makes a small client of it again.
        Declare(consumer, "Operations=\"tag:Zero Trust Risk Scoring\"", OptIn);
        passed = Passed((await consumer.BuildAsync("--no-restore")).Succeeded());
        Assert.Contains(NoProfile, passed);
        Assert.DoesNotContain(NoDelay, passed);
        Assert.DoesNotContain(HighThreshold, passed);
    }

    [Fact]
    public async Task Variables_that_the_project_sets_itself_stay()
    {
        using Consumer consumer = new();
        consumer.Write("api.yaml", Consumer.Specification);
        Declare(consumer, "", OptIn + "<CscEnvironment>ACME=1;DOTNET_TieredPGO=1</CscEnvironment>");
        string[] passed = Passed((await consumer.BuildAsync()).Succeeded());
        Assert.Contains("ACME=1", passed);
        // ToolTask uses the last value of a variable that is given twice.
        Assert.True(Array.LastIndexOf(passed, "DOTNET_TieredPGO=1") > Array.LastIndexOf(passed, NoProfile), string.Join(' ', passed));
    }

    private static void Declare(Consumer consumer, string metadata, string property = "") =>
        consumer.WriteProject(
            Consumer.Reference + $"""<OpenApiClient Include="api.yaml" Namespace="Acme.Cloudflare" {metadata} />""",
            "<TargetFramework>net10.0</TargetFramework>" + property
        );

    private static string Padded(string document) =>
        document + "\n" + string.Concat(Enumerable.Repeat("# padding, padding, padding, padding\n", 30_000));

    // MSBuild lists them, a line each, between these words and the command.
    private static string[] Passed(Outcome build)
    {
        Assert.True(build.Compiled);
        string[] lines = [.. build.Output.Split('\n').Select(l => l.Trim())];
        int command = Array.FindIndex(lines, l => l.Contains("/noconfig", StringComparison.Ordinal));
        int list = Array.FindLastIndex(lines, command, l => l.StartsWith("Environment Variables passed to tool", StringComparison.Ordinal));
        return list < 0 ? [] : lines[(list + 1)..command];
    }
}
