namespace CfGen.Generator.Tests.Hosting;

/// <summary>
/// The folder of real documents that is too large for the repository: <c>CFGEN_SHARED</c>, else <c>../shared</c> beside it. Where
/// <c>CFGEN_REQUIRE_CORPUS</c> is 1, the folder has to be there.
/// </summary>
internal static class SharedFolder
{
    public static string RepositoryRoot { get; } = FindRepositoryRoot();

    private static string Root =>
        Environment.GetEnvironmentVariable("CFGEN_SHARED") is { Length: > 0 } set ? set : Path.Combine(RepositoryRoot, "..", "shared");

    /// <summary>Returns the full path of a file or folder of the shared data; null where it is missing.</summary>
    public static string? Find(string relative)
    {
        string path = Path.GetFullPath(Path.Combine(Root, relative));
        if (File.Exists(path) || Directory.Exists(path))
            return path;
        return Environment.GetEnvironmentVariable("CFGEN_REQUIRE_CORPUS") == "1"
            ? throw new InvalidOperationException($"The shared data has no {relative}, and CFGEN_REQUIRE_CORPUS is 1.")
            : null;
    }

    private static string FindRepositoryRoot()
    {
        for (DirectoryInfo? at = new(AppContext.BaseDirectory); at is not null; at = at.Parent)
        {
            if (File.Exists(Path.Combine(at.FullName, "Directory.Packages.props")))
                return at.FullName;
        }

        throw new InvalidOperationException("The program does not run from within the repository.");
    }
}
