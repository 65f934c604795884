using CfGen.Generator.Tests.Hosting;
using Xunit.Abstractions;

namespace CfGen.Generator.Tests;

/// <summary>
/// The folder of real documents. Without it the tests that read from it say so and pass, unless <c>CFGEN_REQUIRE_CORPUS</c> is 1.
/// </summary>
internal static class SharedData
{
    public static string RepositoryRoot => SharedFolder.RepositoryRoot;

    /// <summary>The full path of a file or folder of the shared data; null where it is not there, after saying so.</summary>
    public static string? Find(string relative, ITestOutputHelper output)
    {
        string? path = SharedFolder.Find(relative);
        if (path is null)
            output.WriteLine($"Skipped: the shared data has no {relative}. Set CFGEN_SHARED to the folder that has it.");
        return path;
    }
}
