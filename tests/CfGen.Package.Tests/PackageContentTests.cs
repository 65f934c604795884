using System.Buffers.Binary;
using System.Collections.Immutable;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using System.Text;
using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace CfGen.Package.Tests;

/// <summary>The content of the two package files.</summary>
public sealed partial class PackageContentTests
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
            Assert.Contains($"{folder}/CfGen.Listing.targets", package.Files);
            Assert.Contains($"{folder}/CfGen.Updating.targets", package.Files);
        }

        Assert.Contains("buildMultiTargeting/CfGen.targets", package.Files);

        Assert.Contains("tools/netstandard2.0/CfGen.Tasks.dll", package.Files);
        Assert.DoesNotContain(
            package.Files,
            f => f.StartsWith("lib/", StringComparison.Ordinal) || f.StartsWith("ref/", StringComparison.Ordinal)
        );
        Assert.DoesNotContain(package.Files, f => f.Contains("Microsoft.CodeAnalysis", StringComparison.Ordinal));
        Assert.DoesNotContain(package.Files, f => f.Contains("Microsoft.Build", StringComparison.Ordinal));
    }

    [Fact]
    public void CfGen_names_each_library_of_others_with_its_license()
    {
        using Package package = Feed.Open("CfGen");
        string notices = Encoding.UTF8.GetString(package.Read("THIRD-PARTY-NOTICES.txt"));
        string[] libraries =
        [
            .. package
                .Files.Where(f => f.EndsWith(".dll", StringComparison.Ordinal))
                .Select(f => Path.GetFileNameWithoutExtension(f))
                .Where(n => !n.StartsWith("CfGen.", StringComparison.Ordinal))
                .Distinct(StringComparer.Ordinal),
        ];
        Assert.True(libraries.Length >= 6, "Libraries are missing.");
        Assert.All(
            libraries,
            name => Assert.Contains(name.Replace(".Signed", "", StringComparison.Ordinal), notices, StringComparison.Ordinal)
        );
    }

    [Fact]
    public void CfGen_is_smaller_than_25_MB() =>
        Assert.InRange(new FileInfo(Path.Combine(Feed.Folder, $"CfGen.{Feed.Version}.nupkg")).Length, 1, 25_000_000);

    [Fact]
    public void CfGen_depends_on_the_runtime_from_its_own_version_to_the_next_minor_one_and_is_no_development_dependency()
    {
        using Package package = Feed.Open("CfGen");
        XElement dependency = Assert.Single(package.Metadata().Descendants(), e => e.Name.LocalName == "dependency");
        Assert.Equal("CfGen.Runtime", dependency.Attribute("id")?.Value);
        Version version = Version.Parse(Feed.Version.Split('-')[0]);
        Assert.Equal($"[{Feed.Version}, {version.Major}.{version.Minor + 1}.0)", dependency.Attribute("version")?.Value);
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
    [InlineData("CfGen")]
    [InlineData("CfGen.Runtime")]
    public void A_package_has_an_icon_and_says_where_its_source_and_its_release_notes_are(string id)
    {
        using Package package = Feed.Open(id);
        Assert.Equal("icon.png", package.Value("icon"));
        byte[] icon = package.Read("icon.png");
        Assert.Equal(
            (128, 128),
            (BinaryPrimitives.ReadInt32BigEndian(icon.AsSpan(16)), BinaryPrimitives.ReadInt32BigEndian(icon.AsSpan(20)))
        );
        XElement repository = Assert.Single(package.Metadata().Elements(), e => e.Name.LocalName == "repository");
        Assert.Equal(("git", "https://github.com/cfgen/cfgen"), (repository.Attribute("type")?.Value, repository.Attribute("url")?.Value));
        Assert.Equal("https://github.com/cfgen/cfgen", package.Value("projectUrl"));
        Assert.EndsWith("/CHANGELOG.md", package.Value("releaseNotes"), StringComparison.Ordinal);
    }

    /// <summary>The page of a package has no other files of the repository.</summary>
    [Theory]
    [InlineData("CfGen")]
    [InlineData("CfGen.Runtime")]
    public void The_readme_of_a_package_has_absolute_links_only(string id)
    {
        using Package package = Feed.Open(id);
        string[] links = [.. Link().Matches(Encoding.UTF8.GetString(package.Read("README.md"))).Select(m => m.Groups["target"].Value)];
        Assert.NotEmpty(links);
        Assert.All(links, link => Assert.StartsWith("https://", link, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("CfGen", "analyzers/dotnet/cs/CfGen.Generator.dll")]
    [InlineData("CfGen", "tools/netstandard2.0/CfGen.Tasks.dll")]
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

    /// <summary>MSBuild of .NET Framework, which Visual Studio has, loads the task as well as that of the SDK.</summary>
    [Fact]
    public void The_task_needs_nothing_but_netstandard_and_the_api_of_msbuild()
    {
        using Package package = Feed.Open("CfGen");
        using PEReader assembly = new(ImmutableArray.Create(package.Read("tools/netstandard2.0/CfGen.Tasks.dll")));
        MetadataReader metadata = assembly.GetMetadataReader();
        (string Name, Version Version)[] references =
        [
            .. metadata
                .AssemblyReferences.Select(metadata.GetAssemblyReference)
                .Select(r => (metadata.GetString(r.Name), r.Version))
                .Order(),
        ];
        Assert.Equal(
            [
                // The version of the assemblies is the same in all releases since Visual Studio 2017.
                ("Microsoft.Build.Framework", new Version(15, 1, 0, 0)),
                ("Microsoft.Build.Utilities.Core", new Version(15, 1, 0, 0)),
                ("netstandard", new Version(2, 0, 0, 0)),
            ],
            references
        );
    }

    [GeneratedRegex(@"\]\((?<target>[^)]+)\)")]
    private static partial Regex Link();
}
