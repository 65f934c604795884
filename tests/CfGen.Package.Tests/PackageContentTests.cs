using System.Collections.Immutable;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using System.Text;
using System.Xml.Linq;

namespace CfGen.Package.Tests;

/// <summary>What is in the two package files.</summary>
public sealed class PackageContentTests
{
    // What Roslyn 4.8, the oldest compiler that loads the generator, has beside it, by its own package's dependencies.
    private static readonly ImmutableHashSet<string> s_host =
    [
        "netstandard",
        "Microsoft.CodeAnalysis",
        "Microsoft.CodeAnalysis.CSharp",
        "System.Buffers",
        "System.Collections.Immutable",
        "System.Memory",
        "System.Numerics.Vectors",
        "System.Reflection.Metadata",
        "System.Runtime.CompilerServices.Unsafe",
        "System.Threading.Tasks.Extensions",
    ];

    [Fact]
    public void The_feed_holds_the_two_packages_and_nothing_else()
    {
        string[] names = [.. Directory.GetFiles(Feed.Folder).Select(f => Path.GetFileName(f)).Order(StringComparer.Ordinal)];
        Assert.Equal([$"CfGen.{Feed.Version}.nupkg", $"CfGen.Runtime.{Feed.Version}.nupkg"], names);
    }

    [Fact]
    public void CfGen_has_the_generator_the_targets_and_no_lib()
    {
        using Package package = Feed.Open("CfGen");
        Assert.Contains("analyzers/dotnet/cs/CfGen.Generator.dll", package.Files);
        foreach (string folder in (string[])["build", "buildTransitive"])
        {
            Assert.Contains($"{folder}/CfGen.props", package.Files);
            Assert.Contains($"{folder}/CfGen.targets", package.Files);
        }

        Assert.DoesNotContain(
            package.Files,
            f => f.StartsWith("lib/", StringComparison.Ordinal) || f.StartsWith("ref/", StringComparison.Ordinal)
        );
        Assert.DoesNotContain(package.Files, f => f.Contains("Microsoft.CodeAnalysis", StringComparison.Ordinal));
    }

    [Fact]
    public void CfGen_depends_on_the_runtime_of_the_same_version_and_is_no_development_dependency()
    {
        using Package package = Feed.Open("CfGen");
        XElement dependency = Assert.Single(package.Metadata().Descendants(), e => e.Name.LocalName == "dependency");
        Assert.Equal("CfGen.Runtime", dependency.Attribute("id")?.Value);
        Assert.Equal(Feed.Version, dependency.Attribute("version")?.Value);
        Assert.Equal(Feed.Version, package.Value("version"));
        Assert.Null(package.Value("developmentDependency"));
    }

    [Fact]
    public void The_runtime_has_both_frameworks_with_docs()
    {
        using Package package = Feed.Open("CfGen.Runtime");
        foreach (string framework in (string[])["net8.0", "net10.0"])
        {
            Assert.Contains($"lib/{framework}/CfGen.Runtime.dll", package.Files);
            Assert.Contains($"lib/{framework}/CfGen.Runtime.xml", package.Files);
        }
    }

    [Theory]
    [InlineData("CfGen")]
    [InlineData("CfGen.Runtime")]
    public void A_package_has_readme_licence_and_description(string id)
    {
        using Package package = Feed.Open(id);
        Assert.Equal("README.md", package.Value("readme"));
        Assert.Contains("CfGen", Encoding.UTF8.GetString(package.Read("README.md")), StringComparison.Ordinal);
        Assert.Equal("MIT", package.Value("license"));
        Assert.False(string.IsNullOrWhiteSpace(package.Value("description")));
        Assert.DoesNotContain(package.Files, f => f.EndsWith(".pdb", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("CfGen", "analyzers/dotnet/cs/CfGen.Generator.dll")]
    [InlineData("CfGen.Runtime", "lib/net8.0/CfGen.Runtime.dll")]
    [InlineData("CfGen.Runtime", "lib/net10.0/CfGen.Runtime.dll")]
    public void Our_assemblies_are_deterministic_with_their_symbols_inside(string id, string file)
    {
        using Package package = Feed.Open(id);
        using PEReader assembly = new(ImmutableArray.Create(package.Read(file)));
        DebugDirectoryEntryType[] entries = [.. assembly.ReadDebugDirectory().Select(e => e.Type)];
        Assert.Contains(DebugDirectoryEntryType.Reproducible, entries);
        Assert.Contains(DebugDirectoryEntryType.EmbeddedPortablePdb, entries);
    }

    /// <summary>A missing one would show as CS8785 in somebody's build, and maybe only in Visual Studio.</summary>
    [Fact]
    public void Every_assembly_that_the_generator_needs_is_beside_it_or_in_the_host()
    {
        using Package package = Feed.Open("CfGen");
        string[] files = [.. package.Files.Where(f => f.StartsWith("analyzers/", StringComparison.Ordinal))];
        HashSet<string> shipped = [.. files.Select(f => Path.GetFileNameWithoutExtension(f))];
        foreach (string file in files)
        {
            using PEReader assembly = new(ImmutableArray.Create(package.Read(file)));
            MetadataReader metadata = assembly.GetMetadataReader();
            foreach (AssemblyReferenceHandle handle in metadata.AssemblyReferences)
            {
                string needed = metadata.GetString(metadata.GetAssemblyReference(handle).Name);
                Assert.True(
                    shipped.Contains(needed) || s_host.Contains(needed),
                    $"{file} needs {needed}, which is neither in the package nor in the compiler."
                );
            }
        }
    }
}
