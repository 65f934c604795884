using System.Text;

namespace CfGen.Package.Tests;

/// <summary>What the package's targets say to the runtime of a csc that is started for one build.</summary>
public sealed class CompilerEnvironmentTests
{
    private const string NoProfile = "DOTNET_TieredPGO=0";
    private const string AtOnce = "DOTNET_TC_CallCountingDelayMs=0";
    private const string Seldom = "DOTNET_TC_CallCountThreshold=800";

    [Fact]
    public async Task A_compiler_started_for_one_build_gathers_no_profile_and_a_whole_large_document_is_compiled_well_at_once()
    {
        using Consumer consumer = new();
        Declare(consumer, "");
        string small = Consumer.Specification;
        consumer.Write("api.yaml", small);
        string[] passed = Passed((await consumer.BuildAsync()).Succeeded());
        Assert.Contains(NoProfile, passed);
        Assert.DoesNotContain(AtOnce, passed);
        Assert.DoesNotContain(Seldom, passed);

        // The same client out of more than a million characters.
        consumer.Write(
            "api.yaml",
            new StringBuilder(small).Append('\n').Insert(small.Length, "# padding, padding, padding, padding\n", 30_000).ToString()
        );
        passed = Passed((await consumer.BuildAsync("--no-restore")).Succeeded());
        Assert.Contains(NoProfile, passed);
        Assert.Contains(AtOnce, passed);
        Assert.Contains(Seldom, passed);

        // Of which a selection makes a small client again.
        Declare(consumer, "Operations=\"tag:Zero Trust Risk Scoring\"");
        passed = Passed((await consumer.BuildAsync("--no-restore")).Succeeded());
        Assert.Contains(NoProfile, passed);
        Assert.DoesNotContain(AtOnce, passed);
        Assert.DoesNotContain(Seldom, passed);
    }

    [Fact]
    public async Task What_the_project_says_itself_stays()
    {
        using Consumer consumer = new();
        consumer.Write("api.yaml", Consumer.Specification);
        Declare(consumer, "", "<CscEnvironment>ACME=1;DOTNET_TieredPGO=1</CscEnvironment>");
        string[] passed = Passed((await consumer.BuildAsync()).Succeeded());
        Assert.Contains("ACME=1", passed);
        // Of a variable that is given twice ToolTask takes the last.
        Assert.True(Array.LastIndexOf(passed, "DOTNET_TieredPGO=1") > Array.LastIndexOf(passed, NoProfile), string.Join(' ', passed));

        Declare(consumer, "", "<CfGenCompilerEnvironment>false</CfGenCompilerEnvironment>");
        Directory.Delete(consumer.PathOf("obj/Debug"), recursive: true);
        Assert.DoesNotContain(NoProfile, Passed((await consumer.BuildAsync("--no-restore")).Succeeded()));
    }

    private static void Declare(Consumer consumer, string metadata, string property = "") =>
        consumer.WriteProject(
            Consumer.Reference + $"""<OpenApiClient Include="api.yaml" Namespace="Acme.Cloudflare" {metadata} />""",
            "<TargetFramework>net10.0</TargetFramework>" + property
        );

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
