using CfGen.Tasks.Tests.Support;

namespace CfGen.Tasks.Tests;

/// <summary>The line of an item in its project file, which the diagnostics of the generator point to.</summary>
public class LineTests
{
    [Fact]
    public void An_item_is_at_the_line_of_its_element()
    {
        using Project project = new();
        Declare(
            project,
            """
            <Project>
              <ItemGroup>
                <OpenApiClient Include="first.yaml" />
                <openapiclient
                  Include="ignored.yaml; sub\second.yaml" />
                <OpenApiClient Update="first.yaml" Models="class" />
              </ItemGroup>
            </Project>
            """
        );
        Assert.Equal("3", LineOf(project, "first.yaml"));
        Assert.Equal("4", LineOf(project, "sub/second.yaml"));
        Assert.Null(LineOf(project, "third.yaml"));
    }

    [Fact]
    public void The_only_element_is_that_of_every_item()
    {
        using Project project = new();
        Declare(project, "<Project>\n<ItemGroup>\n<OpenApiClient Include='$(Specs)/**/*.yaml' /></ItemGroup></Project>");
        Assert.Equal("3", LineOf(project, "first.yaml"));
    }

    [Theory]
    [InlineData("<Project><ItemGroup>\n<OpenApiClient Include='first.yaml' />")]
    [InlineData("no xml")]
    [InlineData(null)]
    public void A_file_that_cannot_be_read_has_no_lines(string? text)
    {
        using Project project = new();
        if (text is not null)
            Declare(project, text);
        Assert.Null(LineOf(project, "first.yaml"));
    }

    private static void Declare(Project project, string text) =>
        File.WriteAllText(
            project.File,
            text.Replace("Include=\"", $"Include=\"{project.Folder}/", StringComparison.Ordinal)
                .Replace("; ", $"; {project.Folder}/", StringComparison.Ordinal)
        );

    private static string? LineOf(Project project, string include)
    {
        Directory.CreateDirectory(project.PathOf("sub"));
        Project copy = project.With(include);
        return Project.Decode(copy.Run(out _, designTime: true).Files[^1]).GetValueOrDefault("Line");
    }
}
