using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace CfGen.Generator.Tests.Hosting;

/// <summary>References of a consumer: the reference assemblies of the running SDK, and the runtime with its dependencies.</summary>
internal static class SdkPaths
{
    public static string FrameworkFolder { get; } = FindFramework("Microsoft.NETCore.App.Ref");

    public static ImmutableArray<MetadataReference> Framework { get; } =
    [.. Directory.EnumerateFiles(FrameworkFolder, "*.dll").Order(StringComparer.Ordinal).Select(f => MetadataReference.CreateFromFile(f))];

    public static ImmutableArray<MetadataReference> Runtime { get; } =
    [
        .. Directory
            .EnumerateFiles(AppContext.BaseDirectory, "Microsoft.Extensions.*.dll")
            .Append(typeof(ApiOperationAttribute).Assembly.Location)
            .Order(StringComparer.Ordinal)
            .Select(f => MetadataReference.CreateFromFile(f)),
    ];

    public static ImmutableArray<MetadataReference> All { get; } = [.. Framework, .. Runtime];

    /// <summary>References of a web project, which has a container and IHttpClientFactory.</summary>
    public static ImmutableArray<MetadataReference> Web { get; } =
    [
        .. Framework,
        .. Directory
            .EnumerateFiles(FindFramework("Microsoft.AspNetCore.App.Ref"), "*.dll")
            .Append(typeof(ApiOperationAttribute).Assembly.Location)
            .Order(StringComparer.Ordinal)
            .Select(f => MetadataReference.CreateFromFile(f)),
    ];

    public static string DotnetRoot { get; } = FindRoot();

    private static string FindFramework(string name)
    {
        string pack = Path.Combine(FindRoot(), "packs", name);
        return Directory
            .EnumerateDirectories(pack, $"{Environment.Version.Major}.*")
            .OrderByDescending(d => Version.TryParse(Path.GetFileName(d), out Version? version) ? version : new Version(0, 0))
            .Select(d => Path.Combine(d, "ref", $"net{Environment.Version.Major}.0"))
            .First(Directory.Exists);
    }

    // shared/Microsoft.NETCore.App/10.0.x/System.Private.CoreLib.dll of the installation that has packs/ and sdk/ too.
    private static string FindRoot()
    {
        string running = Path.GetFullPath(Path.Combine(Path.GetDirectoryName(typeof(object).Assembly.Location)!, "..", "..", ".."));
        return Directory.Exists(Path.Combine(running, "packs"))
            ? running
            : Environment.GetEnvironmentVariable("DOTNET_ROOT")
                ?? throw new InvalidOperationException("No .NET SDK beside the running runtime, and no DOTNET_ROOT.");
    }
}
