using CfGen.Generator.Configuration;
using CfGen.Tasks.Tests.Support;
using CfGen.Tasks.Updating;

namespace CfGen.Tasks.Tests.Updating;

/// <summary>Documents of several files. A reference is written by the owner of the API, who decides on no other file of the project.</summary>
public sealed class ReferenceTests : IDisposable
{
    private readonly Project _project = new();

    public ReferenceTests()
    {
        Directory.CreateDirectory(_project.PathOf("source/parts"));
        Directory.CreateDirectory(_project.PathOf("specs"));
        _project.With("specs/api.yaml", ("SourceUrl", "source/api.yaml"));
    }

    public void Dispose() => _project.Dispose();

    [Fact]
    public void Files_are_followed_through_all_references_and_once()
    {
        WriteApi("'parts/a.yaml#/x'", "parts/b.json#/y");
        _project.Write("source/parts/a.yaml", "x:\n  $ref: '../parts/b.json#/y'\nz:\n  $ref: \"../api.yaml#/paths\"\n");
        _project.Write("source/parts/b.json", """{ "y": { "$ref": "a.yaml#/x" } }""");
        Update update = Update.Run(_project).Replace();
        Assert.Empty(update.Engine.Errors);
        foreach (string file in (string[])["api.yaml", "parts/a.yaml", "parts/b.json"])
            Assert.Equal(Read("source/" + file), Read("specs/" + file));
        Assert.Contains(update.Engine.Messages, m => m.Contains("Reference=\"true\"", StringComparison.Ordinal));
    }

    [Fact]
    public void A_declared_file_may_be_anywhere()
    {
        WriteApi("../common.yaml");
        _project.Write("common.yaml", "old: 1\n");
        _project.Write("source/common.yaml", "new: 1\n");
        Directory.CreateDirectory(_project.PathOf("source/v1"));
        File.Move(_project.PathOf("source/api.yaml"), _project.PathOf("source/v1/api.yaml"));
        _project.With("common.yaml", ("Reference", "true"));
        _project.Items[0].SetMetadata("SourceUrl", "source/v1/api.yaml");
        Update.Run(_project).Replace();
        Assert.Equal("new: 1\n", Read("common.yaml"));
    }

    [Theory]
    [InlineData("../outside.yaml", "outside of the folder")]
    [InlineData("parts/../../outside.yaml", "outside of the folder")]
    [InlineData("%2e%2e/outside.yaml", "outside of the folder")]
    [InlineData("/etc/outside.yaml", "outside of the folder")]
    [InlineData("..\\outside.yaml", "not the path of a file")]
    [InlineData("Use.cs", "its extension")]
    [InlineData("Directory.Build.props", "its extension")]
    [InlineData(".github/workflows/x.yml", "begins with a period")]
    [InlineData("existing.yaml", "exists, and is not an OpenApiClient item")]
    public void Another_file_is_one_error_and_nothing_changes(string reference, string reason)
    {
        _project.Write("specs/existing.yaml", "old: 1\n");
        _project.Write("source/existing.yaml", "new: 1\n");
        WriteApi(reference);
        string[] before = Files();
        Update update = Update.Run(_project);
        Assert.Equal("CFG2084", update.Error.Code);
        Assert.Contains(reason, update.Error.Message, StringComparison.Ordinal);
        Assert.Equal(before, Files());
    }

    [Fact]
    public void An_existing_file_with_the_same_content_is_not_written()
    {
        _project.Write("specs/existing.yaml", "same: 1\r\n");
        _project.Write("source/existing.yaml", "same: 1\n");
        WriteApi("existing.yaml");
        Update.Run(_project).Replace();
        Assert.Equal("same: 1\r\n", Read("specs/existing.yaml"));
    }

    [Fact]
    public void Links_are_not_written_through()
    {
        if (OperatingSystem.IsWindows())
            return;
        Directory.CreateDirectory(_project.PathOf("elsewhere"));
        Directory.CreateSymbolicLink(_project.PathOf("specs/parts"), _project.PathOf("elsewhere"));
        _project.Write("source/parts/a.yaml", "x: 1\n");
        WriteApi("parts/a.yaml");
        Assert.Contains("is a link", Update.Run(_project).Error.Message, StringComparison.Ordinal);
        Assert.Empty(Directory.GetFileSystemEntries(_project.PathOf("elsewhere")));

        _project.Write("elsewhere/api.yaml", "openapi: 3.0.0\npaths:\n  /a: {}\n");
        File.CreateSymbolicLink(_project.PathOf("specs/api.yaml"), _project.PathOf("elsewhere/api.yaml"));
        Assert.Contains("is a link", Update.Run(_project).Error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_referenced_file_that_is_missing_stops_the_update()
    {
        WriteApi("parts/gone.yaml");
        Assert.Equal("CFG2082", Update.Run(_project).Error.Code);
    }

    [Fact]
    public void A_file_with_a_source_of_its_own_comes_from_there()
    {
        _project.Write("specs/common.yaml", "old: 1\n");
        _project.Write("source/common.yaml", "wrong: 1\n");
        _project.Write("source/parts/common.yaml", "right: 1\n");
        WriteApi("common.yaml");
        _project.With("specs/common.yaml", ("Reference", "true"), ("SourceUrl", "source/parts/common.yaml"));
        Update update = Update.Run(_project).Replace();
        Assert.Empty(update.Engine.Errors);
        Assert.Equal("right: 1\n", Read("specs/common.yaml"));
    }

    [Fact]
    public void Two_documents_with_different_contents_for_one_file_are_an_error()
    {
        WriteApi("parts/a.yaml");
        _project.Write("source/parts/a.yaml", "x: 1\n");
        Directory.CreateDirectory(_project.PathOf("other/parts"));
        _project.Write("other/api.yaml", "openapi: 3.0.0\npaths:\n  /a:\n    $ref: parts/a.yaml#/x\n");
        _project.Write("other/parts/a.yaml", "x: 2\n");
        _project.With("specs/second.yaml", ("SourceUrl", "other/api.yaml"));
        Assert.Equal("CFG2084", Update.Run(_project).Error.Code);
    }

    [Fact]
    public void The_generator_gets_all_files_where_they_are_to_each_other()
    {
        WriteApi("parts/a.yaml");
        _project.Write("source/parts/a.yaml", "x: 1\n");
        _project.Write("common.yaml", "c: 1\n");
        _project.Write("fix.yaml", "overlay: 1.0.0\n");
        _project.With("common.yaml", ("Reference", "true"));
        _project.Items[0].SetMetadata("Overlay", "fix.yaml");
        Update update = Update.Run(_project);
        string root = _project.PathOf(Update.StagingFolder + "/files");
        Assert.Equal(
            ["overlay fix.yaml", "reference specs/parts/a.yaml", "client specs/api.yaml", "reference common.yaml"],
            update.Fetch.Files.Select(f =>
                $"{Project.Decode(f)[EncodedItem.Kind]} {Path.GetRelativePath(root, f.ItemSpec).Replace('\\', '/')}"
            )
        );
        Assert.Equal(Path.Combine(root, "fix.yaml"), Project.Decode(update.Fetch.Files[2])["Overlay"]);
        string options = Read(Update.StagingFolder + "/update.globalconfig");
        Assert.All(update.Fetch.Files, f => Assert.Contains(f.GetMetadata(EncodedItem.MetadataName), options, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("$ref: a.yaml", "a.yaml")]
    [InlineData("- $ref: 'a b.yaml#/x' # comment", "a b.yaml#/x")]
    [InlineData("x: { $ref: \"./a.yaml\" }", "./a.yaml")]
    [InlineData("x: { a: 1, '$ref': a.yaml#/c }", "a.yaml#/c")]
    [InlineData("x: [{ $ref: a.yaml }, { $ref: b.yaml }]", "a.yaml b.yaml")]
    [InlineData("{\n  $ref: a.yaml,\n}", "a.yaml")]
    [InlineData("# $ref: a.yaml", "")]
    [InlineData("description: |\n  $ref: a.yaml\nx: 1", "")]
    [InlineData("description: >-\n\n  text\n\n  $ref: a.yaml\n$ref: b.yaml", "b.yaml")]
    [InlineData("- description: |\n    $ref: a.yaml\n  $ref: b.yaml", "b.yaml")]
    [InlineData("- |\n  $ref: a.yaml\n- $ref: b.yaml", "b.yaml")]
    [InlineData("description: See $ref: a.yaml", "")]
    [InlineData("x:\n  $ref: '#/components/x'", "#/components/x")]
    public void References_of_YAML_are_found_by_line(string text, string references) =>
        Assert.Equal(references, string.Join(' ', DocumentSketch.Read("x-first: 1\n" + text).References));

    [Theory]
    [InlineData("""{ "a": { "$ref": "a.yaml" }, "b": [ { "$ref": "b\u002ejson#\/x" } ] }""", "a.yaml b.json#/x")]
    [InlineData("""{ "description": "\"$ref\": \"a.yaml\"", "x": "$ref" }""", "")]
    [InlineData("""{ "enum": ["$ref", "a.yaml"], "$ref": { "x": "b.yaml" } }""", "")]
    [InlineData("{ // \"$ref\": \"a.yaml\"\n /* \"$ref\": \"b.yaml\" */ \"$ref\": \"c.yaml\" }", "c.yaml")]
    public void References_of_JSON_are_members(string text, string references) =>
        Assert.Equal(references, string.Join(' ', DocumentSketch.Read(text).References));

    [Theory]
    [InlineData("#/components/x", null)]
    [InlineData("https://example.com/a.yaml", null)]
    [InlineData("//example.com/a.yaml", null)]
    [InlineData("a.yaml?x=1", null)]
    [InlineData("a.yaml#/b", "a.yaml")]
    public void A_reference_without_a_path_is_no_file(string reference, string? path) =>
        Assert.Equal(path, ReferencedFiles.GetRelativePath(reference));

    [Theory]
    [InlineData("openapi: 3.0.0\ninfo:\n  title: 'My API'\npaths:\n  /a/{id}:\n    get: {}\n  \"/b\": {}\n", "My API", "/a/{id} /b")]
    [InlineData("""{"swagger":"2.0","info":{"title":"My \"API\""},"paths":{"/a":{"/no":{}},"/b":{}}}""", "My \"API\"", "/a /b")]
    [InlineData(
        "\uFEFF%YAML 1.2\n---\nopenapi: '3.1.0'\r\ninfo:\r\n    title: My API\r\npaths:\r\n    /a:\r\n        get:\r\n",
        "My API",
        "/a"
    )]
    public void A_sketch_has_the_version_the_title_and_the_paths(string text, string title, string paths)
    {
        DocumentSketch sketch = DocumentSketch.Read(text);
        Assert.True(sketch.HasVersion);
        Assert.Equal(title, sketch.Title);
        Assert.Equal(paths, string.Join(' ', sketch.Paths.Order(StringComparer.Ordinal)));
    }

    private void WriteApi(params string[] references) =>
        _project.Write(
            "source/api.yaml",
            "openapi: 3.0.0\npaths:\n" + string.Concat(references.Select((r, i) => $"  /p{i}:\n    $ref: {r}\n"))
        );

    private string Read(string name) => File.ReadAllText(_project.PathOf(name));

    private string[] Files() =>
        [
            .. Directory
                .EnumerateFiles(_project.Folder, "*", SearchOption.AllDirectories)
                .Order(StringComparer.Ordinal)
                .Select(f => f + File.ReadAllText(f)),
        ];
}
