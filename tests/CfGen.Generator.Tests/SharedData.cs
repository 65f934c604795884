using Xunit.Abstractions;

namespace CfGen.Generator.Tests;

/// <summary>
/// The folder of real documents that is too large for the repository: <c>CFGEN_SHARED</c>, else <c>../shared</c> beside it.
/// Without it the tests that read from it say so and pass, unless <c>CFGEN_REQUIRE_CORPUS</c> is 1.
/// </summary>
internal static class SharedData
{
    public static string RepositoryRoot { get; } = FindRepositoryRoot();

    private static string Root =>
        Environment.GetEnvironmentVariable("CFGEN_SHARED") is { Length: > 0 } set ? set : Path.Combine(RepositoryRoot, "..", "shared");

    /// <summary>The full path of a file or folder of the shared data; null where it is not there, after saying so.</summary>
    public static string? Find(string relative, ITestOutputHelper output)
    {
        string path = Path.GetFullPath(Path.Combine(Root, relative));
        if (File.Exists(path) || Directory.Exists(path))
            return path;
        if (Environment.GetEnvironmentVariable("CFGEN_REQUIRE_CORPUS") == "1")
            throw new InvalidOperationException($"The shared data has no {relative}, and CFGEN_REQUIRE_CORPUS is 1.");
        output.WriteLine($"Skipped: the shared data has no {relative}. Set CFGEN_SHARED to the folder that has it.");
        return null;
    }

    private static string FindRepositoryRoot()
    {
        for (DirectoryInfo? at = new(AppContext.BaseDirectory); at is not null; at = at.Parent)
        {
            if (File.Exists(Path.Combine(at.FullName, "Directory.Packages.props")))
                return at.FullName;
        }

        throw new InvalidOperationException("The tests do not run from within the repository.");
    }
}
