using CfGen.Generator.Configuration;
using Microsoft.Build.Framework;
using Microsoft.Build.Utilities;

namespace CfGen.Tasks.Tests.Support;

/// <summary>A project with <c>OpenApiClient</c> items in a folder of its own.</summary>
internal sealed class Project : IDisposable
{
    private readonly List<ITaskItem> _items = [];
    private readonly Dictionary<string, string> _defaults = [];

    public string Folder { get; } = Directory.CreateTempSubdirectory("cfgen-tasks-").FullName;

    public string File => PathOf("Acme.csproj");

    public string HashFile => PathOf("obj/Acme.CfGen.documents");

    public string PathOf(string name) => Path.Combine(Folder, name);

    public void Write(string name, string text)
    {
        System.IO.File.WriteAllText(PathOf(name), text);
        // Older than the time stamps of any file system are coarse.
        SetTime(name, new DateTime(2020, 1, 1, 0, 0, 0, DateTimeKind.Utc));
    }

    public void SetTime(string name, DateTime time) => System.IO.File.SetLastWriteTimeUtc(PathOf(name), time);

    public Project WithDefault(string name, string value)
    {
        _defaults[name] = value;
        return this;
    }

    public ITaskItem[] Items => [.. _items];

    public Project With(string include, params (string Name, string Value)[] metadata)
    {
        // The item is in the folder of the test run otherwise.
        TaskItem item = new(include.Contains("://", StringComparison.Ordinal) ? include : PathOf(include));
        foreach ((string name, string value) in metadata)
            ((ITaskItem2)item).SetMetadataValueLiteral(name, value);
        _items.Add(item);
        return this;
    }

    /// <summary>Writes the listings that the compiler left in <c>obj/generated</c>.</summary>
    public void WriteListings(out IReadOnlyList<BuildErrorEventArgs> errors)
    {
        BuildEngine engine = new();
        WriteListings task = new()
        {
            BuildEngine = engine,
            Documents = [.. _items],
            Settings = GetSettings(engine),
            ProjectFile = File,
            GeneratedFiles = "obj/generated",
        };
        Assert.Equal(task.Execute(), engine.Errors.Count == 0);
        errors = engine.Errors;
    }

    public PrepareDocuments Run(out IReadOnlyList<BuildErrorEventArgs> errors, bool designTime = false, bool allowUnknownMetadata = false)
    {
        BuildEngine engine = new();
        PrepareDocuments task = new()
        {
            BuildEngine = engine,
            Documents = [.. _items],
            Settings = GetSettings(engine),
            ProjectFile = File,
            HashFile = designTime ? "" : "obj/Acme.CfGen.documents",
            AllowUnknownMetadata = allowUnknownMetadata,
        };
        Assert.Equal(task.Execute(), engine.Errors.Count == 0);
        Assert.Empty(engine.Warnings);
        errors = engine.Errors;
        return task;
    }

    /// <summary>The settings of the items, with the defaults of the project.</summary>
    public ITaskItem[] GetSettings(BuildEngine engine)
    {
        GetDocumentSettings settings = new() { BuildEngine = engine };
        Assert.True(settings.Execute());
        foreach (ITaskItem setting in settings.Settings)
        {
            if (_defaults.TryGetValue(setting.ItemSpec, out string? value))
                setting.SetMetadata("Default", value);
        }

        return settings.Settings;
    }

    public PrepareDocuments Run()
    {
        PrepareDocuments task = Run(out IReadOnlyList<BuildErrorEventArgs> errors);
        Assert.Empty(errors);
        return task;
    }

    /// <summary>The pairs that the generator gets for a file.</summary>
    public static Dictionary<string, string> Decode(ITaskItem file) =>
        EncodedItem.Decode(file.GetMetadata(EncodedItem.MetadataName)).ToDictionary(p => p.Key, p => p.Value);

    public void Dispose() => Directory.Delete(Folder, recursive: true);
}
