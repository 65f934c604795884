using Microsoft.Build.Framework;
using Microsoft.Build.Utilities;

namespace CfGen.Tasks;

/// <summary>A task about the <c>OpenApiClient</c> items of a project.</summary>
public abstract class ProjectTask : Task
{
    /// <summary>The items of the project.</summary>
    public ITaskItem[] Documents { get; set; } = [];

    /// <summary>
    /// The names that <see cref="GetDocumentSettings"/> lists, each with the project-wide default in the metadata <c>Default</c>.
    /// </summary>
    [Required]
    public ITaskItem[] Settings { get; set; } = [];

    /// <summary>The full path of the project file.</summary>
    [Required]
    public string ProjectFile { get; set; } = "";

    /// <summary>The folder of the project file.</summary>
    private protected string ProjectDirectory => Path.GetDirectoryName(ProjectFile) ?? "";

    /// <summary>Reads the items.</summary>
    private protected DeclaredDocument[] ReadDocuments()
    {
        ItemLocator locator = new(ProjectFile);
        return Array.ConvertAll(Documents, d => new DeclaredDocument(d, Settings, ProjectDirectory, locator));
    }
}
