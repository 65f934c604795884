using System.Text.RegularExpressions;

namespace CfGen.Generator.Tests.Documentation;

/// <summary>Links between pages, and from code to pages.</summary>
public sealed partial class LinkTests
{
    private const string Repository = "https://github.com/cfgen/cfgen/blob/main/";

    private static readonly IReadOnlyList<MarkdownPage> s_pages = MarkdownPage.ReadAll();

    [Fact]
    public void Every_link_within_the_repository_resolves()
    {
        Assert.Contains(s_pages, p => p.Path == "README.md");
        IEnumerable<string> broken =
            from page in s_pages
            from link in page.Links
            let target = GetTarget(page.Path, link)
            where target is not null && !Resolves(target)
            select $"{page.Path} -> {link}";
        Assert.Equal("", string.Join("\n", broken));
    }

    // The package page and the release page show these without the repository around them.
    [Theory]
    [InlineData("README.md")]
    public void Pages_that_are_shown_elsewhere_have_absolute_links_only(string path)
    {
        MarkdownPage page = Assert.Single(s_pages, p => p.Path == path);
        Assert.All(page.Links, l => Assert.StartsWith("https://", l, StringComparison.Ordinal));
    }

    [Fact]
    public void Every_page_that_code_and_build_files_name_exists()
    {
        string[] extensions = [".cs", ".props", ".targets", ".csproj", ".nuspec"];
        IEnumerable<string> broken =
            from folder in new[] { "generator", "runtime", "samples", "tests" }
            from file in Directory.EnumerateFiles(Path.Combine(SharedData.RepositoryRoot, folder), "*", SearchOption.AllDirectories)
            where extensions.Contains(Path.GetExtension(file)) && !file.Split('/', '\\').Any(s => s is "bin" or "obj")
            from Match name in PageName().Matches(File.ReadAllText(file))
            where !Resolves(name.Value)
            select $"{Path.GetRelativePath(SharedData.RepositoryRoot, file)} -> {name.Value}";
        Assert.Equal("", string.Join("\n", broken));
    }

    [Theory]
    [InlineData("docs/README.md", "docs/guides/", "docs/reference/")]
    [InlineData("docs/diagnostics/README.md", "docs/diagnostics/")]
    public void Every_page_is_in_the_table_of_contents(string path, params string[] folders)
    {
        MarkdownPage contents = Assert.Single(s_pages, p => p.Path == path);
        IEnumerable<string?> listed = contents.Links.Select(l => GetTarget(contents.Path, l));
        IEnumerable<string> pages = s_pages.Select(p => p.Path).Where(p => folders.Any(f => p.StartsWith(f, StringComparison.Ordinal)));
        Assert.Equal("", string.Join("\n", pages.Except([.. listed, path])));
    }

    /// <summary>The path from the root of the repository, with its anchor; null where the link leads out of the repository.</summary>
    private static string? GetTarget(string page, string link)
    {
        if (link.StartsWith(Repository, StringComparison.Ordinal))
            return link[Repository.Length..];
        if (link.Contains("://", StringComparison.Ordinal) || link.StartsWith("mailto:", StringComparison.Ordinal))
            return null;
        string[] parts = link.Split('#', 2);
        string path =
            parts[0].Length == 0
                ? page
                : Path.GetRelativePath(".", Path.Combine(Path.GetDirectoryName(page)!, parts[0])).Replace('\\', '/');
        return parts.Length == 1 ? path : $"{path}#{parts[1]}";
    }

    private static bool Resolves(string target)
    {
        string[] parts = target.Split('#', 2);
        string path = Path.Combine(SharedData.RepositoryRoot, parts[0]);
        if (parts.Length == 1)
            return File.Exists(path) || Directory.Exists(path);
        return s_pages.SingleOrDefault(p => p.Path == parts[0])?.Anchors.Contains(parts[1], StringComparer.OrdinalIgnoreCase) == true;
    }

    [GeneratedRegex(@"(?<!\w)docs/[\w/.-]+\.md(#[\w-]+)?")]
    private static partial Regex PageName();
}
