namespace CfGen.Tasks.Updating;

/// <summary>A problem that ends an update before a file changed.</summary>
internal sealed class UpdateException(TaskFinding finding) : Exception
{
    /// <summary>The problem.</summary>
    public TaskFinding Finding { get; } = finding;
}
