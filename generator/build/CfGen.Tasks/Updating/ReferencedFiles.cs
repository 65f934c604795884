namespace CfGen.Tasks.Updating;

/// <summary>Decides which files of a reference an update may write. The references are written by the owner of the API.</summary>
internal sealed class ReferencedFiles(DeclaredDocument[] documents)
{
    private static readonly string[] s_extensions = [".json", ".yaml", ".yml"];

    /// <summary>Returns the path of a relative reference without its fragment. Null where it leads to no other file, or to a URL.</summary>
    public static string? GetRelativePath(string reference)
    {
        int end = reference.IndexOf('#');
        string path = end < 0 ? reference : reference.Substring(0, end);
        bool isUrl = path.StartsWith("//", StringComparison.Ordinal) || path.IndexOf(':') >= 0 || path.IndexOf('?') >= 0;
        return path.Length == 0 || isUrl ? null : path;
    }

    /// <summary>Returns the file beside the documents of the project that a reference leads to.</summary>
    /// <param name="from">The full path of the file with the reference.</param>
    /// <exception cref="UpdateException">No file has such a name.</exception>
    public static string Locate(string from, string reference)
    {
        string path = Uri.UnescapeDataString(reference);
        // A colon names a drive or a stream of NTFS.
        if (path.Any(c => c is '\\' or ':' || char.IsControl(c)))
            throw new UpdateException(UpdateFindings.ForbiddenFile(reference, "it is not the path of a file"));
        return SourceLocation.Combine(Path.GetDirectoryName(from)!, path);
    }

    /// <summary>Returns the item of a file. Null where it is not declared.</summary>
    public DeclaredDocument? FindItem(string path) =>
        Array.Find(documents, d => d.FullPath.Equals(path, StringComparison.OrdinalIgnoreCase));

    /// <summary>Checks that a file that does not exist may be created.</summary>
    /// <param name="document">The full path of the document of the item.</param>
    /// <exception cref="UpdateException">The file may not be created.</exception>
    public void CheckNew(string path, string reference, string document)
    {
        if (FindItem(path) is not null)
            return;
        string folder = Path.GetDirectoryName(document)! + Path.DirectorySeparatorChar;
        if (!path.StartsWith(folder, StringComparison.Ordinal))
            throw new UpdateException(UpdateFindings.ForbiddenFile(reference, "it is outside of the folder of the document"));
        if (!s_extensions.Contains(Path.GetExtension(path), StringComparer.OrdinalIgnoreCase))
            throw new UpdateException(UpdateFindings.ForbiddenFile(reference, "its extension is not that of a document"));
        string[] names = path.Substring(folder.Length).Split(Path.DirectorySeparatorChar);
        // Workflows, settings of editors and of Git.
        if (Array.Exists(names, n => n.StartsWith(".", StringComparison.Ordinal)))
            throw new UpdateException(UpdateFindings.ForbiddenFile(reference, "a name begins with a period"));
        string current = folder;
        foreach (string name in names)
        {
            current = Path.Combine(current, name);
            if (IsLink(current))
                throw new UpdateException(UpdateFindings.ForbiddenFile(reference, $"'{current}' is a link"));
        }
    }

    /// <summary>Checks that an existing file may be replaced.</summary>
    /// <exception cref="UpdateException">The file is no item, or a link.</exception>
    public void CheckExisting(string path, string reference)
    {
        if (FindItem(path) is null)
            throw new UpdateException(UpdateFindings.ForbiddenFile(reference, $"'{path}' exists, and is not an OpenApiClient item"));
        if (IsLink(path))
            throw new UpdateException(UpdateFindings.ForbiddenFile(reference, $"'{path}' is a link. Name the file that it leads to"));
    }

    private static bool IsLink(string path)
    {
        try
        {
            return (File.GetAttributes(path) & FileAttributes.ReparsePoint) != 0;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // It does not exist, or replacing it fails too.
            return false;
        }
    }
}
