using CfGen.Generator.Tests.Hosting;
using Microsoft.CodeAnalysis;

namespace CfGen.Generator.Tests.Usage;

/// <summary>Work after an edit of a project with <c>Emit="used"</c>, by the steps that the driver runs again.</summary>
public class UsageIncrementalityTests
{
    private const string Zone =
        "using Acme.Api; internal static class Program { static object F(ApiClient c) => c.Zones.GetAsync(\"1\"); }";
    private const string Both =
        "using Acme.Api; internal static class Program { static object F(ApiClient c) => c.Zones.GetAsync(\"1\"); static object G(ApiClient c) => c.Users.CreateAsync(new() { Name = \"a\" }); }";

    // What follows the names of the code, down to the emitted texts.
    private static readonly string[] s_later = [Steps.Units, Steps.Diagnostics];

    [Theory]
    [InlineData("a comment", Zone + " // ApiClient.Users")]
    [InlineData("another name", "internal static class Other { static void CreateAsync() { } } " + Zone)]
    public void A_keystroke_is_cached(string what, string edited)
    {
        GeneratorHost host = UsageProject.CreateHost(Zone, UsageProject.Document);
        GeneratorRun first = host.Run();
        GeneratorRun second = host.EditCode(edited).Run();

        Assert.Equal(first.Sources, second.Sources);
        Assert.All(
            second.SourceOutputs,
            unit => Assert.True(unit.Value == IncrementalStepRunReason.Cached, $"{what}: {unit.Key} was {unit.Value}")
        );
    }

    [Theory]
    [InlineData(Zone + " // ApiClient.Users")]
    [InlineData("internal static class Other { static int Answer = 42; } " + Zone)]
    public void A_keystroke_without_a_name_of_a_client_runs_no_later_step(string edited)
    {
        GeneratorHost host = UsageProject.CreateHost(Zone, UsageProject.Document);
        host.Run();
        GeneratorRun second = host.EditCode(edited).Run();

        Assert.All(second.GetStepOutputs(Steps.NameTable), o => Assert.Equal(IncrementalStepRunReason.Cached, o.Reason));
        Assert.Equal(IncrementalStepRunReason.Unchanged, second.GetStepOutputs(Steps.UsedNames).Single().Reason);
        foreach (string step in s_later)
            Assert.All(second.GetStepOutputs(step), o => Assert.Equal(IncrementalStepRunReason.Cached, o.Reason));
    }

    [Fact]
    public void A_new_call_emits_its_files_and_its_end_removes_them()
    {
        GeneratorHost host = UsageProject.CreateHost(Zone, UsageProject.Document);
        GeneratorRun first = host.Run();
        GeneratorRun second = host.EditCode(Both).Run().AssertCompiles();
        GeneratorRun third = host.EditCode(Zone).Run().AssertCompiles();

        Assert.Contains("UsersResource.CreateAsync", UsageProject.GetMethods(second));
        Assert.DoesNotContain("UsersResource.CreateAsync", UsageProject.GetMethods(first));
        Assert.Equal(first.Sources["Acme.Api.ZonesResource.g.cs"], second.Sources["Acme.Api.ZonesResource.g.cs"]);
        Assert.Equal(first.Sources, third.Sources);
        Assert.All(second.GetStepOutputs(Steps.Clients), o => Assert.Equal(IncrementalStepRunReason.Cached, o.Reason));
    }

    [Fact]
    public void An_edit_of_a_page_is_read_and_one_of_another_file_is_not()
    {
        TestDocument page = new("/project/Index.razor", "<p>text</p>");
        GeneratorHost host = UsageProject.CreateHost(Zone, UsageProject.Document, page);
        GeneratorRun first = host.Run();
        GeneratorRun second = host.Edit(page with { Text = "<p>other text of Users</p>" }).Run();
        GeneratorRun third = host.Edit(page with { Text = "<p>@Users.CreateAsync()</p>" }).Run();

        Assert.Equal(first.Sources.Keys, second.Sources.Keys.Where(k => !k.EndsWith("UsersResource.g.cs", StringComparison.Ordinal)));
        Assert.Contains("UsersResource.CreateAsync", UsageProject.GetMethods(third));
    }

    [Fact]
    public void A_project_that_emits_all_reads_no_code()
    {
        GeneratorHost host = new GeneratorHost(UsageProject.Document.With("Emit", "all")).WithUsedOnly();
        host.Run();
        GeneratorRun second = host.EditCode(Zone).Run();

        Assert.Equal(0, Assert.IsType<Generator.Usage.NameTable>(second.GetStepOutputs(Steps.NameTable).Single().Value).Count);
        Assert.Equal(IncrementalStepRunReason.Unchanged, second.GetStepOutputs(Steps.UsedNames).Single().Reason);
        Assert.Same(Generator.Usage.UsedNames.All, second.GetStepOutputs(Steps.UsedNames).Single().Value);
    }

    [Fact]
    public void A_build_and_an_IDE_differ_by_the_feature_alone()
    {
        GeneratorHost host = UsageProject.CreateHost(Zone, UsageProject.Document);
        GeneratorRun build = host.Run();
        GeneratorRun ide = host.WithUsedOnly(isEnabled: false).Run();

        Assert.Equal(new GeneratorHost(UsageProject.Document.With("Emit", "all")).Run().Sources, ide.Sources);
        Assert.Equal(build.Sources, host.WithUsedOnly().Run().Sources);
        Assert.All(ide.GetStepOutputs(Steps.Clients), o => Assert.Equal(IncrementalStepRunReason.Cached, o.Reason));
    }
}
