using CfGen.Tasks.Tests.Support;

namespace CfGen.Tasks.Tests;

public class AtomicFileTests
{
    [Fact]
    public async Task Each_of_several_builds_reads_a_whole_text_while_the_others_write()
    {
        using Project project = new();
        string path = project.PathOf("sub/file");
        string[] texts = [new('a', 500_000), new('b', 700_000)];
        await Task.WhenAll(
            Enumerable
                .Range(0, 4)
                .Select(build =>
                    Task.Run(() =>
                    {
                        for (int round = 0; round < 50; round++)
                        {
                            AtomicFile.WriteIfDifferent(path, texts[(build + round) % 2]);
                            Assert.True(texts.Contains(AtomicFile.TryRead(path)), "The text is not whole.");
                        }
                    })
                )
        );
        Assert.Equal([path], Directory.GetFileSystemEntries(project.PathOf("sub")));
    }

    [Fact]
    public void A_reader_that_has_the_file_open_still_reads_the_old_text()
    {
        using Project project = new();
        string path = project.PathOf("file");
        AtomicFile.WriteIfDifferent(path, "old text");
        using FileStream stream = new(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        AtomicFile.WriteIfDifferent(path, "new");
        using StreamReader reader = new(stream);
        Assert.Equal("old text", reader.ReadToEnd());
        Assert.Equal("new", AtomicFile.TryRead(path));
    }

    [Fact]
    public void A_file_with_the_text_keeps_its_time()
    {
        using Project project = new();
        project.Write("file", "text");
        DateTime time = File.GetLastWriteTimeUtc(project.PathOf("file"));
        AtomicFile.WriteIfDifferent(project.PathOf("file"), "text");
        Assert.Equal(time, File.GetLastWriteTimeUtc(project.PathOf("file")));
        AtomicFile.WriteIfDifferent(project.PathOf("file"), "Text");
        Assert.NotEqual(time, File.GetLastWriteTimeUtc(project.PathOf("file")));
    }

    [Fact]
    public void A_missing_file_has_no_text() => Assert.Null(AtomicFile.TryRead("/no/such/file"));
}
