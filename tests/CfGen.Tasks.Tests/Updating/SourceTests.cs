using CfGen.Tasks.Tests.Support;
using CfGen.Tasks.Updating;

namespace CfGen.Tasks.Tests.Updating;

/// <summary>The places that a document is fetched from.</summary>
public class SourceTests
{
    private static readonly string s_root = Path.GetFullPath("/work/project");

    [Theory]
    [InlineData("https://example.com/api.yaml")]
    [InlineData("https://example.com:8443/api.yaml?version=2")]
    [InlineData("http://localhost:5000/openapi/v1.json")]
    [InlineData("http://127.0.0.1/api")]
    [InlineData("http://[::1]:80/api")]
    public void A_URL_is_https_or_on_this_machine(string source) => Assert.Equal(new Uri(source), SourceLocation.Parse(source, s_root).Url);

    [Theory]
    [InlineData("http://example.com/api.yaml", "Use https")]
    [InlineData("http://localhost.example.com/api.yaml", "Use https")]
    [InlineData("http://10.0.0.1/api.yaml", "Use https")]
    [InlineData("ftp://example.com/api.yaml", "'ftp' is not supported")]
    [InlineData("data:text/plain,openapi", "'data' is not supported")]
    [InlineData("https://user:hidden@example.com/api.yaml", "CfGenUpdateHeaders")]
    [InlineData("https://", "not a valid URL")]
    public void Another_URL_is_an_error_without_secrets(string source, string reason)
    {
        UpdateException exception = Assert.Throws<UpdateException>(() => SourceLocation.Parse(source, s_root));
        Assert.Equal("CFG2080", exception.Finding.Id);
        Assert.Contains(reason, exception.Finding.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("hidden", exception.Finding.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("api.yaml", "/work/project/api.yaml")]
    [InlineData("../server/a b#1.yaml", "/work/server/a b#1.yaml")]
    [InlineData("..\\server\\api.yaml", "/work/server/api.yaml")]
    [InlineData("/other/100%.yaml", "/other/100%.yaml")]
    [InlineData("file:///other/a%20b.yaml", "/other/a b.yaml")]
    public void A_path_starts_at_the_project(string source, string path) =>
        Assert.Equal(Path.GetFullPath(path), SourceLocation.Parse(source, s_root).FilePath);

    [Theory]
    [InlineData("https://a.example/x", "https://b.example/y", true)]
    [InlineData("https://a.example/x", "https://localhost/y", true)]
    [InlineData("https://a.example/x", "http://a.example/y", false)]
    [InlineData("https://localhost/x", "http://localhost/y", false)]
    [InlineData("https://a.example/x", "file:///y", false)]
    [InlineData("http://localhost/x", "http://127.0.0.1:81/y", true)]
    [InlineData("http://localhost/x", "https://localhost/y", true)]
    [InlineData("http://localhost/x", "https://a.example/y", false)]
    [InlineData("http://localhost/x", "http://a.example/y", false)]
    public void A_redirect_stays_within_https_or_on_this_machine(string source, string target, bool isFollowed) =>
        Assert.Equal(isFollowed, SourceLocation.Parse(source, s_root).Redirect(new Uri(target)) is not null);

    [Theory]
    [InlineData("https://a.example/specs/api.yaml", "../common/b%20c.yaml", "https://a.example/common/b%20c.yaml")]
    [InlineData("https://a.example/specs/api.yaml?v=1", "b.yaml", "https://a.example/specs/b.yaml")]
    public void A_reference_starts_at_the_document(string source, string reference, string target) =>
        Assert.Equal(target, SourceLocation.Parse(source, s_root).Resolve(reference).Url!.AbsoluteUri);

    [Fact]
    public void A_reference_to_another_server_is_not_followed()
    {
        SourceLocation source = SourceLocation.Parse("https://a.example/api.yaml", s_root);
        Assert.Equal("CFG2084", Assert.Throws<UpdateException>(() => source.Resolve("//b.example/x.yaml")).Finding.Id);
    }

    [Fact]
    public void A_file_that_does_not_exist_is_an_error_at_the_item()
    {
        using Project project = new();
        File.WriteAllText(
            project.File,
            $"<Project>\n<ItemGroup>\n<OpenApiClient Include='{project.PathOf("api.yaml")}' SourceUrl='gone.yaml' /></ItemGroup></Project>"
        );
        Update update = Update.Run(project.With("api.yaml", ("SourceUrl", "gone.yaml")));
        Assert.Equal(("CFG2082", project.File, 3), (update.Error.Code, update.Error.File, update.Error.LineNumber));
        Assert.Contains(project.PathOf("gone.yaml"), update.Error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_project_without_a_source_and_a_client_that_is_none_are_errors()
    {
        using Project project = new();
        project.With("api.yaml");
        Assert.Equal("CFG2088", Update.Run(project).Error.Code);
        project.With("b.yaml", ("SourceUrl", "c.yaml"), ("ClientName", "ShopClient"));
        Update update = Update.Run(project, f => f.Client = "PetClient");
        Assert.Equal("CFG2088", update.Error.Code);
        Assert.Contains("ShopClient", update.Error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void One_client_is_chosen_by_its_name_or_its_file()
    {
        using Project project = new();
        project.Write("new.yaml", "openapi: 3.0.0\npaths:\n  /a: {}\n");
        project.With("a.yaml", ("SourceUrl", "new.yaml"), ("ClientName", "ShopClient")).With("b.yaml", ("SourceUrl", "gone.yaml"));
        foreach (string name in (string[])["shopclient", "a.yaml", "a", project.PathOf("a.yaml")])
            Assert.Equal([project.PathOf("a.yaml")], Targets(Update.Run(project, f => f.Client = name)));
    }

    [Fact]
    public void The_source_of_the_project_is_that_of_its_client_and_not_of_references()
    {
        using Project project = new();
        project.Write("new.yaml", "openapi: 3.0.0\npaths:\n  /a: {}\n");
        project.WithDefault("SourceUrl", "new.yaml").With("a.yaml").With("b.yaml", ("Reference", "true"));
        Assert.Equal([project.PathOf("a.yaml")], Targets(Update.Run(project)));
    }

    private static IEnumerable<string> Targets(Update update) => update.Fetch.ChangedFiles.Select(f => f.GetMetadata("CfGenTarget"));
}
