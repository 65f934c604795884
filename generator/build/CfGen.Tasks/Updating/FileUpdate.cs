namespace CfGen.Tasks.Updating;

/// <summary>A file of the project with what its source has for it.</summary>
internal sealed class FileUpdate(string path, SourceLocation source, FetchedFile fetched, byte[]? old)
{
    private DocumentSketch? _sketch;

    /// <summary>The full path.</summary>
    public string Path { get; } = path;

    /// <summary>The place that was asked for it.</summary>
    public SourceLocation Source { get; } = source;

    /// <summary>The file that came from there.</summary>
    public FetchedFile Fetched { get; } = fetched;

    /// <summary>The content of the source, or the equal one of the project.</summary>
    public byte[] Content { get; } = fetched.Content ?? old ?? [];

    /// <summary>True if the file exists.</summary>
    public bool Exists { get; } = old is not null;

    /// <summary>True if the project has other contents, or no file.</summary>
    public bool IsChanged { get; } = fetched.Content is not null && !FileText.AreSame(fetched.Content, old);

    /// <summary>The sketch of the content.</summary>
    public DocumentSketch Sketch => _sketch ??= DocumentSketch.Read(FileText.Decode(Content));
}
