using CfGen.Generator.Configuration;
using CfGen.Tasks.Tests.Support;
using Microsoft.Build.Framework;

namespace CfGen.Tasks.Tests;

public class EncodingTests
{
    [Theory]
    [InlineData("tag:Zero Trust*;\n  !id:reset # no comment;\r\n!path:/**/a=b&c")]
    [InlineData("100%25 %; $(Property) @(Item) 'quoted'")]
    [InlineData("Größe 日本語 🚀\u2028\u0085\t")]
    public void A_value_reaches_the_generator_unchanged_and_is_plain_text_on_the_way(string value)
    {
        using Project project = new();
        project.Write("api.yaml", "");
        ITaskItem file = Assert.Single(project.With("api.yaml", ("Operations", value)).Run().Files);

        Assert.Equal(value, Project.Decode(file)["Operations"]);
        Assert.Matches("^[A-Za-z0-9&=%._~-]+$", file.GetMetadata(EncodedItem.MetadataName));
        // Items are unescaped once more when a target copies them.
        Assert.Equal(
            file.GetMetadata(EncodedItem.MetadataName),
            Uri.UnescapeDataString(((ITaskItem2)file).GetMetadataValueEscaped(EncodedItem.MetadataName))
        );
    }

    [Fact]
    public void A_value_longer_than_an_uri_is_encoded()
    {
        string value = new('ä', 100_000);
        Assert.Equal(value, Assert.Single(EncodedItem.Decode(EncodedItem.Encode([new("Operations", value)]))).Value);
    }

    [Theory]
    [InlineData("")]
    [InlineData("&&=x&client")]
    public void A_text_without_pairs_has_no_values(string text) => Assert.Empty(EncodedItem.Decode(text));

    [Fact]
    public void An_item_has_its_own_metadata_then_that_of_the_project_and_no_empty_one()
    {
        using Project project = new();
        project.Write("api.yaml", "");
        project.Write("common.yaml", "");
        project
            .With("api.yaml", ("Models", "class"), ("ClientName", ""))
            .With("common.yaml", ("Reference", "True"))
            .WithDefault("Models", "record")
            .WithDefault("Access", "internal");
        ITaskItem[] files = project.Run().Files;

        Assert.Equal([project.PathOf("api.yaml"), project.PathOf("common.yaml")], files.Select(f => f.ItemSpec));
        Assert.Equal(
            new()
            {
                ["Kind"] = "client",
                ["ProjectFile"] = project.File,
                ["Models"] = "class",
                ["Access"] = "internal",
            },
            Project.Decode(files[0])
        );
        Assert.Equal(
            new()
            {
                ["Kind"] = "reference",
                ["ProjectFile"] = project.File,
                ["Models"] = "record",
                ["Access"] = "internal",
                ["Reference"] = "True",
            },
            Project.Decode(files[1])
        );
    }

    [Fact]
    public void A_file_of_names_is_one_more_file_of_the_compiler()
    {
        using Project project = new();
        project.Write("api.yaml", "");
        project.Write("other.yaml", "");
        project.Write("names %3B 1.json", "{}");
        ITaskItem[] files = project
            .With("api.yaml", ("Names", @"sub\..\names %3B 1.json"))
            .With("other.yaml", ("Names", "names %3B 1.json"))
            .Run()
            .Files;

        string path = project.PathOf("names %3B 1.json");
        Assert.Equal(path, Assert.Single(files, f => Project.Decode(f)["Kind"] == "names").ItemSpec);
        Assert.Equal(2, files.Count(f => Project.Decode(f).GetValueOrDefault("Names") == path));
    }
}
