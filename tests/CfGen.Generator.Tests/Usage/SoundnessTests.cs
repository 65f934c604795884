using CfGen.Generator.Tests.Hosting;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace CfGen.Generator.Tests.Usage;

/// <summary>All that code uses is emitted with <c>Emit="used"</c>, in whatever way it uses it, and the rest is not.</summary>
public class SoundnessTests
{
    private const string Nothing = "internal static class Program { }";

    private static readonly GeneratorRun s_nothing = UsageProject.Run(Nothing);
    private static readonly GeneratorRun s_all = new GeneratorHost(UsageProject.Document.With("Emit", "all")).Run();

    public static TheoryData<string> Cases => [.. UsageCase.All.Keys];

    [Theory]
    [MemberData(nameof(Cases))]
    public void What_code_uses_is_emitted(string name)
    {
        UsageCase way = UsageCase.All[name];
        GeneratorRun run = UsageProject.Run(way.Code).AssertNoDiagnostics().AssertCompiles();

        HashSet<string> methods = UsageProject.GetMethods(run);
        if (way.Method.Length > 0)
            Assert.Contains(way.Method, methods);
        else
            Assert.Contains($"{UsageProject.Namespace}.{way.Type}", UsageProject.GetTexts(run).Keys);
        // Without the code it is not emitted, and the code does not compile with what is.
        Assert.DoesNotContain(way.Method, UsageProject.GetMethods(s_nothing));
        Assert.DoesNotContain($"{UsageProject.Namespace}.{way.Type}", UsageProject.GetTexts(s_nothing).Keys);
        CSharpCompilation without = run
            .Output.RemoveSyntaxTrees(run.Result.GeneratedSources.Select(s => s.SyntaxTree))
            .AddSyntaxTrees(s_nothing.Result.GeneratedSources.Select(s => s.SyntaxTree));
        Assert.Contains(without.GetDiagnostics(), d => d.Severity == DiagnosticSeverity.Error);
        // What no case uses.
        Assert.DoesNotContain("UsersResource.DeleteAsync", methods);
        Assert.DoesNotContain("ApiClient.VersionAsync", methods);
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void What_is_emitted_equals_that_of_the_whole_client(string name)
    {
        Dictionary<string, string> all = UsageProject.GetTexts(s_all);
        Dictionary<string, string> used = UsageProject.GetTexts(UsageProject.Run(UsageCase.All[name].Code));

        Assert.NotEmpty(used);
        Assert.True(used.Count < all.Count);
        Assert.All(used, text => Assert.Equal(all[text.Key], text.Value));
    }

    [Fact]
    public void Without_a_use_only_the_client_is_emitted()
    {
        s_nothing.AssertCompiles();
        Assert.Equal(["Acme.Api.ApiClient.g.cs", "Acme.Api.ApiClient.LeftOut.g.cs"], s_nothing.Sources.Keys);
        Assert.Equal(["ApiClient.SendAsync"], UsageProject.GetMethods(s_nothing));
    }

    [Theory]
    [InlineData("const string F = \"Zones.GetAsync ZonesResource\";")]
    [InlineData("// c.Zones.GetAsync ZonesResource\n")]
    [InlineData("/* c.Zones.GetAsync ZonesResource */")]
    [InlineData("\n#if NEVER\nstatic object F(ApiClient c) => c.Zones.GetAsync(\"x\");\n#endif\n")]
    [InlineData("static int ZonesCount; static void GetAsyncs() { }")]
    [InlineData("static void GetAsync() { }")]
    [InlineData("static int Records => 1; static void ListAsync() { }")]
    public void What_is_no_use_emits_nothing(string member) =>
        Assert.Equal(s_nothing.Sources, UsageProject.Run($"internal static class Program {{ {member} }}").Sources);

    [Fact]
    public void An_IDE_sees_the_whole_client() =>
        Assert.Equal(s_all.Sources, new GeneratorHost(UsageProject.Document).EditCode(Nothing).Run().Sources);

    [Fact]
    public void A_client_of_all_is_not_filtered() =>
        Assert.Equal(s_all.Sources, UsageProject.CreateHost(Nothing, UsageProject.Document.With("Emit", "all")).Run().Sources);

    [Fact]
    public void A_helper_in_another_file_is_read()
    {
        GeneratorRun run = UsageProject
            .CreateHost(
                "using Acme.Api; internal static class Program { static object F(ApiClient c) => c.First(); }",
                UsageProject.Document
            )
            .AddCode(
                "Helpers.cs",
                "using Acme.Api; internal static class H { public static object First(this ApiClient c) => c.Zones.GetAsync(\"1\"); }"
            )
            .Run()
            .AssertCompiles();
        Assert.Contains("ZonesResource.GetAsync", UsageProject.GetMethods(run));
    }

    [Fact]
    public void Top_level_statements_are_read()
    {
        GeneratorRun run = UsageProject
            .CreateHost("using Acme.Api; using var c = new ApiClient(); await c.Zones.GetAsync(\"1\");", UsageProject.Document)
            .WithOutput(OutputKind.ConsoleApplication)
            .Run()
            .AssertCompiles();
        Assert.Contains("ZonesResource.GetAsync", UsageProject.GetMethods(run));
    }

    [Fact]
    public void A_fake_of_an_interface_implements_what_it_has()
    {
        const string Fake = """
            using Acme.Api; using System.Threading; using System.Threading.Tasks; using CfGen;
            #nullable enable
            internal sealed class Fake : IZonesResource
            {
                public Task<Zone> GetAsync(string id, RequestOptions? options, CancellationToken cancellationToken) => Task.FromResult(new Zone { Name = id });
                Task<ApiResponse<Zone>> IZonesResource.GetWithResponseAsync(string id, RequestOptions? options, CancellationToken cancellationToken) => throw new System.NotSupportedException();
            }
            internal static class Program { static Task F(IApiClient c) => c.Zones.GetAsync("a"); }
            """;
        GeneratorRun run = UsageProject
            .CreateHost(Fake, UsageProject.Document.With("Interfaces", "true"))
            .Run()
            .AssertNoDiagnostics()
            .AssertCompiles();
        Assert.Contains("ZonesResource.GetAsync", UsageProject.GetMethods(run));
        Assert.DoesNotContain("ZonesResource.ListAsync", UsageProject.GetMethods(run));
    }

    [Fact]
    public void Two_clients_are_reduced_by_their_own_names()
    {
        TestDocument other = UsageProject.Document with { Path = "/project/other.yaml" };
        GeneratorRun run = UsageProject
            .CreateHost(
                "internal static class Program { static object F(Acme.Api.ApiClient c) => c.Zones.GetAsync(\"1\"); static object G(Acme.Other.OtherClient c) => c.Users.CreateAsync(new() { Name = \"a\" }); }",
                UsageProject.Document,
                other.Replace("zones.", "areas.").With("Namespace", "Acme.Other").With("ClientName", "OtherClient")
            )
            .Run()
            .AssertCompiles();
        HashSet<string> methods = UsageProject.GetMethods(run);
        Assert.Contains("ZonesResource.GetAsync", methods);
        Assert.Contains("UsersResource.CreateAsync", methods);
        Assert.DoesNotContain("AreasResource.GetAsync", methods);
    }

    [Theory]
    [InlineData("/project/Pages/Index.razor", "@inject ApiClient Api\n<p>@(await Api.Zones.GetAsync(id))</p>")]
    [InlineData("/project/Pages/Index.cshtml", "@{ var z = await Model.Api.Zones.GetAsync(\"1\"); }")]
    [InlineData("/project/Main.xaml", "<Button Content=\"{Binding Api.Zones}\" Command=\"{x:Bind Model.GetAsync}\" />")]
    [InlineData("/project/Main.axaml", "<TextBlock Text=\"{Binding Zones}\" Tag=\"GetAsync\" />")]
    [InlineData("/project/Pages/Escaped.razor", @"@(Api.Z\u006fnes.GetAsync(""1""))")]
    public void Pages_and_views_are_read_as_words(string path, string text)
    {
        GeneratorRun run = UsageProject.CreateHost(Nothing, UsageProject.Document).WithUndeclared(new TestDocument(path, text)).Run();
        Assert.Contains("ZonesResource.GetAsync", UsageProject.GetMethods(run));
        Assert.DoesNotContain("UsersResource.CreateAsync", UsageProject.GetMethods(run));
    }

    [Fact]
    public void Other_additional_files_are_not_read()
    {
        GeneratorRun run = UsageProject
            .CreateHost(Nothing, UsageProject.Document)
            .WithUndeclared(new TestDocument("/project/notes.txt", "Zones.GetAsync"))
            .Run();
        Assert.Equal(s_nothing.Sources, run.Sources);
    }

    [Fact]
    public void Sources_of_other_projects_are_read_as_words()
    {
        TestDocument test = new("/tests/ZoneTests.cs", "\n#if OTHER\nvar z = new ApiClient().Zones.GetAsync(\"1\");\n#endif")
        {
            IsUser = true,
        };
        GeneratorRun run = UsageProject.CreateHost(Nothing, UsageProject.Document, test).Run().AssertNoDiagnostics();
        Assert.Contains("ZonesResource.GetAsync", UsageProject.GetMethods(run));
    }
}
