using CfGen.Tasks.Tests.Support;
using Microsoft.Build.Framework;

namespace CfGen.Tasks.Tests;

public class CheckTests
{
    [Fact]
    public void An_error_is_at_the_line_of_the_first_item_with_the_mistake_and_has_a_page()
    {
        using Project project = new();
        File.WriteAllText(
            project.File,
            $"<Project>\n<ItemGroup>\n<OpenApiClient Include='{project.PathOf("api.yaml")}' />\n<OpenApiClient Include='{project.PathOf("gone.yaml")}' /></ItemGroup></Project>"
        );
        project.Write("api.yaml", "");
        project.With("api.yaml").With("gone.yaml").Run(out IReadOnlyList<BuildErrorEventArgs> errors);

        BuildErrorEventArgs error = Assert.Single(errors);
        Assert.Equal(("CFG2010", project.File, 4), (error.Code, error.File, error.LineNumber));
        Assert.Contains(project.PathOf("gone.yaml"), error.Message, StringComparison.Ordinal);
        Assert.Equal("https://github.com/cfgen/cfgen/blob/main/docs/diagnostics/CFG2010.md", error.HelpLink);
    }

    [Theory]
    [InlineData("https://api.example.com/openapi.json?version=2")]
    [InlineData("HTTP://localhost:5000/swagger/v1/swagger.json")]
    public void A_URL_is_one_error_that_says_how_to_fetch_it(string url)
    {
        using Project project = new();
        project.Write("api.yaml", "");
        project.With("api.yaml").With(url).Run(out IReadOnlyList<BuildErrorEventArgs> errors);

        BuildErrorEventArgs error = Assert.Single(errors);
        Assert.Equal(("CFG2062", project.File), (error.Code, error.File));
        Assert.Contains($"SourceUrl=\"{url}\"", error.Message, StringComparison.Ordinal);
        Assert.EndsWith("/CFG2062.md", error.HelpLink, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_kind_of_mistake_is_reported_at_once()
    {
        using Project project = new();
        project.Write("api.yaml", "");
        project
            .With("api.yaml", ("Names", "gone.json"))
            .With("sub/../api.yaml", ("Namepsace", "Acme"))
            .With("gone.yaml")
            .Run(out IReadOnlyList<BuildErrorEventArgs> errors);
        Assert.Equal(["CFG2010", "CFG2076", "CFG2011", "CFG2012"], errors.Select(e => e.Code));
        Assert.False(File.Exists(project.HashFile));
    }

    [Fact]
    public void An_overlay_that_does_not_exist_is_reported_at_its_item()
    {
        using Project project = new();
        File.WriteAllText(
            project.File,
            $"<Project>\n<ItemGroup>\n<OpenApiClient Include='{project.PathOf("api.yaml")}' />\n<OpenApiClient Include='{project.PathOf("b.yaml")}' /></ItemGroup></Project>"
        );
        project.Write("api.yaml", "");
        project.Write("b.yaml", "");
        project.Write("fix.yaml", "");
        project
            .With("api.yaml", ("Overlay", "fix.yaml"))
            .With("b.yaml", ("Overlay", "fix.yaml;gone.yaml"))
            .Run(out IReadOnlyList<BuildErrorEventArgs> errors);

        BuildErrorEventArgs error = Assert.Single(errors);
        Assert.Equal(("CFG2076", project.File, 4), (error.Code, error.File, error.LineNumber));
        Assert.Contains("Overlay", error.Message, StringComparison.Ordinal);
        Assert.Contains(project.PathOf("gone.yaml"), error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("fix.yaml", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void An_overlay_of_a_reference_and_one_that_is_an_item_are_reported()
    {
        using Project project = new();
        foreach (string name in (string[])["api.yaml", "common.yaml", "fix.yaml"])
            project.Write(name, "");
        project
            .With("api.yaml", ("Overlay", "./fix.yaml"))
            .With("common.yaml", ("Reference", "true"), ("Overlay", "fix.yaml"))
            .With("fix.yaml")
            .Run(out IReadOnlyList<BuildErrorEventArgs> errors);
        Assert.Equal(["CFG2054", "CFG2055"], errors.Select(e => e.Code));
        Assert.Contains("common.yaml", errors[0].Message, StringComparison.Ordinal);
        Assert.Contains("fix.yaml", errors[1].Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_overlays_of_the_project_are_not_those_of_references()
    {
        using Project project = new();
        foreach (string name in (string[])["api.yaml", "common.yaml", "fix.yaml"])
            project.Write(name, "");
        project
            .WithDefault("Overlay", "fix.yaml")
            .With("api.yaml")
            .With("common.yaml", ("Reference", "true"))
            .Run(out IReadOnlyList<BuildErrorEventArgs> errors);
        Assert.Empty(errors);
    }

    [Theory]
    [InlineData("namespace", false)]
    [InlineData("Link", false)]
    [InlineData("copytooutputdirectory", false)]
    [InlineData("CfGenItem", true)]
    [InlineData("Emitt", true)]
    public void Metadata_is_known_by_name_in_any_case(string name, bool isError)
    {
        using Project project = new();
        project.Write("api.yaml", "");
        project.With("api.yaml", (name, "x")).Run(out IReadOnlyList<BuildErrorEventArgs> errors);
        Assert.Equal(isError, errors.Any(e => e.Code == "CFG2012" && e.Message!.Contains($"{name}=\"x\"", StringComparison.Ordinal)));

        project.Run(out errors, allowUnknownMetadata: true);
        Assert.Empty(errors);
    }

    [Fact]
    public void A_design_time_build_checks_nothing_and_writes_nothing()
    {
        using Project project = new();
        PrepareDocuments task = project
            .With("gone.yaml", ("Names", "gone.json"))
            .Run(out IReadOnlyList<BuildErrorEventArgs> errors, designTime: true);
        Assert.Empty(errors);
        Assert.Equal(2, task.Files.Length);
        Assert.Empty(task.WrittenFiles);
        Assert.Empty(Directory.GetFileSystemEntries(project.Folder));
    }

    [Theory]
    [InlineData("", "", true)]
    [InlineData("tag:a", "", false)]
    [InlineData("", "true", false)]
    public void A_large_client_is_one_of_a_whole_document_of_a_megabyte(string operations, string reference, bool isLarge)
    {
        using Project project = new();
        project.Write("api.yaml", new string(' ', 1_000_001));
        Assert.Equal(isLarge, project.With("api.yaml", ("Operations", operations), ("Reference", reference)).Run().HasLargeClient);

        project.Write("api.yaml", "");
        Assert.False(project.Run().HasLargeClient);
    }
}
