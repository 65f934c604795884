using Microsoft.Build.Utilities;

namespace CfGen.Tasks;

/// <summary>A problem of a project file. <see cref="TaskFindings"/> creates it.</summary>
internal sealed class TaskFinding(string id, string message)
{
    private const string HelpFolder = "https://github.com/cfgen/cfgen/blob/main/docs/diagnostics/";

    public void LogError(TaskLoggingHelper log, string file, int line) =>
        log.LogError(null, id, null, $"{HelpFolder}{id}.md", file, line, 0, 0, 0, message);

    public void LogWarning(TaskLoggingHelper log, string file, int line) =>
        log.LogWarning(null, id, null, $"{HelpFolder}{id}.md", file, line, 0, 0, 0, message);
}
