using System.Text.RegularExpressions;
using Microsoft.Build.Framework;
using Microsoft.Build.Utilities;

namespace CfGen.Tasks;

/// <summary>
/// Gives hints where a project has documents, but not as <c>OpenApiClient</c> items: as items of other generators, or as additional files
/// of the compiler.
/// </summary>
public sealed class CheckUndeclared : Task
{
    // The version of a document is near its beginning, after comments and perhaps the info object.
    private const int BytesToRead = 64 * 1024;

    // The version at the root: in JSON with quotes, in YAML at the beginning of a line.
    private static readonly Regex s_version = new(
        """("(openapi|swagger)"\s*:\s*"[23]\.\d)|(^['"]?(openapi|swagger)['"]?\s*:\s*['"]?[23]\.\d)""",
        RegexOptions.Multiline | RegexOptions.CultureInvariant,
        TimeSpan.FromSeconds(10)
    );

    /// <summary>The additional files that are JSON or YAML.</summary>
    public ITaskItem[] AdditionalFiles { get; set; } = [];

    /// <summary>The <c>OpenApiReference</c> items that no generator reads.</summary>
    public ITaskItem[] References { get; set; } = [];

    /// <summary>The <c>OpenApiClient</c> items.</summary>
    public ITaskItem[] Documents { get; set; } = [];

    /// <summary>The full path of the project file.</summary>
    [Required]
    public string ProjectFile { get; set; } = "";

    /// <inheritdoc/>
    public override bool Execute()
    {
        HashSet<string> declared = new(Documents.Select(d => d.GetMetadata("FullPath")), StringComparer.OrdinalIgnoreCase);
        ITaskItem[] references = Array.FindAll(References, r => !declared.Contains(r.GetMetadata("FullPath")));
        if (references.Length > 0)
            LogWarning("OpenApiReference", references, TaskFindings.UnreadReferences(GetPaths(references)));

        ITaskItem[] files = Array.FindAll(AdditionalFiles, f => !declared.Contains(f.GetMetadata("FullPath")) && IsDocument(f));
        if (files.Length > 0)
            LogWarning("AdditionalFiles", files, TaskFindings.UndeclaredDocument(GetPaths(files)));
        return true;
    }

    private static bool IsDocument(ITaskItem file)
    {
        try
        {
            using FileStream stream = new(
                file.GetMetadata("FullPath"),
                FileMode.Open,
                FileAccess.Read,
                FileShare.ReadWrite | FileShare.Delete
            );
            using StreamReader reader = new(stream);
            char[] text = new char[BytesToRead];
            return s_version.IsMatch(new string(text, 0, reader.ReadBlock(text, 0, text.Length)));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or RegexMatchTimeoutException)
        {
            // The compiler reports a file that it cannot read.
            return false;
        }
    }

    private static string[] GetPaths(ITaskItem[] items) => Array.ConvertAll(items, i => i.ItemSpec);

    private void LogWarning(string itemName, ITaskItem[] items, TaskFinding finding)
    {
        (string file, int line) = new ItemLocator(ProjectFile, itemName).Locate(items[0]);
        finding.LogWarning(Log, file, line);
    }
}
