using System.Text;
using CfGen.Generator.Configuration;
using Microsoft.Build.Framework;

namespace CfGen.Tasks.Updating;

/// <summary>
/// A copy of the documents of a project with the new contents, for the generator to read before a file changes. The copies have the places
/// to each other that the files have, because references and overlays name files by relative paths.
/// </summary>
internal sealed class StagedProject
{
    /// <summary>The metadata of a copy with the path of its file.</summary>
    public const string TargetMetadata = "CfGenTarget";

    // More than there are: an unknown id does no harm.
    private const int ChangeIds = 99;

    private readonly string _folder;
    private readonly string _root;

    /// <param name="folder">The full path of the folder of the copies.</param>
    /// <param name="paths">The full paths of all files.</param>
    public StagedProject(string folder, IReadOnlyCollection<string> paths)
    {
        _folder = folder;
        _root = paths.Select(p => Path.GetDirectoryName(p)!).Aggregate(GetCommonFolder);
    }

    /// <summary>Returns the full path of the copy of a file.</summary>
    public string GetPath(string path)
    {
        string relative = path.Substring(_root.Length).TrimStart(Path.DirectorySeparatorChar, Path.AltDirectorySeparatorChar);
        return Path.Combine(_folder, relative.Replace(":", ""));
    }

    /// <summary>Writes the copy of a file.</summary>
    public void Write(string path, byte[] content)
    {
        string copy = GetPath(path);
        Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
        File.WriteAllBytes(copy, content);
    }

    /// <summary>
    /// Writes the options of the compiler: the encoded items of the copies, the report, which has the counts of operations, and the
    /// listings.
    /// </summary>
    public static void WriteOptions(string path, IEnumerable<ITaskItem> files)
    {
        // The level is above that of the file in which MSBuild passes the properties of the project.
        StringBuilder text = new("is_global = true\nglobal_level = 1000\nbuild_property.CfGenReport = true\n");
        text.Append("build_property.CfGenTryUpdate = true\n");
        // A listing that does not exist is written with the documents.
        foreach (string id in (string[])["CFG2070", "CFG4001", "CFG4002", "CFG4003", "CFG4005", "CFG4006"])
            text.Append("dotnet_diagnostic.").Append(id).Append(".severity = none\n");
        // An update prints these by class, and for the files of the project.
        foreach (string id in Enumerable.Range(1, ChangeIds).Select(n => $"CFG5{n:000}").Prepend("CFG4004"))
            text.Append("dotnet_diagnostic.").Append(id).Append(".severity = suggestion\n");
        foreach (ITaskItem file in files)
        {
            text.Append("\n[").Append(EscapePath(file.ItemSpec)).Append("]\n");
            text.Append("build_metadata.AdditionalFiles.").Append(EncodedItem.MetadataName).Append(" = ");
            text.Append(file.GetMetadata(EncodedItem.MetadataName)).Append('\n');
        }

        File.WriteAllText(path, text.ToString());
    }

    // As MSBuild writes the paths of additional files.
    private static string EscapePath(string path) =>
        string.Concat(path.Replace('\\', '/').Select(c => "*?{,;}[]#!".IndexOf(c) < 0 ? c.ToString() : "\\" + c));

    private static string GetCommonFolder(string left, string right)
    {
        string? folder = left;
        while (folder is not null && !IsBelow(right, folder))
            folder = Path.GetDirectoryName(folder);
        return folder ?? "";
    }

    private static bool IsBelow(string path, string folder) =>
        path == folder
        || path.StartsWith(folder.TrimEnd(Path.DirectorySeparatorChar) + Path.DirectorySeparatorChar, StringComparison.Ordinal);
}
