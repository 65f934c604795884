using System.Text;

namespace CfGen.Tasks.Updating;

/// <summary>
/// The validators of what was fetched last, in a file of the intermediate folder. They count only while the document still has the
/// content that was fetched, from the same URL.
/// </summary>
internal sealed class UpdateState
{
    private const string Header = "CfGen update 1";

    private readonly SortedDictionary<string, Entry> _entries = new(StringComparer.Ordinal);

    /// <summary>Reads the state. A file that is missing, broken or of another version has none.</summary>
    public static UpdateState Read(string path)
    {
        UpdateState state = new();
        string[] lines = (AtomicFile.TryRead(path) ?? "").Split('\n');
        if (lines[0] != Header)
            return state;
        foreach (string line in lines.Skip(1))
        {
            string[] parts = line.Split('\t');
            if (parts.Length == 5)
                state._entries[parts[0]] = new Entry(parts[1], parts[2], new Validators(parts[3], parts[4]));
        }

        return state;
    }

    /// <summary>Returns the validators for a document with the content.</summary>
    public Validators GetValidators(string document, SourceLocation source, byte[]? content) =>
        content is not null
        && _entries.TryGetValue(document, out Entry? entry)
        && entry.SourceHash == HashSource(source)
        && entry.ContentHash == FileText.Hash(content)
            ? entry.Validators
            : Validators.None;

    /// <summary>Keeps the validators of a content that was fetched.</summary>
    public void Set(string document, SourceLocation source, byte[] content, Validators validators)
    {
        if (validators.IsEmpty || HasSeparator(document) || HasSeparator(validators.EntityTag) || HasSeparator(validators.LastModified))
            _entries.Remove(document);
        else
            _entries[document] = new Entry(HashSource(source), FileText.Hash(content), validators);
    }

    /// <summary>Returns the text of the file.</summary>
    public override string ToString() => Header + "\n" + string.Concat(_entries.Select(e => e.Value.Format(e.Key) + "\n"));

    private static bool HasSeparator(string text) => text.IndexOfAny(['\t', '\n', '\r']) >= 0;

    // A query can hold a key, which belongs into no file.
    private static string HashSource(SourceLocation source) =>
        FileText.Hash(Encoding.UTF8.GetBytes(source.Url?.AbsoluteUri ?? source.FilePath));

    private sealed record Entry(string SourceHash, string ContentHash, Validators Validators)
    {
        public string Format(string document) =>
            string.Join("\t", document, SourceHash, ContentHash, Validators.EntityTag, Validators.LastModified);
    }
}
