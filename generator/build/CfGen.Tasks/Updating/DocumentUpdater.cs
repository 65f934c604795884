namespace CfGen.Tasks.Updating;

/// <summary>Fetches documents with the files that they refer to. It writes nothing.</summary>
internal sealed class DocumentUpdater(
    DeclaredDocument[] documents,
    string projectDirectory,
    DocumentFetcher fetcher,
    UpdateHeaders headers,
    UpdateState state
)
{
    private readonly ReferencedFiles _files = new(documents);
    private readonly SortedDictionary<string, FileUpdate> _updates = new(StringComparer.Ordinal);

    /// <summary>All files that were fetched, by their paths.</summary>
    public IReadOnlyCollection<FileUpdate> Files => _updates.Values;

    /// <summary>Fetches a document.</summary>
    /// <returns>The document, and the files that it refers to.</returns>
    /// <exception cref="UpdateException">The document cannot be taken over.</exception>
    public IReadOnlyList<FileUpdate> Fetch(DeclaredDocument document)
    {
        SourceLocation source = SourceLocation.Parse(document.SourceUrl, projectDirectory);
        Uri? origin = source.Url;
        byte[]? old = FileText.ReadIfExists(document.FullPath);
        FileUpdate main = FetchFile(document.FullPath, source, origin, old);
        DocumentChecks.Check(main.Fetched, main.Sketch, isDocument: !document.IsReference, headers);
        if (main.IsChanged && old is not null)
        {
            _files.CheckExisting(main.Path, main.Path);
            DocumentChecks.CheckSameApi(main.Fetched, main.Sketch, main.Path, DocumentSketch.Read(FileText.Decode(old)), headers);
        }

        List<FileUpdate> fetched = [main];
        HashSet<string> paths = new(StringComparer.OrdinalIgnoreCase) { main.Path };
        // The list grows while it is read.
        for (int i = 0; i < fetched.Count; i++)
            FetchReferences(fetched[i], document, origin, fetched, paths);
        return fetched;
    }

    private void FetchReferences(FileUpdate file, DeclaredDocument document, Uri? origin, List<FileUpdate> fetched, HashSet<string> paths)
    {
        foreach (string reference in file.Sketch.References.Distinct(StringComparer.Ordinal))
        {
            if (ReferencedFiles.GetRelativePath(reference) is not { } relative)
                continue;
            string path = ReferencedFiles.Locate(file.Path, relative);
            // A document with a source of its own is fetched from there.
            if (!paths.Add(path) || _files.FindItem(path)?.SourceUrl.Length > 0)
                continue;
            byte[]? old = FileText.ReadIfExists(path);
            if (old is null)
                _files.CheckNew(path, relative, document.FullPath);
            FileUpdate update = FetchFile(path, file.Fetched.Location.Resolve(relative), origin, old);
            DocumentChecks.Check(update.Fetched, update.Sketch, isDocument: false, headers);
            if (update.IsChanged && old is not null)
                _files.CheckExisting(path, relative);
            fetched.Add(update);
        }
    }

    private FileUpdate FetchFile(string path, SourceLocation source, Uri? origin, byte[]? old)
    {
        FetchedFile fetched = fetcher.Fetch(source, origin, state.GetValidators(path, source, old));
        FileUpdate update = new(path, source, fetched, old);
        if (_updates.TryGetValue(path, out FileUpdate? other) && !FileText.AreSame(other.Content, update.Content))
            throw new UpdateException(UpdateFindings.DifferentContents(path));
        _updates[path] = update;
        return update;
    }
}
