using System.Text.Json.Nodes;
using CfGen.Generator.Diagnostics;
using CfGen.Generator.Parsing;

namespace CfGen.Generator.Documents.References;

/// <summary>The main document and its declared references, which are parsed when they are first used. Paths are compared as text and never opened.</summary>
internal sealed class DocumentSet
{
    private readonly Dictionary<string, DocumentText> _references = new(StringComparer.Ordinal);
    private readonly Dictionary<string, DocumentText> _referencesInAnyCase = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, SourceDocument> _documents = new(StringComparer.Ordinal);
    private readonly HashSet<SourceDocument> _reported = [];
    private readonly FindingCollector _findings;
    private readonly CancellationToken _ct;

    public DocumentSet(ParsedText main, IReadOnlyList<DocumentText> references, FindingCollector findings, CancellationToken ct)
    {
        foreach (DocumentText reference in references)
        {
            string path = Normalize(reference.Path);
            if (!_references.ContainsKey(path))
                _references.Add(path, reference);
            if (!_referencesInAnyCase.ContainsKey(path))
                _referencesInAnyCase.Add(path, reference);
        }

        _findings = findings;
        _ct = ct;
        Main = new SourceDocument(Normalize(main.Document.Path), main, isMain: true);
        _documents.Add(Main.Name, Main);
    }

    public SourceDocument Main { get; }

    /// <summary>Returns the path that a relative reference of a document leads to.</summary>
    public static string ResolvePath(SourceDocument from, string relative)
    {
        relative = Uri.UnescapeDataString(relative).Replace('\\', '/');
        if (IsAbsolute(relative))
            return relative;
        return Normalize(from.Name.Substring(0, from.Name.LastIndexOf('/') + 1) + relative);
    }

    /// <summary>Returns the declared document of a path; null where there is none.</summary>
    /// <param name="path">A result of <see cref="ResolvePath"/>.</param>
    /// <param name="quietly">Adds no findings of the document. They are added when it is used without this flag.</param>
    public SourceDocument? FindDocument(string path, bool quietly)
    {
        SourceDocument? source = FindDocument(path);
        if (!quietly && source is { IsMain: false } && _reported.Add(source))
            _findings.AddRange(source.Parsed.Findings);
        return source;
    }

    private SourceDocument? FindDocument(string path)
    {
        if (_documents.TryGetValue(path, out SourceDocument? known))
            return known;

        // The exact path comes first, then any case, as on Windows and macOS.
        if (!_references.TryGetValue(path, out DocumentText? text) && !_referencesInAnyCase.TryGetValue(path, out text))
            return string.Equals(path, Main.Name, StringComparison.OrdinalIgnoreCase) ? Main : null;
        var source = new SourceDocument(path, TextParser.Parse(text, _ct), isMain: false);
        _documents.Add(path, source);
        return source;
    }

    private static bool IsAbsolute(string path) =>
        path.StartsWith("/", StringComparison.Ordinal)
        || path.IndexOf("://", StringComparison.Ordinal) >= 0
        || (path.Length > 1 && path[1] == ':');

    private static string Normalize(string path)
    {
        List<string> kept = [];
        foreach (string part in path.Replace('\\', '/').Split('/'))
        {
            if (part == ".")
                continue;
            if (part == ".." && kept.Count > 0 && kept[kept.Count - 1] is not ("" or ".."))
                kept.RemoveAt(kept.Count - 1);
            else
                kept.Add(part);
        }

        return string.Join("/", kept);
    }
}
