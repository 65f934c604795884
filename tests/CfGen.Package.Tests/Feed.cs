using System.IO.Compression;
using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace CfGen.Package.Tests;

/// <summary>The folder with the packages under test.</summary>
internal static partial class Feed
{
    /// <summary>Set by <c>.ci/run</c> to the folder that <c>dotnet pack CfGen.sln -o FOLDER</c> wrote to.</summary>
    internal const string Variable = "CFGEN_FEED";

    internal static string Folder
    {
        get
        {
            string? folder = Environment.GetEnvironmentVariable(Variable);
            Assert.True(
                folder is { Length: > 0 } && Directory.Exists(folder),
                $"{Variable} must name the folder that `dotnet pack CfGen.sln -o FOLDER` wrote to; it is '{folder}'."
            );
            return Path.GetFullPath(folder!);
        }
    }

    internal static string Version => PackageName().Match(Path.GetFileName(Find("CfGen"))).Groups["version"].Value;

    internal static Package Open(string id) => new(Find(id));

    private static string Find(string id)
    {
        string[] found =
        [
            .. Directory.GetFiles(Folder, "*.nupkg").Where(f => PackageName().Match(Path.GetFileName(f)).Groups["id"].Value == id),
        ];
        Assert.True(found.Length == 1, $"{Variable} must hold {id} once; it holds {found.Length}: {string.Join(", ", found)}.");
        return found[0];
    }

    [GeneratedRegex(@"^(?<id>.+?)\.(?<version>\d+\..+)\.nupkg$")]
    private static partial Regex PackageName();
}

/// <summary>A package file, opened for reading.</summary>
internal sealed class Package(string path) : IDisposable
{
    private readonly ZipArchive _zip = ZipFile.OpenRead(path);

    internal IReadOnlyList<string> Files => [.. _zip.Entries.Select(e => e.FullName).Order(StringComparer.Ordinal)];

    internal byte[] Read(string name)
    {
        using Stream stream = _zip.GetEntry(name)!.Open();
        using MemoryStream copy = new();
        stream.CopyTo(copy);
        return copy.ToArray();
    }

    /// <summary>The metadata of the nuspec.</summary>
    internal XElement Metadata()
    {
        using MemoryStream nuspec = new(Read(Files.Single(f => f.EndsWith(".nuspec", StringComparison.Ordinal))));
        return XDocument.Load(nuspec).Root!.Elements().Single();
    }

    internal string? Value(string name) => Metadata().Elements().FirstOrDefault(e => e.Name.LocalName == name)?.Value;

    public void Dispose() => _zip.Dispose();
}
