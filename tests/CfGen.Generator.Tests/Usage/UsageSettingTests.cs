using System.Globalization;
using CfGen.Generator.Tests.Hosting;
using Microsoft.CodeAnalysis;

namespace CfGen.Generator.Tests.Usage;

/// <summary>The metadata <c>Emit</c> and <c>Keep</c>, and the projects in which code that uses a client cannot be seen.</summary>
public class UsageSettingTests
{
    private const string Nothing = "internal static class Program { }";

    [Theory]
    [InlineData("id:users-list", "UsersResource.ListAsync")]
    [InlineData("path:GET /zones/*/records", "RecordsResource.ListAsync")]
    [InlineData(
        "path:/things",
        "ThingsResource.SendAsync ThingsResource.SendStreamingAsync ThingsResource.SendWithFilesAsync ThingsResource.SendWithFilesStreamingAsync"
    )]
    [InlineData("tag:people;!path:DELETE /**", "UsersResource.CreateAsync UsersResource.ListAsync")]
    [InlineData("path:/ping", "ApiClient.PingAsync")]
    [InlineData("!path:/**", "")]
    [InlineData("!path:/*/**;path:/ping", "")]
    public void Kept_operations_are_always_emitted(string keep, string methods)
    {
        GeneratorRun run = UsageProject.CreateHost(Nothing, UsageProject.Document.With("Keep", keep)).Run().AssertNoDiagnostics();

        Assert.Equal(
            methods.Split(' ', StringSplitOptions.RemoveEmptyEntries),
            UsageProject
                .GetMethods(run)
                .Where(m => m != "ApiClient.SendAsync" && !m.EndsWith("WithResponseAsync", StringComparison.Ordinal))
                .Order(StringComparer.Ordinal)
        );
        run.AssertCompiles();
    }

    [Fact]
    public void The_properties_of_a_kept_resource_lead_to_it()
    {
        GeneratorRun run = UsageProject.CreateHost(Nothing, UsageProject.Document.With("Keep", "path:/zones/*/records")).Run();
        using LoadedConsumer consumer = run.Load();
        Type records = consumer.Type("Acme.Api.ApiClient").GetProperty("Zones")!.PropertyType.GetProperty("Records")!.PropertyType;
        Assert.NotNull(records.GetMethod("ListAsync", [typeof(string), typeof(RequestOptions), typeof(CancellationToken)]));
    }

    [Theory]
    [InlineData("id:nobody", "CFG2002", "The pattern 'id:nobody' of Keep matches none of the 10 operations")]
    [InlineData("users", "CFG2005", "The pattern 'users' of Keep does not begin with")]
    [InlineData("tag:", "CFG2014", "The pattern 'tag:' of Keep has no text")]
    [InlineData("path:FETCH /a", "CFG2015", "The pattern 'path:FETCH /a' of Keep names the HTTP method 'FETCH'")]
    [InlineData("path:users", "CFG2016", "The path of the pattern 'path:users' of Keep does not begin")]
    public void Patterns_that_are_wrong_are_reported(string keep, string id, string message)
    {
        Diagnostic diagnostic = Assert.Single(UsageProject.CreateHost(Nothing, UsageProject.Document.With("Keep", keep)).Run().Diagnostics);
        Assert.Equal(id, diagnostic.Id);
        Assert.StartsWith(message, diagnostic.GetMessage(CultureInfo.InvariantCulture), StringComparison.Ordinal);
        Assert.Equal(ProjectOptions.ProjectFile, diagnostic.Location.GetLineSpan().Path);
    }

    [Fact]
    public void Another_value_is_an_error()
    {
        Diagnostic diagnostic = Assert.Single(
            UsageProject.CreateHost(Nothing, UsageProject.Document.With("Emit", "some")).Run().Diagnostics
        );
        Assert.Equal("CFG2004", diagnostic.Id);
        Assert.Contains("all or used", diagnostic.GetMessage(CultureInfo.InvariantCulture), StringComparison.Ordinal);
    }

    [Fact]
    public void Values_are_read_in_any_case() =>
        Assert.Equal(
            UsageProject.Run(Nothing).Sources,
            UsageProject.CreateHost(Nothing, UsageProject.Document.With("Emit", "Used")).Run().Sources
        );

    [Theory]
    [InlineData("public", OutputKind.DynamicallyLinkedLibrary, "", true)]
    [InlineData("public", OutputKind.ConsoleApplication, "", false)]
    [InlineData("internal", OutputKind.DynamicallyLinkedLibrary, "", false)]
    [InlineData("public", OutputKind.DynamicallyLinkedLibrary, "path:/ping", false)]
    public void A_public_library_is_refused_unless_it_says_what_others_call(string access, OutputKind kind, string keep, bool isRefused)
    {
        GeneratorRun run = UsageProject
            .CreateHost(
                "internal static class Program { static void Main() { } }",
                UsageProject.Document.With("Access", access).With("Keep", keep)
            )
            .WithOutput(kind)
            .Run()
            .AssertCompiles();
        Assert.Equal(isRefused ? ["CFG2065"] : [], run.Diagnostics.Select(d => d.Id));
        Assert.Equal(isRefused, UsageProject.GetMethods(run).Contains("ZonesResource.GetAsync"));
    }

    [Fact]
    public void A_public_library_of_all_is_not_refused() =>
        UsageProject.CreateHost(Nothing, UsageProject.Document.With("Access", "public").With("Emit", "all")).Run().AssertNoDiagnostics();

    [Theory]
    [InlineData("[assembly: System.Runtime.CompilerServices.InternalsVisibleTo(\"Shop.Tests\")]", "Shop.Tests")]
    [InlineData("[assembly: System.Runtime.CompilerServices.InternalsVisibleToAttribute(\"Shop.Tests, PublicKey=00\")]", "Shop.Tests")]
    [InlineData(
        "using I = System.Runtime.CompilerServices.InternalsVisibleToAttribute; [assembly: System.Runtime.CompilerServices.InternalsVisibleTo(\"A\"), System.CLSCompliant(false)]",
        "A"
    )]
    [InlineData("[assembly: global::System.Runtime.CompilerServices.InternalsVisibleTo(\"DynamicProxyGenAssembly2\")]", "")]
    [InlineData("[assembly: System.CLSCompliant(false)] // InternalsVisibleTo(\"A\")", "")]
    [InlineData("internal static class InternalsVisibleTo { }", "")]
    public void An_assembly_that_sees_internals_is_a_warning(string code, string assembly)
    {
        GeneratorRun run = UsageProject.CreateHost(Nothing, UsageProject.Document).AddCode("AssemblyInfo.cs", code).Run();
        Assert.Equal(
            assembly.Length == 0 ? [] : [("CFG2066", true)],
            run.Diagnostics.Select(d =>
                (d.Id, d.GetMessage(CultureInfo.InvariantCulture).Contains($"'{assembly}'", StringComparison.Ordinal))
            )
        );
    }

    [Theory]
    [InlineData("/work/Shop.Tests/ZoneTests.cs", "", false)]
    [InlineData("/work/shop.tests/Zones/ZoneTests.cs", "", false)]
    [InlineData("C:\\work\\Shop.Tests\\ZoneTests.cs", "", false)]
    [InlineData("/work/tests/ZoneTests.cs", "Shop.Tests", false)]
    [InlineData("/work/tests/ZoneTests.cs", "", true)]
    [InlineData("/work/Shop.Tests.cs", "", true)]
    [InlineData("/work/tests/ZoneTests.cs", "Shop.Other", true)]
    public void Sources_of_the_assembly_end_the_warning(string path, string assembly, bool isReported)
    {
        TestDocument source = new(path, "class ZoneTests { }") { IsUser = true };
        GeneratorRun run = UsageProject
            .CreateHost(Nothing, UsageProject.Document, assembly.Length == 0 ? source : source.With("Assembly", assembly))
            .AddCode("AssemblyInfo.cs", "[assembly: System.Runtime.CompilerServices.InternalsVisibleTo(\"Shop.Tests\")]")
            .Run();
        Assert.Equal(isReported, run.Diagnostics.Any(d => d.Id == "CFG2066"));
    }

    [Fact]
    public void A_project_that_emits_all_may_have_friends() =>
        UsageProject
            .CreateHost(
                "[assembly: System.Runtime.CompilerServices.InternalsVisibleTo(\"Shop.Tests\")]",
                UsageProject.Document.With("Emit", "all")
            )
            .Run()
            .AssertNoDiagnostics();

    [Fact]
    public void The_report_lists_what_is_emitted()
    {
        GeneratorRun run = UsageProject
            .CreateHost(
                "using Acme.Api; internal static class Program { static object F(ApiClient c) => c.Zones.GetAsync(\"1\"); static object G(ApiClient c) => c.Things.SendAsync(); }",
                UsageProject.Document
            )
            .WithReport()
            .Run();
        Assert.Equal(
            [
                "Emitted: ThingsResource.SendAsync (POST /things)",
                "Emitted: ZonesResource.GetAsync (GET /zones/{id})",
                "Emitted: 2 of 10 operations, and 6 of 16 types, of ApiClient",
            ],
            run.Diagnostics.Where(d => d.Id is "CFG4005" or "CFG4006").Select(d => d.GetMessage(CultureInfo.InvariantCulture))
        );
        Assert.All(
            run.Diagnostics.Where(d => d.Id is "CFG4005" or "CFG4006"),
            d => Assert.Equal(ProjectOptions.ProjectFile, d.Location.GetLineSpan().Path)
        );
    }

    [Fact]
    public void Without_a_report_or_with_all_nothing_is_listed()
    {
        string[] ids = ["CFG4005", "CFG4006"];
        Assert.DoesNotContain(UsageProject.Run(Nothing).Diagnostics, d => ids.Contains(d.Id));
        GeneratorHost all = UsageProject.CreateHost(Nothing, UsageProject.Document.With("Emit", "all")).WithReport();
        Assert.DoesNotContain(all.Run().Diagnostics, d => ids.Contains(d.Id));
    }

    [Theory]
    [InlineData("both")]
    [InlineData("used")]
    public void Directions_of_JSON_are_those_of_the_whole_client(string json)
    {
        TestDocument document = UsageProject.Document.With("Json", json);
        Dictionary<string, string> all = UsageProject.GetTexts(UsageProject.CreateHost(Nothing, document.With("Emit", "all")).Run());
        Dictionary<string, string> used = UsageProject.GetTexts(UsageProject.CreateHost(UsageCase.All["a call"].Code, document).Run());
        Assert.Contains("Acme.Api.Owner", used.Keys);
        Assert.DoesNotContain("Acme.Api.Record", used.Keys);
        Assert.All(used, text => Assert.Equal(all[text.Key], text.Value));
    }
}
