using Microsoft.Build.Utilities;

namespace CfGen.Tasks;

/// <summary>A problem of a project file. <see cref="TaskFindings"/> creates it.</summary>
internal sealed class TaskFinding(string id, string message)
{
    private const string HelpFolder = "https://github.com/cfgen/cfgen/blob/main/docs/diagnostics/";

    /// <summary>The id of the diagnostic.</summary>
    public string Id { get; } = id;

    /// <summary>The problem and the way out.</summary>
    public string Message { get; } = message;

    public void LogError(TaskLoggingHelper log, string file, int line) =>
        log.LogError(null, Id, null, $"{HelpFolder}{Id}.md", file, line, 0, 0, 0, Message);

    public void LogWarning(TaskLoggingHelper log, string file, int line) =>
        log.LogWarning(null, Id, null, $"{HelpFolder}{Id}.md", file, line, 0, 0, 0, Message);
}
