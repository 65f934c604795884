namespace CfGen.Package.Tests;

/// <summary>A user's project, from the package alone: builds, calls, and builds again only when there is a reason.</summary>
public sealed class ConsumerTests
{
    private const string Item =
        """<OpenApiClient Include="specs/api.yaml" Namespace="Acme.Cloudflare" ClientName="CloudflareClient" Operations="id:get-risk-score;id:reset-risk-score" />""";

    // Prints the response and what the type of the events knows, so that a test sees which document was compiled in.
    private const string Program = """
        using Acme.Cloudflare;

        using CloudflareClient client = new(new CloudflareClientOptions { BaseUrl = new Uri(args[0]), ApiToken = "secret" });
        try
        {
            RiskScoringGetResponse score = await client.ZeroTrust.RiskScoring.GetAsync("023e105f4ecef8ad9ca31a8372d0c353", args[1]);
            Console.WriteLine($"{score.Email} {score.RiskLevel?.AsKnown} {score.Events.Count} {score.Events[0].Timestamp:O}");
        }
        catch (CfGen.ApiValidationException fault)
        {
            Console.WriteLine($"refused {fault.ParamName}");
        }

        Console.WriteLine(string.Join(' ', typeof(Event).GetProperties().Select(p => p.Name)));
        """;

    private const string Response = """
        {"success":true,"errors":[],"messages":[],"result":{"email":"ada@example.com","name":"Ada","risk_level":"high",
        "events":[{"id":"1","name":"n","risk_level":"low","timestamp":"2019-12-27T18:11:19.117Z"}]}}
        """;

    private const string UserId = "182bd5e5-6e1a-4fe4-a799-aa6d9a6ab26e";

    [Fact]
    public async Task A_package_reference_and_an_item_make_a_working_client()
    {
        using Consumer consumer = NewConsumer();
        Outcome build = (await consumer.BuildAsync()).Succeeded();
        Assert.Empty(build.Lines("warning "));

        await using LoopbackApi api = await LoopbackApi.StartAsync(Response);
        Outcome call = (await consumer.RunAsync(api.Url, UserId)).Succeeded();
        Assert.Contains("ada@example.com High 1 2019-12-27T18:11:19.1170000+00:00", call.Output, StringComparison.Ordinal);
        Assert.Equal([$"GET /client/v4/accounts/023e105f4ecef8ad9ca31a8372d0c353/zt_risk_scoring/{UserId} Bearer secret"], api.Requests);

        Outcome refused = (await consumer.RunAsync(api.Url, "..")).Succeeded();
        Assert.Contains("refused userId", refused.Output, StringComparison.Ordinal);
        Assert.Single(api.Requests);
    }

    [Fact]
    public async Task A_second_build_compiles_only_where_the_document_changed()
    {
        using Consumer consumer = NewConsumer();
        Assert.True((await consumer.BuildAsync()).Succeeded().Compiled);

        Outcome unchanged = (await consumer.BuildAsync("--no-restore")).Succeeded();
        Assert.False(unchanged.Compiled);
        Assert.Contains("Skipping target \"CoreCompile\"", unchanged.Output, StringComparison.Ordinal);

        consumer.Write("specs/api.yaml", WithEventProperty("severity"));
        Assert.True((await consumer.BuildAsync("--no-restore")).Succeeded().Compiled);
        Assert.Contains("Severity", (await PropertiesAsync(consumer)).Output, StringComparison.Ordinal);
        Assert.False((await consumer.BuildAsync("--no-restore")).Succeeded().Compiled);

        // An older file in its place, as a checkout or an unpacked archive brings it.
        consumer.Write("specs/api.yaml", WithEventProperty("origin"));
        File.SetLastWriteTimeUtc(consumer.PathOf("specs/api.yaml"), new DateTime(2001, 1, 1, 0, 0, 0, DateTimeKind.Utc));
        Assert.True((await consumer.BuildAsync("--no-restore")).Succeeded().Compiled);
        Outcome older = await PropertiesAsync(consumer);
        Assert.Contains("Origin", older.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("Severity", older.Output, StringComparison.Ordinal);
        Assert.False((await consumer.BuildAsync("--no-restore")).Succeeded().Compiled);
    }

    [Fact]
    public async Task A_library_with_docs_and_all_rules_builds_for_both_frameworks_without_a_warning()
    {
        using Consumer consumer = NewConsumer(
            """
            <TargetFrameworks>net8.0;net10.0</TargetFrameworks>
            <TreatWarningsAsErrors>true</TreatWarningsAsErrors>
            <GenerateDocumentationFile>true</GenerateDocumentationFile>
            <AnalysisLevel>latest-all</AnalysisLevel>
            <EnforceCodeStyleInBuild>true</EnforceCodeStyleInBuild>
            <IsAotCompatible>true</IsAotCompatible>
            """
        );
        consumer.Write(
            "Program.cs",
            """
            namespace Acme;

            /// <summary>Uses the client as a library would.</summary>
            public sealed class Scores(Cloudflare.CloudflareClient client)
            {
                /// <summary>The level of a user.</summary>
                public async Task<Cloudflare.RiskLevel?> LevelAsync(string account, Guid user, CancellationToken token)
                    => (await client.ZeroTrust.RiskScoring.GetAsync(account, user, cancellationToken: token).ConfigureAwait(false)).RiskLevel;
            }
            """
        );
        Outcome build = (await consumer.BuildAsync()).Succeeded();
        Assert.Empty(build.Lines("warning "));
        Assert.True(File.Exists(consumer.PathOf("bin/Debug/net8.0/Acme.dll")));
        Assert.Contains("GetAsync", await File.ReadAllTextAsync(consumer.PathOf("bin/Debug/net10.0/Acme.xml")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_generated_code_can_be_written_to_disk()
    {
        using Consumer consumer = NewConsumer(
            """
            <TargetFramework>net10.0</TargetFramework><OutputType>Exe</OutputType>
            <EmitCompilerGeneratedFiles>true</EmitCompilerGeneratedFiles>
            <CompilerGeneratedFilesOutputPath>obj/written</CompilerGeneratedFilesOutputPath>
            """
        );
        (await consumer.BuildAsync()).Succeeded();
        string[] written =
        [
            .. Directory
                .GetFiles(consumer.PathOf("obj/written"), "*.g.cs", SearchOption.AllDirectories)
                .Where(f => f.Contains("CfGen.Generator", StringComparison.Ordinal)),
        ];
        Assert.NotEmpty(written);
        Assert.All(written, f => Assert.StartsWith("// <auto-generated/>", File.ReadAllText(f), StringComparison.Ordinal));
    }

    private static Consumer NewConsumer(string properties = "<TargetFramework>net10.0</TargetFramework><OutputType>Exe</OutputType>")
    {
        Consumer consumer = new();
        consumer.WriteProject(Consumer.Reference + "\n" + Item, properties);
        consumer.Write("specs/api.yaml", Consumer.Specification);
        consumer.Write("Program.cs", Program);
        return consumer;
    }

    private static string WithEventProperty(string name)
    {
        const string Anchor = "        event_details:\n          type: object\n";
        Assert.Contains(Anchor, Consumer.Specification, StringComparison.Ordinal);
        return Consumer.Specification.Replace(Anchor, $"        {name}:\n          type: string\n{Anchor}", StringComparison.Ordinal);
    }

    // The argument is refused before anything is sent, so no server is needed.
    private static async Task<Outcome> PropertiesAsync(Consumer consumer) =>
        (await consumer.RunAsync("http://127.0.0.1:9", "no-uuid")).Succeeded();
}
