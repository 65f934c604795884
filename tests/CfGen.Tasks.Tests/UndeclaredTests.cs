using CfGen.Tasks.Tests.Support;
using Microsoft.Build.Framework;
using Microsoft.Build.Utilities;

namespace CfGen.Tasks.Tests;

/// <summary>Documents of a project that are not items of CfGen.</summary>
public class UndeclaredTests
{
    [Theory]
    [InlineData("a.json", """{ "openapi": "3.1.0" }""", true)]
    [InlineData("a.json", """{"info":{"title":"a"},"swagger" : "2.0"}""", true)]
    [InlineData("a.yaml", "# Orders\nopenapi: 3.0.3\n", true)]
    [InlineData("a.yml", "info: {}\r\n'swagger': '2.0'\r\n", true)]
    [InlineData("a.yaml", "overlay: 1.0.0\n", false)]
    [InlineData("a.yaml", "services:\n  openapi: 3.0.3\n", false)]
    [InlineData("a.json", """{ "openapi": { "path": "/openapi/v1.json" } }""", false)]
    [InlineData("a.json", "", false)]
    public void An_additional_file_with_a_document_gets_a_hint(string name, string text, bool isDocument)
    {
        using Project project = new();
        File.WriteAllText(
            project.File,
            $"<Project>\n<ItemGroup>\n<AdditionalFiles Include='{project.PathOf(name)}' /></ItemGroup></Project>"
        );
        project.Write(name, text);
        IReadOnlyList<BuildWarningEventArgs> warnings = Check(project, files: [name]);

        if (!isDocument)
        {
            Assert.Empty(warnings);
            return;
        }

        BuildWarningEventArgs warning = Assert.Single(warnings);
        Assert.Equal(("CFG2064", project.File, 3), (warning.Code, warning.File, warning.LineNumber));
        Assert.Contains($"<OpenApiClient Include=\"{project.PathOf(name)}\" />", warning.Message, StringComparison.Ordinal);
        Assert.EndsWith("/CFG2064.md", warning.HelpLink, StringComparison.Ordinal);
    }

    [Fact]
    public void References_that_nothing_reads_are_one_hint_with_all_of_them()
    {
        using Project project = new();
        BuildWarningEventArgs warning = Assert.Single(Check(project, references: ["a.json", "b.json"]));

        Assert.Equal("CFG2063", warning.Code);
        Assert.Contains(project.PathOf("a.json") + ", " + project.PathOf("b.json"), warning.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_an_item_of_CfGen_too_gets_none()
    {
        using Project project = new();
        project.Write("a.json", """{ "openapi": "3.1.0" }""");

        Assert.Empty(Check(project, files: ["a.json"], references: ["a.json"], documents: ["./A.json"]));
    }

    [Fact]
    public void A_file_that_cannot_be_read_is_left_to_the_compiler()
    {
        using Project project = new();
        Assert.Empty(Check(project, files: ["gone.json"]));
    }

    private static List<BuildWarningEventArgs> Check(
        Project project,
        string[]? files = null,
        string[]? references = null,
        string[]? documents = null
    )
    {
        BuildEngine engine = new();
        CheckUndeclared task = new()
        {
            BuildEngine = engine,
            ProjectFile = project.File,
            AdditionalFiles = ToItems(files),
            References = ToItems(references),
            Documents = ToItems(documents),
        };
        Assert.True(task.Execute());
        Assert.Empty(engine.Errors);
        return engine.Warnings;

        ITaskItem[] ToItems(string[]? names) => [.. (names ?? []).Select(name => new TaskItem(project.PathOf(name)))];
    }
}
