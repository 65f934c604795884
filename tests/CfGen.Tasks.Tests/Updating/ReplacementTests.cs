using System.Text;
using CfGen.Tasks.Tests.Support;
using CfGen.Tasks.Updating;

namespace CfGen.Tasks.Tests.Updating;

/// <summary>The change of files: all or none, after the generator read them, and only where something changed.</summary>
public sealed class ReplacementTests : IDisposable
{
    private const string Old = "openapi: 3.0.0\npaths:\n  /a: {}\n";
    private const string New = "openapi: 3.0.0\npaths:\n  /a: {}\n  /b: {}\n";

    private static readonly DateTime s_time = new(2020, 1, 1, 0, 0, 0, DateTimeKind.Utc);

    private readonly LoopbackServer _server = new();
    private readonly Project _project = new();

    public ReplacementTests()
    {
        _project.Write("api.yaml", Old);
        _project.With("api.yaml", ("SourceUrl", _server.Url + "/api"), ("ApiListing", "client.api.txt"));
    }

    public void Dispose()
    {
        _server.Dispose();
        _project.Dispose();
    }

    [Fact]
    public void The_new_bytes_are_written_as_they_came()
    {
        byte[] content = [0xEF, 0xBB, 0xBF, .. Encoding.UTF8.GetBytes(New.Replace("\n", "\r\n", StringComparison.Ordinal))];
        _server.On("/api", (_, stream) => LoopbackServer.WriteAsync(stream, "200 OK", content, ""));
        Update update = Update.Run(_project).Replace();
        Assert.Empty(update.Engine.Errors);
        Assert.Equal(content, File.ReadAllBytes(_project.PathOf("api.yaml")));
        Assert.Contains(update.Engine.Messages, m => m.Contains("has 2 of the 3 operations", StringComparison.Ordinal));
        Assert.Contains(update.Engine.Messages, m => m.StartsWith("Next:", StringComparison.Ordinal));
        Assert.Equal(["api.yaml", "obj"], Directory.GetFileSystemEntries(_project.Folder).Select(Path.GetFileName).Order());
    }

    [Theory]
    [InlineData("\n")]
    [InlineData("\r\n")]
    public void The_same_document_touches_nothing(string lineBreak)
    {
        _project.Write("api.yaml", Old.Replace("\n", lineBreak, StringComparison.Ordinal));
        _server.On("/api", Old);
        Update update = Update.Run(_project);
        Assert.Empty(update.Engine.Errors);
        Assert.False(update.Fetch.HasChanges);
        Assert.Contains("is up to date", update.Engine.Text, StringComparison.Ordinal);
        Assert.Equal(s_time, File.GetLastWriteTimeUtc(_project.PathOf("api.yaml")));
        Assert.False(Directory.Exists(_project.PathOf(Update.StagingFolder)));
    }

    [Fact]
    public void A_document_that_does_not_exist_is_fetched_for_the_first_time()
    {
        File.Delete(_project.PathOf("api.yaml"));
        _server.On("/api", New);
        Update.Run(_project).Replace();
        Assert.Equal(New, File.ReadAllText(_project.PathOf("api.yaml")));
    }

    [Fact]
    public void A_check_fails_if_the_source_moved_and_writes_nothing()
    {
        _server.On("/api", New, headers: "ETag: \"1\"\r\n");
        Update update = Update.Run(_project, f => f.CheckOnly = true);
        Assert.Equal("CFG2087", update.Error.Code);
        Assert.False(update.Fetch.HasChanges);

        _server.On("/api", Old, headers: "ETag: \"1\"\r\n");
        Assert.Empty(Update.Run(_project, f => f.CheckOnly = true).Engine.Errors);
        Assert.Equal([_project.PathOf("api.yaml")], Directory.GetFileSystemEntries(_project.Folder));
    }

    [Fact]
    public void A_server_is_asked_for_changes_only_while_the_file_is_what_it_sent()
    {
        _server.On("/api", New, headers: "ETag: \"v2\"\r\nLast-Modified: Wed, 01 Jan 2025 00:00:00 GMT\r\n");
        Update.Run(_project).Replace();
        _server.On("/api", (_, stream) => LoopbackServer.WriteAsync(stream, "304 Not Modified", [], ""));
        Update update = Update.Run(_project);
        Assert.Empty(update.Engine.Errors);
        Assert.False(update.Fetch.HasChanges);
        string request = _server.Requests.Last();
        Assert.Contains("If-None-Match: \"v2\"", request, StringComparison.Ordinal);
        Assert.Contains("If-Modified-Since: Wed, 01 Jan 2025 00:00:00 GMT", request, StringComparison.Ordinal);

        _project.Write("api.yaml", Old);
        _server.On("/api", New);
        Assert.True(Update.Run(_project).Fetch.HasChanges);
        Assert.DoesNotContain("If-None-Match", _server.Requests.Last(), StringComparison.Ordinal);
    }

    [Fact]
    public void References_of_a_document_that_did_not_change_are_fetched()
    {
        const string Document = "openapi: 3.0.0\npaths:\n  /a:\n    $ref: part.yaml#/a\n";
        _server.On("/api", Document, headers: "ETag: \"1\"\r\n").On("/part.yaml", "a: 1\n", headers: "ETag: \"1\"\r\n");
        _project.With("part.yaml", ("Reference", "true"));
        Update.Run(_project).Replace();
        _server.On("/api", (_, stream) => LoopbackServer.WriteAsync(stream, "304 Not Modified", [], "")).On("/part.yaml", "a: 2\n");
        Update.Run(_project).Replace();
        Assert.Equal("a: 2\n", File.ReadAllText(_project.PathOf("part.yaml")));
    }

    [Theory]
    [InlineData("CFG0002", "error", "The document is broken.", "CFG0002 in line 7")]
    [InlineData("CFG4004", "note", "The document has 3 operations: 0 generated, 3 skipped.", "none of its 3 operations")]
    [InlineData("CFG4004", "note", "The document has 0 operations: 0 generated, 0 skipped.", "it has no operation")]
    [InlineData("CS0103", "error", "The name is unknown.", "no client is generated")]
    public void A_document_without_a_client_leaves_every_file(string id, string level, string message, string reason)
    {
        _server.On("/api", New);
        Update update = Update.Run(_project);
        update.Replace(Update.Result(id, level, message, update.Fetch.Clients[0].ItemSpec));
        Assert.Equal("CFG2085", update.Error.Code);
        Assert.Contains(reason, update.Error.Message, StringComparison.Ordinal);
        Assert.Equal(Old, File.ReadAllText(_project.PathOf("api.yaml")));
        Assert.False(File.Exists(_project.PathOf(Update.StateFile)));
    }

    [Fact]
    public void Errors_of_the_project_and_of_other_clients_do_not_stop_an_update()
    {
        _project.Write("other.yaml", Old);
        _project.With("other.yaml");
        _server.On("/api", New);
        Update update = Update.Run(_project);
        string other = _project.PathOf(Update.StagingFolder + "/files/other.yaml");
        update.Replace(
            string.Join(
                ',',
                Update.Result("CFG0002", "error", "The document is broken.", other),
                Update.Result("CS0103", "error", "The name is unknown.", _project.PathOf("Use.cs")),
                Update.Result("CFG4004", "note", "The document has 2 operations: 2 generated.", update.Fetch.Clients[0].ItemSpec)
            )
        );
        Assert.Empty(update.Engine.Errors);
        Assert.Equal(New, File.ReadAllText(_project.PathOf("api.yaml")));
    }

    [Fact]
    public void The_listing_of_the_new_client_is_written_with_the_document()
    {
        _server.On("/api", New);
        Update update = Update.Run(_project);
        string file = _project.PathOf(Update.StagingFolder + "/generated/a" + CfGen.Generator.Configuration.ListingSource.Suffix);
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        File.WriteAllText(
            file,
            CfGen.Generator.Configuration.ListingSource.FormatHeader(_project.PathOf("client.api.txt"))
                + CfGen.Generator.Configuration.ListingSource.LinePrefix
                + "cfgen-api 1 Acme.Api\n"
        );
        update.Replace();
        Assert.Equal("cfgen-api 1 Acme.Api\n", File.ReadAllText(_project.PathOf("client.api.txt")));
    }

    [Fact]
    public void What_changed_is_printed_by_class_for_the_files_of_the_project()
    {
        _server.On("/api", New);
        Update update = Update.Run(_project);
        string copy = update.Fetch.Clients[0].ItemSpec;
        update.Replace(
            string.Join(
                ',',
                [
                    Update.Result("CFG5046", "note", "The client differs. Read the other diagnostics of CFG5000.", copy),
                    .. Enumerable
                        .Range(0, 60)
                        .Select(i => Update.Result("CFG5042", "note", $"The member M{i} is new. This is safe, and so on.", copy)),
                    Update.Result("CFG5007", "note", "The member Pet.Name is gone. This breaks the source, and so on.", copy),
                    Update.Result("CFG4004", "note", "The document has 2 operations: 2 generated.", copy),
                ]
            )
        );
        List<string> lines = [.. update.Engine.Messages.SkipWhile(m => m != "Breaks the source:")];
        string file = _project.PathOf("api.yaml");
        Assert.Equal($"  {file}(7): CFG5007: The member Pet.Name is gone. This breaks the source, and so on.", lines[1]);
        Assert.Equal(["Is safe:", $"  {file}(7): CFG5042: The member M0 is new. This is safe, and so on."], lines[2..4]);
        Assert.Equal(["  and 10 more", "In all:", $"  {file}(7): CFG5046: The client differs."], lines[53..56]);
    }

    [Fact]
    public void All_files_are_restored_if_one_cannot_be_replaced()
    {
        _project.Write("first.yaml", "1");
        Directory.CreateDirectory(_project.PathOf("third.yaml"));
        NewContent[] files =
        [
            Content("first.yaml"),
            Content("new/second.yaml"),
            // A folder has the name.
            Content("third.yaml"),
        ];
        UpdateException exception = Assert.Throws<UpdateException>(() => FileReplacement.Run(files));
        Assert.Equal("CFG2086", exception.Finding.Id);
        Assert.Contains("Every file has its old content", exception.Finding.Message, StringComparison.Ordinal);
        Assert.Equal("1", File.ReadAllText(_project.PathOf("first.yaml")));
        Assert.Equal(
            ["api.yaml", "first.yaml", "third.yaml"],
            Directory.GetFileSystemEntries(_project.Folder).Select(Path.GetFileName).Order()
        );
    }

    [Fact]
    public void A_file_that_cannot_be_written_beside_leaves_all()
    {
        _project.Write("first.yaml", "1");
        _project.Write("blocked", "a file, and no folder");
        UpdateException exception = Assert.Throws<UpdateException>(() =>
            FileReplacement.Run([Content("first.yaml"), Content("blocked/second.yaml")])
        );
        Assert.Equal("CFG2086", exception.Finding.Id);
        Assert.Equal("1", File.ReadAllText(_project.PathOf("first.yaml")));
        Assert.Equal(
            ["api.yaml", "blocked", "first.yaml"],
            Directory.GetFileSystemEntries(_project.Folder).Select(Path.GetFileName).Order()
        );
    }

    private NewContent Content(string name) => new(_project.PathOf(name), "new"u8.ToArray());
}
