using System.Text.Json.Nodes;
using CfGen.Generator.Diagnostics;
using CfGen.Generator.Overlays;
using CfGen.Generator.Parsing;

namespace CfGen.Generator.Documents.References;

/// <summary>
/// The main document and its declared references, which are parsed when they are first used. Paths are compared as text and never opened.
/// </summary>
internal sealed class DocumentSet
{
    private readonly Dictionary<string, DocumentText> _references = new(StringComparer.Ordinal);
    private readonly Dictionary<string, DocumentText> _referencesInAnyCase = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, SourceDocument> _documents = new(StringComparer.Ordinal);
    private readonly HashSet<SourceDocument> _reported = [];
    private readonly OverlaySet _overlays;
    private readonly FindingCollector _findings;
    private readonly SpecVersion _version;
    private readonly CancellationToken _ct;

    /// <param name="main">The main document, with its overlays applied.</param>
    /// <param name="references">The documents that references can reach.</param>
    /// <param name="version">The version of the main document. Schemas have identifiers since 3.1.</param>
    /// <param name="overlays">The overlays that are applied to a reference when it is parsed.</param>
    /// <param name="findings">Gets the problems of the references that are used.</param>
    /// <param name="ct">Checked while a reference is parsed.</param>
    public DocumentSet(
        ParsedText main,
        IReadOnlyList<DocumentText> references,
        SpecVersion version,
        OverlaySet overlays,
        FindingCollector findings,
        CancellationToken ct
    )
    {
        foreach (DocumentText reference in references)
        {
            string path = DocumentPath.Normalize(reference.Path);
            if (!_references.ContainsKey(path))
                _references.Add(path, reference);
            if (!_referencesInAnyCase.ContainsKey(path))
                _referencesInAnyCase.Add(path, reference);
        }

        _version = version;
        _overlays = overlays;
        _findings = findings;
        _ct = ct;
        Main = CreateSource(DocumentPath.Normalize(main.Document.Path), main, isMain: true);
        _documents.Add(Main.Name, Main);
    }

    public SourceDocument Main { get; }

    /// <summary>Returns the path that a relative reference of a document leads to.</summary>
    public static string ResolvePath(SourceDocument from, string relative) => DocumentPath.Resolve(from.Name, relative);

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

    /// <summary>
    /// Returns the schema of a declared document that has the absolute identifier which a reference means; null where there is none. All
    /// documents are parsed for it.
    /// </summary>
    /// <param name="from">The document of the reference.</param>
    /// <param name="reference">The reference.</param>
    /// <param name="file">The reference without its fragment.</param>
    public (SourceDocument Source, string Pointer)? FindIdentified(SourceDocument from, string reference, string file)
    {
        if ((from.Identifiers?.GetIdentifier(reference) ?? IdentifierReferences.Normalize(file)) is not { } identifier)
            return null;
        foreach (string path in _references.Keys.OrderBy(p => p, StringComparer.Ordinal).Prepend(Main.Name))
        {
            if (FindDocument(path) is { } source && source.Identifiers?.Find(identifier) is { } pointer)
                return (source, pointer);
        }

        return null;
    }

    private SourceDocument? FindDocument(string path)
    {
        if (_documents.TryGetValue(path, out SourceDocument? known))
            return known;

        // The exact path comes first, then any case, as on Windows and macOS.
        if (!_references.TryGetValue(path, out DocumentText? text) && !_referencesInAnyCase.TryGetValue(path, out text))
            return string.Equals(path, Main.Name, StringComparison.OrdinalIgnoreCase) ? Main : null;
        ParsedText parsed = TextParser.Parse(text, _ct);
        _overlays.ApplyTo(parsed);
        SourceDocument source = CreateSource(path, parsed, isMain: false);
        _documents.Add(path, source);
        return source;
    }

    private SourceDocument CreateSource(string path, ParsedText parsed, bool isMain) =>
        new(path, parsed, isMain) { Identifiers = IdentifierReferences.Rewrite(parsed.Root, _version) };
}
