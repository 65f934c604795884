using CfGen.Generator.Configuration;
using CfGen.Tasks.Tests.Support;
using Microsoft.Build.Framework;

namespace CfGen.Tasks.Tests;

/// <summary>The listings on their way to the compiler, and from the generator to their files.</summary>
public class ListingTests
{
    private const string Text = "cfgen-api 1 Acme.Api.ApiClient\n# a comment\nPet record sent\n";

    [Fact]
    public void A_listing_is_an_additional_file_if_it_exists()
    {
        using Project project = new();
        project.Write("api.yaml", "");
        project.With("api.yaml", ("ApiListing", "client.api.txt"));
        Assert.Equal([project.PathOf("api.yaml")], project.Run().Files.Select(f => f.ItemSpec));

        project.Write("client.api.txt", Text);
        ITaskItem[] files = project.Run().Files;
        Assert.Equal([project.PathOf("client.api.txt"), project.PathOf("api.yaml")], files.Select(f => f.ItemSpec));
        Assert.Equal(EncodedItem.ListingKind, Project.Decode(files[0])[EncodedItem.Kind]);
        Assert.Equal(project.PathOf("client.api.txt"), Project.Decode(files[1])[nameof(DocumentSetting.ApiListing)]);
        Assert.Contains("client.api.txt", File.ReadAllText(project.HashFile), StringComparison.Ordinal);
    }

    [Fact]
    public void Two_items_with_one_listing_are_an_error()
    {
        using Project project = new();
        project.Write("api.yaml", "");
        project.Write("other.yaml", "");
        project
            .WithDefault("ApiListing", "client.api.txt")
            .With("api.yaml")
            .With("other.yaml")
            .Run(out IReadOnlyList<BuildErrorEventArgs> errors);
        Assert.Equal("CFG2079", Assert.Single(errors).Code);
    }

    [Fact]
    public void A_document_without_a_client_needs_no_listing()
    {
        using Project project = new();
        project.Write("api.yaml", "");
        project.Write("common.yaml", "");
        project.WithDefault("ApiListing", "client.api.txt").With("api.yaml").With("common.yaml", ("Reference", "true")).Run();
        HandOver(project, "a", "client.api.txt", Text);
        project.WriteListings(out IReadOnlyList<BuildErrorEventArgs> errors);
        Assert.Empty(errors);
    }

    [Fact]
    public void Listings_are_written_to_their_files_and_folders()
    {
        using Project project = new();
        project.With("a.yaml", ("ApiListing", "a.txt")).With("b.yaml", ("ApiListing", "new folder/b;#.txt"));
        HandOver(project, "a", "a.txt", Text);
        HandOver(project, "b", "new folder/b;#.txt", Text + "Pet.Name member type=string\n");
        project.WriteListings(out IReadOnlyList<BuildErrorEventArgs> errors);
        Assert.Empty(errors);
        Assert.Equal(Text, File.ReadAllText(project.PathOf("a.txt")));
        Assert.Equal(Text + "Pet.Name member type=string\n", File.ReadAllText(project.PathOf("new folder/b;#.txt")));
    }

    [Theory]
    [InlineData("\n")]
    [InlineData("\r\n")]
    public void A_listing_that_did_not_change_keeps_its_file(string lineBreak)
    {
        using Project project = new();
        project.With("a.yaml", ("ApiListing", "a.txt"));
        project.Write("a.txt", Text.Replace("\n", lineBreak, StringComparison.Ordinal));
        DateTime time = File.GetLastWriteTimeUtc(project.PathOf("a.txt"));
        HandOver(project, "a", "a.txt", Text);
        project.WriteListings(out _);
        Assert.Equal(time, File.GetLastWriteTimeUtc(project.PathOf("a.txt")));

        HandOver(project, "a", "a.txt", Text + "B record\n");
        project.WriteListings(out _);
        Assert.Equal(Text + "B record\n", File.ReadAllText(project.PathOf("a.txt")));
    }

    [Fact]
    public void A_client_without_a_listing_is_an_error_and_the_file_stays()
    {
        using Project project = new();
        project.With("a.yaml", ("ApiListing", "a.txt")).With("b.yaml", ("ApiListing", "b.txt"));
        project.Write("a.txt", "old");
        HandOver(project, "b", "b.txt", Text);
        project.WriteListings(out IReadOnlyList<BuildErrorEventArgs> errors);
        BuildErrorEventArgs error = Assert.Single(errors);
        Assert.Equal("CFG2078", error.Code);
        Assert.Contains(project.PathOf("a.txt"), error.Message, StringComparison.Ordinal);
        Assert.Equal("old", File.ReadAllText(project.PathOf("a.txt")));
        Assert.Equal(Text, File.ReadAllText(project.PathOf("b.txt")));
    }

    private static void HandOver(Project project, string name, string path, string text)
    {
        string file = project.PathOf($"obj/generated/CfGen.Generator/{name}{ListingSource.Suffix}");
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        string lines = string.Concat(text.TrimEnd('\n').Split('\n').Select(l => ListingSource.LinePrefix + l + "\n"));
        File.WriteAllText(file, ListingSource.FormatHeader(project.PathOf(path)) + lines);
    }
}
