using CfGen.Generator.Configuration;
using Microsoft.Build.Framework;

namespace CfGen.Tasks.Updating;

/// <summary>
/// Fetches the documents of items with a <c>SourceUrl</c>, and puts those that changed into a folder where the generator reads them before
/// <see cref="ReplaceDocuments"/> takes them over. No file of the project changes.
/// </summary>
public sealed class FetchDocuments : ProjectTask, ICancelableTask, IDisposable
{
    private readonly CancellationTokenSource _cancellation = new();

    /// <summary>The folder for the new contents, relative to the project or absolute.</summary>
    [Required]
    public string StagingFolder { get; set; } = "";

    /// <summary>The file with what servers said of the contents, relative to the project or absolute.</summary>
    [Required]
    public string StateFile { get; set; } = "";

    /// <summary>The one client to update, by its <c>ClientName</c> or its file. Empty for all.</summary>
    public string Client { get; set; } = "";

    /// <summary>The headers to send: <c>Name: value</c>, separated by line breaks or semicolons.</summary>
    public string Headers { get; set; } = "";

    /// <summary>The bytes that all files may have together. Empty for the default.</summary>
    public string MaxSize { get; set; } = "";

    /// <summary>The seconds in which all files have to be fetched. Empty for the default.</summary>
    public string Timeout { get; set; } = "";

    /// <summary>Fails if a source has another version, and leaves everything as it is.</summary>
    public bool CheckOnly { get; set; }

    /// <summary>True if a document changed and is to be taken over.</summary>
    [Output]
    public bool HasChanges { get; private set; }

    /// <summary>The additional files of the compiler, in the folder for the new contents.</summary>
    [Output]
    public ITaskItem[] Files { get; private set; } = [];

    /// <summary>The copies of the files that changed, each with the path of the file in the metadata <c>CfGenTarget</c>.</summary>
    [Output]
    public ITaskItem[] ChangedFiles { get; private set; } = [];

    /// <summary>The copies of documents of clients that the changes reach, each with the path of the document in <c>CfGenTarget</c>.</summary>
    [Output]
    public ITaskItem[] Clients { get; private set; } = [];

    /// <inheritdoc/>
    public void Cancel() => _cancellation.Cancel();

    /// <inheritdoc/>
    public void Dispose() => _cancellation.Dispose();

    /// <inheritdoc/>
    public override bool Execute()
    {
        DeclaredDocument[] documents = ReadDocuments();
        DeclaredDocument? current = null;
        try
        {
            DeclaredDocument[] selected = Select(documents);
            UpdateHeaders headers = UpdateHeaders.Parse(Headers, Environment.GetEnvironmentVariable);
            FetchLimits limits = FetchLimits.Parse(MaxSize, Timeout);
            _cancellation.CancelAfter(limits.Time);
            UpdateState state = UpdateState.Read(SourceLocation.Combine(ProjectDirectory, StateFile));
            DocumentUpdater updater = new(
                documents,
                ProjectDirectory,
                new DocumentFetcher(headers, limits, _cancellation.Token),
                headers,
                state
            );
            List<DeclaredDocument> changed = [];
            foreach (DeclaredDocument document in selected)
            {
                current = document;
                if (Fetch(updater, document))
                    changed.Add(document);
            }

            current = changed.Count == 0 ? null : changed[0];
            Complete(documents, changed, updater, state);
        }
        catch (UpdateException e)
        {
            e.Finding.LogError(Log, current?.ProjectFile ?? ProjectFile, current?.Line ?? 0);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            UpdateFindings.NotFetched(current?.Item.ItemSpec ?? StagingFolder, e.Message.TrimEnd('.')).LogError(Log, ProjectFile, 0);
        }

        return !Log.HasLoggedErrors;
    }

    private DeclaredDocument[] Select(DeclaredDocument[] documents)
    {
        string client = Client.Trim();
        DeclaredDocument[] sources = Array.FindAll(documents, d => d.SourceUrl.Length > 0);
        DeclaredDocument[] selected =
            client.Length == 0 ? sources : Array.FindAll(sources, d => GetNames(d).Contains(client, StringComparer.OrdinalIgnoreCase));
        if (selected.Length == 0)
            throw new UpdateException(
                UpdateFindings.NothingToUpdate(client, sources.Select(d => d.ClientName.Length > 0 ? d.ClientName : d.Item.ItemSpec))
            );
        return selected;
    }

    private static string[] GetNames(DeclaredDocument document) =>
        [
            document.ClientName,
            document.Item.ItemSpec,
            document.FullPath,
            Path.GetFileName(document.FullPath),
            Path.GetFileNameWithoutExtension(document.FullPath),
        ];

    private bool Fetch(DocumentUpdater updater, DeclaredDocument document)
    {
        IReadOnlyList<FileUpdate> files = updater.Fetch(document);
        string[] changed = [.. files.Where(f => f.IsChanged).Select(f => f.Path)];
        string source = files[0].Source.Display;
        Log.LogMessage(
            MessageImportance.High,
            changed.Length == 0
                ? $"'{document.Item.ItemSpec}' is up to date with '{source}'."
                : $"'{source}' has a new version of {string.Join(", ", changed.Select(c => $"'{c}'"))}."
        );
        return changed.Length > 0;
    }

    private void Complete(DeclaredDocument[] documents, List<DeclaredDocument> changed, DocumentUpdater updater, UpdateState state)
    {
        FileUpdate[] changedFiles = [.. updater.Files.Where(f => f.IsChanged)];
        if (CheckOnly)
        {
            if (changedFiles.Length > 0)
                throw new UpdateException(UpdateFindings.Moved(changedFiles.Select(f => $"'{f.Path}'")));
            return;
        }

        foreach (FileUpdate file in updater.Files)
            state.Set(file.Path, file.Source, file.Content, file.Fetched.Validators);
        string directory = ProjectDirectory;
        if (changedFiles.Length == 0)
            AtomicFile.WriteIfDifferent(SourceLocation.Combine(directory, StateFile), state.ToString());
        else
            Stage(SourceLocation.Combine(directory, StagingFolder), documents, changed, updater, state);
    }

    private void Stage(
        string folder,
        DeclaredDocument[] documents,
        List<DeclaredDocument> changed,
        DocumentUpdater updater,
        UpdateState state
    )
    {
        if (Directory.Exists(folder))
            Directory.Delete(folder, recursive: true);
        string[] overlays = [.. documents.Where(d => !d.IsReference).SelectMany(d => d.OverlayFiles).Distinct(StringComparer.Ordinal)];
        string[] names = [.. documents.Select(d => d.NamesFile).Where(n => n.Length > 0).Distinct(StringComparer.Ordinal)];
        string[] listings = [.. documents.Where(d => !d.IsReference).Select(d => d.ListingFile).Where(File.Exists)];
        string[] fetched = [.. updater.Files.Select(f => f.Path)];
        string[] declared = [.. documents.Select(d => d.FullPath)];
        StagedProject staged = new(Path.Combine(folder, "files"), [.. declared.Concat(overlays).Concat(fetched)]);
        foreach (string path in declared.Concat(overlays).Except(fetched, StringComparer.Ordinal).Where(File.Exists))
            staged.Write(path, File.ReadAllBytes(path));
        foreach (FileUpdate file in updater.Files)
            staged.Write(file.Path, file.Content);

        // A new file is declared once the project has it, if its items are a pattern.
        IEnumerable<string> added = fetched.Except(declared, StringComparer.OrdinalIgnoreCase).Select(staged.GetPath);
        Files =
        [
            .. MetadataText.CreateItems(names, EncodedItem.NamesKind),
            .. MetadataText.CreateItems(overlays.Select(staged.GetPath), EncodedItem.OverlayKind),
            .. MetadataText.CreateItems(listings, EncodedItem.ListingKind),
            .. MetadataText.CreateItems(added, EncodedItem.ReferenceKind),
            .. documents.Where(d => File.Exists(staged.GetPath(d.FullPath))).Select(d => d.ToCopy(staged.GetPath)),
        ];
        StagedProject.WriteOptions(Path.Combine(folder, "update.globalconfig"), Files);
        File.WriteAllText(Path.Combine(folder, "state"), state.ToString());
        ChangedFiles = [.. updater.Files.Where(f => f.IsChanged).Select(f => CreateCopy(staged, f.Path))];
        // A part that several clients may have reaches all of them.
        bool reachesAll = changed.Exists(d => d.IsReference);
        Clients =
        [
            .. documents.Where(d => !d.IsReference && (reachesAll || changed.Contains(d))).Select(d => CreateCopy(staged, d.FullPath)),
        ];
        HasChanges = true;
    }

    private static ITaskItem CreateCopy(StagedProject staged, string path)
    {
        ITaskItem item = MetadataText.CreatePath(staged.GetPath(path));
        item.SetMetadata(StagedProject.TargetMetadata, MetadataText.Escape(path));
        return item;
    }
}
