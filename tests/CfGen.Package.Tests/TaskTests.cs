namespace CfGen.Package.Tests;

/// <summary>The MSBuild task in builds: where its items are reported, and what it leaves alone.</summary>
public sealed class TaskTests
{
    [Fact]
    public async Task A_wrong_value_is_reported_at_the_line_of_the_item_in_the_file_that_declares_it()
    {
        using Consumer consumer = new();
        consumer.WriteProject(
            Consumer.Reference
                + "\n"
                + """<OpenApiClient Include="api.yaml" Namespace="Acme.One" />"""
                + "\n"
                + """<OpenApiClient Include="other.yaml" Namespace="Acme.Two" Models="struct" />""",
            "<TargetFramework>net10.0</TargetFramework>"
        );
        consumer.Write(
            "Directory.Build.props",
            "<Project>\n<ItemGroup>\n<OpenApiClient Include='third.yaml' Access='private' Namespace='Acme.Three' />\n</ItemGroup></Project>"
        );
        foreach (string name in (string[])["api.yaml", "other.yaml", "third.yaml"])
            consumer.Write(name, Consumer.Specification);
        int line =
            1
            + Array.FindIndex(
                (await File.ReadAllLinesAsync(consumer.PathOf(Consumer.Project))),
                l => l.Contains("other.yaml", StringComparison.Ordinal)
            );

        Outcome build = (await consumer.BuildAsync()).Failed();

        Assert.Contains(
            build.Lines("error CFG2004"),
            l => l.Contains($"Acme.csproj({line},1)", StringComparison.Ordinal) && l.Contains("struct", StringComparison.Ordinal)
        );
        Assert.Contains(
            build.Lines("error CFG2004"),
            l => l.Contains("Directory.Build.props(3,1)", StringComparison.Ordinal) && l.Contains("private", StringComparison.Ordinal)
        );
    }

    [Fact]
    public async Task Metadata_from_any_file_and_any_target_is_checked()
    {
        using Consumer consumer = new();
        consumer.WriteProject(
            Consumer.Reference + """<OpenApiClient Include="api.yaml" Namespace="Acme.One" />""",
            "<TargetFramework>net10.0</TargetFramework>"
        );
        consumer.Write("api.yaml", Consumer.Specification);
        consumer.Write("Directory.Build.targets", "<Project><Import Project='more.targets' /></Project>");
        consumer.Write("more.targets", "<Project><ItemGroup><OpenApiClient Update='api.yaml' Emitt='used' /></ItemGroup></Project>");
        Outcome build = (await consumer.BuildAsync()).Failed();
        Assert.Contains("Emitt=\"used\"", Assert.Single(build.Lines("error CFG2012")), StringComparison.Ordinal);

        Assert.Empty((await consumer.BuildAsync("-p:NoWarn=CFG2012")).Succeeded().Lines("error "));
    }

    [Fact]
    public async Task Files_that_the_project_lists_too_are_given_to_the_compiler_once()
    {
        using Consumer consumer = new();
        consumer.WriteProject(
            Consumer.Reference
                + """<OpenApiClient Include="api.yaml" Namespace="Acme.One" Names="names.json" /><AdditionalFiles Include="api.yaml;names.json" />""",
            "<TargetFramework>net10.0</TargetFramework>"
        );
        consumer.Write("api.yaml", Consumer.Specification);
        consumer.Write("names.json", """{ "get-risk-score": "risk.users.read" }""");
        consumer.Write(
            "Use.cs",
            "internal static class Use { public static void Read(Acme.One.CloudflareClient client) => client.Risk.Users.ReadAsync(\"\", \"\"); }"
        );
        Outcome build = (await consumer.BuildAsync()).Succeeded();
        string command = build.Output.Split('\n').First(l => l.Contains("/noconfig", StringComparison.Ordinal));
        Assert.Equal(2, command.Split("/additionalfile:").Length - 1);
    }

    [Fact]
    public async Task Builds_at_the_same_time_succeed_and_write_nothing_beside_the_project()
    {
        using Consumer consumer = new();
        consumer.WriteProject(
            Consumer.Reference + """<OpenApiClient Include="api.yaml" Namespace="Acme.One" />""",
            "<TargetFramework>net10.0</TargetFramework>"
        );
        consumer.Write("api.yaml", Consumer.Specification);
        (await consumer.DotnetAsync("restore", Consumer.Project, "-tl:off", "--disable-build-servers")).Succeeded();
        string package = Path.Combine(Consumer.Packages, "cfgen");
        (string, DateTime)[] before = Files(package);
        Assert.NotEmpty(before);

        Outcome[] builds = await Task.WhenAll(
            Enumerable
                .Range(0, 3)
                .Select(_ => consumer.DotnetAsync("msbuild", Consumer.Project, "-tl:off", "-nr:false", "-t:CfGenPrepareDocuments"))
        );

        Assert.All(builds, b => b.Succeeded());
        Assert.Equal(before, Files(package));
        Assert.Equal(
            ["Acme.CfGen.documents", "Acme.CfGen.documents.cache"],
            Files(consumer.PathOf("obj/Debug")).Select(f => Path.GetFileName(f.Path)).Order()
        );
    }

    private static (string Path, DateTime Time)[] Files(string folder) =>
        [.. Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).Order().Select(f => (f, File.GetLastWriteTimeUtc(f)))];
}
