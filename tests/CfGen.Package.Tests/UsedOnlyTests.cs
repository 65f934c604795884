namespace CfGen.Package.Tests;

/// <summary>Emit="used" in real builds: what the command line emits, what an IDE's build emits, and what is refused.</summary>
public sealed class UsedOnlyTests
{
    // Prints the methods of the resources that are in the assembly.
    private const string Program = """
        foreach (string name in typeof(Program).Assembly.GetTypes()
            .Where(t => t.Name.EndsWith("Resource"))
            .SelectMany(t => t.GetMethods().Where(m => m.DeclaringType == t && m.Name.EndsWith("Async")).Select(m => $"{t.Name}.{m.Name}"))
            .Distinct().Order())
            Console.WriteLine(name);

        internal static class Calls
        {
            internal static object Get(Acme.Cloudflare.CloudflareClient client) => client.ZeroTrust.RiskScoring.GetAsync("a", "b");
        }
        """;

    private const string Item =
        """<OpenApiClient Include="api.yaml" Namespace="Acme.Cloudflare" ClientName="CloudflareClient" Emit="used" />""";

    [Fact]
    public async Task A_build_emits_what_the_program_and_its_tests_call_and_an_IDE_emits_all()
    {
        using Consumer consumer = new();
        consumer.WriteProject(
            Consumer.Reference + Item + """<CfGenUser Include="Acme.Tests/**/*.cs" /><Compile Remove="Acme.Tests/**" />""",
            "<TargetFramework>net10.0</TargetFramework><OutputType>Exe</OutputType><CfGenReport>true</CfGenReport>"
        );
        consumer.Write("api.yaml", Consumer.Specification);
        consumer.Write("Program.cs", Program);
        consumer.Write(
            "Acme.Tests/Use.cs",
            "public static class Use { public static object Run(Acme.Cloudflare.CloudflareClient c) => c.ZeroTrust.RiskScoring.Behaviours.GetAsync(\"a\"); }"
        );
        consumer.WriteProject(
            """<ProjectReference Include="../Acme.csproj" />""",
            "<TargetFramework>net10.0</TargetFramework>",
            name: "Acme.Tests/Acme.Tests.csproj"
        );

        // The project of the tests, which sees the program's public client.
        Outcome build = (await consumer.BuildProjectAsync("Acme.Tests/Acme.Tests.csproj")).Succeeded();
        Assert.Equal(2, build.Lines("warning CFG4005").Count);
        Assert.Contains("Emitted: 2 of ", Assert.Single(build.Lines("warning CFG4006")), StringComparison.Ordinal);
        Assert.Equal(
            [
                "BehavioursResource.GetAsync",
                "BehavioursResource.GetWithResponseAsync",
                "RiskScoringResource.GetAsync",
                "RiskScoringResource.GetWithResponseAsync",
            ],
            await RunAsync(consumer)
        );

        (await consumer.BuildAsync("--no-restore", "--no-incremental", "-p:BuildingInsideVisualStudio=true")).Succeeded();
        string[] all = await RunAsync(consumer);
        Assert.Contains("IntegrationsResource.CreateAsync", all);
        Assert.Contains("RiskScoringResource.GetAsync", all);
    }

    [Fact]
    public async Task A_public_library_is_refused_and_a_friend_is_a_warning()
    {
        using Consumer refused = Consumer.CreateLibrary(Item, "internal static class Use { }", "");
        Outcome build = (await refused.BuildAsync()).Failed();
        Assert.Contains("Acme.csproj(", Assert.Single(build.Lines("error CFG2065")), StringComparison.Ordinal);
        Assert.DoesNotContain("error CS", build.Output, StringComparison.Ordinal);

        refused.WriteProject(
            Consumer.Reference + """<InternalsVisibleTo Include="Acme.Tests" />""" + Item,
            "<TargetFramework>net10.0</TargetFramework><CfGenAccess>internal</CfGenAccess>"
        );
        Outcome warned = (await refused.BuildAsync()).Succeeded();
        Assert.Contains("'Acme.Tests'", Assert.Single(warned.Lines("warning CFG2066")), StringComparison.Ordinal);
    }

    private static async Task<string[]> RunAsync(Consumer consumer) =>
        (await consumer.RunAsync()).Succeeded().Output.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
}
