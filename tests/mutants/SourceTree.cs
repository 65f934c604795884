using System.Diagnostics;

namespace CfGen.Mutants;

/// <summary>The checkout that the command runs in, and copies of it.</summary>
internal static class SourceTree
{
    /// <summary>The folders whose code mutants edit.</summary>
    public static readonly IReadOnlyList<string> Folders = ["generator", "runtime"];

    /// <summary>Returns whether a path is one of a compiler's output.</summary>
    public static bool IsOutput(string relativePath) =>
        relativePath.Split('/', '\\') is var parts && (parts.Contains("bin") || parts.Contains("obj"));

    /// <summary>Finds the root of the checkout from a folder in it.</summary>
    /// <exception cref="MutantException">The folder is in no checkout.</exception>
    public static string FindRoot(string folder)
    {
        for (DirectoryInfo? at = new(folder); at is not null; at = at.Parent)
        {
            if (File.Exists(Path.Combine(at.FullName, "Directory.Packages.props")))
                return at.FullName;
        }

        throw new MutantException($"{folder} is in no checkout. Run the command from within the repository.");
    }

    /// <summary>Copies what git knows or would add, with changes that are not committed.</summary>
    public static void Copy(string root, string target)
    {
        ProcessStartInfo git = new("git", ["ls-files", "-z", "--cached", "--others", "--exclude-standard"])
        {
            WorkingDirectory = root,
            RedirectStandardOutput = true,
        };
        using Process process = Process.Start(git)!;
        string[] paths = process.StandardOutput.ReadToEnd().Split('\0', StringSplitOptions.RemoveEmptyEntries);
        process.WaitForExit();
        if (process.ExitCode != 0)
            throw new MutantException($"git ls-files failed in {root}. The command needs a git checkout.");
        foreach (string path in paths)
        {
            string source = Path.Combine(root, path);
            if (!File.Exists(source))
                continue; // deleted, and not committed
            string copy = Path.Combine(target, path);
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(source, copy);
        }
    }
}
