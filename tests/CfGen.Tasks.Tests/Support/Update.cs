using CfGen.Tasks.Updating;
using Microsoft.Build.Framework;

namespace CfGen.Tasks.Tests.Support;

/// <summary>One run of the tasks that update documents, without the compiler between them.</summary>
internal sealed class Update
{
    private readonly Project _project;

    private Update(Project project, BuildEngine engine, FetchDocuments fetch)
    {
        _project = project;
        Engine = engine;
        Fetch = fetch;
    }

    public const string StagingFolder = "obj/CfGen.update";
    public const string StateFile = "obj/Acme.CfGen.update";

    public BuildEngine Engine { get; }

    public FetchDocuments Fetch { get; }

    /// <summary>The only error.</summary>
    public BuildErrorEventArgs Error => Assert.Single(Engine.Errors);

    /// <summary>Fetches the documents of a project.</summary>
    public static Update Run(Project project, Action<FetchDocuments>? set = null)
    {
        BuildEngine engine = new();
        using FetchDocuments fetch = new()
        {
            BuildEngine = engine,
            Documents = project.Items,
            Settings = project.GetSettings(engine),
            ProjectFile = project.File,
            StagingFolder = StagingFolder,
            StateFile = StateFile,
        };
        set?.Invoke(fetch);
        Assert.Equal(fetch.Execute(), engine.Errors.Count == 0);
        return new Update(project, engine, fetch);
    }

    /// <summary>Takes the documents over, after a compiler that reported the results.</summary>
    /// <param name="results">The results of the error log; null for one that generated two operations of each document.</param>
    public Update Replace(string? results = null)
    {
        Assert.Empty(Engine.Errors);
        results ??= string.Join(
            ',',
            Fetch.Clients.Select(c => Result("CFG4004", "note", "The document has 3 operations: 2 generated, 1 skipped.", c.ItemSpec))
        );
        System.IO.File.WriteAllText(
            _project.PathOf(StagingFolder + "/diagnostics.sarif"),
            $$"""{ "runs": [ { "results": [ {{results}} ] } ] }"""
        );
        ReplaceDocuments replace = new()
        {
            BuildEngine = Engine,
            Documents = _project.Items,
            Settings = _project.GetSettings(Engine),
            ProjectFile = _project.File,
            StagingFolder = StagingFolder,
            StateFile = StateFile,
            ChangedFiles = Fetch.ChangedFiles,
            Clients = Fetch.Clients,
        };
        Assert.Equal(replace.Execute(), Engine.Errors.Count == 0);
        return this;
    }

    /// <summary>Returns a result of the error log.</summary>
    public static string Result(string id, string level, string message, string path) =>
        $$"""{ "ruleId": "{{id}}", "level": "{{level}}", "message": { "text": "{{message}}" }, "locations": [ { "physicalLocation": { "artifactLocation": { "uri": "{{new Uri(path).AbsoluteUri}}" }, "region": { "startLine": 7 } } } ] }""";
}
