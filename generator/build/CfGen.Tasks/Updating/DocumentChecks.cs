namespace CfGen.Tasks.Updating;

/// <summary>Tells a document from what a server sends in its place: a login page, a page of an error, nothing, another API.</summary>
internal static class DocumentChecks
{
    private const int ShownCharacters = 80;

    private static readonly string[] s_foreignTypes =
    [
        "text/html",
        "application/xhtml",
        "application/pdf",
        "application/zip",
        "image/",
        "audio/",
        "video/",
        "font/",
    ];

    /// <summary>Checks a fetched file.</summary>
    /// <param name="isDocument">True if it has to be a whole document and not only a part of one.</param>
    /// <exception cref="UpdateException">The file is something else.</exception>
    public static void Check(FetchedFile file, DocumentSketch sketch, bool isDocument, UpdateHeaders headers)
    {
        // What the project has needs no check.
        if (file.Content is not null && FindProblem(file, sketch, isDocument) is { } problem)
            throw new UpdateException(UpdateFindings.NotADocument(file.Location.Display, problem, Describe(file, headers)));
    }

    /// <summary>Checks that a document is another version of the one that the project has.</summary>
    /// <exception cref="UpdateException">It is a document of another API.</exception>
    public static void CheckSameApi(FetchedFile file, DocumentSketch sketch, string path, DocumentSketch old, UpdateHeaders headers)
    {
        // Either of them can change: a new base path moves all paths, and a company gets another name.
        if (old.Paths.Count == 0 || sketch.Paths.Count == 0 || sketch.Title == old.Title || sketch.Paths.Overlaps(old.Paths))
            return;
        throw new UpdateException(
            UpdateFindings.AnotherApi(file.Location.Display, headers.Redact(Shorten(sketch.Title)), Shorten(old.Title), path)
        );
    }

    private static string? FindProblem(FetchedFile file, DocumentSketch sketch, bool isDocument)
    {
        string start = file.Text.TrimStart();
        if (start.Length == 0)
            return "it is empty";
        if (start[0] == '<' || Array.Exists(s_foreignTypes, t => file.MediaType.StartsWith(t, StringComparison.Ordinal)))
            return file.MediaType.StartsWith("text/html", StringComparison.Ordinal) || IsHtml(start)
                ? "it is a web page, as of a login or an error"
                : "it is neither JSON nor YAML";
        if (file.Text.IndexOf('\0') >= 0)
            return "it is neither JSON nor YAML";
        if (sketch.IsTruncated)
            return "its JSON ends too early";
        if (isDocument && !sketch.HasVersion)
            return "it has no member 'openapi' or 'swagger'";
        return null;
    }

    private static bool IsHtml(string start) =>
        start.StartsWith("<!doctype html", StringComparison.OrdinalIgnoreCase)
        || start.StartsWith("<html", StringComparison.OrdinalIgnoreCase);

    private static string Describe(FetchedFile file, UpdateHeaders headers)
    {
        string source = file.Description.Length == 0 ? "a file" : file.Description;
        // Hidden before it is cut: a part of a secret is not found.
        string start = Shorten(headers.Redact(file.Text.Substring(0, Math.Min(file.Text.Length, 65536))));
        return start.Length == 0 ? source : $"{source}, and begins with '{start}'";
    }

    private static string Shorten(string text)
    {
        string[] words = text.Split([' ', '\t', '\r', '\n'], StringSplitOptions.RemoveEmptyEntries);
        string line = string.Join(" ", words.Select(w => new string([.. w.Where(c => !char.IsControl(c))])));
        return line.Length > ShownCharacters ? line.Substring(0, ShownCharacters) + "..." : line;
    }
}
