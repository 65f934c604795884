using CfGen.Generator.Configuration;
using Microsoft.Build.Framework;
using Microsoft.Build.Utilities;

namespace CfGen.Tasks;

/// <summary>
/// Lists the metadata that an <c>OpenApiClient</c> item can have, so that the targets can look up the project-wide default of each.
/// </summary>
public sealed class GetDocumentSettings : Task
{
    /// <summary>The names of the metadata.</summary>
    [Output]
    public ITaskItem[] Settings { get; private set; } = [];

    /// <inheritdoc/>
    public override bool Execute()
    {
        Settings = Array.ConvertAll(Enum.GetNames(typeof(DocumentSetting)), name => new TaskItem(name));
        return true;
    }
}
