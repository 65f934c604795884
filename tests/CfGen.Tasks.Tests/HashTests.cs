using CfGen.Tasks.Tests.Support;
using Microsoft.Build.Framework;

namespace CfGen.Tasks.Tests;

/// <summary>The file of hashes, which the compiler runs again for, and the cache that saves hashing.</summary>
public class HashTests
{
    private static readonly DateTime s_old = new(2021, 1, 1, 0, 0, 0, DateTimeKind.Utc);

    [Fact]
    public void The_file_is_written_when_the_contents_changed_and_not_when_the_time_did()
    {
        using Project project = new();
        project.Write("api.yaml", "one");
        project.Write("names.json", "{}");
        project.With("api.yaml", ("Names", "names.json"));
        Assert.Equal([project.HashFile, project.HashFile + ".cache"], project.Run().WrittenFiles);
        string first = File.ReadAllText(project.HashFile);
        Assert.Contains(project.PathOf("api.yaml"), first, StringComparison.Ordinal);
        Assert.Contains(project.PathOf("names.json"), first, StringComparison.Ordinal);

        File.SetLastWriteTimeUtc(project.HashFile, s_old);
        project.SetTime("api.yaml", s_old);
        project.Run();
        Assert.Equal(s_old, File.GetLastWriteTimeUtc(project.HashFile));

        // An older file in its place.
        project.Write("api.yaml", "two");
        project.Run();
        Assert.NotEqual(s_old, File.GetLastWriteTimeUtc(project.HashFile));
        Assert.NotEqual(first, File.ReadAllText(project.HashFile));
    }

    [Fact]
    public void A_file_of_the_same_time_and_length_is_not_read_again()
    {
        using Project project = new();
        project.Write("api.yaml", "one");
        project.With("api.yaml").Run();
        string first = File.ReadAllText(project.HashFile);

        // The test's own way to see it: nothing else changes a file and keeps both.
        project.Write("api.yaml", "two");
        project.Run();
        Assert.Equal(first, File.ReadAllText(project.HashFile));
    }

    [Fact]
    public void A_file_that_was_written_just_before_is_read_again()
    {
        using Project project = new();
        project.Write("api.yaml", "one");
        DateTime now = DateTime.UtcNow;
        project.SetTime("api.yaml", now);
        project.With("api.yaml").Run();
        string first = File.ReadAllText(project.HashFile);

        project.Write("api.yaml", "two");
        project.SetTime("api.yaml", now);
        project.Run();
        Assert.NotEqual(first, File.ReadAllText(project.HashFile));
    }

    [Theory]
    [InlineData("")]
    [InlineData("CfGen hashes 0\nFFFF 3 1 {0}\n")]
    [InlineData("CfGen hashes 1\nFFFF\nFFFF 3 {0}\nFFFF x y {0}\n\n")]
    public void A_broken_cache_is_as_good_as_none(string cache)
    {
        using Project project = new();
        project.Write("api.yaml", "one");
        project.With("api.yaml").Run();
        string hashes = File.ReadAllText(project.HashFile);
        string good = File.ReadAllText(project.HashFile + ".cache");

        File.WriteAllText(
            project.HashFile + ".cache",
            string.Format(System.Globalization.CultureInfo.InvariantCulture, cache, project.PathOf("api.yaml"))
        );
        project.Run();
        Assert.Equal(hashes, File.ReadAllText(project.HashFile));
        Assert.Equal(good, File.ReadAllText(project.HashFile + ".cache"));
    }

    [Fact]
    public void A_cache_that_cannot_be_written_costs_time_only_and_a_hash_file_that_cannot_is_an_error()
    {
        using Project project = new();
        project.Write("api.yaml", "one");
        Directory.CreateDirectory(project.HashFile + ".cache");
        project.With("api.yaml").Run();
        Assert.True(File.Exists(project.HashFile));

        File.Delete(project.HashFile);
        Directory.CreateDirectory(project.HashFile);
        project.Run(out IReadOnlyList<BuildErrorEventArgs> errors);
        Assert.Contains(project.HashFile[^20..], Assert.Single(errors).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Builds_at_the_same_time_succeed_and_leave_nothing_behind()
    {
        using Project project = new();
        project.Write("api.yaml", "one");
        project.With("api.yaml");
        // To delete a file of a folder that is not there yet would fail in the test itself.
        project.Run();
        await Task.WhenAll(
            Enumerable
                .Range(0, 4)
                .Select(build =>
                    Task.Run(() =>
                    {
                        for (int round = 0; round < 50; round++)
                        {
                            if (build == 0)
                                project.SetTime("api.yaml", s_old.AddSeconds(round));
                            else if (build == 1)
                                File.Delete(project.HashFile);
                            project.Run();
                        }
                    })
                )
        );
        project.Run();
        Assert.Equal([project.HashFile, project.HashFile + ".cache"], Directory.GetFiles(project.PathOf("obj")).Order());
    }
}
